"""Several indicator files in one run: one file for an id, one edition of a family for a year."""

from pathlib import Path

import pytest

from kepatuhan.checking.cases import BASE
from kepatuhan.checking.instruments import check_files
from kepatuhan.problems import Problem


def written(folder: Path, **texts: str) -> list[Path]:
    """A file for every text, by name."""
    paths = []
    for name, text in texts.items():
        paths.append(folder / f"{name}.yaml")
        paths[-1].write_text(text, encoding="utf-8")
    return paths


def edition(name: str, years: str, family: str = "contoh") -> str:
    text = BASE.replace("id: contoh-2024", f"id: {name}").replace("years: [2024]", f"years: {years}")
    return text.replace("family: contoh", f"family: {family}")


def seen(problems: list[Problem]) -> list[tuple[str, str, int | None]]:
    return [(p.code, Path(p.where.file).stem, p.where.line) for p in problems if p.where]


def test_a_copy_of_a_file_is_one_problem_at_its_id_and_names_the_first(tmp_path: Path) -> None:
    paths = written(tmp_path, asli=BASE, salinan=BASE)
    (problem,) = check_files(paths)
    assert seen([problem]) == [("KP601", "salinan", 2)]
    assert problem.facts["other"] == str(paths[0])


def test_two_editions_of_one_family_in_one_year_are_a_problem_at_the_years(tmp_path: Path) -> None:
    paths = written(tmp_path, lama=edition("lama", "[2022, 2023, 2024]"), baru=edition("baru", "[2024, 2025]"))
    (problem,) = check_files(paths)
    assert seen([problem]) == [("KP602", "baru", 6)]
    assert (problem.facts["years"], problem.facts["instrument"]) == (("2024",), "lama")


@pytest.mark.parametrize(("years", "family"), [("[2025]", "contoh"), ("[2022, 2024]", "lain")])
def test_editions_of_other_years_or_of_another_family_go_together(tmp_path: Path, years: str, family: str) -> None:
    assert check_files(written(tmp_path, satu=BASE, dua=edition("dua", years, family))) == []


def test_a_third_copy_is_one_problem_more(tmp_path: Path) -> None:
    problems = check_files(written(tmp_path, a=BASE, b=BASE, c=BASE))
    assert seen(problems) == [("KP601", "b", 2), ("KP601", "c", 2)]


def test_a_file_that_is_named_twice_is_checked_once(tmp_path: Path) -> None:
    (path,) = written(tmp_path, satu=BASE.replace("target: 90", "target: 110"))
    again = path.parent / ".." / path.parent.name / path.name
    assert [problem.code for problem in check_files([path, again])] == ["KP404"]


def test_the_problems_of_each_file_stand_together_in_the_order_of_its_lines(tmp_path: Path) -> None:
    spoilt = BASE.replace("target: 90", "target: 110")
    problems = check_files(written(tmp_path, a=spoilt, b=spoilt))
    assert seen(problems) == [("KP404", "a", 12), ("KP601", "b", 2), ("KP404", "b", 12)]


def test_years_and_ids_that_cannot_be_read_are_not_compared(tmp_path: Path) -> None:
    no_years = edition("dua", "2024")
    no_id = BASE.replace("id: contoh-2024", "id: 2024").replace("family: contoh", "family: lain")
    problems = check_files(written(tmp_path, a=BASE, b=no_years, c=no_id, d=no_id, e="- rusak\n"))
    assert [code for code, _, _ in seen(problems)] == ["KP110", "KP111", "KP111", "KP107"]
