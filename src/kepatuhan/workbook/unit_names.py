"""Units whose names are nearly the same, or the same in several files: said, so that nothing is merged or split unseen.

Names are one unit whatever their letter case and spaces (:func:`kepatuhan.spelling.fold`). A name that is only near to
another one stays a unit of its own, and is asked about: it may be a slip, or a village with such a neighbour.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from kepatuhan.problems import note, warning
from kepatuhan.spelling import squeezed
from kepatuhan.workbook.assembly import Assembly
from kepatuhan.workbook.cells import Place
from kepatuhan.workbook.limits import MOST_COMPARED
from kepatuhan.workbook.records import UnitRecord

_WORD = re.compile(r"[^\W\d_]+|\d+")
_LONG_ENOUGH = 5
"""Letters of a word in which one that is missing or wrong is more likely a slip than another name."""
_NUMERAL = re.compile(r"[ivxlc]+")
_LONGEST = 120


def tell_of_names(assembly: Assembly) -> None:
    """Note what is remarkable about the names of all units together."""
    _tell_of_several_files(assembly)
    _tell_of_spellings(assembly)
    if len(assembly.records) <= MOST_COMPARED:
        _ask_about_near_names(assembly)


def _tell_of_several_files(assembly: Assembly) -> None:
    """Units of which several files hold something: one note for every two files, as far as all is well with them."""
    shared: dict[tuple[str, str], list[tuple[UnitRecord, Place, Place]]] = {}
    for record in filter(assembly.is_sound, assembly.records.values()):
        first: dict[str, Place] = {}
        for place in record.places_of_sheets.values():
            first.setdefault(assembly.sheets[place.sheet][0], place)
        (one, place), *others = first.items()
        for other, second in others:
            shared.setdefault((one, other), []).append((record, place, second))
    for units in shared.values():
        _, place, second = units[0]
        names = tuple(record.name for record, _, _ in units)
        other_place = assembly.address(place, second)
        assembly.problems.append(
            note("KP786", assembly.where(second), units=names, count=len(names), other=other_place)
        )


def _tell_of_spellings(assembly: Assembly) -> None:
    """Units whose name is written in several ways: one note for every sheet."""
    by_sheet: dict[int, list[tuple[str, Place]]] = {}
    for record in assembly.records.values():
        for written, place in record.spellings.items():
            by_sheet.setdefault(place.sheet, []).append((f"{written} = {record.name}", place))
    for pairs in by_sheet.values():
        assembly.problems.append(
            note("KP787", assembly.where(pairs[0][1]), units=tuple(pair for pair, _ in pairs), count=len(pairs))
        )


def _ask_about_near_names(assembly: Assembly) -> None:
    """Units that are called like an earlier one, but for a letter of a long word, signs or spaces: one warning each."""
    seen: dict[str, UnitRecord] = {}
    for form, record in assembly.records.items():
        variants = set(_variants(form))
        near = next((seen[variant] for variant in variants if variant in seen), None)
        for variant in variants:
            seen.setdefault(variant, record)
        if near is not None:
            other = assembly.address(near.place, record.place)
            facts = {"name": record.name, "first": near.name, "other": other}
            assembly.problems.append(warning("KP785", assembly.where(record.place), **facts))


def _variants(form: str) -> Iterator[str]:
    """The name without signs and spaces, and without each letter of its long words in turn.

    Two names share one where a letter is missing, added, wrong, or has changed places with the next. Numbers, numerals
    and short words count as they are: Setu 1 and Setu 2 are two units.
    """
    words = _WORD.findall(form[:_LONGEST])
    yield "".join(map(squeezed, form.split()))
    parts = [squeezed(word) for word in words]
    for number, word in enumerate(words):
        before, after = "".join(parts[:number]), "".join(parts[number + 1 :])
        for shorter in _without_a_letter(word):
            yield f"{before}{shorter}{after}"


@lru_cache(maxsize=8192)  # units of one government share most of their words
def _without_a_letter(word: str) -> tuple[str, ...]:
    """A long word without each of its letters in turn; none for words in which a letter makes another name."""
    if len(word) < _LONG_ENOUGH or not word.isalpha() or _NUMERAL.fullmatch(word):
        return ()
    return tuple(squeezed(f"{word[:position]}{word[position + 1 :]}") for position in range(len(word)))
