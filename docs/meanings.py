"""What a problem means, for the codes whose message does not say it all: why it is one, and what follows from it."""

from collections.abc import Mapping

MEANINGS: Mapping[str, str] = {
    "KP102": "Notepad and Excel on Windows can write other encodings; in their Save As window the choice is UTF-8.",
    "KP104": (
        "A file may have 5 MB, 40 levels and 200,000 values, counting what aliases stand for, and no alias may contain "
        "itself. Real instruments are far below all of these."
    ),
    "KP105": "YAML keeps the last of two equal keys and says nothing; the first value would be lost.",
    "KP106": (
        "YAML 1.1 reads `no` as false, `012` as 10, `12:30` as 750 and `2024-01-01` as a date. Where text is meant, it "
        "needs quotation marks; where a number is meant, it is written in digits with a decimal point."
    ),
    "KP111": "Without quotation marks the code `1.10` is the number 1.1, and the same as `1.1`.",
    "KP112": "A workbook finds its columns by their headings; a component of that name could not be told from them.",
    "KP113": "The number at `format` says how the file is written, not which edition it is.",
    "KP114": "Letter case does not tell codes apart: `p.01` and `P.01` are the same code to a workbook.",
    "KP119": "What every indicator of a group has in common stands in `defaults`; a question belongs to one indicator.",
    "KP122": "Letter case does not tell titles apart, and the title of one type may not be the key of another.",
    "KP201": (
        'The sum is compared exactly: three times 33.33 is 99.99, not 100. For equal parts write fractions (`"1/3"`) '
        "or `within: {weights: equal}`; leave `sum` out where the published weights are rounded."
    ),
    "KP202": "A weight of 0 would drop an indicator in silence. What is only reported has `scored: false`.",
    "KP205": "`weight: sum` lets a group weigh what its components weigh together.",
    "KP302": "Every answer would be worth the same, or the best one nothing.",
    "KP303": (
        "`zero` is the value that is worth nothing. It lies at `worst`, which is the default, or beyond it (the "
        "satisfaction survey has answers 1 to 4, and 0 is worth nothing)."
    ),
    "KP304": "Letter case and spaces do not tell answers apart.",
    "KP310": "A remark is added by an indicator that does not count in the score, for an answer that its scale has.",
    "KP311": (
        "A hyphen, a dash, `tidak berlaku`, `tidak relevan`, `tidak dipersyaratkan`, `tb` and `n/a`. Whether an "
        "indicator may be left out is said with `not_applicable: allowed`."
    ),
    "KP401": "Every score falls into a category, so the lowest one begins at the lowest score that a unit can have.",
    "KP405": (
        "A weighted roll-up multiplies each unit's score by a number from a column of the workbook, and `by` is the "
        "heading of that column. A heading that means something else already, or the code of a "
        "component, cannot be it."
    ),
    "KP407": (
        "The rows stand in one order, from the highest limit to the lowest or the other way round, as published. "
        "A digit that was mistyped often shows as a row that is out of order."
    ),
    "KP501": (
        "Whoever reviews the file must see for every figure where it was read, or why it was chosen. What a group "
        "states (beside `weight`, or in `within`) holds for everything below it."
    ),
    "KP601": "`--instrument` and a workbook name an instrument by its id, which has to lead to one file.",
    "KP602": (
        "An edition holds for its years, and who asks for a year of a family must be led to one of them. Where the "
        "rules changed within a year, the year belongs to the edition that was assessed with."
    ),
    "KP701": "A warning: the scores are computed without them. Headings such as `catatan` are passed over in silence.",
    "KP703": "What the file really is was seen from its first bytes; a web page renamed to .xlsx stays a web page.",
    "KP708": "A heading that only resembles a code is never taken for it: the wrong answers might be scored.",
    "KP712": "A code that is not there is not an answer that is still blank: a whole column may have been deleted.",
    "KP713": "A note: hidden sheets are never scored.",
    "KP714": "A note, one for each file.",
    "KP715": "A note: totals, averages, signatures and repeated headings are neither units nor answers.",
    "KP717": (
        "A warning. The workbook carries the fingerprint of the instrument it was made for, which changes with "
        "anything that decides scores, and not with texts."
    ),
    "KP723": "A warning: what was read is the file as it was saved last.",
    "KP724": "A note: the answers were read; only letters with accents may look wrong.",
    "KP728": "A warning, repeated beside every result: the official roll-up of this instrument is weighted.",
    "KP730": "A warning: a row without an answer, such as the title of a group, changes no score.",
    "KP733": "A note.",
    "KP804": "In Indonesia `1.087` is a thousand and more, in English a little over one; nothing is guessed.",
    "KP809": "An indicator may be left out for a unit only where the instrument says `not_applicable: allowed`.",
    "KP812": "Several answers of one unit are averaged only where the instrument says so with `observed`.",
    "KP813": "The instrument asks this indicator of other types of units only (`only_for`).",
    "KP814": "Either the score of a component is given, or it is computed from the answers below it; never both.",
    "KP816": "Two sheets with answers of the same respondents are often two copies of one interview.",
    "KP823": (
        "Official reports print components as weighted points, such as 12.16 of 21.85. Where every score of a workbook "
        "is at most its weight, both readings are possible, and the heading has to say which one is meant."
    ),
    "KP824": "The rows are taken together as one unit, and an indicator without `observed` takes one answer.",
}
"""In the order of the codes."""
