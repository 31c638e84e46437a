"""The workbook of results: every number in it is a formula that says what the scorer says, now and after changes."""

import random
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

import kepatuhan
from kepatuhan.exact import round_half_up
from kepatuhan.instrument.model import Instrument
from kepatuhan.problems import ProblemsFound
from kepatuhan.scoring.answers import Answer, DirectScore, Observations, UnitAnswers
from kepatuhan.scoring.gains import points_to_add
from kepatuhan.scoring.results import Result
from kepatuhan.worksheets.lists import band_name
from kepatuhan.worksheets.matrix_plan import FIRST_ROW, plan_matrix
from kepatuhan.worksheets.results.shortcomings import find_shortcomings
from kepatuhan.worksheets.results.shortcomings_sheet import FIRST
from tests.results.books import earlier_scores, instruments, results_units, write
from tests.worksheets.spreadsheet import recalculate
from tests.worksheets.typing_in import typed

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.xlsx"))
FILES_EACH = 2
Case = tuple[Instrument, list[UnitAnswers], Path, Path]
"""Instrument, units, the workbook as it was written, and as a spreadsheet program computed it."""


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> list[Case]:
    written, computed = tmp_path_factory.mktemp("written"), tmp_path_factory.mktemp("computed")
    made = []
    for number, instrument in enumerate(instruments(written)):
        for seed in range(FILES_EACH):
            units = results_units(instrument, random.Random(100 * number + seed))
            earlier = earlier_scores(units, random.Random(seed)) if seed else None
            made.append(
                (instrument, units, write(written / f"{number}-{seed}.xlsx", instrument, units, earlier=earlier))
            )
    for number, example in enumerate(EXAMPLES):
        reading = kepatuhan.read_answers(example)
        units = list(reading.units)
        made.append((reading.instrument, units, write(written / f"example-{number}.xlsx", reading.instrument, units)))
    copies = recalculate([path for _, _, path in made], computed)
    return [(*case, copy) for case, copy in zip(made, copies, strict=True)]


def test_every_cell_shows_computed_anew_what_was_stored_beside_its_formula(cases: list[Case]) -> None:
    for _, _, written, computed in cases:
        stored, anew = load_workbook(written, data_only=True), load_workbook(computed, data_only=True)
        assert stored.sheetnames == anew.sheetnames
        for sheet in stored.worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    now = anew[sheet.title][cell.coordinate].value
                    where = f"{written.name} {sheet.title}!{cell.coordinate}"
                    assert same(cell.value, now), f"{where}: {cell.value!r} {now!r}"


def same(one: Any, other: Any) -> bool:
    """Whether two cells show the same; a text may bear numbers in the form of another language."""
    if isinstance(one, int | float) and isinstance(other, int | float):
        return one == pytest.approx(other, abs=1e-9)
    return str(one or "").replace(",", ".") == str(other or "").replace(",", ".")


def test_without_an_institution_nothing_is_said_to_add_to_it(tmp_path: Path) -> None:
    instrument = kepatuhan.load_instrument("ombudsman-2022")
    path = write(tmp_path / "a.xlsx", instrument, results_units(instrument, random.Random(3)), is_partial=True)
    for copy in (path, *recalculate([path], tmp_path / "computed")):
        book = load_workbook(copy, data_only=True)
        assert set(column(book, "Kekurangan", 4, "Tambahan untuk instansi")) == {None}
        assert any(column(book, "Kekurangan", 4, "Tambahan untuk unit"))
        assert not any(text == "Bagian dalam nilai instansi" for text in (cell.value for cell in book["Rekap"][3]))


def scattered(path: Path, sheet: str, dice: random.Random, columns: int) -> None:
    """Put the rows of observations in another order, as somebody who sorts them does."""
    book = load_workbook(path)
    rows = [[cell.value for cell in row[:columns]] for row in book[sheet].iter_rows(min_row=FIRST_ROW)]
    dice.shuffle(rows)
    for number, row in enumerate(rows, start=FIRST_ROW):
        for column_number, value in enumerate(row, start=1):
            cell = book[sheet].cell(number, column_number)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
    book.save(path)


