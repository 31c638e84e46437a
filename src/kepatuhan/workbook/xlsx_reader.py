"""Open an .xlsx or .xlsm: its sheets in their order, and what their cells refer to. Cells are read when asked for."""

from collections.abc import Iterator

from kepatuhan.problems import ProblemsFound, Term, Where, error
from kepatuhan.workbook.cells import MergedCells, Row, Sheet
from kepatuhan.workbook.formats import GENERAL, PREDEFINED
from kepatuhan.workbook.limits import MOST_CHARACTERS, MOST_SHEETS, MOST_TEXTS
from kepatuhan.workbook.package import Package, XmlParser
from kepatuhan.workbook.stored import Stored, unescaped
from kepatuhan.workbook.worksheet import Seen, read_rows

_TRUE = ("1", "true", "on")
_WITHOUT_CELLS = ("chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet")


class XlsxSheet:
    """One sheet of an opened workbook."""

    def __init__(self, package: Package, part: str, name: str, is_hidden: bool, stored: Stored) -> None:
        self._package = package
        self._part = part
        self._stored = stored
        self.merged: list[MergedCells] = []
        self.hidden_columns: list[range] = []
        self.name: str | None = name
        self.is_hidden = is_hidden

    def rows(self) -> Iterator[Row]:
        """The rows that hold something.

        Raises:
            ProblemsFound: when the sheet turns out to be damaged.
        """
        self.merged, self.hidden_columns = [], []
        where = Where(self._package.file, sheet=self.name)
        return read_rows(self._package, self._part, where, self._stored, Seen(self.merged, self.hidden_columns))


def open_xlsx(content: bytes, file: str) -> tuple[Sheet, ...]:
    """The sheets of the workbook that ``content`` holds.

    Raises:
        ProblemsFound: when it is damaged, or holds no sheet that can be read.
    """
    package = Package(content, file)
    with package.reading():
        main = next((part for kind, part in package.relations("").values() if kind == "officeDocument"), None)
        elements = package.elements(main) if main is not None and main.endswith(".xml") else []
        if main is None or not elements or elements[0].name != "workbook":
            raise ProblemsFound([error("KP703", Where(file), reason=Term("file.no_xlsx"))])
        relations = package.relations(main)
        parts = dict(relations.values())
        since_1904 = any(e.name == "workbookPr" and e.attributes.get("date1904") in _TRUE for e in elements)
        stored = Stored(
            texts=_shared_texts(package, parts["sharedStrings"]) if "sharedStrings" in parts else (),
            formats=_formats(package, parts["styles"]) if "styles" in parts else (),
            since_1904=since_1904,
        )
        sheets: list[Sheet] = []
        taken: set[str] = set()
        package.refuse_beyond("sheets", sum(element.name == "sheet" for element in elements), MOST_SHEETS)
        for element in elements:
            if element.name != "sheet":
                continue
            name = element.attributes.get("name", "")
            kind, part = relations.get(element.attributes.get("id", ""), ("", "?"))
            if kind in _WITHOUT_CELLS:
                continue
            if kind != "worksheet" or not package.has(part):
                raise ProblemsFound([error("KP704", Where(file, sheet=name), reason=Term("package.part"))])
            if part in taken:
                raise ProblemsFound([error("KP704", Where(file, sheet=name), reason=Term("package.shared"))])
            taken.add(part)
            is_hidden = element.attributes.get("state", "visible") != "visible"
            sheets.append(XlsxSheet(package, part, name, is_hidden, stored))
    if not sheets:
        raise ProblemsFound([error("KP706", Where(file))])
    return tuple(sheets)


def _shared_texts(package: Package, part: str) -> list[str]:
    """The texts that cells refer to by number: the parts of rich text together, without phonetic hints."""
    texts: list[str] = []
    pieces: list[str] = []
    is_text = is_phonetic = False

    def start(name: str, _attributes: dict[str, str]) -> None:
        nonlocal is_text, is_phonetic, pieces
        local = name.rpartition(":")[2]
        if local == "si":
            pieces = []
        elif local == "t":
            is_text = not is_phonetic
        elif local == "rPh":
            is_phonetic = True

    def end(name: str) -> None:
        nonlocal is_text, is_phonetic
        local = name.rpartition(":")[2]
        if local == "si":
            texts.append(unescaped("".join(pieces)))
        elif local == "t":
            is_text = False
        elif local == "rPh":
            is_phonetic = False

    def text(data: str) -> None:
        if is_text:
            pieces.append(data)

    parser = XmlParser()
    parser.expat.StartElementHandler, parser.expat.EndElementHandler = start, end
    parser.expat.CharacterDataHandler = text
    for _ in package.feed(part, parser):
        package.refuse_beyond("texts", len(texts), MOST_TEXTS)
        package.refuse_beyond("characters", sum(map(len, pieces)), MOST_CHARACTERS)
    return texts


def _formats(package: Package, part: str) -> list[str]:
    """The number format of each style that cells refer to by number."""
    own: dict[int, str] = {}
    formats: list[str] = []
    is_cell_style = False
    for name, attributes in package.elements(part):
        if name == "numFmt":
            own[int(attributes["numFmtId"])] = attributes.get("formatCode", GENERAL)
        elif name in ("cellStyleXfs", "cellXfs"):
            is_cell_style = name == "cellXfs"
        elif name == "xf" and is_cell_style:
            number = int(attributes.get("numFmtId", 0))
            formats.append(own.get(number) or PREDEFINED.get(number, GENERAL))
    return formats
