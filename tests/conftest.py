"""Settings that all tests share: how many examples the property tests try, and that CI always tries the same ones."""

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "kepatuhan", deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.register_profile("kepatuhan-ci", settings.get_profile("kepatuhan"), derandomize=True)
settings.load_profile("kepatuhan-ci" if os.environ.get("CI") == "true" else "kepatuhan")
