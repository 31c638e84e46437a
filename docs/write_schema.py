"""Write indicators/kepatuhan.schema.json: the JSON Schema by which an editor completes and explains an indicator file.

``python docs/write_schema.py`` writes it; with ``--check`` it only compares, and exits with 1 when the schema on disk
is not the one it would write. It is the model of the file, in draft-07: the newest that editors support in full.
"""

import json
import sys
from pathlib import Path
from typing import Any

from kepatuhan.instrument.file_format import InstrumentFile

SCHEMA = Path(__file__).parents[1] / "indicators" / "kepatuhan.schema.json"


def render() -> str:
    """The whole schema."""
    model = InstrumentFile.model_json_schema(by_alias=True, mode="validation")
    definitions = model.pop("$defs")
    schema = {"$schema": "http://json-schema.org/draft-07/schema#", **model, "definitions": definitions}
    return json.dumps(_draft_7(schema), ensure_ascii=False, indent=2) + "\n"


def _draft_7(part: Any) -> Any:
    """The same in draft-07, where what stands beside a reference is passed over; without generated titles."""
    if isinstance(part, list):
        return [_draft_7(item) for item in part]
    if not isinstance(part, dict):
        return part
    converted = {}
    for key, value in part.items():
        if key == "title" and isinstance(value, str):
            continue
        if key in ("properties", "definitions"):
            converted[key] = {name: _draft_7(below) for name, below in value.items()}
        elif key == "default":
            converted[key] = value
        else:
            converted[key] = value.replace("#/$defs/", "#/definitions/") if key == "$ref" else _draft_7(value)
    if "patternProperties" in converted:
        converted.setdefault("additionalProperties", False)
    if "$ref" in converted and len(converted) > 1:
        converted = {"allOf": [{"$ref": converted.pop("$ref")}], **converted}
    return converted


def main(arguments: list[str]) -> int:
    """Write the schema, or with ``--check`` return 1 when it differs from the one on disk."""
    schema = render()
    if "--check" in arguments:
        return 0 if SCHEMA.is_file() and SCHEMA.read_text(encoding="utf-8") == schema else 1
    SCHEMA.write_text(schema, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
