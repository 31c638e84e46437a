"""The matrix workbook: what is computed in it is what ``kepatuhan score`` of it says, whatever was typed."""

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

import kepatuhan
from kepatuhan.api import bundled_library
from kepatuhan.instrument.model import Instrument
from kepatuhan.messages import Words
from kepatuhan.problems import ProblemsFound
from kepatuhan.scoring.answers import UnitAnswers
from kepatuhan.scoring.results import Result, Status, UnitResult
from kepatuhan.worksheets.lists import band_name
from kepatuhan.worksheets.matrix import write_matrix
from kepatuhan.worksheets.matrix_plan import FIRST_ROW, MatrixPlan, plan_matrix
from tests.worksheets.books import random_units
from tests.worksheets.spreadsheet import recalculate
from tests.worksheets.typing_in import typed

OWN = Path(__file__).parent / "instrument.yaml"
NAMES = ("=1+1 & Dinas", "<Dinas*", "Dinas* ?~1", "Dinas Sosial", "dinas sosial 2")
WITHOUT_SCORE = {Status.NOT_FILLED_IN: "belum diisi", Status.NOT_ASSESSED: "tidak dinilai"}
FILES_EACH = 3


def write_book(path: Path, instrument: Instrument, units: list[UnitAnswers]) -> Path:
    path.write_bytes(write_matrix(instrument, units, path.name, Words("id")))
    return path


def empty_units(instrument: Instrument, dice: random.Random) -> list[UnitAnswers]:
    types: list[str | None] = [*instrument.unit_types] or [None]
    return [UnitAnswers(name, {}, type=dice.choice(types), count=dice.randint(1, 9)) for name in NAMES]


def fill_in(instrument: Instrument, path: Path, dice: random.Random) -> None:
    """Write a workbook and type into its cells; openpyxl drops what was stored beside the formulas."""
    units = empty_units(instrument, dice)
    write_book(path, instrument, units)
    plan = plan_matrix(instrument, units, ())
    book = load_workbook(path)
    diligence = [dice.choice((0, 0.2, 0.8, 1)) for _ in units]
    leaves_out = [dice.random() < 0.2 for _ in units]

    def put(sheet: str, row: int, column: int, value: Any) -> None:
        cell = book[sheet].cell(row, column)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"

    def answer(sheet: str, row: int, column: int, unit: int, indicator: Any) -> None:
        if not indicator.fits(units[unit].type):
            return
        if leaves_out[unit] and indicator.may_be_not_applicable:
            put(sheet, row, column, "tidak berlaku")
        elif dice.random() < diligence[unit]:
            put(sheet, row, column, typed(indicator, dice))
        else:
            put(sheet, row, column, dice.choice((None, "-", " ")))

    for position in range(len(units)):
        for column, indicator in enumerate(plan.single, start=plan.first_answer):
            answer("Jawaban", FIRST_ROW + position, column, position, indicator)
    for sheet in plan.observations:
        order = [*sheet.rows]
        dice.shuffle(order)  # rows may stand in any order
        for row, place in enumerate(order, start=FIRST_ROW):
            name = units[place.unit].unit
            put(sheet.name, row, 1, dice.choice((name, name.upper(), f" {name} ")))
            for column, indicator in enumerate(sheet.indicators, start=3):
                answer(sheet.name, row, column, place.unit, indicator)
    if dice.random() < 0.7:
        added = dice.choice([*instrument.unit_types] or [None])
        put("Jawaban", FIRST_ROW + len(units), 1, "Unit Tambahan")
        if added is not None:
            put("Jawaban", FIRST_ROW + len(units), 2, instrument.unit_types[added])
        if plan.count_column is not None:
            put("Jawaban", FIRST_ROW + len(units), plan.count_column, 4)
        for column, indicator in enumerate(plan.single, start=plan.first_answer):
            if indicator.fits(added):
                put("Jawaban", FIRST_ROW + len(units), column, typed(indicator, dice))
        for sheet in plan.observations:
            row = FIRST_ROW + len(sheet.rows)
            put(sheet.name, row, 1, "Unit Tambahan")
            for column, indicator in enumerate(sheet.indicators, start=3):
                if indicator.fits(added):
                    put(sheet.name, row, column, typed(indicator, dice))
            put(sheet.name, row + 1, 1, units[0].unit)  # one more observation than was planned
            for column, indicator in enumerate(sheet.indicators, start=3):
                answer(sheet.name, row + 1, column, 0, indicator)
    book.save(path)


