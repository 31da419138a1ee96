#!/usr/bin/env python3
"""Audits made-up reports: correct ones, which must raise no alarm, and ones with one mistake each.

usage: Benchmarks/auditing.py [--quick]

Prints a line of what the correct reports raised and what one takes, then one line a kind of mistake: the share
found among studies of under 100 people, of 100 to 500 and of more, and how many there were. --quick audits 500
correct reports instead of 10,000; mistakes of every kind are planted in a fifth as many.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys

here = pathlib.Path(__file__).resolve().parent
bench = here.parent / ".build" / "release" / "bench"

heading = ["one mistake in each report", "under 100 people", "100 to 500", "over 500", "reports"]


def run(task, count):
    return json.loads(subprocess.run([bench, task, str(count), "1"], capture_output=True, text=True, check=True).stdout)


def share(planted, found, noticed):
    """"66 %, 70 %": found, and found or noticed."""
    if planted == 0:
        return "–"
    return f"{100 * found / planted:.0f} %" + (f", {100 * noticed / planted:.0f} %" if noticed > found else "")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true")
    count = 500 if parser.parse_args().quick else 10_000

    subprocess.run(
        ["swift", "build", "--configuration", "release", "--product", "bench"],
        check=True,
        stdout=subprocess.DEVNULL,
        cwd=here.parent,
        env=dict(os.environ, ASHAR_BENCH="1"),
    )
    correct = run("audit-correct", count)
    alarms = sum(correct[severity][0] for severity in ["impossible", "contradictory"])
    each = run("audit-time", min(count, 1000))["seconds"]
    print(
        f"{count:,} correct reports: {correct['impossible'][0]} impossible findings, "
        f"{correct['contradictory'][0]} contradictory ones, {correct['improbable'][0]} improbable ones in "
        f"{correct['improbable'][1]} reports, {correct['cosmetic'][0]} cosmetic ones in {correct['cosmetic'][1]}. "
        f"One report takes {1000 * each:.1f} ms on one core.",
        flush=True,
    )
    for kind, sizes in run("audit-planted", count // 5).items():
        print(" | ".join([kind, *(share(*size) for size in sizes), f"{sum(size[0] for size in sizes):,}"]), flush=True)
    if alarms:
        sys.exit(f"{alarms} false alarms")


if __name__ == "__main__":
    main()
