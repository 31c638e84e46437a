"""Settings that all tests share: what the property tests try, and that no test knows under which CI it runs."""

import os

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "kepatuhan", deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.register_profile("kepatuhan-ci", settings.get_profile("kepatuhan"), derandomize=True)
settings.load_profile("kepatuhan-ci" if os.environ.get("CI") == "true" else "kepatuhan")


os.environ.pop("COLUMNS", None)
"""Some runners set it; the width of a terminal is what a test says it is."""


@pytest.fixture(autouse=True)
def _outside_github(monkeypatch: pytest.MonkeyPatch) -> None:
    """A check looks for these: a test that is about them sets them."""
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
