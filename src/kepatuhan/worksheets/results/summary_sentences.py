"""What the page "Ringkasan" says of the institution, as formulas and as it reads now."""

from fractions import Fraction

from kepatuhan.exact import round_half_up, to_text
from kepatuhan.messages import Words
from kepatuhan.scoring.results import Status
from kepatuhan.worksheets.form_plan import column_letters
from kepatuhan.worksheets.formula_text import in_sheet, quoted_text
from kepatuhan.worksheets.lists import band_name
from kepatuhan.worksheets.matrix_notice import NOTICE
from kepatuhan.worksheets.matrix_plan import FIRST_ROW, WORKINGS_SHEET
from kepatuhan.worksheets.results.summary_canvas import Page
from kepatuhan.worksheets.scoring_formulas import FigureWords
from kepatuhan.worksheets.sentences import rounded_text, sentence_formula
from kepatuhan.worksheets.unit_remarks import remarks_text

_WHICH = ("", "_blanks", "_units")
"""What is provisional about a score: some answers are blank and some units, or one of the two."""


def headline(page: Page, figure_words: FigureWords, words: Words) -> tuple[str, str]:
    """The institution's score against the target, as a formula and as it reads now."""
    institution, decimals = page.contents.result.institution, page.instrument.decimals
    score, band = page.institution_cell("score"), page.institution_cell("band")
    facts = {"score": rounded_text(score, decimals), "band": band}
    told: dict[str, object] = {"score": institution.score or 0, "band": band_name(institution.band)}
    if "remark" in page.recap.figures:
        remark, shown = page.institution_cell("remark"), remarks_text(page.instrument, institution.remarks)
        facts["band"] = f'{band}&IF({remark}="","",", "&{remark})'
        told["band"] = ", ".join(filter(None, (band_name(institution.band), shown)))
    refused = sentence_formula(words, "results.headline_refused", {"reason": score})
    is_blank = f"{score}={quoted_text(figure_words.not_filled_in)}"
    none = f"IF({is_blank},{quoted_text(words.text('results.headline_none'))},{refused})"
    target = page.instrument.target
    if target is None:
        sentence, message = sentence_formula(words, "results.headline", facts), "results.headline"
    else:
        goal, said = to_text(target), quoted_text(words.number(target))
        facts |= {
            "target": said,
            "gap": rounded_text(f"ABS({goal}-{score})", decimals),
        }
        below, at, above = (
            sentence_formula(words, f"results.headline_{where}", facts) for where in ("below", "at", "above")
        )
        sentence = f"IF({score}<{goal},{below},IF({score}={goal},{at},{above}))"
        now = Fraction(institution.score or 0)
        message = "results.headline_" + ("below" if now < target else "at" if now == target else "above")
        gap = abs(target - now)
        told |= {"target": target, "gap": round_half_up(gap.numerator, gap.denominator, decimals)}
    if institution.score is None:
        message = "results.headline_none"
    return f"=IF(COUNT({score})=0,{none},{sentence})", words.text(message, **told)


def provisional(page: Page, figure_words: FigureWords, words: Words) -> tuple[str, str]:
    """What is not counted as it should be, else what is not answered yet; nothing when everything is."""
    plan, result = page.plan, page.contents.result
    first, last = (column_letters(column) for column in plan.filled_columns)
    score = plan.figure_cells("")["score"]
    scores = in_sheet(WORKINGS_SHEET, f"${score}${FIRST_ROW}:${score}${plan.last_row}")
    filled = in_sheet(WORKINGS_SHEET, f"${first}${FIRST_ROW}:${last}${plan.last_row}")
    blank = f"SUMPRODUCT(ISNUMBER({scores})*({filled}=0))"
    units = f"COUNTIF({scores},{quoted_text(figure_words.not_filled_in)})"
    facts = {"blank": blank, "units": units}
    both, only_blanks, only_units = (sentence_formula(words, f"results.provisional{which}", facts) for which in _WHICH)
    sentence = f"IF({units}=0,{only_blanks},IF({blank}=0,{only_units},{both}))"
    blanks = sum(unit.blank for unit in result.units if unit.score is not None)
    not_filled = sum(unit.status is Status.NOT_FILLED_IN for unit in result.units)
    which = _WHICH[1] if not not_filled else _WHICH[2] if not blanks else _WHICH[0]
    shown = words.text(f"results.provisional{which}", blank=blanks, units=not_filled) if blanks or not_filled else ""
    provisional = f'IF({blank}+{units}=0,"",{sentence})'
    error, told = quoted_text(words.text("worksheet.matrix.error")), NOTICE
    return f'=IF({told}="",IFERROR({provisional},{error}),{told})', shown
