#!/usr/bin/env python3
"""Runs every benchmark, each beside its reference in the same minutes, and writes docs/benchmarks.md.

usage: Benchmarks/run.py [--quick] [--audit] [--interviews]

--quick estimates from 100,000 rows instead of 1,000,000, and leaves the page as it is; --audit runs the trial of
the audit alone and makes its part of the page anew; --interviews does so with the exchange of interviews. Each script prints lines of five cells: what was done, Ashar,
the reference, how often Ashar's time goes into the reference's, and how far the figures agree. The trial has
cells of its own (see auditing.py).
"""
import argparse
import datetime
import pathlib
import platform
import subprocess
import sys

import auditing
import interviews

here = pathlib.Path(__file__).resolve().parent
page = here.parent / "docs" / "benchmarks.md"

introduction = """# Benchmarks

Ratios against a reference, measured side by side in one run: `make bench` makes this page anew. Absolute
times depend on the machine and on what else it does; quote the ratios.

"""

heading = ["what", "Ashar", "reference", "ratio", "agreement"]

explanation = """
The ratio is the reference's time (or memory) over Ashar's: above 1, Ashar needs less. A reference that
computes the same figures must agree with them, or the run ends with an error.

The estimates are those of 1,000,000 made-up people with 36 items, 20 strata, 5,000 clusters and 9 regions,
from data in memory to the figures. Ashar and R have compiled the design by then; svy does so as it
estimates. R's design effects are made an item at a time: all at once takes it minutes.
"""

trial = "## The trial of the audit"

exchange = "## The exchange of interviews"

exchanged = """
One made-up text of 1,000,000 Cyrillic characters and 10,000 passages, from values in memory to a file and back; and
transcripts with passages, from bytes in memory to places. The reference is Python's `zipfile` and `str.find` with
lxml, which knows one way of counting alone.
"""

trialled = """
Each report is made up from a seed: people, their answers, weights or none, answers that are missing, and tables as
authors print them. The shares are of mistakes that a finding of contradictory or worse marks, then, where more,
of those that any finding above cosmetic marks. Many mistakes cannot be seen: a last digit of a figure that
nothing else on the page depends on, or a table of other people who are much like the first.
"""


def processor():
    """The processor's name, as Linux tells it."""
    for line in open("/proc/cpuinfo"):
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.processor()


def version(*command):
    """The first line that a program prints of its version."""
    run = subprocess.run(command, capture_output=True, text=True)
    return (run.stdout or run.stderr).splitlines()[0]


def table(head, rows):
    """A table of Markdown."""
    return "".join(f"| {' | '.join(cells)} |\n" for cells in [head, ["---"] * len(head), *rows])


def lines_of(script, quick):
    """What a script prints, line by line, as cells."""
    lines = []
    command = [sys.executable, here / script] + (["--quick"] if quick else [])
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as run:
        for line in run.stdout:
            print(line, end="", flush=True)
            lines.append(line.strip().split(" | "))
    if run.returncode != 0:
        sys.exit(f"{script} failed; {page.name} is left as it was")
    return lines


def audit(quick):
    """The page's part about the audit."""
    lines = lines_of("auditing.py", quick)
    return f"\n{trial}\n\n{lines[0][0]}\n\n" + table(auditing.heading, lines[1:]) + trialled


def talks(quick):
    """The page's part about the exchange of interviews."""
    return f"\n{exchange}\n\n" + table(interviews.heading, lines_of("interviews.py", quick)) + exchanged


def rewrite(title, part):
    """Puts a part with this title into the page, in the place of the old one or at the end."""
    before, _, after = page.read_text().partition(f"\n{title}\n")
    _, mark, rest = after.partition("\n## ")
    page.write_text(before + part + mark + rest)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--audit", action="store_true")
    parser.add_argument("--interviews", action="store_true")
    choice = parser.parse_args()

    if choice.audit or choice.interviews:
        parts = [(choice.audit, trial, audit), (choice.interviews, exchange, talks)]
        for _, title, make in filter(lambda part: part[0], parts):
            part = make(choice.quick)
            if not choice.quick:
                rewrite(title, part)
        return

    import polars
    import svy

    facts = {
        "date": datetime.date.today().isoformat(),
        "machine": f"{processor()}, {len(open('/proc/cpuinfo').read().split('processor')) - 1} processors",
        "Swift": version("swift", "--version"),
        "polars": polars.__version__,
        "svy": svy.__version__,
        "R": version("R", "--version"),
        "R survey": version("Rscript", "-e", "cat(as.character(packageVersion('survey')))"),
    }
    lines = []
    for script in ["reading.py", "reporting.py", "estimating.py"]:
        lines += lines_of(script, choice.quick and script == "estimating.py")
    part = audit(choice.quick) + talks(choice.quick)
    if not choice.quick:
        facts = table(["", ""], facts.items())
        page.write_text(introduction + facts + "\n" + table(heading, lines) + explanation + part)


if __name__ == "__main__":
    main()
