#!/usr/bin/env python3
"""Take pictures of a report page for a person to look at.

screenshots.py PAGE.html FOLDER: desktop and phone width, light, dark and forced colours, whole
page; then the printed PDF and its pages. Needs playwright (PyPI), chromium and poppler-utils.
"""

import pathlib
import subprocess
import sys

from playwright.sync_api import sync_playwright

VIEWS = [
    ("desktop-light", 1280, {"color_scheme": "light"}),
    ("desktop-dark", 1280, {"color_scheme": "dark"}),
    ("desktop-forced", 1280, {"forced_colors": "active"}),
    ("phone-light", 360, {"color_scheme": "light"}),
    ("phone-dark", 360, {"color_scheme": "dark"}),
]


def main():
    page_path, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for name, width, options in VIEWS:
            context = browser.new_context(viewport={"width": width, "height": 900}, **options)
            page = context.new_page()
            page.goto(page_path.as_uri())
            page.screenshot(path=folder / f"{name}.png", full_page=True)
            context.close()
        page = browser.new_page()
        page.goto(page_path.as_uri())
        page.pdf(path=folder / "page.pdf", tagged=True, outline=True, prefer_css_page_size=True)
        browser.close()
    subprocess.run(
        ["pdftoppm", "-r", "60", "-png", folder / "page.pdf", folder / "print"], check=True)


main()