def test_observations_in_another_order_are_scored_the_same(tmp_path: Path) -> None:
    """The formulas look at the rows of a unit alone where they stand together, and at all rows where they do not."""
    own = instruments(tmp_path)[-2]
    paths, results = [], []
    for number, instrument in enumerate((own, kepatuhan.load_instrument("ombudsman-2022"))):
        units = results_units(instrument, random.Random(11))
        path = write(tmp_path / f"{number}.xlsx", instrument, units)
        plan = plan_matrix(instrument, units, (), is_result=True)
        for sheet in plan.observations:
            columns = sheet.first_answer + len(sheet.indicators) - 1
            scattered(path, sheet.name, random.Random(number), columns)
        assert plan.observations
        paths.append(path)
        results.append(kepatuhan.score(instrument, units))
        again = kepatuhan.score(instrument, kepatuhan.read_answers(path, instrument).units)
        assert [unit.score for unit in again.units] == [unit.score for unit in results[-1].units]
    for result, copy in zip(results, recalculate(paths, tmp_path / "computed"), strict=True):
        book = load_workbook(copy, data_only=True)
        compare(book, result, copy.name)
        assert set(column(book, "Pemeriksaan", 5, "Hasil")[: len(result.units) + 1]) == {"sama"}
        spans = [n for n, cell in enumerate(book["Hitungan"][3]) if str(cell.value).startswith("Baris terakhir")]
        ends = [row[n] for row in book["Hitungan"].iter_rows(min_row=FIRST_ROW, values_only=True) for n in spans]
        assert 0 in ends


@pytest.mark.parametrize("sheet", ["Jawaban", "Responden"])
def test_rows_that_are_added_and_not_counted_are_said_loudly(sheet: str, tmp_path: Path) -> None:
    instrument = kepatuhan.load_instrument("ombudsman-2022")
    units = some_units(instrument)
    path = write(tmp_path / "a.xlsx", instrument, units)
    book = load_workbook(path)
    rows = [row[0] for row in book[sheet].iter_rows(min_row=FIRST_ROW, max_col=1) if row[0].value]
    added = book[sheet].cell(rows[-1].row + 1, 1)
    added.value, added.data_type = units[0].unit, "s"
    book.save(path)
    shown = load_workbook(recalculate([path], tmp_path / "computed")[0], data_only=True)
    for where in ("Pemeriksaan", "Ringkasan"):
        assert any(str(row[0].value or "").startswith("1 baris ditambahkan") for row in shown[where].iter_rows()), where


@pytest.mark.parametrize("name", ["Dinas " + "panjang " * 60, "?" * 200, "~*" * 150])
def test_names_longer_than_excel_looks_for_find_their_observations(name: str, tmp_path: Path) -> None:
    instrument = kepatuhan.load_instrument("ombudsman-2022")
    units = [replace(unit, unit=name) if n == 2 else unit for n, unit in enumerate(some_units(instrument))]
    path = write(tmp_path / "a.xlsx", instrument, units)
    formulas = load_workbook(path)["Hitungan Responden"]
    assert "LEN(" in str(formulas.cell(FIRST_ROW, 1).value)
    book = load_workbook(recalculate([path], tmp_path / "computed")[0], data_only=True)
    compare(book, kepatuhan.score(instrument, units), path.name)


def test_words_of_several_observations_are_counted(tmp_path: Path) -> None:
    instrument = kepatuhan.load_instrument("ombudsman-2022")
    answers: dict[str, Answer] = {
        "O.01": Observations(("tidak",) * 18 + ("ya",) * 12),
        "I.10": 1,
        "P.01": Observations((3, 2, 2)),
    }
    path = write(tmp_path / "a.xlsx", instrument, [UnitAnswers("A", answers)])
    for copy in (path, *recalculate([path], tmp_path / "computed")):
        book = load_workbook(copy, data_only=True)
        rows = zip(column(book, "Kekurangan", 4, "Kode"), column(book, "Kekurangan", 4, "Jawaban"), strict=True)
        told = {name: answer for name, answer in rows if name in answers}
        assert told == {"O.01": "18 tidak, 12 ya", "I.10": 1, "P.01": pytest.approx(2.33)}


def some_units(instrument: Instrument) -> list[UnitAnswers]:
    return results_units(instrument, random.Random(3))


@pytest.mark.parametrize("typed_in", [150, -5, "87,5", "tinggi", True])
def test_what_is_no_direct_score_is_called_unknown_and_gives_no_score(typed_in: Any, tmp_path: Path) -> None:
    instrument = kepatuhan.load_instrument("ombudsman-2022")
    units = [UnitAnswers(name, {}, {"nilai": DirectScore(80, 100)}) for name in ("A", "B")]
    path = write(tmp_path / "a.xlsx", instrument, units)
    book, plan = load_workbook(path), plan_matrix(instrument, units, (), is_result=True)
    book["Jawaban"].cell(FIRST_ROW, plan.first_direct).value = typed_in
    book.save(path)
    shown = load_workbook(recalculate([path], tmp_path / "computed")[0], data_only=True)
    assert column(shown, "Rekap", 3, "Nilai")[:2] == ["nilai langsung tidak dikenal", 80]
    assert str(shown["Jawaban"]["A2"].value).startswith("1 isian tidak dikenal")


