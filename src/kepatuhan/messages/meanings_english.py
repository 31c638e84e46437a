"""What a problem of a workbook means, in English, where its message does not say it all: why it is one, what follows."""

from collections.abc import Mapping

MEANINGS: Mapping[str, str] = {
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
    "KP784": "A note: more than one separator would give known headings, and the one that fits most lines was taken.",
    "KP785": "A warning: names that are only nearly the same are never taken together.",
    "KP786": "A note: a unit may send several files. Two answers to one indicator are a problem of their own.",
    "KP787": "A note: upper and lower case do not matter.",
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
