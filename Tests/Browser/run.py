#!/usr/bin/env python3
"""The tests in a browser: makes the reports with the program just built, and audits every page.

run.py: exits with 1 when a page or a PDF has a fault. Reports go to .build/browser-tests.
"""

import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
HERE = ROOT / "Tests" / "Browser"
TARGET = ROOT / ".build" / "browser-tests"
ASHAR = ROOT / ".build" / "debug" / "ashar"
LANGUAGES = ROOT / "Tests" / "AsharTests" / "Fixtures" / "Languages"
SAMPLE = ROOT / "Tests" / "AsharTests" / "Fixtures" / "SmallSample"
EXAMPLE = ROOT / "Examples" / "kyrgyzstan"
KOBO = ROOT / "Tests" / "FilesTests" / "Fixtures" / "Kobo"


def ashar(*arguments):
    """Runs the program; a failure ends the tests."""
    subprocess.run([ASHAR, *map(str, arguments)], check=True, stderr=subprocess.DEVNULL)


def main():
    shutil.rmtree(TARGET, ignore_errors=True)
    TARGET.mkdir(parents=True)
    study = TARGET / "study"
    ashar("new", study, "--form", KOBO / "form.xlsx", "--data", KOBO / "export.xlsx", "--synthetic")
    ashar("report", study)
    ashar("look", study)
    ashar("report", ROOT / "Examples" / "nhanes", "--output", TARGET / "nhanes", "--pdf")
    ashar("codebook", KOBO / "export.xlsx", "--output", TARGET / "codebook.html", "--form", KOBO / "form.xlsx")
    ashar("report", LANGUAGES, "--output", TARGET / "languages", "--pdf")
    ashar("sample", SAMPLE, "--output", TARGET / "sample")
    ashar("sample", EXAMPLE, "--output", TARGET / "example")
    ashar("weight", EXAMPLE, "--output", TARGET / "weights")
    published = ROOT / "Examples" / "kyrgyzstan" / "published"
    tables = [published / f"trust-by-{groups}.csv" for groups in ("residence", "ethnicity")]
    ashar("audit", "new", TARGET / "audit", "--tables", *tables)
    ashar("audit", TARGET / "audit", "--fail-on", "never")
    places = TARGET / "places"
    ashar("new", places)
    for name in ("places.csv", "vocabulary.csv", "context.csv"):
        shutil.copy(EXAMPLE / name, places)
    for name in ("interviews", "actors"):
        shutil.copytree(EXAMPLE / name, places / name)
    with open(places / "study.yaml", "a") as file:
        file.write(
            "\nplaces: {by: residence, file: places.csv}\nvocabulary: vocabulary.csv\ninterviews: interviews/\n"
            "actors: {folder: actors/, mapped: [bishkek, chui, jalal_abad]}\ncontext: context.csv\n"
        )
    ashar("report", places)
    sample = TARGET / "sample" / "sample.html"
    languages = TARGET / "languages" / "report.html"
    pages = [study / "report" / "report.html", study / "report" / "look.html",
             TARGET / "nhanes" / "report.html", TARGET / "codebook.html",
             TARGET / "audit" / "audit" / "report.html", places / "report" / "report.html",
             sample, f"{sample}#ky", TARGET / "sample" / "field" / "sheets.html",
             f"{TARGET / 'weights' / 'weights.html'}#ru",
             languages, *(f"{languages}#{code}" for code in ("ru", "ky", "en"))]
    checks = [
        ["accessibility.py", *pages],
        ["printed.py", TARGET / "nhanes" / "report.html", TARGET / "nhanes" / "report.pdf"],
        ["sheets.py", TARGET / "example" / "field" / "sheets.html"],
    ]
    failed = [
        check[0] for check in checks
        if subprocess.run([sys.executable, HERE / check[0], *check[1:]]).returncode
    ]
    print(f"{len(checks) - len(failed)} passed, {len(failed)} failed")
    sys.exit(1 if failed else 0)


main()
