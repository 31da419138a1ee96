#!/usr/bin/env python3
"""Check a printed report against its page: tags, alternatives, outline, fonts, page numbers.

printed.py PAGE.html PAGE.pdf: exits with 1 on a fault. Needs pikepdf and playwright (PyPI),
chromium, and pdffonts and pdftotext (poppler-utils).
"""

import collections
import pathlib
import re
import subprocess
import sys

import pikepdf
from playwright.sync_api import sync_playwright


def tags(pdf):
    """Every structure element of the tagged PDF."""
    todo, seen = [pdf.Root.StructTreeRoot], []
    while todo:
        node = todo.pop()
        if isinstance(node, pikepdf.Array):
            todo += list(node)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                seen.append(node)
            if "/K" in node:
                todo.append(node.K)
    return seen


def counts_of_page(path):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(path.resolve().as_uri())
        page.emulate_media(media="print")
        counts = page.evaluate(
            """() => ({
              tables: document.querySelectorAll('table').length,
              images: [...document.querySelectorAll('svg[role=img]')]
                .filter(e => getComputedStyle(e).display !== 'none').length,
              languages: [...new Set([...document.querySelectorAll('[lang]')].map(e => e.lang))],
              title: document.title,
              headings: document.querySelectorAll('h1,h2,h3,h4').length})""")
        browser.close()
    return counts


def main():
    page, printed = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    wanted = counts_of_page(page)
    pdf = pikepdf.open(printed)
    kinds = collections.Counter(str(node.S) for node in tags(pdf))
    images = [node for node in tags(pdf) if str(node.S) == "/Figure"]
    languages = {str(pdf.Root.Lang)} | {str(node.Lang) for node in tags(pdf) if "/Lang" in node}
    text = [
        subprocess.run(["pdftotext", "-f", str(number), "-l", str(number), printed, "-"],
                       capture_output=True, text=True, check=True).stdout
        for number in range(1, len(pdf.pages) + 1)]
    fonts = subprocess.run(["pdffonts", printed], capture_output=True, text=True,
                           check=True).stdout.splitlines()[2:]
    headings = sum(kinds[f"/H{level}"] for level in range(1, 7))
    checks = {
        "is marked as tagged": bool(pdf.Root.MarkInfo.Marked),
        "has the title": str(pdf.docinfo.get("/Title", "")) == wanted["title"],
        "has an outline": "/Outlines" in pdf.Root,
        f"has {wanted['tables']} tables": kinds["/Table"] == wanted["tables"],
        "has header cells": kinds["/TH"] > 0,
        f"has {wanted['headings']} headings": headings == wanted["headings"],
        f"has {wanted['images']} figures": len(images) == wanted["images"],
        "has an alternative for each figure": all(str(node.get("/Alt", "")) for node in images),
        f"has the languages {wanted['languages']}": languages >= set(wanted["languages"]),
        "has embedded every font": all(line.split()[-5] == "yes" for line in fonts),
        "numbers every page": all(
            re.search(rf"\b{number + 1}\s*/\s*{len(text)}\b", part)
            for number, part in enumerate(text)),
    }
    for name, holds in checks.items():
        print(f"{'ok  ' if holds else 'FAIL'} {name}")
    print(dict(kinds), f"{len(pdf.pages)} pages, {printed.stat().st_size} bytes")
    sys.exit(0 if all(checks.values()) else 1)


main()
