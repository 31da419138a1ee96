#!/usr/bin/env python3
"""Makes a whole report with Ashar and the same tables with R survey, in turn in one run; prints ratios.

usage: Benchmarks/reporting.py [--times 5] [--work DIR]

1,000 people, 40 questions in four scales, 6 breakdowns, a stratified clustered design. Ashar's time is the
processor time of the whole program: reading, estimating, writing the page, the workbook and the tables.
R's is that of the tables alone, after reading. The means and standard errors of both must agree.
"""
import argparse
import csv
import json
import os
import pathlib
import random
import resource
import statistics
import subprocess
import sys
import tempfile

root = pathlib.Path(__file__).resolve().parent.parent

study_text = """title: Benchmark (made-up answers)
languages: [en]
synthetic: yes
data: answers.csv
design: {strata: stratum, cluster: cluster, weight: weight}
scales:
SCALESquestions:
QUESTIONSbreakdowns: [g1, g2, g3, g4, g5, g6]
"""


def make(folder):
    """The study folder: the same answers each time."""
    numbers = random.Random(1)
    items = [f"q{item:02d}" for item in range(1, 41)]
    scales = "".join(
        f"  scale{scale + 1}: {{range: [1, 5], items: [{', '.join(items[scale * 10:scale * 10 + 10])}], "
        "answered: 7}\n" for scale in range(4))
    questions = "".join(f"  g{group}: {{type: one}}\n" for group in range(1, 7))
    os.makedirs(folder, exist_ok=True)
    with open(folder / "study.yaml", "w") as file:
        file.write(study_text.replace("SCALES", scales).replace("QUESTIONS", questions))
    with open(folder / "answers.csv", "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["stratum", "cluster", "weight"] + [f"g{n}" for n in range(1, 7)] + items)
        for person in range(1000):
            cluster = person // 18
            lean = numbers.gauss(0, 1)
            groups = [1 + numbers.randrange(size) for size in (9, 2, 2, 4, 5, 3)]
            answers = [
                "" if numbers.random() < 0.02
                else min(5, max(1, round(3 + lean * 0.7 + numbers.gauss(0, 1))))
                for _ in items]
            weight = round(0.5 + numbers.random() * 2, 3)
            writer.writerow([cluster // 4, cluster, weight] + groups + answers)


def seconds_of_children(command):
    """The processor time of a program and all that it starts, and what it prints."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    output = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, output


def compare_means(folder, means):
    """Ends the program unless every item mean and its standard error agree to nine digits."""
    found = {}
    with open(folder / "report" / "tables" / "items.csv", encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            name = f"{row['item']} {row['breakdown']} {row['group']}" if row["breakdown"] else f"{row['item']} all"
            if row["estimate"]:
                found[name] = (float(row["estimate"]), float(row["standard error"]))
    worst = 0.0
    for name, ours in found.items():
        for one, other in zip(ours, means[name]):
            worst = max(worst, abs(one - other) / abs(other))
    if len(found) < 900 or worst > 1e-9:
        sys.exit(f"the two disagree: {len(found)} means, worst relative difference {worst}")
    return len(found), worst


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--work", default=os.path.join(tempfile.gettempdir(), "ashar-bench"))
    choice = parser.parse_args()
    folder = pathlib.Path(choice.work) / "report"
    make(folder)
    ashar = str(root / ".build/release/ashar")
    ours, theirs = [], []
    for turn in range(choice.times):
        ours.append(seconds_of_children([ashar, "report", str(folder)])[0])
        if turn < 2:
            command = ["Rscript", str(root / "Benchmarks/report.R"), str(folder / "answers.csv")]
            reference = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
            theirs.append(reference["seconds"])
    count, worst = compare_means(folder, reference["means"])
    one, other = statistics.median(ours), statistics.median(theirs)
    print(
        f"report, 1,000 people x 40 questions x 6 breakdowns (processor time) | {one * 1000:.0f} ms | "
        f"R survey {other:.1f} s for the tables alone | {other / one:.3g} | "
        f"{count} means and standard errors to {worst:.0e}"
    )


if __name__ == "__main__":
    main()
