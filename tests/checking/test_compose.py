"""Our composer makes the nodes that PyYAML makes, and refuses what PyYAML refuses."""

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kepatuhan.instrument.library import bundled_files
from kepatuhan.instrument.yaml_compose import Excess, compose

YAML_CHARACTERS = "ab1.-:,?[]{}&*!|>'\"#%@<= \n"


def told(node: yaml.Node | None) -> object:
    """All that a node holds, with its places."""
    if node is None:
        return None
    start, end = node.start_mark, node.end_mark
    places = (start.line, start.column, end.line, end.column)
    if isinstance(node, yaml.MappingNode):
        return node.tag, places, [(told(key), told(value)) for key, value in node.value]
    if isinstance(node, yaml.SequenceNode):
        return node.tag, places, [told(item) for item in node.value]
    assert isinstance(node, yaml.ScalarNode)
    return node.tag, places, node.value, node.style


def what_pyyaml_says(text: str) -> object:
    try:
        return told(yaml.compose(text, Loader=yaml.CSafeLoader))
    except yaml.YAMLError:
        return yaml.YAMLError


def what_we_say(text: str) -> object:
    try:
        return told(compose(text, "a.yaml"))
    except yaml.YAMLError:
        return yaml.YAMLError


@given(st.text(YAML_CHARACTERS, max_size=60))
@settings(max_examples=500, deadline=None)
@example("a: &x 1\nb: [*x, *x]\n")
@example("a: &x [&y {c: 1}, *y]\nb: *x\n")
@example("a: &x 1\nb: &x 2\n")
@example("a: &x [&x 1]\n")
@example("a: *x\n")
@example("a: 1\n---\nb: 2\n")
@example("--- 1\n...\n")
@example("a: !!str 1\nb: ! 2\nc: !foo [1]\nd: ! {e: 012}\n")
@example("no: 1.10\n012: 12:30\n2024-01-01: ~\n<<: .inf\n= : ''\n")
def test_any_text_is_composed_as_pyyaml_composes_it(text: str) -> None:
    assert what_we_say(text) == what_pyyaml_says(text)


@pytest.mark.parametrize("name", bundled_files())
def test_a_bundled_file_is_composed_as_pyyaml_composes_it(name: str) -> None:
    text = bundled_files()[name].read_text(encoding="utf-8")
    assert what_we_say(text) == what_pyyaml_says(text)


@pytest.mark.parametrize("text", ["[" * 41, "a: &x [1, *x]", "a: &a [" + "1, " * 400 + "]\nb: [" + "*a, " * 600 + "]"])
def test_what_is_beyond_a_limit_is_refused_before_it_is_made(text: str) -> None:
    with pytest.raises(Excess) as beyond:
        compose(text, "a.yaml")
    assert beyond.value.problem.code == "KP104"