@pytest.fixture(scope="module")
def recalculated(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Instrument, Path]]:
    filled, computed = tmp_path_factory.mktemp("filled"), tmp_path_factory.mktemp("computed")
    weighted = filled / "menurut-produk.yaml"
    text = OWN.read_text(encoding="utf-8").replace(", only_for: [puskesmas]", "").replace(", only_for: [opd]", "")
    weighted.write_text(text + "roll_up: {method: weighted, by: produk, assumption: uji}\n", encoding="utf-8")
    files = []
    for number, name in enumerate((*bundled_library().ids, str(OWN), str(weighted))):
        instrument = kepatuhan.load_instrument(name)
        for seed in range(FILES_EACH):
            path = filled / f"{number}-{seed}.xlsx"
            fill_in(instrument, path, random.Random(100 * number + seed))
            files.append((instrument, path))
    copies = recalculate([path for _, path in files], computed)
    return [(instrument, copy) for (instrument, _), copy in zip(files, copies, strict=True)]


def test_every_file_shows_what_score_says(recalculated: list[tuple[Instrument, Path]]) -> None:
    for instrument, path in recalculated:
        reading = kepatuhan.read_answers(path, instrument)
        # Names that were typed again in capitals are the same units, which is said; and where the names were exchanged
        # between rows whose numbers stayed, a unit has the same respondent twice.
        assert {problem.code for problem in reading.problems} <= {"KP787", "KP757"}, reading.problems[:3]
        compare(path, instrument, kepatuhan.score(instrument, reading.units))


def compare(path: Path, instrument: Instrument, result: Result) -> None:
    book = load_workbook(path, data_only=True)
    plan = plan_matrix(instrument, [UnitAnswers(unit.unit, {}) for unit in result.units], ())
    recap = book["Rekap"]
    headings = [str(cell.value) for cell in recap[3]]
    score = headings.index("Nilai") + 1
    for row, unit in enumerate(result.units, start=FIRST_ROW):
        shown = {name: book["Hitungan"][cell].value for name, cell in plan.figure_cells(row).items()}
        compare_unit(shown, unit, f"{path.name} {instrument.id} {unit.unit}")
        compare_parts(book["Hitungan"], plan, row, unit)
        assert recap.cell(row, 1).value == unit.unit
        assert recap.cell(row, score).value == shown["score"]
        for part, top in unit.top_scores.items():
            title = next(c.title for c in instrument.components if c.id == part)
            found = recap.cell(row, headings.index(title) + 1).value
            assert found in ((None, "") if top is None or unit.score is None else (float(top),)), title
    institution = next(
        row
        for row in recap.iter_rows(min_row=FIRST_ROW)
        if row[0].value == "Nilai instansi" or row[0].value == "Instansi"
    )
    expected = "belum diisi" if result.institution.score is None else float(result.institution.score)
    assert institution[score - 1].value == expected
    assert (institution[score].value or "") == band_name(result.institution.band)
    counted = f"{result.institution.scored_units} dari {result.institution.units} unit"
    assert institution[headings.index("Terisi")].value == counted


def compare_unit(shown: dict[str, Any], unit: UnitResult, where: str) -> None:
    assert shown["score"] == (float(unit.score) if unit.score is not None else WITHOUT_SCORE[unit.status]), where
    assert shown["answered"] == f"{unit.answered} dari {unit.answered + unit.blank}", where
    assert (shown["band"] or "") == band_name(unit.band), where
    if "zone" in shown:
        assert (shown["zone"] or "") == ((unit.band.zone or "") if unit.band else ""), where
    if "gap" in shown:
        assert shown["gap"] in ((None, "") if unit.gap is None else (float(unit.gap),)), where


def compare_parts(sheet: Any, plan: MatrixPlan, row: int, unit: UnitResult) -> None:
    results = {part.component.id: part for top in unit.components for part in top.walk()}
    todo = [*plan.parts(row)]
    while todo:
        part = todo.pop()
        todo.extend(part.children)
        found = results.get(part.component.id)
        mark = float(found.mark.exact) if found is not None and found.mark is not None else 0
        weight = float(found.weight) if found is not None and found.points else 0
        assert sheet[part.mark].value == pytest.approx(mark), part.component.id
        assert sheet[part.weight].value == pytest.approx(weight), part.component.id


@pytest.mark.parametrize("name", [*bundled_library().ids, str(OWN)])
def test_answers_are_read_back_and_their_figures_are_stored(name: str, tmp_path: Path) -> None:
    instrument = kepatuhan.load_instrument(name)
    units = [
        UnitAnswers(unit.unit, unit.answers, type=unit.type, count=2)
        for unit in random_units(instrument, random.Random(5), NAMES)
    ]
    path = write_book(tmp_path / "a.xlsx", instrument, units)
    reading = (
        kepatuhan.read_answers(path) if name in bundled_library().ids else kepatuhan.read_answers(path, instrument)
    )
    assert not reading.problems
    assert [(u.unit, u.type, u.answers) for u in reading.units] == [(u.unit, u.type, u.answers) for u in units]
    compare(path, instrument, kepatuhan.score(instrument, reading.units))


