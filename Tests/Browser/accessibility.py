#!/usr/bin/env python3
"""Check a report page in a browser: axe-core, sideways scroll, requests to the network.

accessibility.py PAGE.html...: exits with 1 when a page has any violation, any "incomplete" result
that ALLOWED does not name, a sideways scroll of the whole page at 320 px, a request beyond the
file itself, or an error in the console. Needs chromium, playwright and axe-playwright-python.
"""

import pathlib
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

MODES = [
    ("light", {"color_scheme": "light"}),
    ("dark", {"color_scheme": "dark"}),
    ("forced colours", {"color_scheme": "light", "forced_colors": "active"}),
]
WIDTHS = [1280, 360]
# Rule of axe-core, where it may be incomplete (every target must hold this text), and why.
ALLOWED = [
    ("color-contrast", "text",
     "axe-core cannot see the shape behind a text of an SVG; the contrast of every pair of text "
     "and fill is a test of the style sheet instead"),
]


def is_allowed(result, node):
    targets = [str(target) for target in node["target"]]
    return any(
        result["id"] == rule and all(part in target for target in targets)
        and node["html"].startswith("<text")
        for rule, part, _ in ALLOWED)


def audit(page, label):
    """The faults that axe-core finds on the page as it is shown."""
    response = Axe().run(page, options={"resultTypes": ["violations", "incomplete"]}).response
    faults = []
    for result in response["violations"]:
        for node in result["nodes"]:
            faults.append(f"{label}: {result['id']}: {result['help']}: {node['html'][:120]}")
    for result in response["incomplete"]:
        for node in result["nodes"]:
            if not is_allowed(result, node):
                faults.append(
                    f"{label}: {result['id']} (incomplete): {result['help']}: "
                    f"{node['html'][:120]}")
    return faults


def sideways(page):
    """The elements that make the whole page wider than the screen."""
    return page.evaluate(
        """() => document.documentElement.scrollWidth <= innerWidth ? [] :
        [...document.body.querySelectorAll('*')]
        .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll'))
        .map(e => e.outerHTML.slice(0, 100)).concat(document.documentElement.scrollWidth)""")


def check(browser, path):
    faults = []
    for mode, options in MODES:
        for width in WIDTHS:
            context = browser.new_context(
                viewport={"width": width, "height": 900}, reduced_motion="reduce", **options)
            page = context.new_page()
            page.on("request", lambda request: faults.append(
                f"request to {request.url[:100]}")
                if request.url != path.as_uri() and not request.url.startswith("data:font/")
                else None)
            page.on("console", lambda message: faults.append(f"console: {message.text}"))
            page.goto(path.as_uri())
            faults += audit(page, f"{mode}, {width} px, closed")
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            faults += audit(page, f"{mode}, {width} px, opened")
            context.close()
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.goto(path.as_uri())
    for opened in ("false", "true"):
        page.evaluate(f"document.querySelectorAll('details').forEach(d => d.open = {opened})")
        faults += [f"sideways scroll at 320 px: {element}" for element in sideways(page)]
    images = page.evaluate(
        "() => [...document.querySelectorAll('svg[role=img]')].filter(e => e.checkVisibility())"
        ".length")
    named = page.accessibility_images() if hasattr(page, "accessibility_images") else images
    page.close()
    return faults, named


def main():
    failed = False
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for name in sys.argv[1:]:
            path = pathlib.Path(name).resolve()
            faults, images = check(browser, path)
            print(f"{name}: {len(faults)} faults, {images} drawings shown on the phone")
            for fault in faults:
                print(f"  {fault}")
            failed = failed or bool(faults)
        browser.close()
    sys.exit(1 if failed or len(sys.argv) < 2 else 0)


main()