def test_without_its_counts_a_weighted_institution_has_no_score(tmp_path: Path) -> None:
    instrument = instruments(tmp_path)[-1]
    units = results_units(instrument, random.Random(5))
    path = write(tmp_path / "a.xlsx", instrument, units)
    book, plan = load_workbook(path), plan_matrix(instrument, units, (), is_result=True)
    assert plan.count_column is not None
    for row in plan.unit_rows:
        book["Jawaban"].cell(row, plan.count_column).value = None
    book.save(path)
    shown = load_workbook(recalculate([path], tmp_path / "computed")[0], data_only=True)
    assert column(shown, "Rekap", 3, "Nilai")[len(units)] == "lengkapi produk"
    with pytest.raises(ProblemsFound):
        kepatuhan.read_answers(path, instrument)


def test_what_is_not_in_a_units_hands_is_not_proposed() -> None:
    instrument = kepatuhan.load_instrument("ombudsman-2022")
    unit = UnitAnswers("A", {}, {"output": DirectScore(40, 100), "input": DirectScore(40, 100)})
    rows = find_shortcomings(kepatuhan.score(instrument, [unit]), has_institution=True).rows
    told = {row.component.id: row.is_in_hands for row in rows if row.component.id in ("output", "input")}
    assert told == {"output": False, "input": True}


def test_what_was_written_is_what_the_scorer_says(cases: list[Case]) -> None:
    for instrument, units, written, _ in cases:
        result = kepatuhan.score(instrument, units)
        book = load_workbook(written, data_only=True)
        compare(book, result, written.name)
        verdicts = column(book, "Pemeriksaan", 5, "Hasil")
        assert set(verdicts[: len(units) + 1]) == {"sama"}


def test_the_answers_are_scored_again_to_the_same_result(cases: list[Case]) -> None:
    for instrument, units, written, _ in cases:
        reading = kepatuhan.read_answers(written, instrument)
        again, before = kepatuhan.score(instrument, reading.units), kepatuhan.score(instrument, units)
        assert [(u.unit, u.score, u.answered, u.blank, u.not_applicable) for u in again.units] == [
            (u.unit, u.score, u.answered, u.blank, u.not_applicable) for u in before.units
        ], written.name
        assert again.institution == before.institution


def test_every_number_follows_an_answer_that_is_changed(
    cases: list[Case], tmp_path_factory: pytest.TempPathFactory
) -> None:
    changed, computed = tmp_path_factory.mktemp("changed"), tmp_path_factory.mktemp("recomputed")
    paths = []
    for number, (instrument, units, written, _) in enumerate(cases):
        paths.append(changed / written.name)
        change(instrument, units, written, paths[-1], random.Random(number))
    differ = 0
    for (instrument, units, _, _), path, copy in zip(cases, paths, recalculate(paths, computed), strict=True):
        reading = kepatuhan.read_answers(path, instrument)
        before, now = kepatuhan.score(instrument, units), kepatuhan.score(instrument, reading.units)
        book = load_workbook(copy, data_only=True)
        compare(book, now, path.name)
        verdicts = column(book, "Pemeriksaan", 5, "Hasil")
        expected = [
            "sama" if (one.score, set(one.remarks)) == (other.score, set(other.remarks)) else "berbeda"
            for one, other in zip(before.units, now.units, strict=True)
        ]
        assert verdicts[: len(units)] == expected, path.name
        differ += expected.count("berbeda")
    assert differ > len(cases)


def change(instrument: Instrument, units: list[UnitAnswers], path: Path, target: Path, dice: random.Random) -> None:
    """Type into some cells of answers; openpyxl drops what was stored beside the formulas."""
    book, plan = load_workbook(path), plan_matrix(instrument, units, (), is_result=True)

    def put(sheet: str, row: int, column: int, value: Any) -> None:
        cell = book[sheet].cell(row, column)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"

    for position, unit in enumerate(units):
        row = FIRST_ROW + position
        for number, given in enumerate(plan.direct, start=plan.first_direct):
            if given.id in unit.direct and len(unit.direct) == 1:
                put("Jawaban", row, number, float(given.most * dice.randint(0, 4)) / 4)
        if unit.direct:
            continue
        for number, indicator in enumerate(plan.single, start=plan.first_answer):
            if indicator.fits(unit.type) and dice.random() < 0.3:
                put("Jawaban", row, number, dice.choice((typed(indicator, dice), typed(indicator, dice), None)))
    for sheet in plan.observations:
        for row, place in enumerate(sheet.rows, start=FIRST_ROW):
            if units[place.unit].direct:
                continue
            for indicator in sheet.indicators:
                if indicator.fits(units[place.unit].type) and dice.random() < 0.2:
                    put(sheet.name, row, sheet.column(indicator), typed(indicator, dice))
    book.save(target)


