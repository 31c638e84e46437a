"""For every code of a workbook (KP7xx, KP8xx) that text cannot show: the wrong and the right form in words.

The others have a case in ``kepatuhan.workbook.cases``. ``write_problems.py`` prints both.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Situation:
    """What is wrong, and what is right, in words."""

    wrong: str
    right: str


SITUATIONS: Mapping[str, Situation] = {
    "KP702": Situation(
        "The command names a workbook that does not exist, or that the account may not open.",
        "The name is spelt as the file is, and the file may be read.",
    ),
    "KP703": Situation(
        "The file is locked with a password, is an old .xls, or is a web page or PDF renamed to .xlsx.",
        "In Excel: File, Save As, Excel Workbook (.xlsx), without a password.",
    ),
    "KP704": Situation(
        "A part of the .xlsx package is missing or cut off, for example after an interrupted download.",
        "The file is fetched once more, or opened in Excel (which mends it) and saved again.",
    ),
    "KP705": Situation(
        "Another program wrote row 12 before row 9, the cell C4 twice, or a cell with the address C99999999.",
        "The file is opened in Excel or LibreOffice and saved again, which puts the cells in order.",
    ),
    "KP706": Situation(
        "The workbook has no worksheet: only chart sheets.",
        "The workbook has a sheet with answers.",
    ),
    "KP713": Situation(
        "The answers of a unit stand on a sheet that is hidden.",
        "The sheet is made visible (Unhide). A hidden sheet without answers may stay as it is.",
    ),
    "KP714": Situation(
        "The folder holds other files beside the workbooks, such as a letter or an owner file (~$units.xlsx).",
        "Nothing has to be done, unless the file that was skipped holds answers.",
    ),
    "KP716": Situation(
        "The workbook was made for ombudsman-2022, and the command says --instrument with another id.",
        "The command says --instrument ombudsman-2022, or names a workbook of the other instrument.",
    ),
    "KP717": Situation(
        "A weight or a scale of the instrument was changed after the workbook was made.",
        "Scores that were computed before the change are not put beside scores computed after it.",
    ),
    "KP718": Situation(
        "The codes of the workbook occur in several instruments, and nothing says which one is meant.",
        "The command says which one, for example --instrument ombudsman-2022.",
    ),
    "KP719": Situation(
        "The workbook was made for an instrument in a file of its own, which is not bundled.",
        "The command names that file, for example --instrument indicators/kota-contoh.yaml.",
    ),
    "KP720": Situation(
        "The workbook was written by a newer version of kepatuhan.",
        "kepatuhan is updated on this computer, too.",
    ),
    "KP722": Situation(
        "The command names a folder that holds no .xlsx, .xlsm or .csv file.",
        "The command names the folder in which the workbooks are.",
    ),
    "KP723": Situation(
        "The workbook is open in Excel, with changes that are not saved yet.",
        "It is saved first; it may then stay open.",
    ),
    "KP724": Situation(
        "A .csv file was saved by an older program in the encoding of Windows.",
        "In Excel: Save As, CSV UTF-8.",
    ),
    "KP755": Situation(
        "The folder of the output file was never made, or its name is misspelt.",
        "The folder is made first, or another one is named.",
    ),
    "KP726": Situation(
        "The output file is open in Excel, or its folder may not be written to.",
        "The file is closed, or another folder is named.",
    ),
    "KP727": Situation(
        "The output file exists already.",
        "Another name is given, or --force where the old file may be lost.",
    ),
    "KP729": Situation(
        "One command names workbooks that were made for different instruments.",
        "The workbooks of each instrument are scored by a command of their own.",
    ),
    "KP731": Situation(
        "The workbook uses codes of several instruments, and none of them has all of its codes.",
        "The command says --instrument; the codes that do not fit are then named cell by cell.",
    ),
    "KP732": Situation("The command ends up with no workbook at all.", "The command names at least one workbook."),
    "KP733": Situation(
        "A sheet beside the answers has no known headings, such as a covering letter.",
        "Nothing has to be done, unless there are answers on it: then it needs its headings.",
    ),
    "KP734": Situation(
        "--output names one of the workbooks that are being read.",
        "--output names another file.",
    ),
    "KP735": Situation(
        "kepatuhan check is given a folder with neither indicator files nor workbooks.",
        "It is given a folder, or a file, that holds them.",
    ),
    "KP736": Situation(
        "Below the table of one unit a second table with other columns, or of another unit, begins on the same sheet.",
        "Each table stands on a sheet of its own.",
    ),
    "KP740": Situation(
        "Beside the sheets of the units there is a sheet Rekap with the columns Unit and Nilai.",
        "The sheet Rekap is hidden or deleted; kepatuhan computes the scores from the answers.",
    ),
    "KP741": Situation(
        "A filter hides the rows of some units.",
        "Nothing has to be done, unless those units should not count: then their rows are deleted from a copy.",
    ),
    "KP742": Situation(
        "The name of a unit stands in one cell that is merged over the rows of its three respondents.",
        "The cells are unmerged, and the name of the unit stands in each of the three rows.",
    ),
    "KP746": Situation(
        "The form stands on Sheet1, and no cell beside Unit says whose it is.",
        "The name of the unit stands in the cell beside Unit (or is the name of the sheet).",
    ),
    "KP748": Situation(
        "The column of an indicator is hidden, and answers stand in it.",
        "Nothing has to be done, unless those answers should not count: then they are deleted from a copy.",
    ),
    "KP756": Situation(
        "A list of units has the names in one column and, say, their types in another, without headings.",
        "The columns are headed Unit and Jenis.",
    ),
    "KP750": Situation(
        "kepatuhan template is given an empty list of units.",
        "The list holds at least one name, or --units is left away for the seven usual units.",
    ),
    "KP751": Situation(
        "kepatuhan template --units names Disdukcapil and, further on, DISDUKCAPIL.",
        "Each unit is named once.",
    ),
    "KP752": Situation(
        "A name in the list of units holds a line break, or a unit is called Alamat, I.01, 2 or Total Persada.",
        "The name is typed again, or has another word before it, such as Kantor Alamat or PT Total Persada.",
    ),
    "KP753": Situation(
        "The column Jenis in the list of units says Puskemas.",
        "It says one of the unit types of the instrument, by its key or its title: Puskesmas.",
    ),
    "KP754": Situation(
        "The instrument has unit types, and the list of units has no column Jenis, or an empty cell in it.",
        "The list is a .csv or .xlsx file with the columns Unit and Jenis, both filled in every row.",
    ),
    "KP760": Situation(
        "The column Produk in the list of units says 0, 2,5 or tujuh.",
        "It says how many products the unit has: 7.",
    ),
    "KP761": Situation(
        "The column Produk in the list of units is filled in for some units only.",
        "It is filled in for every unit, or for none: then each unit fills it in above its form.",
    ),
    "KP762": Situation(
        "The output file has the name of a folder that exists.",
        "The file has another name.",
    ),
    "KP763": Situation(
        "kepatuhan template --separate is given the name of a file that exists.",
        "--output names a folder.",
    ),
    "KP764": Situation(
        "The file unpacks to gigabytes, or a sheet holds more cells, texts or merged cells than any table of answers.",
        "The answers alone are copied to a new workbook. The limits are in [reading.md](reading.md#batas).",
    ),
    "KP780": Situation(
        "kepatuhan plan units.xlsx --unit Disdukcapl, and the unit in the workbook is called Disdukcapil.",
        "--unit names a unit as the workbook does; upper and lower case do not matter.",
    ),
    "KP781": Situation(
        "kepatuhan plan --unit names a unit that has answered nothing yet, or to which nothing applies.",
        "The unit has answered at least one indicator.",
    ),
    "KP782": Situation(
        "kepatuhan plan is given a worksheet that no unit has filled in yet.",
        "At least one unit has answered at least one indicator.",
    ),
    "KP795": Situation(
        "kepatuhan score units.xlsx --output hasil.xlsx --previous names a .json that kepatuhan score did not write.",
        "--previous names the workbook of the earlier assessment, or the .json that kepatuhan score wrote of it.",
    ),
    "KP796": Situation(
        "--previous names a .json of the edition of 2021, and the workbook is scored under that of 2022.",
        "Both are of the same edition.",
    ),
    "KP797": Situation(
        "--previous names a .json that was written before a weight of the instrument was changed.",
        "--previous names the workbook of the earlier assessment, which is scored anew.",
    ),
    "KP798": Situation(
        "kepatuhan score is given a workbook of results that was made with --partial, without some units.",
        "The files from which it was made are scored, once their problems are mended.",
    ),
    "KP793": Situation(
        "kepatuhan score --annotate is given a workbook with a column nilai, or with the column bobot responden.",
        "The workbook holds answers alone, or --annotate is left away: the problems are told all the same.",
    ),
    "KP794": Situation(
        "kepatuhan score --annotate is given a workbook of which no sheet can be read.",
        "At least one unit can be read; what is wrong elsewhere is listed.",
    ),
    "KP799": Situation(
        "A returned workbook is scored, and in the original a table had a heading that could not be read.",
        "The heading is mended in the original, and the original is scored.",
    ),
    "KP790": Situation(
        "kepatuhan explain --unit names a unit that has answered nothing yet, or to which nothing applies.",
        "The unit has answered at least one indicator.",
    ),
    "KP791": Situation(
        "kepatuhan explain units.xlsx --unit Disdukcapil --component P.1O, with the letter O in the place of a zero.",
        "--component is a code that kepatuhan instruments lists: P.10.",
    ),
    "KP792": Situation(
        "kepatuhan explain --component P.01, and the workbook gives a finished score for the dimension above it.",
        "--component names that dimension, or the workbook holds the answers below it.",
    ),
    "KP788": Situation(
        "A cell shows 0.9, and the cells above it show 85% and 78%, on a scale from 0 to 100.",
        "Every cell shows a percentage, or every cell a number from 0 to 100.",
    ),
    "KP789": Situation(
        "kepatuhan template --separate names a folder in which the worksheets of last year are.",
        "It names a new folder, or --force where all of them belong together.",
    ),
    "KP829": Situation(
        "The file stores NaN or INF as the number of a cell; another program wrote it.",
        "The cell holds a number, typed again.",
    ),
    "KP805": Situation(
        "3/4 was typed, and Excel made the date 3 April of it.",
        "The cell has the format Text, and the answer is typed again.",
    ),
    "KP806": Situation(
        "The cell shows #N/A, #REF! or another error of a formula.", "The formula is mended, or the answer is typed."
    ),
    "KP807": Situation(
        "The cell holds a formula, and the program that wrote the file stored no result for it.",
        "The file is opened in Excel or LibreOffice and saved, which stores the result.",
    ),
    "KP808": Situation(
        "The cell holds TRUE or FALSE, and the scale of the indicator is one of numbers.",
        "The cell holds a number of the scale.",
    ),
    "KP811": Situation(
        "The cell shows 67% on a scale from 0 to 3.",
        "The cell has the format Number and shows 2.",
    ),
    "KP828": Situation(
        "The cell with the name of the unit holds a date, TRUE, an error, or a formula without a result.",
        "The cell holds the name as text.",
    ),
}
"""What only a workbook, a folder or a command can show."""
