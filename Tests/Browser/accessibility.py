#!/usr/bin/env python3
"""Check a report page in a browser: axe-core, sideways scroll, requests to the network.

accessibility.py PAGE.html[#LANGUAGE]...: checks the version of the page that the language shows. Exits with 1 when a page has any violation, any "incomplete" result
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
# So wide that no table scrolls, and the contrast of all of its cells can be decided.
VERY_WIDE = 5000
# Where axe-core may fail to decide: rule, its reason (None: any), how the element begins, and why
# that is no fault.
ALLOWED = [
    ("color-contrast", None, ("<text ",),
     "axe-core cannot see the shape behind a text of an SVG; the contrast of every pair of text "
     "and fill is a test of the style sheet instead"),
    ("color-contrast", "shortTextContent", ("<td", "<th", "<small", "<span"),
     "a number of one digit has the colours of its neighbours, which are decided"),
    ("color-contrast", "bgOverlap", ("<th scope=\"col\" rowspan=",),
     "a heading over two rows lies over the second"),
]


def is_allowed(result, node):
    reasons = {(check.get("data") or {}).get("messageKey") for check in node["any"]}
    return any(
        result["id"] == rule and (reason is None or reasons == {reason})
        and node["html"].startswith(starts)
        for rule, reason, starts, _ in ALLOWED)


def audit(page, label, options, context=None):
    """The faults that axe-core finds in a part of the page, as it is shown."""
    response = Axe().run(page, context=context, options=options).response
    faults = []
    for kind in ("violations", "incomplete"):
        for result in response[kind]:
            for node in result["nodes"]:
                if kind == "violations" or not is_allowed(result, node):
                    faults.append(f"{label}: {result['id']} ({kind}): {result['help']}: "
                                  f"{node['html'][:120]}")
    return faults


def audit_all(page, label, width):
    """Contrast inside of tables is decided where they are shown whole, all else everywhere."""
    if width == VERY_WIDE:
        return audit(page, label, {"runOnly": ["color-contrast"]})
    return (audit(page, label, {"rules": {"color-contrast": {"enabled": False}}})
            + audit(page, label, {"runOnly": ["color-contrast"]}, {"exclude": [[".scroll"]]}))


def sideways(page):
    """The elements that make the whole page wider than the screen."""
    return page.evaluate(
        """() => document.documentElement.scrollWidth <= innerWidth ? [] :
        [...document.body.querySelectorAll('*')]
        .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll'))
        .map(e => e.outerHTML.slice(0, 100)).concat(document.documentElement.scrollWidth)""")


def check(browser, path, target):
    """The faults of a page, and how many drawings it shows; `target` is "" or "#ru"."""
    address = path.as_uri() + target
    faults = []
    for mode, options in MODES:
        for width in WIDTHS + [VERY_WIDE]:
            context = browser.new_context(
                viewport={"width": width, "height": 900}, reduced_motion="reduce", **options)
            page = context.new_page()
            page.on("request", lambda request: faults.append(
                f"request to {request.url[:100]}")
                if request.url.partition("#")[0] != path.as_uri() and not request.url.startswith("data:font/")
                else None)
            page.on("console", lambda message: faults.append(f"console: {message.text}"))
            page.goto(address)
            faults += audit_all(page, f"{mode}, {width} px, closed", width)
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            faults += audit_all(page, f"{mode}, {width} px, opened", width)
            context.close()
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.goto(address)
    for opened in ("false", "true"):
        page.evaluate(f"document.querySelectorAll('details').forEach(d => d.open = {opened})")
        faults += [f"sideways scroll at 320 px: {element}" for element in sideways(page)]
    if target and not page.evaluate(
            "id => [...document.querySelectorAll('.version')].filter(e => e.checkVisibility())"
            ".map(e => e.id).join() === id", target[1:]):
        faults.append(f"{target} does not show that version alone")
    images = page.evaluate(
        "() => [...document.querySelectorAll('svg[role=img]')].filter(e => e.checkVisibility())"
        ".length")
    page.close()
    return faults, images


def main():
    failed = False
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for name in sys.argv[1:]:
            file, mark, language = name.partition("#")
            faults, images = check(browser, pathlib.Path(file).resolve(), mark + language)
            print(f"{name}: {len(faults)} faults, {images} drawings shown on the phone")
            for fault in faults:
                print(f"  {fault}")
            failed = failed or bool(faults)
        browser.close()
    sys.exit(1 if failed or len(sys.argv) < 2 else 0)


main()
