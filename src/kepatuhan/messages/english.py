"""The English catalogue: plain and polite, with the Indonesian names of the columns that people type."""

TEXTS: dict[str, str] = {
    # Hints and kinds that stand inside other sentences
    "hint.limits": " ({low} to {high})",
    "hint.near": ' Did you mean "{near_value}"?',
    "hint.mean": " If it is the mean of several answers, let the heading be {mean_value}.",
    "hint.plain": " Write {plain_value}.",
    "hint.more": " (and {more_value} more)",
    "kind.number": "a number (with a decimal point, for example 40.5)",
    "kind.whole": "a whole number",
    "kind.weight": 'a number (with a decimal point, for example 12.22), a fraction such as "1/9", or sum',
    "kind.text": "text",
    "kind.quoted": "text in quotation marks",
    "kind.id": "a code of letters, digits, points, underscores or hyphens, without spaces",
    "kind.list": "a list",
    "kind.filled_list": "a list that is not empty",
    "kind.mapping": "pairs of key and value",
    "kind.truth": "true or false",
    "kind.colour": 'a colour such as "#00b050"',
    "kind.effort": "a number from 1 to 5, or outside",
    "kind.year": "a year from 1990 to 2100",
    "kind.decimals": "a whole number from 0 to 6",
    "kind.other": "a value of another kind",
    "reason.missing": "not found",
    "reason.loop": "it is a link that leads back to itself",
    "reason.denied": "no permission to open it",
    "reason.no_space": "there is no space left to store it",
    "file.other_workbook": "this is a workbook of another program; open it there, then save it as .xlsx",
    "skipped.folder": "a folder inside a folder is not read; name it too if it holds answers",
    "skipped.no_workbook": "not a workbook",
    "skipped.own_result": "a result that kepatuhan wrote holds scores, not answers",
    "skipped.owner": "the mark of a file that is open in Excel, not a workbook",
    "csv.nul": "there is an empty character (NUL); save it again from Excel as CSV UTF-8",
    "csv.cut": "a character is incomplete, as in a file that was cut off; save it again from Excel as CSV UTF-8",
    "csv.quote": "a quotation mark is not closed, or text follows one; correct this line",
    "file.empty": "this file is empty (0 bytes); ask for it once more",
    "file.locked_or_old": (
        "this file is locked with a password, or in the old .xls format; "
        "open it in Excel, then save it as .xlsx without a password"
    ),
    "file.pdf": "this is a PDF file; what is needed is the Excel workbook that it was made from",
    "file.image": "this is an image file; what is needed is an Excel workbook",
    "file.web_page": (
        "this is a web page or XML with the file name of an Excel workbook; "
        "open it in Excel, then save it as an ordinary .xlsx"
    ),
    "limit.bytes": "bytes of the file",
    "limit.parts": "parts inside the file",
    "limit.unpacked": "bytes of content once unpacked",
    "limit.ratio": "times as large unpacked as packed",
    "limit.sheets": "sheets",
    "limit.rows": "rows",
    "limit.columns": "columns",
    "limit.cells": "filled cells in one sheet",
    "limit.problems": "problems told one by one",
    "limit.strays": "filled cells in columns without a heading",
    "limit.units": "units",
    "limit.rows_of_unit": "rows about one unit",
    "limit.texts": "different texts",
    "limit.characters": "characters in one cell",
    "limit.merged": "merged cells or hidden columns",
    "limit.elements": "elements (cell formats and such)",
    "limit.mark": "bytes in one XML tag",
    "limit.depth": "levels of XML",
    "file.no_xlsx": "the content is not an Excel workbook; open it in Excel, then save it as an ordinary .xlsx",
    "file.no_csv": "the content is not .csv text; let the file name end with .xlsx if it is an Excel workbook",
    "file.no_file": "this is not an ordinary file",
    "file.other": "this type of file cannot be read; name a workbook (.xlsx, .xlsm or .csv)",
    "yaml.quote": "the quotation mark that opens here is not closed where it should be",
    "yaml.bracket": "the bracket that opens here is not closed",
    "yaml.comma": "a comma or a closing bracket is missing before this place",
    "yaml.colon": "this colon is out of place; use quotation marks if it is part of a text, or line up the line",
    "yaml.no_colon": "there is no colon and space after this key",
    "yaml.indent": "this line does not begin below the others of its level, or has a character too many",
    "yaml.character": "a text that begins with this character needs quotation marks",
    "yaml.escape": "a backslash inside double quotation marks; use single ones",
    "yaml.documents": "a second document (---) begins here; a file holds one instrument",
    "yaml.alias": "the * refers to a name that is not there; use quotation marks if this is text",
    "yaml.tag": "a ! before a value is not used here; delete it, or use quotation marks if this is text",
    "yaml.merge": "<< (merging keys) is not used here; write the keys one by one",
    "yaml.key": "a key must be text, not a list or pairs",
    "yaml.space": "this line begins with a space of another kind (a no-break space, from a web page perhaps); type it again with ordinary spaces",
    "yaml.curly": 'the quotation marks “ ” of a word processor are letters like others here; type " instead',
    "yaml.unprintable": "there is a character that cannot be shown",
    "yaml.other": "this way of writing is not known",
    "read.truth": "yes or no (true or false)",
    "read.date": "a date",
    "read.number": "a time, or a number written in another way",
    "read.special": "a special value that is no plain number",
    "excess.size": "is larger than the limit of",
    "excess.depth": "nests deeper than the limit of",
    "excess.values": "holds more values, counting what aliases repeat, than the limit of",
    "excess.mistakes": "has more mistakes, of which the others are not listed, than the limit of",
    "excess.comments": "has more ignore comments than the limit of",
    "excess.circular": "holds an alias that contains itself:",
    # KP1xx: YAML and shape
    "KP101": "The file cannot be read ({reason}). Check its name and permissions.",
    "KP102": "The file is not UTF-8 text. Save it again with UTF-8 encoding.",
    "KP103": "The YAML here cannot be understood: {reason}. Correct this line.",
    "KP104": "This file {excess} {limit}. Simplify it.",
    "KP105": 'The key "{key}" is already on line {first}; one of the two would be lost. Delete one of them.',
    "KP106": (
        'Without quotation marks, YAML reads "{text}" as {read_as}. '
        'Write "{text}" in quotation marks if it is text, or a plain number if it is a number.'
    ),
    "KP107": "The file is empty or does not hold pairs of key and value. Begin with the line: format: 1",
    "KP108": 'The key "{key}" is not known.{near} Correct its spelling.',
    "KP109": 'The key "{key}" is required here. Add it.',
    "KP110": '"{key}" holds "{text}", but should be {expected}. Correct the value.{plain}',
    "KP111": '"{key}" holds {text} without quotation marks, so it is read as a number. Write "{text}".',
    "KP112": 'The code "{id}" is used for a column of the worksheet ({reserved}). Choose another code.',
    "KP113": "Format {version} is not known; this kepatuhan reads format {known}. Update kepatuhan or the file.",
    "KP114": 'The code "{id}" is already used on line {first}. Give every component a code of its own.',
    "KP115": '"{key}" holds "{text}"; use one of: {allowed}.',
    "KP116": "There is a TAB character at the beginning of the line. Use spaces to indent.",
    "KP117": 'The key "{key}" is not known here. Use one of: {allowed}.',
    "KP118": 'The unit type "{type}" is not in unit_types ({known}).{near} Correct the type or add it.',
    "KP119": (
        '"{id}" has components below it, so "{key}" does not apply here. Move it to defaults, or to the indicators.'
    ),
    "KP120": '"{id}" has no components below it, so "{key}" does not apply here. Delete this line.',
    "KP121": 'There is no instrument "{instrument}".{near} Choose one of: {known}. Or name a .yaml file.',
    "KP122": (
        'The unit type "{type}" cannot be told from "{other}": the column Jenis may hold the key or the title. '
        "Give it another title."
    ),
    "KP123": "The year {year} is written twice. Delete one of the two.",
    "KP124": "This comment names no code, or no reason. Write both: # kepatuhan: ignore KP504 why it is right here.",
    "KP125": 'There is no code "{wrong}" for an indicator file.{near} Correct it.',
    "KP126": "There is no {wrong} on the line that this comment stands for. Delete the comment, or move it to the line of the problem.",
    "KP127": "{wrong} is an error: whatever the reason, scores from this file could be wrong, so it cannot be ignored. Correct the error, and delete the comment.",
    "KP128": "{text} holds a comma, which begins the next key inside braces. Write the number with a decimal point: {meant}.",
    "KP129": "{wrong} is ignored by the comment on line {first} already. Delete one of the two.",
    # KP2xx: weights
    "KP201": (
        'The weights inside "{group}" add up to {found}, but should add up to {stated} (difference {difference}). '
        "Check the weights, or delete within.sum if the weights are relative."
    ),
    "KP202": 'The weight of "{id}" is {weight}; a weight must be greater than 0. Correct it.',
    "KP203": (
        '"{id}" has no weight, although it is not the only component in its group. '
        "Give it a weight, or write weights: equal for the group."
    ),
    "KP204": '"{id}" has a weight, although its group says weights: equal. Delete one of the two.',
    "KP205": '"{id}" has no components below it, so weight: sum does not apply. Write its weight.',
    "KP206": 'Nothing inside "{group}" is scored. Add an indicator that is scored.',
    "KP207": (
        'The weights inside "{group}" add up to {found}, which is nearly {usual}, and nothing says what they should add up to. '
        "Write {usual} at within.sum and correct them, or {found} if they were published so."
    ),
    "KP208": (
        'The weight of "{id}" is {percent} % of the final score, too little to be noticed. '
        "Check the weights, or use scored: false if it is only reported."
    ),
    # KP3xx: scales
    "KP301": 'The scale "{scale}" is not in scales ({known}).{near} Correct the name.',
    "KP302": 'The scale "{scale}" is flat: its best value equals its worst value or its zero. Correct its limits.',
    "KP303": 'zero {zero} lies inside the scale "{scale}", so some scores would be negative. Move it outside the scale.',
    "KP304": 'On the scale "{scale}", the answer "{answer}" means two things. Use each spelling for one option only.',
    "KP305": 'The points on the scale "{scale}" must be 0 or more, and at least one must be above 0. Correct them.',
    "KP306": '"{id}" has no scale. Add scale here or in the defaults of its group.',
    "KP307": 'The scale "{scale}" says whole: true, but its limits are not whole numbers. Correct the limits.',
    "KP308": 'The scale "{scale}" needs either options, or worst and best. Give one of the two, not both.',
    "KP309": 'also on the scale "{scale}" names "{option}", which is not an option.{near} Correct its spelling.',
    "KP310": (
        '"{id}": appends is only for an indicator with scored: false, and only for the options of its scale. '
        "Correct or delete it."
    ),
    "KP311": (
        'On the scale "{scale}", "{answer}" cannot be an answer, since in every worksheet it means not filled in or '
        "not applicable. Delete it, or use another word."
    ),
    "KP312": 'No indicator uses the scale "{scale}". Delete it, or name it where it belongs.',
    "KP313": '"{id}": steps describes "{step}", which is not on its scale ({marks}). Correct or delete it.',
    "KP314": '"{id}": steps does not describe {missing}. Describe every mark of the scale.',
    "KP315": '"{id}": steps describes {mark} twice, as "{first}" and as "{step}". Correct or delete one of them.',
    # KP4xx: bands, target, roll-up
    "KP401": "The lowest category begins at {lowest}, but a score can be as low as {possible}. Begin at {possible}.",
    "KP402": "The limit {lower} is used twice. Give every category a limit of its own.",
    "KP403": "The limit {lower} is above the full score {full}, so it is never reached. Correct or delete it.",
    "KP404": "The target {target} must be between 0 and the full score {full}. Correct it.",
    "KP405": (
        'roll_up: method: weighted needs by with a column name that is not used yet (now "{by}"); '
        "method: mean does not need it. Correct roll_up."
    ),
    "KP406": "full_score is {full}; the full score must be greater than 0. Correct it.",
    "KP407": (
        "The limit {lower} comes after {before}: the limits change direction, so one of the two may be mistyped. "
        "Check both, then put the limits in order from the highest to the lowest."
    ),
    "KP408": (
        "The limit {lower} is never used: no score is below {possible}, which has a higher category already. "
        "Delete this row, or correct its limit."
    ),
    # KP5xx: sources
    "KP501": 'The figure at "{what}" has neither source nor assumption. Name its source, or write down the assumption.',
    "KP502": 'The source "{source}" is not in sources ({known}).{near} Add it or correct it.',
    "KP503": 'The source "{source}" is written twice. Delete one of the two.',
    "KP504": '"{id}" has no {missing}. Write it, so that units know what is asked and how to do better.',
    "KP505": 'The source "{source}" is not named by any figure. Name it where a figure was read in it, or delete it.',
    # KP6xx: several files
    "KP601": 'The instrument "{id}" is already in {other}. Delete one of the files, or choose another id.',
    "KP602": (
        'The years {years} already belong to "{instrument}" ({other}) of the same family, "{family}". '
        "Only one edition may hold for a year; correct years, or family if this is another assessment."
    ),
    # KP7xx: workbooks and layouts
    "KP701": "Column headings that are not known and were not read ({count}): {headers}. Correct those that should be read.",
    "KP702": "The file cannot be opened ({reason}). Check its name and permissions.",
    "KP703": "The file cannot be read: {reason}.",
    "KP704": "The file is damaged and cannot be read ({reason}). Open it in Excel, then save it again as .xlsx.",
    "KP705": (
        "The cells of this sheet are not stored as they should be ({reason}: {reference}), so answers could be lost. "
        "Open the file in Excel, then save it again as .xlsx."
    ),
    "cells.order": "out of order, or there twice",
    "cells.no_address": "an address that no cell can have",
    "package.zip": "its zip archive is broken or cut off",
    "package.xml": "its XML is broken",
    "package.part": "a part is missing",
    "package.content": "it holds what cannot be, such as a cell format that does not exist",
    "package.document_type": "it declares a DOCTYPE, which Excel never writes",
    "package.outside": "a part is named as if it lay outside of the file",
    "package.twice": "two parts with the same name",
    "package.shared": "two sheets use the same content",
    "KP706": "There is no sheet that can be read. Open the file in Excel, then save it as an ordinary .xlsx.",
    "KP707": (
        "There is no sheet with known column headings. Use a column Unit with indicator codes (or Nilai), "
        "or a column Kode with Jawaban."
    ),
    "KP708": 'The heading "{written}" resembles a code but is not the same.{near} Write only the code.',
    "KP709": 'The heading "{written}" is already in {other}. Delete or rename one of the two.',
    "KP710": (
        "There are indicator codes in this row, but the heading Unit is not in the same row. Write Unit in this row, above "
        "the names of the units, or merge the cell of the heading Unit above it down into this row."
    ),
    "KP711": (
        'There is a column Kode, but the heading "{written}" is not known. '
        "If this is the column of answers, write Jawaban."
    ),
    "KP712": (
        "Indicators missing for {units} ({count}): {missing}. Add their columns or rows; "
        "leave the cells blank where there is no answer yet."
    ),
    "KP713": "Hidden sheets are not read: {sheets}. Unhide those that hold answers.",
    "KP714": "Skipped: {reason}.",
    "KP715": "Rows that are not units or indicators were skipped: {rows}.",
    "KP716": (
        "This workbook was made for the instrument {carried}, not {wanted}. Use --instrument {carried}, "
        "or a workbook made for {wanted}; if {wanted} is a file of your own, let its id be {carried}."
    ),
    "KP717": (
        "This workbook was made with another version of {instrument}: its weights or scales differ. "
        "The scores are computed with the present version."
    ),
    "KP718": "Several instruments fit: {fitting}. Choose one with --instrument.",
    "KP719": (
        'This workbook was made for the instrument "{carried}", which is not available ({known}). '
        "Name its file with --instrument file.yaml."
    ),
    "KP720": (
        "This workbook was made by a newer kepatuhan (format {version}, this one knows {known}). Update kepatuhan."
    ),
    "KP721": "There are column headings, but no unit below them. Fill in the names of the units and their answers.",
    "KP722": "There is no workbook in this folder ({endings}). Name another folder.",
    "KP723": "This file is still open in Excel; changes that have not been saved are not counted. Save it first.",
    "KP724": "The text is not UTF-8; it was read as {encoding}. Check accented letters in the names.",
    "KP725": "The .csv text cannot be divided into cells: {reason}.",
    "KP757": (
        "{count} rows repeat a respondent of the same unit ({written}; before in {other}), and count once more. "
        "Delete them if they were pasted twice; otherwise number the respondents anew."
    ),
    "KP756": (
        'The list has several columns ("{written}" stands in one), and none is headed Unit. '
        "Write Unit above the names of the units, then run the command again."
    ),
    "KP755": 'The folder "{folder}" does not exist. Create it first, or choose another one.',
    "KP726": "The file cannot be written ({reason}). Close it in Excel, or choose another folder.",
    "KP727": "The file already exists and was not overwritten. Choose another name, or add --force.",
    "KP728": "There is no column {by}: the institution score is computed as a plain mean. Add the column to weight it.",
    "KP729": (
        "This workbook is for the instrument {carried}; the workbooks together are for several: {others}. "
        "Score one instrument at a time."
    ),
    "KP730": "Codes that are not known and have no answer were skipped: {codes}. Correct those that should be read.",
    "KP731": "No instrument fits the codes in this workbook ({known}). Choose one with --instrument.",
    "KP732": "There is no workbook that can be read. Name a workbook, or a folder with workbooks.",
    "KP733": "Sheets without known column headings are not read: {sheets}. Add the headings where there are answers.",
    "KP734": "This file is an input and will not be overwritten. Choose another name.",
    "KP735": "There is nothing in this folder that can be checked ({endings}). Name another folder or a file.",
    "KP736": "Another table begins here on the same sheet. Move it to a sheet of its own, so that no answers are mixed up.",
    "KP737": (
        'This cell holds "{written}", but its column has no heading, so it is not read (cells in this column: {count}). '
        "Give the column a heading (a merged heading holds for its first column only), or clear the cell."
    ),
    "KP738": (
        'The heading "{written}" looks like an indicator code, but there is no such code, or it has its column already. '
        "Correct the code, or change the heading."
    ),
    "KP739": (
        'The row "{written}" may be a total or another figure, and may be a unit. Delete the row if it is no unit; '
        "if it is a unit, let its name begin with another word."
    ),
    "KP740": (
        "This sheet holds finished scores while other sheets hold answers; a unit could be counted twice. "
        "Hide or delete this recap sheet. If the scores are of other units, save them in a file of their own."
    ),
    "KP741": "Hidden rows were counted too ({count}): {rows}.",
    "KP742": "The cells {block} are merged, so only the first of them can be read. Unmerge them and fill each cell.",
    "KP743": (
        "There is a column of units, but no other heading is known: {headers}. Let each column's heading be an "
        "indicator code alone, or Nilai for finished scores. The codes: kepatuhan instruments."
    ),
    "KP744": (
        "{unit} stands under two names in the column {header}: {first} in {other}, {written} here. "
        "If these are two units, let their names differ."
    ),
    "KP745": (
        'There is a column "{other}" and a column "{written}". Which holds the answers? Let that one be called Jawaban.'
    ),
    "KP746": 'No name of a unit was found, so the name of the sheet is used: "{written}". Write the name beside Unit.',
    "KP747": (
        "Are these columns answers of several units ({headers})? Give each unit a sheet of its own, or use a column Unit; "
        "for several respondents of one unit let the headings be Jawaban 1, Jawaban 2."
    ),
    "KP748": "Hidden columns were counted too: {columns}.",
    "KP749": (
        'The cell {other} names one unit ({above}), and a column "{written}" names others. If the column is of the people '
        "in charge, let it be called Petugas; if it is of units, clear the cell."
    ),
    # KP8xx: answers
    "KP750": 'There is no name of a unit at all. Name some: --units "Disdukcapil; Dinas Sosial", or a file with a list.',
    "KP751": 'The unit "{name}" is named more than once. Delete one of them, or give them different names.',
    "KP752": (
        'The unit name "{name}" cannot be used: it holds a character that cannot be seen, or is the heading of a column or '
        "a code, or would be taken for a row of totals, a signature or a number. Type it again, or use another name "
        "(such as PT Total Persada)."
    ),
    "KP753": 'The type "{written}" of the unit "{name}" is not known. Choose one of: {allowed}.{near}',
    "KP754": (
        'The type of the unit "{name}" is not given. List the units in a .csv or .xlsx file with the columns Unit and Jenis '
        "({allowed}), and name it with --units."
    ),
    "KP758": (
        'The line sep= names the separator "{written}", but the headings are separated by "{delimiter}". '
        "Correct or delete that line."
    ),
    "KP759": (
        "The codes in this row are not read, nor what stands below them down to the heading of the table (rows {rows}). "
        "If these are answers, write Unit in this row, above the names of the units; if not, move them to another sheet."
    ),
    "KP760": (
        'The count {by} of the unit "{name}" must be a whole number above 0, not "{written}". Mend it, or empty the column '
        "{by} for all units."
    ),
    "KP761": (
        'The unit "{name}" has no count {by}, though other units have one. Fill it in, or empty the column {by} for all '
        "units."
    ),
    "KP762": "There is a folder of this name already. Give the file another name.",
    "KP763": "There is a file of this name already, but a folder is to be made. Give the folder another name.",
    "KP764": (
        "The content goes beyond a limit: at most {most} {what}. Copy the answers alone to a new workbook, "
        "or divide them among several files."
    ),
    "KP780": 'There is no unit "{name}" in this workbook ({known}).{near} Correct the name at --unit.',
    "KP781": 'The unit "{name}" has no score yet ({status}), so it cannot be planned. Fill in its answers first.',
    "KP782": "No unit has a score yet, so there is nothing to plan. Fill in the answers of the units first.",
    "KP795": "This is no result of kepatuhan. Name the workbook of the earlier assessment, or a .json of kepatuhan score --output.",
    "KP796": "The earlier assessment is under the instrument {found}, this one under {wanted}: scores of two editions cannot be compared. Use an earlier assessment of the same edition.",
    "KP797": "The earlier assessment is under {id} with other weights, scales or bands, so its scores cannot be compared. Name its workbook: that is scored anew.",
    "KP798": "This workbook of results was made with --partial: the units that could not be scored are not in it ({units}). The institution's score here is without them; score the original files.",
    "KP793": "Direct scores or respondent weights have no place in a returned workbook ({count} cells), so --annotate was not carried out. Run it without --annotate, or give the answers alone.",
    "KP794": "No unit could be read, so there is no workbook to return. Correct the other problems first.",
    "KP799": "This workbook was returned with its mistakes marked, and {count} problems of the original have no cell in it: some answers may not be here. See the sheet Perbaikan, and score the corrected original files.",
    "KP790": 'The unit "{name}" has no score yet ({status}), so there is nothing to explain. Fill in at least one answer first.',
    "KP791": 'The instrument {instrument} has no component "{name}".{near} List of codes: kepatuhan instruments {instrument}.',
    "KP792": '{id} has no part in the score of the unit "{name}": {reason}. Explain without --component, or name another component.',
    "KP783": (
        "This row ends in column {last}, but answers go on to column {until}; a separator or a cell may be missing. "
        "Complete the separators, or open the file in Excel, look at it, then save it as .xlsx."
    ),
    "KP784": (
        'The separator between the cells is not certain; the file was read with "{delimiter}". If that is wrong, write '
        "sep=; (or another separator) in the first line."
    ),
    "KP785": (
        'The unit "{name}" is called nearly like "{first}" ({other}) and counts as another one. If it is the same unit, '
        "write its name the same way; if they are two, leave them."
    ),
    "KP786": "Units of this file that {other} holds as well, taken together as one unit each: {units} ({count}).",
    "KP787": "Names of units that are written differently and were read as the same unit: {units} ({count}).",
    "KP788": (
        "{id}: {written} is not formatted as a percentage, but {other} is. If {percent} of 100 is meant, write {percent}; "
        "if it really is {written} of 100, format it as a percentage ({written}%)."
    ),
    "KP789": (
        "This folder already holds {count} workbooks ({files}). Mixed, the old ones would be sent out and scored with the "
        "new ones. Choose a new folder, or add --force to write beside them."
    ),
    "KP801": '{id}: the answer "{written}" is not known. Use one of: {allowed}.{near}',
    "KP802": "{id}: {written} is outside the limits {low} to {high}. Correct the number.",
    "KP803": '{id}: "{written}" is not a number. Write the number alone{limits}, without words or signs.',
    "KP804": '{id}: "{written}" can be read as two different numbers. Write it without a thousands separator.',
    "KP805": (
        "{id}: the cell holds a date ({written}); Excel changed what was typed. "
        "Set the format of the cell to Text and type the answer again."
    ),
    "KP806": "{id}: the cell holds the error {written}. Correct the formula, or type the answer.",
    "KP807": "{id}: there is a formula ({written}) without a saved result. Open the file in Excel, save it, and try again.",
    "KP808": "{id}: the cell holds {written}, where a number belongs. Write a number{limits}.",
    "KP809": ('{id}: "{written}" is not allowed here. Give an answer, or leave the cell blank if there is none yet.'),
    "KP810": ("{id}: {written} is not a whole number. Write a whole number from {low} to {high}.{mean}"),
    "KP811": (
        "{id}: the cell has a percent format ({written}), but its scale is not 0 to 100. "
        "Change the format of the cell to Number."
    ),
    "KP812": (
        "{id} for {unit} is already filled in at {other}{more}. This indicator takes only one answer; delete one of them."
    ),
    "KP813": "{id} is not for units of the type {type}. Leave this cell blank, or correct the type of the unit.",
    "KP814": (
        "The column {id} gives a finished score, although {below} below it is answered too ({other}){more}. "
        "Use one of the two: the finished score, or the answers."
    ),
    "KP815": (
        "{unit}: the column {id} says {stated} of {most}, but the scores of its parts give {below}. "
        "They differ by more than 0.02; check the figures."
    ),
    "KP816": "{id} of this unit is answered on another sheet too ({other}). Put its answers together on one sheet.",
    "KP817": "The unit {unit} has no {by} yet, which the institution score needs. Fill in the count.",
    "KP818": 'The unit type "{written}" is not known or differs from another place. Use: {known}.{near}',
    "KP819": "The respondent weight for {unit} is blank or not a number above 0. Fill in the weight.",
    "KP820": "The name of the unit is blank, although there is an answer in {other}. Fill in the name, or delete the answer.",
    "KP821": "The code is blank, although there is an answer in {other}. Fill in the code, or delete the answer.",
    "KP822": 'The code "{written}" is not in the instrument.{near} Correct the code.',
    "KP823": (
        "No score of {id} is above its weight: are these weighted points, or scores from 0 to {full}? "
        "Write the column heading as {id}/{weight} or {id}/{full}."
    ),
    "KP824": (
        "The unit {unit} answers {id}{more} again here; the first answer stands in {other}. "
        "If the row is another unit, correct its name; if it is another respondent, leave these cells blank: "
        "they take only one answer for a unit."
    ),
    "KP825": "The unit {unit} has no type yet, but the instrument needs it ({known}). Fill in the column Jenis.",
    "KP826": "{by} is {written} here, but different in {other}. Make them the same.",
    "KP827": "{by} is {written}; a count must be a whole number above 0. Correct it.",
    "KP828": 'In place of the name of a unit there is "{written}", which is no name. Write the name of the unit.',
    "KP829": '{id}: the cell holds "{written}", which is not a number. Type the number again.',
    # Lists of problems
    "level.error": "error",
    "level.warning": "warning",
    "level.info": "note",
    "problems.alike": "The same in {count} more places: {places}.",
    "problems.more": "… and {count} more in this file (all of them: --format json)",
    "problems.more_in_all": "… and {count} more (all of them: --format json)",
    "problems.summary": "Files checked: {files}. Errors: {errors}, warnings: {warnings}.",
    "rules.why": "Why:",
    "rules.mend": "What to do:",
    "rules.wrong": "Wrong:",
    "rules.right": "Right:",
    "rules.more": "One of them with an example: kepatuhan check --explain KP201",
    "rules.elsewhere": "Words in braces stand for what was found. More about it: {page}.",
    "summary.lost": "The summary for GitHub could not be written ({reason}). The check itself is complete.",
    "summary.place": "Place",
    "summary.level": "Level",
    "summary.problem": "Problem",
    "summary.code": "Code",
    "rule.help": "{code} is explained with an example in {address}.",
    "problems.no_result": "Problems: {count}; no score was computed. Correct what is wrong, then run the command again.",
    "check.default": "Without PATH the folder indicators/ here is checked. Name another PATH, for example: kepatuhan check units.xlsx",
    # The score table
    "table.unit": "Unit",
    "table.score": "Score",
    "table.category": "Category",
    "table.zone": "Zone",
    "table.label": "Label",
    "table.gap": "Short of target {target}",
    "table.remark": "Remark",
    "table.institution": "Institution",
    "table.no_institution": "not computed",
    "table.provisional": "provisional",
    "table.on_target": "on target",
    "table.above_target": "above target",
    "table.component": "Component",
    "table.answer": "Answer",
    "table.share": "Effective weight",
    "table.direct": "direct score",
    "table.many": "Units ({count}):",
    "table.furthest": "Units furthest from the target ({count}):",
    "table.how_to_get_all": "All units: add --output result.csv (or .json, .md).",
    "table.codes": "What the codes in the columns mean: kepatuhan instruments {id}.",
    "table.dimensions_too_wide": "The score of each {level} does not fit: widen the window, or use --detail.",
    "table.dimensions_elsewhere": "The score of each {level} does not fit into this table: use {option}.",
    "table.partial": "The institution score was not computed. Problems still to be corrected: {count}.",
    "table.nothing_scored": "No unit can be scored yet, so there is no institution score yet.",
    "table.institution_score": "Institution score {score} (units in the roll-up: {units})",
    "table.institution_provisional": (
        "* Provisional: units with a score: {scored} of {units}; once everything is filled in, the institution score "
        "will be {low} to {high}."
    ),
    "table.unit_blank": "* {unit}: blank indicators: {count} (counted as worst); its score will be {low} to {high}.",
    "table.unit_not_filled_in": "{unit}: nothing is filled in yet, so there is no score yet.",
    "table.more_blank": "… and other units that are not complete yet: {count}.",
    "table.not_scorable": "cannot be scored yet",
    "table.more_not_scorable": "… and other units that cannot be scored yet: {count} (all of them: --format json).",
    "table.remark_count": "units: {count}",
    "table.not_applicable": (
        "Answers that are not applicable: {count}; their weight goes to the other indicators of their group."
    ),
    "table.assumptions": (
        "Weights that are assumptions, not official figures: {count}. All scores above rest on assumed weights."
    ),
    "table.assumptions_some": (
        "Weights that are assumptions, not official figures: {count}. Some of the scores above rest on assumed weights."
    ),
    "table.not_scored": "not scored",
    "answer.mean": "mean {average} of {count} answers",
    "table.provenance": "Computed by kepatuhan {version} from {files}.",
    "table.more_inputs": " and {count} more",
    "markdown.fingerprint": "Fingerprint of the instrument: {fingerprint}.",
    "certainty.zone": "Zone",
    "certainty.class": "Class",
    "certainty.unsure": "{classes} not certain: {names}. Each assumed weight was tried from half to double.",
    "certainty.more": "; and {count} more",
    "certainty.by_blanks": "blank answers: {count}",
    "certainty.by_weights": "assumed weights",
    "certainty.by_both": "blank answers ({count}) together with assumed weights",
    "certainty.together": "{classes} depends on blank answers ({count}) together with assumed weights.",
    "certainty.sure": "{classes} certain.",
    "certainty.blanks": "{classes} depends on blank answers: {count}.",
    "certainty.weights_decide": (
        "{classes} depends on assumed weights: the score is {low} to {high} if each of them is from half to double."
    ),
    "certainty.weights_allow": "The score is {low} to {high} if each assumed weight is from half to double.",
    "table.instrument": "Instrument {id} (valid {years}), fingerprint {fingerprint}.",
    "part.category": "category {value}",
    "part.zone": "zone {value}",
    "part.label": "{value}",
    "part.gap": "{gap} short of target {target}",
    "plan.title": "Plan to reach the target {target} with the least effort",
    "plan.title_near": "Plan to reach the target {target} with nearly the least effort",
    "plan.by_assumptions": ", by assumed weights",
    "plan.effort": "Effort: 1 (easy) to 5 (hard) for each mark that an answer rises. Points: what is added to the score. Steps with the most points for their effort come first.",
    "plan.outside": "What is not in the hands of a unit is offered too, with effort {effort} for each mark.",
    "plan.assumed": "Weights that are assumptions, not official figures: {count}. With other weights, the steps and their order may differ.",
    "plan.route": "{name}: {score} to {after}. Effort {effort}, steps: {count}.",
    "plan.route_bounded": "{name}: {score} to {after}. Effort {effort} (at least {least} is needed), steps: {count}.",
    "plan.rated": "{score} ({names})",
    "plan.reached": "On or above the target: {names}.",
    "plan.reached_institution": "{name}: {score}, on or above the target.",
    "plan.out_of_reach": "{name}: {score}. The target {target} is out of reach: at most {after}, when all steps below ({count}) are taken (effort {effort}).",
    "plan.out_of_reach_in_one": "{name}: {score}. The target {target} is out of reach: at most {after}, when the step below is taken (effort {effort}).",
    "plan.no_steps": "{name}: {score}. The target {target} is out of reach: there is no step to offer.",
    "plan.in_the_way": "What stands in the way: {names}.",
    "plan.is_outside": "{what}, not in the hands of the unit ({points} points)",
    "plan.is_direct": "{what}, of which only the finished score is known ({points} points)",
    "plan.unit_is_direct": "only the finished score of this unit is known, not its answers",
    "plan.in_the_way_of_units": "What stands in the way is told at each unit below.",
    "plan.blank": "Blank indicators that count as the worst answer: {count}. Perhaps their answers are only not written down yet: fill them in first, then plan again.",
    "plan.offer_outside": " Add --include-outside to plan what is not in the hands of the unit too.",
    "plan.no_score": "{name}: no score yet ({status}); fill in its answers first. This unit does not count in the plan of the institution.",
    "plan.more_without_score": "… and more units without a score: {count} (all of them: --format json).",
    "plan.step": "{what}: effort {effort}, +{points} points, score {after}",
    "plan.for_institution": "; for the institution +{points}",
    "plan.for_unit": "; for its unit +{points}",
    "plan.answers": "from {before} to {after}",
    "plan.all": "all {answer}",
    "plan.equals": "Equal in effort and points, choose {count} of {all}: {names}.",
    "plan.more_steps": "… and more steps: {count} (all of them: --format json).",
    "plan.more_equals": "and {count} more",
    "plan.more_units": "… and more units below the target: {count} (one of them: --unit NAME, all: --format json).",
    "plan.remedies": "How to improve",
    "plan.component": "Component",
    "plan.answer": "Answer",
    "plan.effort_header": "Effort",
    "plan.points": "Points",
    "plan.institution_points": "Institution points",
    "plan.remedy": "Remedy",
    "plan.next": "First step for {unit}, the furthest from the target: {what}, {change} (effort {effort}, +{points} points). The whole plan: {command}",
    "plan.next_of_others": "First step for {unit}, the furthest from the target of those that can be planned: {what}, {change} (effort {effort}, +{points} points). The whole plan: {command}",
    "explain.title": "How {name} came to {score}",
    "explain.title_assumed": "How {name} came to {score}, by assumed weights",
    "explain.title_part": "How {name} arose, a part of the unit's score {score}",
    "explain.title_part_assumed": "How {name} arose, a part of the unit's score {score}, by assumed weights",
    "explain.where_sheet": "The answers are in {file}, sheet {sheet}.",
    "explain.where": "The answers are in {file}.",
    "explain.legend": "Points are parts of the final score: computed exactly, shown with {decimals} decimals. Lines are those of the instrument file {file}.",
    "explain.weight": "Weight",
    "explain.points": "Points",
    "explain.cell": "Cell",
    "explain.line": "Line",
    "explain.given": "finished score {value} of {most}",
    "explain.sum": "{weight} (sum)",
    "explain.many_parts": "the points of {count} components",
    "explain.sum_of_unit": "Score = {parts} = {total}, rounded to {score}.",
    "explain.sum_exact": "Score = {parts} = {score}, nothing rounded.",
    "explain.sum_of_component": "{name} adds {points} of at most {most} points (its score: {score}) to the unit's score {unit_score}.",
    "explain.made_of": "Its points: {parts}.",
    "explain.is_given": "The score of this unit is a finished one: {value} of {most} in {cell}, which is {score} of {full}. No answers were counted.",
    "explain.left_out": "{name} is not applicable to this unit: it has no points, and its weight goes to the other components of its group.",
    "explain.rise": "{missing} below {band} (from {lower}).",
    "explain.highest": "{band} is the highest class.",
    "explain.drop": "{count} indicators whose answers turn worst are enough to drop to {after}: {names}.",
    "explain.drop.one": "One indicator whose answers turn worst is enough to drop to {after}: {names}.",
    "explain.no_drop": "The class {band} stays, however bad the answers.",
    "explain.blank": "Blank ({count}): {names}. They count as the worst answer; if all of them turn out best, the score is {high}.",
    "explain.not_applicable": "Not applicable ({count}): {names}. Their weight goes to the other components of their group.",
    "explain.assumed": "* Assumed weight: no official figure, but a choice of the makers of the instrument file.",
    "explain.parts_do_not_count": "The scores of parts above stand in the workbook too, and do not count.",
    "explain.not_counted": "In the workbook too, but not counted since the score above it is given: {names}.",
    "explain.share": "In the institution's score {score} ({units} units) this unit is {share}: {points} points.",
    "explain.share_weighted": "In the institution's score {score} ({units} units) this unit is {share} by {by} ({count}): {points} points.",
    "explain.bands_assumed": "The limits of the classes are an assumption: {reason}",
    "explain.roll_up_assumed": "The roll-up to the institution's score is an assumption: {reason}",
    "explain.scale_assumed": "The scale of its answers is an assumption: {reason}",
    "explain.weight_assumed": "Assumed weight ({place}): {reason}",
    "explain.weight_source": "Weight according to {source} ({place}).",
    "explain.question": "Question: {question}",
    "explain.remedy": "How to improve: {remedy}",
    "explain.cell_mark": "{where}: {answer}, worth {mark}%",
    "explain.cell_weight": " (weight of the respondent {weight})",
    "explain.cell_not_applicable": "{where}: not applicable, does not count",
    "explain.more_cells": "… and more cells: {count} (all of them: --format json).",
    "absence.not_scored": "it is reported, not scored",
    "absence.other_type": "units of this type are not asked for it",
    "absence.not_counted": "the workbook gives a finished score above it",
    "status.not_filled_in": "blank",
    "status.not_assessed": "not assessed",
    "status.not_applicable": "not applicable",
    "status.not_scorable": "cannot be scored yet (problems: {count})",
    "returned.written": "Written: {file} (problems: {count}; answers to correct: {corrections}, listed on the sheet Perbaikan)",
    "returned.written_clean": "Written: {file} (nothing to correct)",
    "returned.title": "Corrections",
    "returned.found": "Problems found: {count}, so there is no score yet. All of them are in this list; answers to correct: {corrections}.",
    "returned.nothing": "Nothing is wrong: every answer was understood, and there is nothing to correct.",
    "returned.how": "Click a link to go to the wrong cell in this workbook. The cell is red, and its comment says what to do. Correct it, save, then send the workbook back or score it.",
    "returned.unread": "Problems without a cell in this workbook: {count}; the answers concerned may not be here. Correct them in the original file (see the sheet Perbaikan).",
    "returned.remarks": "Good to know, and entries that have no place in this workbook",
    "returned.number": "No",
    "returned.unit": "Unit",
    "returned.link": "To the cell",
    "returned.problem": "What is wrong, and what to do",
    "returned.written_there": "What stood there",
    "returned.file": "Original file",
    "returned.sheet": "Original sheet",
    "returned.cell": "Original cell",
    "returned.no_cell": "(in the original)",
    "returned.missing": "{id}: the original has no column or row for it that could be read. Replace the question mark by the answer, or clear the cell if there is none yet.",
    "returned.twice": "{id}: written in more than one place ({cells}), all of it put together here. Write the one answer that is right.",
    "returned.refused": "{id}: this is no known answer. Replace it by one of the answers of the scale.",
    "returned.not_asked": "{id}: units of this type do not answer it. Clear the cell, or correct the type of the unit.",
    "returned.type_first": "{id}: whether this unit answers it depends on its type. Correct the type of the unit first.",
    "returned.leftover": "A text about the unit; it is not scored, and has no column in this workbook.",
    "returned.leftover_of": "Evidence or a note for {id}; it is not scored, and has no column in this workbook.",
    "returned.KP712": (
        "{count} indicators are not in the original for {units}: {missing}. Here their cells hold a question mark: type the "
        "answer, or leave the cell blank if there is none yet."
    ),
    "returned.KP788": "{id}: {written} here, but {other} of the original file is formatted as a percentage. If {percent} of 100 is meant, write {percent}; if it really is {written}, write {written}.",
    "returned.KP805": "{id}: in the original file this turned into a date ({written}). Type the answer again in this cell, without a slash or a hyphen.",
    "returned.KP806": "{id}: in the original file this is the error {written}. Type the answer in this cell.",
    "returned.KP807": "{id}: in the original file this is a formula ({written}) without a result. Type the answer in this cell.",
    "returned.KP810": "{id}: {written} is not a whole number. Write a whole number from {low} to {high}.",
    "returned.KP811": "{id}: in the original file this cell is formatted as a percentage ({written}), but the scale is not 0 to 100. Write the number without a percent sign.",
    "returned.KP812": "{id} for {unit} is filled in more than once in the original file (also at {other}{more}), but takes only one answer. Write the one that is right.",
    "returned.KP816": "{id} of this unit is answered on more than one sheet of the original file (also at {other}). Write the right answer here.",
    "returned.KP824": "{id}{more} for {unit} is answered once more in the original file; the first answer stands in {other}. Write the one that is right. If one of the rows is another unit, correct it in the original file.",
    "output.written": "Written: {file}",
    "template.written": (
        'Instrument {instrument}, units: {count}. Fill in the yellow cells, then compute: kepatuhan score "{file}"'
    ),
    "template.separate": (
        "Instrument {instrument}, one file for each unit: {count}. Send them out; collect those that come back in another "
        "folder, then compute all of them together: kepatuhan score {collected}"
    ),
    "template.collected": "collected",
    "output.lost": "The result could not be written to the output ({reason}). Make room, or send it somewhere else.",
    "progress.reading": "Reading {file}, row {row} ...",
    "progress.writing_long": "Writing {file} ...",
    "progress.writing": "Writing {file} ({number} of {count}) ...",
    # Instruments
    "instruments.id": "Instrument",
    "instruments.years": "Years",
    "instruments.title": "Title",
    "instruments.indicators": "Indicators",
    "instruments.answers": "Answers",
    "instruments.number_scale": "numbers from {worst} (worst) to {best} (best)",
    "instruments.whole_scale": "whole numbers from {worst} (worst) to {best} (best)",
    "instruments.option": "{option} ({points})",
    "instruments.observed": "Several answers ({observed})",
    "instruments.may_be_left_out": 'May be answered "tidak berlaku"',
    "instruments.family": "Family",
    "instruments.from": "From",
    "instruments.copied": "Copied {id} to {file}. After editing: kepatuhan check {file}",
    "instruments.about_bands": "Categories",
    "instruments.about_roll_up": "Roll-up",
    "instruments.about_scale": "Scale {scale}",
    "instruments.about_weights": "Weights of {ids}",
    "instruments.show_one": "Show one instrument: kepatuhan instruments INSTRUMENT",
    "instruments.weight": "Weight",
    "instruments.origin": "Source",
    "instruments.assumed": "assumption",
    "instruments.bands": "Categories (lower limit)",
    "instruments.assumptions": "Assumptions (weights: {count})",
    "instruments.sources": "Sources",
    # Worksheets to fill in
    "worksheet.band": "Category",
    "worksheet.answered": "Answered",
    "worksheet.of": "of",
    "worksheet.units": "units",
    "worksheet.not_applicable": "not counted; its weight goes to the other indicators of its group",
    "worksheet.input": "Fill in {allowed}. No answer yet: leave it blank.",
    "worksheet.error_title": "Unknown answer",
    "worksheet.error": "The answer to {id} must be one of: {allowed}. Press Cancel and try again.",
    "worksheet.whole": "a whole number from {low} to {high}",
    "worksheet.number": "a number from {low} to {high}",
    "worksheet.evidence": "Evidence needed",
    "worksheet.count": "Fill in how many {by} this unit has: the score of the institution is weighted by that count.",
    "worksheet.count_error": "The count {by} must be a whole number above 0. Press Cancel, then type again.",
    "worksheet.count_missing": "fill in {by}",
    "worksheet.name": "Name of the unit",
    "worksheet.name_help": "Results use this name. Is this sheet copied for another unit? Change the name here.",
    "worksheet.unknown_answers": "Unknown entries (red cells): {count}. The scores in this workbook are not right until they are mended.",
    "worksheet.nameless": "Answers in rows without the name of a unit, which are not counted: {count}. Fill in its name in the first column.",
    "worksheet.uncounted": "Rows that were added and that no formula looks at: {count}. Score the workbook again: kepatuhan score this-file.xlsx",
    "worksheet.matrix.error": "Some cell holds an error (such as #N/A): the scores in this workbook are not right until it is mended.",
    "worksheet.matrix.count.unknown_answers": "Red cells",
    "worksheet.matrix.count.nameless": "Answers without a unit",
    "worksheet.matrix.count.uncounted": "Rows added",
    "worksheet.improvements": "Answers that would add most to the score if they rose to the best",
    "worksheet.recap": "Recap: {title}",
    "worksheet.recap_note.form": "This sheet fills itself in from the sheets of the units that were there from the start; nothing needs changing. A sheet that was copied for another unit is not shown here, but kepatuhan score counts it.",
    "worksheet.recap_note.matrix": "This sheet fills itself in from the sheet Jawaban and the sheets of observations; nothing needs changing.",
    "worksheet.no_sheet": "sheet deleted",
    "worksheet.no_value": "cell with error",
    "worksheet.name_twice": "this name twice: change it",
    "worksheet.sheets_missing": "sheets missing",
    "worksheet.values_missing": "units with errors",
    "worksheet.units_refused": "units to be mended",
    "worksheet.target_column": "Target",
    "worksheet.chart": "Score of each unit",
    "worksheet.chart_many": "{count} units, in the order of the table above",
    "worksheet.chart_described": "Column chart of the score of each unit, with a line for the target if there is one; the table holds the figures.",
    "worksheet.title": "Worksheet: {title}",
    "worksheet.about": (
        "This workbook is for a self-assessment by the rules of {issuer}, years {years}. One sheet for each unit; "
        "the sheet Rekap sums them up."
    ),
    "worksheet.how": "How to fill it in",
    "worksheet.how.choose": (
        "Open the sheet of your unit. Fill in the yellow cells of the column Jawaban: choose from the list, or type. "
        "The column Arti setiap nilai explains the choices. An unknown answer is refused at once."
    ),
    "worksheet.how.several": (
        "Several Jawaban cells in one row are for several officers, products or respondents: "
        "one cell for each, and the mean counts. Not all of them have to be used."
    ),
    "worksheet.how.blank": (
        "No answer yet: leave it blank. While it is blank, the indicator counts as the worst mark."
    ),
    "worksheet.how.evidence_step": (
        "Write the name of the document or its link into the column Bukti, and anything else into the column Catatan."
    ),
    "worksheet.how.so_far": (
        "The row above the table shows the score so far, the category, how many are answered, and what is missing to the target. "
        "The columns Terisi, Bobot and Capaian on the right show where it comes from."
    ),
    "worksheet.how.improve": (
        "Below it stand the three answers that would add most to the score if they rose to the best, with what to do. "
        "What is not in the unit's hands (such as the answers of respondents) is not named there. "
        "It comes from the columns Bobot efektif, Tambahan nilai and Urutan."
    ),
    "worksheet.how.pasted": (
        "Answers that are pasted from elsewhere are not always refused. If one is unknown, its cell turns red, "
        "and the number of them is said above the table. Fill that cell in again."
    ),
    "worksheet.how.copy": (
        "Is there another unit? Copy a unit's sheet (right-click its name, then Move or Copy) and change the unit's name at the top. "
        "kepatuhan counts the new sheet, but the sheet Rekap does not show it: it holds only the units that were there from the start."
    ),
    "worksheet.how.send": (
        'Save it and send it back to the sender, who computes the scores with: kepatuhan score "{file}"'
    ),
    "worksheet.scales": "Answers that are allowed",
    "worksheet.may_be_left_out": (
        "tidak berlaku (not applicable): only where it does not apply to your unit; its weight goes to other indicators."
    ),
    "worksheet.bands": "Categories",
    "worksheet.from": "{lower} and above: {name}",
    "worksheet.target": "Target: {target}",
    "worksheet.assumed": "Weights that are assumptions, not official figures: {count}; the scores here are estimates to improve by.",
    "worksheet.note": "About this instrument",
    "worksheet.questions": "Questions",
    "worksheet.whom": "About filling it in: ask whoever sent you this file (usually the Bagian Organisasi).",
    "worksheet.matrix.about": "This workbook is for an assessment by {issuer}, {years}. One row for each unit; the sheet Rekap sums them up, and the sheet Hitungan shows where every figure comes from.",
    "worksheet.how.matrix_choose": "Sheet Jawaban: a row for each unit, a column for each indicator. Fill in the yellow cells. Choose a cell to see its question and what each mark means.",
    "worksheet.how.matrix_several": "The other yellow sheets (Responden, for instance): a row for each respondent, officer or product, with the name of its unit. Marks are averaged for each unit. Rows may stay empty.",
    "worksheet.how.matrix_so_far": "The sheet Rekap shows the score so far, its category, how much is answered, and what is missing to the target.",
    "worksheet.how.matrix_send": 'Save, then score it with: kepatuhan score "{file}"',
    "worksheet.matrix.answers": "Answers: one row for each unit",
    "worksheet.matrix.observations": "One row for each {kind}; marks are averaged for each unit",
    "worksheet.matrix.points": "Workings: sheet {sheet} in points",
    "worksheet.matrix.row_of_unit": "Unit number",
    "worksheet.matrix.last_row": "Last row on {sheet}",
    "worksheet.matrix.first_row": "First row on {sheet}",
    "worksheet.matrix.workings": "Workings: where every score comes from",
    "worksheet.matrix.filled": "Terisi: how many answers (tb: not applicable, or not for units of this type)",
    "worksheet.matrix.weight": "Bobot: weight among siblings (0: does not count)",
    "worksheet.matrix.mark": "Capaian: mark, 0 to 1",
    "worksheet.matrix.unknown": "Tidak dikenal: entries that are no answer",
    "worksheet.matrix.share": "Weight in the final score, 0 to 1",
    "worksheet.matrix.state": "Remark",
    "worksheet.matrix.remark": "Remark on the score",
    "worksheet.matrix.name_twice": "this name twice: use one row",
    "worksheet.matrix.direct_wrong": "direct score not known",
    "worksheet.matrix.type_missing": "fill in the unit type",
    "worksheet.matrix.unknown_unit": "The unit must be one of the sheet Jawaban. Choose it from the list.",
    # The command line
    "help.usage": "Usage: ",
    "help.arguments": "Arguments:",
    "help.options": "Options:",
    "help.commands": "Commands:",
    "help.help": "Show this help.",
    "help.required": "[required]",
    "help.default": "[default: ",
    "help.options_metavar": "[OPTIONS]",
    "help.command_metavar": "COMMAND ...",
    "help.kepatuhan": (
        "Computes compliance scores of public services: Excel workbooks hold the answers of each unit, "
        "the result is a table of scores with colour zones and the gap to the target."
    ),
    "help.epilog": "Begin by typing just kepatuhan: three steps for new users.",
    "help.template": (
        "Make an Excel workbook to fill in: one sheet for each unit, with the answers to choose from, what each mark "
        "means, and the score so far."
    ),
    "help.template.short": "Make a workbook to fill in.",
    "help.template.epilog": (
        "\b\nExamples:\n"
        "  kepatuhan template\n"
        '  kepatuhan template --units "Disdukcapil; Dinas Sosial; Puskesmas Melati"\n'
        "  kepatuhan template --instrument skm-2017 --units units.txt --output survey.xlsx\n"
        "  kepatuhan template --layout matrix\n"
        "  kepatuhan template --units units.xlsx --separate\n"
        "\n\b\nExit codes: 0 done; 2 wrong command; 3 cannot be made."
    ),
    "help.score": (
        "Compute the score of each unit and of the institution from workbooks (.xlsx, .xlsm, .csv) or a folder."
    ),
    "help.score.short": "Compute scores from workbooks.",
    "help.score.epilog": (
        "\b\nExamples:\n"
        "  kepatuhan score units.xlsx\n"
        "  kepatuhan score units.xlsx --detail --target 92\n"
        "  kepatuhan score collected/ --output results.xlsx --output memo.md\n"
        "  kepatuhan score units.xlsx --output results.xlsx --previous 2023.xlsx\n"
        "  kepatuhan score collected/ --annotate returned.xlsx\n"
        "\n\b\nWhere the figure of a unit is from: kepatuhan explain. What to mend first: kepatuhan plan.\n"
        "\n\b\nExit codes: 0 done; 1 below --fail-under; 2 wrong command; 3 cannot be scored."
    ),
    "help.plan": "Find the steps of least effort that bring each unit and the institution to the target: which indicator, from which answer to which, and the score after it.",
    "help.plan.short": "Plan the steps to the target.",
    "help.plan.epilog": '\x08\nExamples:\n  kepatuhan plan units.xlsx\n  kepatuhan plan units.xlsx --target 92\n  kepatuhan plan units.xlsx --unit "Dinas Sosial" --output plan.md\n\n\x08\nExit codes: 0 done, also where the target is out of reach; 2 wrong command; 3 cannot be planned.',
    "help.unit": "Only this unit, without the institution.",
    "help.include_outside": "Also offer what is not in the hands of a unit, such as public perception.",
    "help.explain": "Explain how the score of one unit arose: every answer with its cell, its weight and its points, how far the next class is, and how few answers would lose this one.",
    "help.explain.short": "Explain how a unit's score arose.",
    "help.explain.epilog": '\x08\nExamples:\n  kepatuhan explain units.xlsx --unit "Dinas Sosial"\n  kepatuhan explain units.xlsx --unit Disdukcapil --component P.01\n  kepatuhan explain units.xlsx --unit DPMPTSP --output origin.md\n\n\x08\nExit codes: 0 done; 2 wrong command; 3 cannot be explained.',
    "help.explain_unit": "The unit whose score is explained.",
    "help.component": "Only the component with this code, with each of its cells.",
    "help.check": (
        "Check indicator files (.yaml) and workbooks without computing scores. Without PATH: the folder indicators/ here."
    ),
    "help.check.short": "Check indicator files and workbooks.",
    "help.check.epilog": (
        "\b\nExamples:\n"
        "  kepatuhan check\n"
        "  kepatuhan check indicators/ombudsman-2022.yaml --format json\n"
        "  kepatuhan check units.xlsx\n"
        "\n\b\nExit codes: 0 no errors; 1 errors found; 2 wrong command; 3 nothing was checked."
    ),
    "help.instruments": "Show the list of instruments, or one instrument with all its weights, categories and sources.",
    "help.instruments.short": "Show instruments, their weights and sources.",
    "help.instruments.epilog": (
        "\b\nExamples:\n"
        "  kepatuhan instruments\n"
        "  kepatuhan instruments ombudsman-2022\n"
        "  kepatuhan instruments ombudsman-2022 --format markdown\n"
        "  kepatuhan instruments ombudsman-2022 --copy my.yaml"
    ),
    "help.workbooks": "Workbooks or folders; together they make one assessment.",
    "help.paths": ".yaml files, workbooks, or folders.",
    "help.instrument": (
        "The instrument to use: an id or a .yaml file. Without it: the one that the workbook names or fits."
    ),
    "help.instrument_id": "The id of an instrument, or a .yaml file.",
    "help.template_instrument": "The id of an instrument, or a .yaml file. Without it: ombudsman-2022.",
    "help.units": (
        "Names of units with semicolons (or commas) between them; or a file with a list: .txt with a name a line, .csv or "
        ".xlsx with a column Unit (and Jenis, Produk). Without it: the seven units that are usually assessed."
    ),
    "help.template_output": "The name of the .xlsx file; with --separate, of the folder. Without it: Kertas Kerja.xlsx, or Kertas Kerja.",
    "help.separate": "One file for each unit, in a folder, to be sent out.",
    "help.layout": "Layout: form, a sheet for each unit (default); matrix, a row for each unit, for analysts.",
    "help.target": "The target score. Without it: the target of the instrument.",
    "help.check_format": "The form of the output; auto: github under GitHub Actions, else text.",
    "help.format": "The form of the output.",
    "help.output": (
        "Write to this file too: .json, .csv or .md. May be repeated. A .csv has commas and decimal points in English, "
        "semicolons and decimal commas in Indonesian, as Excel expects them; it is UTF-8."
    ),
    "help.score_format": "The form of the output.",
    "help.copy": "Copy the file of the instrument to FILE, to edit it.",
    "help.fail_under": "Exit code 1 if the institution score is below N, or if there is none.",
    "help.previous": "An earlier assessment (workbook or .json, same edition) to compare with in the workbook of results.",
    "help.score_output": "Write to a file too; may be repeated. Its ending says what: .xlsx (workbook of results), .json, .csv, .md.",
    "help.partial": "Score only the units without problems; the institution score is not computed.",
    "help.detail": "Show each indicator and its weight too.",
    "help.annotate": "Return the workbook (.xlsx) with its mistakes marked red, and a list of them on the sheet Perbaikan.",
    "help.institution": "The name of the institution in the result.",
    "help.force": "Overwrite output files that already exist.",
    "help.strict": "Treat warnings as errors.",
    "help.explain_code": "Explain a code (KP201) or the name of a rule, with an example, and check nothing.",
    "help.rules": "List all rules for indicator files, and check nothing.",
    "help.lang": "Language: id (default) or en. Also through KEPATUHAN_LANG.",
    "help.no_color": "Without colour. Also through NO_COLOR.",
    "help.traceback": "Show the traceback of a fault in the program.",
    "help.version": "Show the version.",
    "usage.option": "The option {what} is not known.{near}",
    "usage.option_value": "The option {what} is not complete, or has a value that it does not need. Correct it.",
    "usage.missing": "{parameter} is missing. Add it.",
    "usage.choice": "The value of {parameter} must be one of: {allowed}.",
    "usage.value": "The value of {parameter} cannot be used: {what}",
    "usage.command": 'The command "{what}" is not known.{near}',
    "usage.extra": 'There is an argument that is not needed: "{what}". Delete it.',
    "usage.other": "The command cannot be understood: {what}",
    "usage.help": "Help: {command} --help",
    "usage.copy_of_what": "say which instrument to copy. Example: kepatuhan instruments ombudsman-2022 --copy my.yaml",
    "usage.number": '"{text}" is not a number of 0 or more. Examples: 90 or 87.5.',
    "usage.no_target": "the instrument {id} sets no target. Name one, for example --target 90.",
    "usage.too_high": "it must not be above the full score {full}.",
    "usage.output_twice": "{file} is named twice.",
    "usage.folder": "{file} is called like a file; with --separate a folder is made.",
    "usage.rule": 'there is no rule "{text}".{near} List them with: kepatuhan check --rules',
    "usage.previous": "only together with --output results.xlsx: the earlier scores are shown in the workbook of results",
    "usage.alone": "it checks nothing, so {others} would have no effect. Leave it out, or check without this option.",
    "usage.endings": "the ending of {file} is not known. These can be written: {endings}.",
    "fault": (
        "Sorry, this is a fault of kepatuhan itself, not yours ({what}). "
        "Run it again with --traceback and report the output to the maintainers of kepatuhan."
    ),
    "welcome": (
        "kepatuhan computes compliance scores of public services and their gap to the target.\n\n"
        "Three steps:\n"
        "  1. Make a workbook to fill in: kepatuhan template\n"
        "  2. Fill in its yellow cells in Excel, one sheet for each unit: Kertas Kerja.xlsx\n"
        '  3. Compute the scores: kepatuhan score "Kertas Kerja.xlsx"\n\n'
        "All commands and options: kepatuhan --help   (dalam bahasa Indonesia: kepatuhan --lang id)"
    ),
    # The workbook of results.
    "results.left_out_something": "A part of the files could not be read. Therefore the institution has no score.",
    "results.title": "Results of the assessment",
    "results.headline": "Score {score}, {band}.",
    "results.headline_below": "Score {score}, {band}: {gap} below the target of {target}.",
    "results.headline_at": "Score {score}, {band}: exactly on the target of {target}.",
    "results.headline_above": "Score {score}, {band}: {gap} above the target of {target}.",
    "results.headline_none": "The institution has no score yet.",
    "results.headline_refused": "The institution has no score yet: {reason}. See the column Nilai on the sheet Rekap.",
    "results.provisional": "Provisional: {blank} answers are blank (counted as the worst), {units} units are not filled in.",
    "results.provisional_blanks": "Provisional: blank answers, counted as the lowest: {blank}.",
    "results.provisional_units": "Provisional: units that are not filled in: {units}.",
    "results.scale": "Zones",
    "results.now": "Now",
    "results.earlier": "Last score",
    "results.earlier_unscored": "{name} has no score of the institution (not every unit could be scored then), so its change is not computed.",
    "results.earlier_missing": "{count} units of the earlier assessment are not in this one ({units}): the change of the institution compares different sets of units.",
    "results.earlier_named": "Last ({name})",
    "results.change": "Change",
    "results.share": "Part in the institution's score",
    "results.target": "Target",
    "results.more_units": "{count} other units are on the sheet Rekap; here are the {shown} with the lowest scores when this file was made.",
    "results.as_written": "When this file was made:",
    "results.more_remarks": "{count} more remarks: see what kepatuhan score prints.",
    "results.limits_assumed": "The limits of the classes are assumptions; the reason is on the sheet Zona.",
    "results.roll_up_assumed": "How the institution's score is made from those of the units is an assumption; the reason is on the sheet Bobot.",
    "results.unit": "Unit",
    "results.points": "Adds",
    "results.person": "Person in charge",
    "results.date": "Date",
    "results.improvements": "What units can do themselves and adds most to the institution's score",
    "results.no_improvements_outside": "No improvement can be proposed: nothing that is short of full is in the units' hands.",
    "results.no_improvements_finished": "No improvement can be proposed: only the finished scores of the units are known, not their answers.",
    "results.if_done": "If these {count} improvements are done, the institution's score becomes {score}.",
    "results.nothing_left": "No improvement is known that units could make and that adds to the score of the institution.",
    "results.footer": "Computed with kepatuhan {version}",
    "worksheet.recap_note.results": "The figures here follow the sheet Jawaban: change an answer there, and all of them change.",
    "results.no_institution": "none yet: some units cannot be scored",
    "results.left_out_units": "Not scorable yet (number of problems): {units}. Therefore the institution has no score.",
    "results.shortcomings": "Shortcomings: what is below full mark, from what adds most",
    "results.shortcomings_note": "Changed an answer? The figures follow; filter the column Adds again to refresh which rows are shown. Answers to several observations are shown as their mean, or as how many gave each.",
    "results.shortcomings_left_out": "Only the first {shown} rows are here; {left} others are not.",
    "results.plan": "Plan: the steps of least effort to the target",
    "results.plan_note": "Made from the answers as they were when this file was written; once answers change, make it anew with kepatuhan score.",
    "results.step_change": "Answer: from → to",
    "results.number": "No",
    "results.step_effort": "Effort",
    "results.score_after": "Score of the institution after it",
    "results.code": "Code",
    "results.indicator": "Indicator",
    "results.answer": "Answer",
    "results.answer_mean": "mean {average} of {most}",
    "results.unit_points": "Adds to the unit",
    "results.institution_points": "Adds to the institution",
    "results.effort": "Effort (1 easy, 5 hard)",
    "results.remedy": "Remedy",
    "results.key": "Order",
    "results.outside": "not in the unit's hands",
    "results.blank": "(blank)",
    "results.left_out": "not applicable",
    "results.bands": "Zones and categories",
    "results.from": "From",
    "results.up_to": "To",
    "results.category": "Category",
    "results.zone": "Zone",
    "results.label": "Label",
    "results.below": "below {upper}",
    "results.bands_origin": "Source: {source}",
    "results.bands_assumed": "Assumption: {reason}",
    "results.full_score": "Full score: {full}. A score is rounded once, at the end, to {decimals} decimals.",
    "results.weights": "Weights and where they come from",
    "results.weights_note": "{count} weights are assumed, not official; see the column Assumption.",
    "results.level": "Level",
    "results.weight": "Weight",
    "results.weight_sum": "sum of those below",
    "results.final_weight": "Weight in the final score",
    "results.final_weight_of": "Weight in the final score ({type})",
    "results.source": "Source",
    "results.assumption": "Assumption",
    "results.checks": "Check: the score by the program and by the formulas",
    "results.checks_note": "Different means that an answer or the name of a unit in this workbook was changed after it was computed. Score again: kepatuhan score this-file.xlsx",
    "results.all_same": "All are the same.",
    "results.some_different": "differ: answers or names of units were changed.",
    "results.told": "Score by the program",
    "results.told_remark": "Remark by the program",
    "results.shown": "Score by the formulas",
    "results.shown_remark": "Remark by the formulas",
    "results.verdict": "Verdict",
    "results.same": "same",
    "results.different": "different",
    "results.gone": "no longer on Jawaban",
    "results.not_this_time": "not counted this time",
    "results.no_score_before": "none",
    "results.new_unit": "New unit on Jawaban",
    "results.made_with": "Computed with kepatuhan {version}.",
    "results.made_by": "Instrument {id}, fingerprint {fingerprint}.",
    "results.made_from": "From {file} (sha256 {sha256}).",
}
