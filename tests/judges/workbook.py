"""Reads a workbook as another program does, and says whether it is one as a user expects it.

Usage: workbook.py FILE ROWS. Exit status 0: a sheet of ROWS clients with a bold head that stays in view, a filter over
all of it, columns as wide as what they hold, cells of their own types, and no formula. Else 1, and why.
"""

import datetime
import sys

import openpyxl


def faults(path, rows):
    book = openpyxl.load_workbook(path)
    sheet = book.active
    if len(book.sheetnames) != 1:
        yield "not one sheet"
    if sheet.max_row != rows + 1:
        yield f"{sheet.max_row - 1} rows instead of {rows}"
    if sheet.freeze_panes != "A2":
        yield "the head does not stay in view"
    if sheet.auto_filter.ref != sheet.dimensions:
        yield f"the filter is over {sheet.auto_filter.ref} and not {sheet.dimensions}"
    head = list(sheet[1])
    if not all(cell.value and cell.font.bold for cell in head):
        yield "a head is empty or not bold"
    for cell in head:
        width = sheet.column_dimensions[cell.column_letter].width
        if not 8 <= width <= 61:
            yield f"column {cell.column_letter} is {width} wide"
    kinds = {"id": (int, float), "number": str, "name": str, "created": datetime.datetime}
    for at, cell in enumerate(head):
        for row in sheet.iter_rows(min_row=2, min_col=at + 1, max_col=at + 1):
            value = row[0]
            if value.data_type == "f":
                yield f"{value.coordinate} is a formula"
            kind = kinds.get(cell.value)
            if kind and not isinstance(value.value, kind):
                yield f"{value.coordinate} is {value.value!r}"


def main():
    path, rows = sys.argv[1], int(sys.argv[2])
    found = list(faults(path, rows))
    for fault in found[:20]:
        print(fault)
    print(f"{path}: {rows} rows, {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
