"""What every rule for indicator files means, in English: shown by ``check --explain`` and, in docs/problems.md, in English."""

from collections.abc import Mapping

from kepatuhan.messages.explanation import Explanation

EXPLANATIONS: Mapping[str, Explanation] = {
    "KP101": Explanation(
        title="The file cannot be read",
        why="There is no file of that name, it is a folder, or it may not be read; a file can also vanish while it is checked.",
        mend="Check the name of the file and the permission to read it.",
    ),
    "KP102": Explanation(
        title="The file is not UTF-8 text",
        why="Notepad and Excel on Windows can write other encodings, and letters with accents would be read wrongly.",
        mend="Save it again, and choose UTF-8 in the Save As window.",
    ),
    "KP103": Explanation(
        title="The YAML cannot be understood",
        why="The punctuation here makes no pairs of key and value, so the rest of the file cannot be read.",
        mend="Correct the line; a text with a colon or another special sign needs quotation marks.",
    ),
    "KP104": Explanation(
        title="The file is too large or too deep",
        why="A file may have 5 MB, 40 levels and 200,000 values, counting what aliases stand for, and no alias may contain itself. A file with more than 1,000 errors is told up to there. Real instruments are far below all of these.",
        mend="Simplify it, and write values instead of aliases.",
    ),
    "KP105": Explanation(
        title="A key is given twice",
        why="YAML keeps the last of two equal keys and says nothing; the first value would be lost.",
        mend="Delete one of the two.",
    ),
    "KP106": Explanation(
        title="A text that YAML reads as something else",
        why="YAML 1.1 reads `no` as false, `012` as 10, `12:30` as 750 and `2024-01-01` as a date.",
        mend="Put text in quotation marks; write numbers in plain digits with a decimal point.",
    ),
    "KP107": Explanation(
        title="The file holds no keys",
        why="An indicator file is made of pairs of key and value; an empty file or a list is no instrument.",
        mend="Begin with the line `format: 1`, or copy a bundled instrument.",
    ),
    "KP108": Explanation(
        title="A key is misspelt",
        why="Another reader would pass over a key that it does not know, and its value would be lost in silence.",
        mend="Spell the key as suggested.",
    ),
    "KP109": Explanation(
        title="A required key is missing",
        why="Without this key it cannot be told what is meant.",
        mend="Add the key with its value.",
    ),
    "KP110": Explanation(
        title="A value of the wrong kind",
        why="The value is not of the kind that belongs here: a word in place of a number, for example, or a number with a decimal comma (`40,5` is text to YAML).",
        mend="Write a value of the kind that is named; numbers have a decimal point.",
    ),
    "KP111": Explanation(
        title="A code that is a number without quotation marks",
        why="Without quotation marks the code `1.10` is the number 1.1, and the same as `1.1`.",
        mend="Write the code in quotation marks.",
    ),
    "KP112": Explanation(
        title="A code that worksheets use already",
        why="A workbook finds its columns by their headings; a component of that name could not be told from them.",
        mend="Choose another code.",
    ),
    "KP113": Explanation(
        title="The format of the file is not known",
        why="The number at `format` says how the file is written, not which edition it is.",
        mend="Update kepatuhan, or write `format: 1` if that is what the file is.",
    ),
    "KP114": Explanation(
        title="A code is used twice",
        why="Letter case does not tell codes apart: `p.01` and `P.01` are the same code to a workbook.",
        mend="Give every component a code of its own.",
    ),
    "KP115": Explanation(
        title="A choice that there is not",
        why="This key knows a few words only, and what is written is none of them.",
        mend="Use one of the words that are named.",
    ),
    "KP116": Explanation(
        title="A TAB at the beginning of a line",
        why="YAML indents with spaces only; a TAB is wider in one editor than in another.",
        mend="Replace the TAB by spaces.",
    ),
    "KP117": Explanation(
        title="A key is not known",
        why="The format has no such key, so its value would never be used.",
        mend="Use one of the keys that are named, or delete it; a remark can be a comment.",
    ),
    "KP118": Explanation(
        title="A type of unit is not known",
        why="`only_for` names a type that `unit_types` does not have; nobody would be asked that indicator.",
        mend="Correct its spelling, or add the type.",
    ),
    "KP119": Explanation(
        title="A key of indicators on a group",
        why="A question, a scale and the like belong to one indicator; what every indicator of a group has in common stands in `defaults`.",
        mend="Move it to `defaults`, or to the indicators.",
    ),
    "KP120": Explanation(
        title="A key of groups on an indicator",
        why="`within` and `defaults` are about the components below; there are none.",
        mend="Delete the line.",
    ),
    "KP121": Explanation(
        title="There is no such instrument",
        why="The command names an instrument that is not bundled.",
        mend="Choose one of those there are, or name a .yaml file.",
    ),
    "KP122": Explanation(
        title="Types of units that cannot be told apart",
        why="The column Jenis may hold the key or the title, and letter case does not tell them apart; the title of one type may not be the key of another.",
        mend="Give it another title.",
    ),
    "KP123": Explanation(
        title="A year is written twice",
        why="Another year may have been meant.",
        mend="Delete one of the two, or write the year that was meant.",
    ),
    "KP124": Explanation(
        title="An ignore comment is not complete",
        why="Whoever reviews the file must see what is ignored and why; a hyphen or other signs alone are no reason. Without both nothing is ignored.",
        mend="Write the code and the reason: `# kepatuhan: ignore KP504 the reason`.",
    ),
    "KP125": Explanation(
        title="An ignore comment with an unknown code",
        why="There is no such code, so the comment ignores nothing.",
        mend="Write the code as the report of the check shows it.",
    ),
    "KP126": Explanation(
        title="An ignore comment that is not needed",
        why="The problem is gone, or stands on another line; a comment that was left behind could hide a new one.",
        mend="Delete the comment, or move it to the line of the problem.",
    ),
    "KP127": Explanation(
        title="An ignore comment for an error",
        why="A file with an error is not safe to score with, whoever agrees to it. Only warnings and notes can be ignored.",
        mend="Correct the error, then delete the comment.",
    ),
    "KP128": Explanation(
        title="A decimal comma in braces",
        why="Inside braces a comma begins the next key: `{weight: 25,5}` is the weight 25 and a key 5 without a value.",
        mend="Write the number with a decimal point: `25.5`.",
    ),
    "KP129": Explanation(
        title="A code is ignored twice",
        why="Two comments, or one comment with the code twice, ignore the same code on the same line; when the problem is gone, one of them is easily left behind.",
        mend="Delete one of the two, and keep the better reason.",
    ),
    "KP201": Explanation(
        title="Weights do not add up",
        why="The sum is compared exactly: three times 33.33 is 99.99, not 100.",
        mend='Correct the weights. For equal parts write fractions (`"1/3"`) or `within: {weights: equal}`; leave `sum` out where the published weights are rounded.',
    ),
    "KP202": Explanation(
        title="A weight is not above 0",
        why="A weight of 0 would drop an indicator in silence, and a negative one would turn its meaning round.",
        mend="Write the right weight; what is only reported has `scored: false`.",
    ),
    "KP203": Explanation(
        title="A weight is missing",
        why="Some members of the group have a weight and some have none, so their shares cannot be told.",
        mend="Give it a weight, or write `weights: equal` for the group.",
    ),
    "KP204": Explanation(
        title="A weight beside weights: equal",
        why="The group says that all weights are equal, and one member states a figure.",
        mend="Delete one of the two.",
    ),
    "KP205": Explanation(
        title="weight: sum without components",
        why="`weight: sum` lets a group weigh what its components weigh together; there are none here.",
        mend="Write its weight.",
    ),
    "KP206": Explanation(
        title="Nothing is scored",
        why="A group without an indicator that is scored has no score.",
        mend="Add an indicator that is scored, or delete the group.",
    ),
    "KP207": Explanation(
        title="Weights add up to nearly 1 or 100",
        why="Weights are relative inside a group, so one that was mistyped or left out does not show. A sum of nearly 1 or 100 often means that.",
        mend="Write at `within.sum` what they should add up to; a sum that was published may well be 99.5.",
    ),
    "KP208": Explanation(
        title="A weight too small to be noticed",
        why="Below 0.1 % of the final score, the best and the worst answer hardly differ; a decimal point may be misplaced.",
        mend="Check the weight; what is only reported has `scored: false`.",
    ),
    "KP301": Explanation(
        title="A scale is not known",
        why="An indicator names a scale that `scales` does not have.",
        mend="Correct the name, or add the scale.",
    ),
    "KP302": Explanation(
        title="A flat scale",
        why="Every answer would be worth the same, or the best one nothing.",
        mend="Correct its limits or points.",
    ),
    "KP303": Explanation(
        title="zero inside the scale",
        why="`zero` is the value that is worth nothing. It lies at `worst`, which is the default, or beyond it (the satisfaction survey has answers 1 to 4, and 0 is worth nothing).",
        mend="Move `zero` to `worst` or outside the scale.",
    ),
    "KP304": Explanation(
        title="An answer means two things",
        why="Letter case and spaces do not tell answers apart.",
        mend="Use each spelling for one option only.",
    ),
    "KP305": Explanation(
        title="Points that are not 0 or more",
        why="Points below 0 would make scores below 0, and without points above 0 there is no best answer.",
        mend="Correct the points: 0 or more, and at least one above 0.",
    ),
    "KP306": Explanation(
        title="A scale is missing",
        why="Without a scale an answer cannot be marked.",
        mend="Add `scale` here, or in the `defaults` of the group.",
    ),
    "KP307": Explanation(
        title="The limits of a scale are not whole",
        why="`whole: true` takes whole numbers only, so a limit such as 2.5 is never reached.",
        mend="Correct the limits, or delete `whole`.",
    ),
    "KP308": Explanation(
        title="A scale of neither options nor limits",
        why="A scale has options with points (`options`), or numbers from `worst` to `best`; not both.",
        mend="Give one of the two.",
    ),
    "KP309": Explanation(
        title="Spellings of an option that there is not",
        why="`also` gives other spellings of an option, and `options` does not have it.",
        mend="Correct the spelling of the option.",
    ),
    "KP310": Explanation(
        title="appends out of place",
        why="A remark is added by an indicator that does not count in the score, for an answer that its scale has.",
        mend="Correct the answer, write `scored: false`, or delete `appends`.",
    ),
    "KP311": Explanation(
        title="An answer that means blank",
        why="A hyphen, a dash, `tidak berlaku`, `tidak relevan`, `tidak dipersyaratkan`, `tb` and `n/a` mean in every worksheet not filled in, or not applicable.",
        mend="Delete or replace the word; whether an indicator may be left out is said with `not_applicable: allowed`.",
    ),
    "KP312": Explanation(
        title="A scale is not used",
        why="No indicator uses this scale; one may name another scale by mistake.",
        mend="Delete the scale, or name it where it belongs.",
    ),
    "KP313": Explanation(
        title="A meaning for a mark that there is not",
        why='`steps` describes a mark that cannot be answered; the scale may be the wrong one. A step may be a mark, a span such as `"0-1"`, or an option by any of its spellings.',
        mend="Correct the mark, or delete it.",
    ),
    "KP314": Explanation(
        title="A mark without a meaning",
        why="Some marks are described and some are not, so that everybody takes them in another way.",
        mend="Describe every mark of the scale.",
    ),
    "KP315": Explanation(
        title="A mark described twice",
        why="Two steps describe one mark, such as `2` beside `2-3`, or an option beside another spelling of it; only the first would be shown.",
        mend="Correct one of the two, or delete it.",
    ),
    "KP401": Explanation(
        title="The lowest category begins too high",
        why="Every score falls into a category, so the lowest one begins at the lowest score that a unit can have.",
        mend="Begin at the lowest score that is named.",
    ),
    "KP402": Explanation(
        title="A limit is used twice",
        why="A score at that limit would fall into two categories.",
        mend="Give every category a limit of its own.",
    ),
    "KP403": Explanation(
        title="A category above the full score",
        why="No score can reach that limit.",
        mend="Correct or delete the limit.",
    ),
    "KP404": Explanation(
        title="A target out of reach",
        why="The target lies between 0 and the full score.",
        mend="Correct `target` or `full_score`.",
    ),
    "KP405": Explanation(
        title="A roll-up without its column",
        why="A weighted roll-up multiplies each unit's score by a number from a column of the workbook, and `by` is the heading of that column. A heading that means something else already, or the code of a component, cannot be it.",
        mend="Give `by` a heading that is not used yet; `method: mean` needs none.",
    ),
    "KP406": Explanation(
        title="The full score is not above 0",
        why="Scores go from 0 to the full score.",
        mend="Correct `full_score`.",
    ),
    "KP407": Explanation(
        title="Categories change direction",
        why="The rows stand in one order, from the highest limit to the lowest or the other way round, as published. A digit that was mistyped often shows as a row that is out of order.",
        mend="Check both limits, then put the rows in order.",
    ),
    "KP408": Explanation(
        title="A category below the lowest score",
        why="The lowest possible score falls into a higher category already, so this one is never given.",
        mend="Delete the row, or correct its limit.",
    ),
    "KP501": Explanation(
        title="A figure with neither source nor assumption",
        why="Whoever reviews the file must see for every figure where it was read, or why it was chosen. What a group states (beside `weight`, or in `within`) holds for everything below it.",
        mend="Name its source, or write down the assumption.",
    ),
    "KP502": Explanation(
        title="A source is not known",
        why="A figure names a source that `sources` does not have.",
        mend="Correct the name, or add the source.",
    ),
    "KP503": Explanation(
        title="A source is written twice",
        why="It cannot be told which of the two a figure means.",
        mend="Delete one of the two, or give it another id.",
    ),
    "KP504": Explanation(
        title="Guidance is missing",
        why="A unit needs the question, what each mark means, what the assessor wants to see, and how to do better. An indicator that is only reported needs the question alone; one that is not in the unit's hands (`effort: outside`) needs no remedy.",
        mend="Write the texts that are named.",
    ),
    "KP505": Explanation(
        title="A source that no figure names",
        why="The source is in the list, and no figure names it. It may have been read for the texts alone, so this is only a note.",
        mend="Name it where a figure was read in it, or delete it.",
    ),
    "KP601": Explanation(
        title="One id in two files",
        why="`--instrument` and a workbook name an instrument by its id, which has to lead to one file.",
        mend="Delete one of the files, or choose another `id`.",
    ),
    "KP602": Explanation(
        title="One year in two editions",
        why="An edition holds for its years, and who asks for a year of a family must be led to one of them. Where the rules changed within a year, the year belongs to the edition that was assessed with.",
        mend="Correct `years`, or `family` if this is another assessment.",
    ),
}
"""In the order of the codes."""
