#!/usr/bin/env python3
"""Check that field sheets fit one page of A4 when printed.

sheets.py SHEETS.html: lays the page out as it is printed and measures each sheet. Exits with 1 when one of up to
28 households is taller than a page, or when there is none. Needs chromium and playwright.
"""

import pathlib
import sys

from playwright.sync_api import sync_playwright

# A4 without the margins of the style sheet (8 mm above and below, 10 mm at the sides), at 96 px an inch.
WIDTH, HEIGHT = int(190 / 25.4 * 96), int(281 / 25.4 * 96)
MEASURE = """() => [...document.querySelectorAll('.sheet')].map(sheet => ({
    id: sheet.id, rows: sheet.querySelectorAll('tbody tr').length,
    height: Math.ceil(sheet.getBoundingClientRect().height), wide: sheet.scrollWidth - sheet.clientWidth,
}))"""


def main(path):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.emulate_media(media="print")
        page.goto(pathlib.Path(path).resolve().as_uri())
        sheets = page.evaluate(MEASURE)
        browser.close()
    faults = [s for s in sheets if s["wide"] > 0 or (s["rows"] <= 28 and s["height"] > HEIGHT)]
    for sheet in faults:
        print(f"  {sheet['id']}: {sheet['rows']} rows, {sheet['height']} px of {HEIGHT}")
    print(f"{path}: {len(sheets)} sheets, {len(faults)} do not fit")
    sys.exit(1 if faults or not sheets else 0)


main(sys.argv[1])
