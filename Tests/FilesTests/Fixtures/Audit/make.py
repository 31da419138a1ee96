"""Makes tables.xlsx: two sheets as people lay out published tables; all figures are invented."""
from openpyxl import Workbook

book = Workbook()
sheet = book.active
sheet.title = "Means"
sheet["A1"] = "Table 1. Trust by sex"
sheet.merge_cells("A1:E1")
for cell, text in {"A2": "Item", "B2": "Men", "D2": "Women"}.items():
    sheet[cell] = text
sheet.merge_cells("A2:A3")
sheet.merge_cells("B2:C2")
sheet.merge_cells("D2:E2")
for cell, text in {"B3": "Mean", "C3": "SD", "D3": "Mean", "E3": "SD"}.items():
    sheet[cell] = text
for row, values in enumerate([("People can be trusted", 2.5, 0.9, 2.745, 1), ("People help", 3, 1.25, 3.005, 0.5)], 4):
    for column, value in enumerate(values, 1):
        cell = sheet.cell(row, column, value)
        if column > 1:
            cell.number_format = "0.00"
shares = book.create_sheet("Shares")
for row in [("Answer", "All", "n"), ("Yes", 0.455, 1234), ("No", 0.545, 20), ("Total", 1, 1254)]:
    shares.append(row)
for row in range(2, 5):
    shares.cell(row, 2).number_format = "0.0%"
    shares.cell(row, 3).number_format = "#,##0"
book.save("tables.xlsx")
