"""The sheet that is being read: its addresses, and the problems that spoil every unit of it."""

from kepatuhan.problems import Problem, Where
from kepatuhan.workbook.assembly import Assembly
from kepatuhan.workbook.cells import Place, cell_name


class SheetSite:
    """One sheet of one file, registered with the assembly into which it is read."""

    def __init__(self, assembly: Assembly, file: str, name: str | None) -> None:
        self.assembly = assembly
        self.file = file
        self.name = name
        self.number = assembly.add_sheet(file, name)

    @property
    def sheet(self) -> Where:
        """The sheet as a whole."""
        return Where(self.file, sheet=self.name)

    def where(self, row: int, column: int) -> Where:
        """A cell in words."""
        return Where(self.file, sheet=self.name, cell=cell_name(row, column))

    def place(self, row: int, column: int) -> Place:
        """A cell as the records keep it."""
        return Place(self.number, row, column)

    def spoil(self, problem: Problem) -> None:
        """A problem for which no unit of the sheet can be vouched for."""
        self.assembly.spoilt_sheets.add(self.number)
        self.assembly.add(problem)
