#!/usr/bin/env python3
"""Runs every benchmark, each beside its reference in the same minutes, and writes docs/benchmarks.md.

usage: Benchmarks/run.py [--quick]

--quick estimates from 100,000 rows instead of 1,000,000, and leaves the page as it is. Each script prints lines
of five cells: what was done, Ashar, the reference, how often Ashar's time goes into the reference's, and how far
the figures agree.
"""
import argparse
import datetime
import pathlib
import platform
import subprocess
import sys

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


def main():
    import polars
    import svy

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true")
    choice = parser.parse_args()

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
        command = [sys.executable, here / script]
        if choice.quick and script == "estimating.py":
            command.append("--quick")
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as run:
            for line in run.stdout:
                print(line, end="", flush=True)
                lines.append(line.strip().split(" | "))
        if run.returncode != 0:
            sys.exit(f"{script} failed; {page.name} is left as it was")
    if not choice.quick:
        facts = table(["", ""], facts.items())
        page.write_text(introduction + facts + "\n" + table(heading, lines) + explanation)


if __name__ == "__main__":
    main()