def compare(book: Workbook, result: Result, where: str) -> None:
    """Hold every sheet of figures against the result."""
    titles = {component.id: component.title for component in result.instrument.components}
    names = ("Nilai", "Kategori", "Kurang dari target", *titles.values())
    recap = {name: column(book, "Rekap", 3, name) for name in names}
    for position, unit in enumerate(result.units):
        shown = recap["Nilai"][position]
        if unit.score is None:
            assert shown in ("belum diisi", "tidak dinilai"), f"{where} {unit.unit}"
        else:
            assert shown == float(unit.score), f"{where} {unit.unit}"
            assert (recap["Kategori"][position] or "") == band_name(unit.band)
        for part, top in unit.top_scores.items():
            cell = recap[titles[part]][position]
            assert cell in ((None, "") if top is None or unit.score is None else (float(top),)), f"{where} {part}"
        if result.target is not None:
            gap = recap["Kurang dari target"][position]
            assert gap in ((None, "") if unit.gap is None else (float(unit.gap),))
    remarks = column(book, "Rekap", 3, "Keterangan")
    expected = [set(unit.remarks) for unit in result.units]
    expected.append(set(result.institution.remarks) if result.institution.score is not None else set())
    shown = [set(filter(None, str(cell or "").split(", "))) for cell in remarks[: len(expected)]]
    assert shown == expected if remarks else not any(expected), where
    institution = recap["Nilai"][len(result.units)]
    assert institution == (None if result.institution.score is None else float(result.institution.score)) or (
        result.institution.score is None and institution == "belum diisi"
    ), where
    compare_shortcomings(book, result, where)
    compare_summary(book, result, where)


def compare_shortcomings(book: Workbook, result: Result, where: str) -> None:
    """Whatever is in the list says what it would add now."""
    sheet = book["Kekurangan"]
    points = {
        (unit.unit, part.component.id): points_to_add(part) if unit.score is not None and not unit.is_direct else 0
        for unit in result.units
        for top in unit.components
        for part in top.walk()
    }
    seen = 0
    for row in sheet.iter_rows(min_row=FIRST, values_only=True):
        expected = points.get((str(row[0]), str(row[1])))
        if expected is not None:
            assert row[4] == pytest.approx(float(expected), abs=1e-8), f"{where} {row[:3]}"
            seen += 1
    assert seen or not any(points.values())


def compare_summary(book: Workbook, result: Result, where: str) -> None:
    """The page names what adds most, and what it makes of the institution's score."""
    sheet = book["Ringkasan"]
    texts = [str(row[0].value or "") for row in sheet.iter_rows()]
    best = [row for row in find_shortcomings(result, has_institution=True).rows if row.institution_points > 0]
    best = [row for row in best if row.is_in_hands][:5]
    listed = {(str(r[0]), str(r[1])) for r in book["Kekurangan"].iter_rows(min_row=FIRST, values_only=True)}
    if any((result.units[row.unit].unit, row.component.id) not in listed for row in best):
        return  # a score given directly was taken away, and what is below it is not in the list
    if any(text.startswith("Tidak ada perbaikan yang dapat diusulkan") for text in texts):
        assert not best, where
        return
    start = next(n for n, text in enumerate(texts, start=1) if text.startswith("Yang dapat dikerjakan unit")) + 2
    shown = [sheet.cell(row, 2).value for row in range(start, start + 5)]
    assert [value for value in shown if value not in (None, "")] == [
        pytest.approx(float(row.institution_points), abs=1e-8) for row in best
    ], where
    sentence = texts[start + 4]
    if not best:
        assert sentence in ("", "Semua yang dapat dikerjakan unit sudah bernilai penuh.")
        return
    marks = [(unit.mark.exact, unit.roll_up_count or 1) for unit in result.units if unit.mark is not None]
    if result.weighted_by is None:
        marks = [(mark, 1) for mark, _ in marks]
    mark = sum((mark * count for mark, count in marks), Fraction(0)) / sum(count for _, count in marks)
    after = result.instrument.full_score * mark + sum(row.institution_points for row in best)
    expected = round_half_up(after.numerator, after.denominator, result.instrument.decimals)
    assert sentence.replace(".", ",").rstrip(",").endswith(str(expected).replace(".", ",")), f"{where}: {sentence}"


def column(book: Workbook, sheet: str, header: int, heading: str) -> list[Any]:
    """The cells below a heading (or the first that begins so), of a sheet whose headings stand in a row."""
    headings = [str(cell.value or "") for cell in book[sheet][header]]
    number = next((n for n, text in enumerate(headings) if text == heading), None)
    if number is None:
        number = next((n for n, text in enumerate(headings) if text.startswith(heading)), None)
    if number is None:
        return []
    return [row[number] for row in book[sheet].iter_rows(min_row=header + 1, values_only=True)]
