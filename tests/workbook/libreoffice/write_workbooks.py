"""Write the workbooks of this folder anew, in LibreOffice itself, as a person with Indonesian settings would type them.

Run with the system's Python that knows LibreOffice (package python3-uno): ``/usr/bin/python3 write_workbooks.py``. It
starts an office of its own, types, and saves through the filter for Excel 2007 and later.
"""

# mypy: ignore-errors
import os
import subprocess
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.lang import Locale

HERE = Path(__file__).resolve().parent
PIPE = f"kepatuhan{os.getpid()}"
HEADERS = ("No", "Unit Layanan", "input/21,85", "proses/32,37", "output/24,24", "pengaduan/21,54")
UNITS = (  # weighted points, as a rapor prints them
    ("1", "Dinas Kependudukan dan Pencatatan Sipil", "18,42", "27,60", "20,13", "16,75"),
    ("2", "Dinas Penanaman Modal dan PTSP", "20,11", "30,02", "22,50", "19,08"),
    ("3", "Puskesmas Sukamaju", "15,90", "24,37", "18,00", "12,40"),
)
ASKED_ONCE = tuple(f"I.{number:02}" for number in range(7, 16))
CODES = (
    *(f"I.{number:02}" for number in range(1, 16)),
    *(f"P.{number:02}" for number in range(1, 6)),
    *("P.06a", "P.06b", "P.07", "P.08", "P.09", "P.10", "P.11"),
    *(f"O.{number:02}" for number in range(1, 6)),
    *(f"A.{number:02}" for number in range(1, 10)),
)


def setting(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def start_office():
    profile = tempfile.mkdtemp(prefix="office-profile-")
    command = ["soffice", "--headless", "--norestore", "--nologo", f"-env:UserInstallation=file://{profile}"]
    process = subprocess.Popen(
        [*command, f"--accept=pipe,name={PIPE};urp;"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            context = resolver.resolve(f"uno:pipe,name={PIPE};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.5)
        else:
            return process, context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    raise SystemExit("LibreOffice did not start")


class Sheet:
    """A new document with one sheet under Indonesian settings, and a title over two rows above the table."""

    def __init__(self, desktop, name, headers, title):
        self.document = desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, (setting("Hidden", True),))
        self.document.CharLocale = Locale("id", "ID", "")
        self.sheet = self.document.Sheets.getByIndex(0)
        self.sheet.Name = name
        for row, text in enumerate((title, "Kabupaten Mekar Jaya, Tahun 2023")):
            self.sheet.getCellRangeByPosition(0, row, len(headers) - 1, row).merge(True)
            self.type(0, row, text)
        for column, header in enumerate(headers):
            self.type(column, 3, header)

    def type(self, column, row, text):
        self.sheet.getCellByPosition(column, row).String = text

    def number(self, column, row, value):
        self.sheet.getCellByPosition(column, row).Value = value

    def save(self, name):
        settings = (setting("FilterName", "Calc MS Excel 2007 XML"), setting("Overwrite", True))
        self.document.storeToURL(f"file://{HERE / name}", settings)
        self.document.close(True)


def write_components(desktop, name, wrong=None):
    """Three units with the weighted points of their dimensions, all of it text."""
    sheet = Sheet(desktop, "Rekap Nilai", HEADERS, "HASIL PENILAIAN KEPATUHAN PENYELENGGARAAN PELAYANAN PUBLIK")
    for row, unit in enumerate(UNITS, start=4):
        for column, text in enumerate(unit):
            sheet.type(column, row, text)
    if wrong:
        sheet.type(*wrong)
    sheet.save(name)


def write_indicators(desktop, name, wrong):
    """Every indicator a column, two or three respondents (rows) a unit; half of the numbers are text."""
    sheet = Sheet(desktop, "Jawaban", ("No", "Unit", *CODES), "LEMBAR KERJA PENILAIAN MANDIRI")
    row = 4
    for number, (unit, respondents) in enumerate((("Disdukcapil", 3), ("DPMPTSP", 2), ("Puskesmas", 2)), start=1):
        for respondent in range(respondents):
            sheet.type(0, row, str(number))
            sheet.type(1, row, unit)
            for place, code in enumerate(CODES):
                if respondent and code in ASKED_ONCE:
                    continue
                if code.startswith("O."):
                    sheet.type(2 + place, row, "ya" if (place + row) % 7 == 0 else "tidak")
                elif (place + row) % 2:
                    sheet.type(2 + place, row, f"{3 - (place + row) % 3},0")
                else:
                    sheet.number(2 + place, row, 3 - (place + row) % 3)
            row += 1
    code, wrong_row, text = wrong
    sheet.type(2 + CODES.index(code), wrong_row, text)
    sheet.save(name)


def main():
    process, desktop = start_office()
    try:
        write_components(desktop, "judul-di-atas.xlsx")
        write_components(desktop, "judul-di-atas-salah.xlsx", wrong=(3, 5, "1.234,5"))
        write_indicators(desktop, "indikator-salah.xlsx", wrong=("P.03", 7, "dua"))
    finally:
        desktop.terminate()
        process.wait(30)


if __name__ == "__main__":
    main()
