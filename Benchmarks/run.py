#!/usr/bin/env python3
"""Runs every benchmark, each beside its reference in the same minutes, and writes docs/benchmarks.md.

usage: Benchmarks/run.py
"""
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

| | |
|---|---|
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


def main():
    import polars

    facts = {
        "date": datetime.date.today().isoformat(),
        "machine": f"{processor()}, {len(open('/proc/cpuinfo').read().split('processor')) - 1} processors",
        "Swift": version("swift", "--version"),
        "polars": polars.__version__,
        "R": version("R", "--version"),
    }
    lines = []
    for script in ["reading.py", "reporting.py"]:
        output = subprocess.run(
            [sys.executable, here / script], stdout=subprocess.PIPE, text=True, check=True
        ).stdout
        print(output, end="", flush=True)
        lines += [f"- {line}" for line in output.splitlines()]
    rows = "".join(f"| {name} | {fact} |\n" for name, fact in facts.items())
    page.write_text(introduction + rows + "\n" + "\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