def test_a_unit_that_only_a_sheet_of_observations_has_is_a_problem(tmp_path: Path) -> None:
    instrument = kepatuhan.load_instrument("ombudsman-2022")
    path = write_book(tmp_path / "a.xlsx", instrument, [UnitAnswers("A", {})])
    book = load_workbook(path)
    book["Responden"]["A4"] = "Lain"
    book["Responden"]["C4"] = "ya"
    book.save(path)
    with pytest.raises(ProblemsFound) as found:
        kepatuhan.read_answers(path)
    (problem,) = found.value.problems
    assert (problem.code, problem.facts["units"]) == ("KP712", ("Lain",))
    assert problem.where is not None
    assert problem.where.sheet == "Responden"


def test_it_prints_on_few_pages(tmp_path: Path) -> None:
    """Answers one page wide; of the workings the figures alone; their twins, which are long, not at all."""
    instrument = kepatuhan.load_instrument("ombudsman-2022")
    book = load_workbook(write_book(tmp_path / "a.xlsx", instrument, [UnitAnswers("A", {}), UnitAnswers("B", {})]))
    for name in ("Jawaban", "Petugas", "Produk", "Responden", "Hitungan", "Rekap"):
        page = book[name].page_setup
        assert (page.paperSize, page.orientation) == (9, "landscape")
        assert (page.fitToWidth or 1, page.fitToHeight) == (1, 0), name
    assert book["Hitungan"].print_area == "'Hitungan'!$A$1:$I$8"
    hidden = {sheet.title for sheet in book if sheet.sheet_state == "hidden"}
    assert hidden == {"Hitungan Petugas", "Hitungan Produk", "Hitungan Responden", "Daftar", "kepatuhan"}


def test_many_columns_are_spread_over_pages(tmp_path: Path) -> None:
    instrument = kepatuhan.load_instrument("pekppp-2023")
    book = load_workbook(write_book(tmp_path / "a.xlsx", instrument, [UnitAnswers("A", {})]))
    assert book["Jawaban"].page_setup.fitToWidth == 2


def test_an_untouched_workbook_is_read_without_a_word(tmp_path: Path) -> None:
    instrument = kepatuhan.load_instrument("ombudsman-2022")
    reading = kepatuhan.read_answers(write_book(tmp_path / "a.xlsx", instrument, [UnitAnswers("A", {})]))
    assert not reading.problems
    assert [(unit.unit, dict(unit.answers)) for unit in reading.units] == [("A", {})]


@pytest.mark.parametrize("counts", [(None, None), (3, None), (3, 0), (3, 2.5)])
def test_without_every_count_neither_the_recap_nor_score_has_an_institution(
    counts: tuple[Any, ...], tmp_path: Path
) -> None:
    instrument = kepatuhan.load_instrument("ombudsman-2021")
    units = [replace(unit, count=1) for unit in random_units(instrument, random.Random(7), ("A", "B"))]
    path, computed = write_book(tmp_path / "a.xlsx", instrument, units), tmp_path / "computed"
    book, plan = load_workbook(path), plan_matrix(instrument, units, ())
    assert plan.count_column is not None
    for row, count in enumerate(counts, start=FIRST_ROW):
        book["Jawaban"].cell(row, plan.count_column).value = count
    book.save(path)
    with pytest.raises(ProblemsFound) as found:
        kepatuhan.read_answers(path)
    assert {problem.code for problem in found.value.problems} <= {"KP817", "KP827"}
    shown = institution_score(recalculate([path], computed)[0])
    assert not isinstance(shown, int | float), shown


def test_a_workbook_written_without_counts_stores_no_institution_score(tmp_path: Path) -> None:
    instrument = kepatuhan.load_instrument("ombudsman-2021")
    units = random_units(instrument, random.Random(7), ("A", "B"))
    shown = institution_score(write_book(tmp_path / "a.xlsx", instrument, units))
    assert not isinstance(shown, int | float), shown


def institution_score(path: Path) -> Any:
    recap = load_workbook(path, data_only=True)["Rekap"]
    score = [str(cell.value) for cell in recap[3]].index("Nilai")
    return next(row[score].value for row in recap.iter_rows(min_row=FIRST_ROW) if row[0].value == "Instansi")


def test_a_unit_in_two_rows_has_a_word_in_the_place_of_its_score(tmp_path: Path) -> None:
    instrument = kepatuhan.load_instrument("ombudsman-2022")
    units = random_units(instrument, random.Random(7), ("A", "B"))
    path = write_book(tmp_path / "a.xlsx", instrument, units)
    book = load_workbook(path)
    book["Jawaban"].cell(FIRST_ROW + 2, 1).value = "a "
    book.save(path)
    recap = load_workbook(recalculate([path], tmp_path / "computed")[0], data_only=True)["Rekap"]
    score = [str(cell.value) for cell in recap[3]].index("Nilai")
    shown = [row[score].value for row in recap.iter_rows(min_row=FIRST_ROW, max_row=FIRST_ROW + 2)]
    assert [shown[0], shown[2]] == ["nama ganda: pakai satu baris"] * 2
    assert isinstance(shown[1], int | float)
