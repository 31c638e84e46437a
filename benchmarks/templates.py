"""What a template costs beside bare XlsxWriter: ``python benchmarks/templates.py [UNITS]`` (default: 300).

The bare side writes as many texts, blank cells, formulas and validations, of the same lengths, and works nothing out.
"""

import io
import resource
import statistics
import sys
from typing import Any

from scoring import seconds
from xlsxwriter.workbook import Workbook

import kepatuhan
from kepatuhan.instrument.model import Indicator, Instrument
from kepatuhan.messages import Words
from kepatuhan.worksheets.form_plan import CODE, MEANING, QUESTION, plan_form
from kepatuhan.worksheets.formulas import form_formulas
from kepatuhan.worksheets.improvements import improvement_formulas
from kepatuhan.worksheets.lists import make_lists
from kepatuhan.worksheets.matrix import write_matrix
from kepatuhan.worksheets.scoring_formulas import FigureWords
from kepatuhan.worksheets.template import write_template
from kepatuhan.worksheets.unknown_answers import unknown_formulas

ROUNDS = 3
RULE: dict[str, Any] = {
    "validate": "list",
    "source": "=Daftar!$B$2:$B$5",
    "input_title": "I.01",
    "input_message": "Isi dengan bilangan bulat 0 sampai 3. Belum dijawab: kosongkan.",
    "error_title": "Jawaban tidak dikenal",
    "error_message": "Jawaban I.01 harus salah satu dari: bilangan bulat 0 sampai 3. Tekan Batal, lalu isi lagi.",
}
NOTE: dict[str, Any] = {"validate": "any", "input_title": "Bukti yang diperlukan", "input_message": "dokumen " * 15}


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    instrument = kepatuhan.load_instrument("ombudsman-2022")
    words = Words("id")
    units = [kepatuhan.UnitAnswers(f"Unit {number}", {}) for number in range(count)]
    ours = statistics.median(seconds(lambda: write_template(instrument, units, "a.xlsx", words)) for _ in range(ROUNDS))
    half = statistics.median(
        seconds(lambda: write_template(instrument, units[: count // 2], "a.xlsx", words)) for _ in range(ROUNDS)
    )
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    bare = statistics.median(seconds(lambda: write_bare(instrument, count)) for _ in range(ROUNDS))
    print(f"{count} units: {ours:.2f} s, {ours / bare:.2f} times bare XlsxWriter (aim: at most 3)")
    print(f"from half as many: {ours / half:.2f} times as long (aim: about 2); memory {memory} MiB (aim: under 300)")
    matrix = statistics.median(seconds(lambda: write_matrix(instrument, units, "a.xlsx", words)) for _ in range(ROUNDS))
    part = statistics.median(
        seconds(lambda: write_matrix(instrument, units[: count // 2], "a.xlsx", words)) for _ in range(ROUNDS)
    )
    print(f"matrix: {matrix:.2f} s, {matrix / ours:.2f} times the form")
    print(f"from half as many: {matrix / part:.2f} times as long (aim: about 2)")


def write_bare(instrument: Instrument, count: int) -> None:
    """The same cells, without a thought."""
    plan = plan_form(instrument, None)
    lists, words = make_lists(instrument), FigureWords("belum diisi", "tidak dinilai", "dari")
    formulas = {
        **form_formulas(plan, lists, words),
        **improvement_formulas(plan),
        **unknown_formulas(plan, lists, Words("id")),
    }
    with Workbook(io.BytesIO()) as book:
        style = book.add_format({"text_wrap": True})
        for number in range(count):
            sheet = book.add_worksheet(f"Unit {number}")
            for cell, formula in formulas.items():
                sheet.write_formula(cell, formula, style, 0)
            for row in plan.rows:
                if not isinstance(row.component, Indicator):
                    for column in range(len(plan.headings)):
                        sheet.write_blank(row.row - 1, column, None, style)
                    continue
                meaning = "\n".join(row.component.steps.values())
                texts = (row.component.id, row.component.title, row.component.question or "")
                for column, text in enumerate(texts):
                    sheet.write_string(row.row - 1, column, text, style)
                sheet.write_string(plan.cell(MEANING, row.row), meaning, style)
                last = plan.column(MEANING) - 1
                for column in (*range(plan.column(QUESTION), last), last + 1, last + 2):
                    sheet.write_blank(row.row - 1, column, None, style)
                sheet.data_validation(row.row - 1, 3, row.row - 1, last - 1, RULE)
                sheet.data_validation(plan.cell(CODE, row.row), NOTE)


if __name__ == "__main__":
    main()
