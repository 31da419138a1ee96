#!/usr/bin/env python3
"""Estimates from a large made-up survey with Ashar, svy and R survey, in turn in one run; prints ratios.

usage: Benchmarks/estimating.py [--quick] [--work DIR]

1,000,000 people (100,000 with --quick), 36 items of one byte each, 20 strata, 5,000 clusters, 9 regions; the
rows are those of `survey` in reading.py, and the bench program makes the same. Times are seconds by the clock,
from data and design in memory to the figures: medians of up to five times in a process. The figures of all must
agree, or the program ends with an error.
Needs svy, polars and numpy for Python, and survey and jsonlite for R.
"""
import argparse
import json
import math
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

from reading import survey

here = pathlib.Path(__file__).resolve().parent
root = here.parent

# Each task: what it is, how often a program is started for it (R takes its time), and what must agree. A
# number is the largest relative difference; standard errors of different random draws have none.
tasks = {
    "design": ("the design compiled", 3, None),
    "means": ("36 means with standard error and design effect", 2, 1e-9),
    "regions": ("the same by 9 regions", 1, 1e-9),
    "bootstrap": ("36 means with 200 bootstrap replicates, draws included", 1, "drawn"),
    "breakdowns": ("1,000 people, 36 items x 6 breakdowns: mean, share, SE, interval", 1, 1e-9),
    "association": ("1,000 people, 36 items x 6 breakdowns: Rao-Scott test", 1, 1e-9),
    "raking": ("weights raked to 3 margins", 1, 1e-9),
    "logistic": ("logistic regression, 10 predictors", 1, 1e-9),
}


def write_columns(frame, folder):
    """Writes each column as bare numbers, so that every program reads them at once."""
    import numpy as np

    wide = {"stratum": np.int32, "psu": np.int32, "weight": np.float64}
    endings = {np.int32: "i32", np.float64: "f64", np.uint8: "u8"}
    os.makedirs(folder, exist_ok=True)
    for name in frame.columns:
        if name != "id":
            kind = wide.get(name, np.uint8)
            frame[name].to_numpy().astype(kind).tofile(folder / f"{name}.{endings[kind]}")


def thousand():
    """A study of 1,000 people: four of each twentieth cluster of a million, with coarser breakdowns."""
    import polars as pl

    frame = survey(1_000_000, [k * 4000 + j for k in range(250) for j in range(4)])
    return frame.with_columns(
        ((pl.col("stratum") - 1) // 5 + 1).alias("part"),
        (1 + (pl.col("age") > 2).cast(pl.Int64)).alias("elder"),
        ((pl.col("region") - 1) // 3 + 1).alias("block"),
    )


def check_sums(frame):
    """The sums by which the bench program shows that it made the same rows."""
    import numpy as np

    sums = [int(frame[f"q{item:02d}"].sum()) for item in range(1, 37)]
    sums.append(int(np.rint(frame["weight"].to_numpy() * 1000).sum()))
    return sums + [int(frame[name].sum()) for name in ("region", "age", "gender", "psu", "stratum")]


def run(*command):
    """The JSON object that a program prints."""
    output = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, check=True).stdout
    return json.loads(output)


def difference(ours, theirs):
    """The largest relative difference of two programs' figures, which must have the same names."""
    if not ours or set(ours) != set(theirs):
        sys.exit(f"different figures: {sorted(set(ours) ^ set(theirs))[:5]} and more")
    worst = 0.0
    for name in ours:
        if len(ours[name]) != len(theirs[name]):
            sys.exit(f"{name}: {ours[name]} and {theirs[name]}")
        for one, other in zip(ours[name], theirs[name]):
            apart = abs(one - other)
            scale = max(abs(one), abs(other))
            if not math.isfinite(apart):
                sys.exit(f"{name}: {ours[name]} and {theirs[name]}")
            worst = max(worst, apart / scale if scale > 0 else 0)
    return worst


def agreement(task, found, limit, linear):
    """Says how far the programs agree; ends the program when they do not."""
    if limit is None:
        return "–"
    names = list(found)
    if limit == "drawn":
        # An SE from 200 draws has itself an error of 1 in √398, about 5 %: five times that is not chance.
        means = {name: {item: pair[:1] for item, pair in figures.items()} for name, figures in found.items()}
        for name in names:
            if difference(means[name], means[names[0]]) > 1e-9:
                sys.exit(f"{task}: means of {name} and {names[0]} disagree")
            for item, pair in found[name].items():
                if not 0.75 < pair[1] / linear[item][1] < 1.25:
                    sys.exit(f"{task}: {name}, {item}: {pair[1]} is far from {linear[item][1]} without draws")
        return "means to 1e-9; SEs are of different draws, each within 25 % of the linearised one"
    worst = max(difference(found[one], found[names[0]]) for one in names[1:])
    if worst > limit:
        pairs = ", ".join(f"{one} {difference(found[one], found[names[0]]):.1e}" for one in names[1:])
        sys.exit(f"{task}: figures disagree by more than {limit:.0e}: beside {names[0]}, {pairs}")
    size = sum(len(numbers) for numbers in found[names[0]].values())
    return f"{size} figures to {worst:.0e}"


def written(seconds):
    """Seconds as people read them: three digits, in ms where they are few."""
    return f"{seconds * 1000:.3g} ms" if seconds < 1 else f"{seconds:.3g} s"


def line(what, ours, theirs, note):
    """One line of the table: what, Ashar, references, how often Ashar's time goes into theirs, agreement."""
    times = ", ".join(f"{name} {written(seconds)}" for name, seconds in theirs.items())
    ratios = "–" if ours is None else ", ".join(f"{seconds / ours:.3g}" for seconds in theirs.values())
    print(f"{what} | {'not yet' if ours is None else written(ours)} | {times} | {ratios} | {note}", flush=True)


def compare(task, rows, folder, check, linear):
    """Runs a task by all three, in turn, and prints its line; returns Ashar's figures, or a reference's."""
    what, turns, limit = tasks[task]
    seconds = {"Ashar": [], "svy": [], "R survey": []}
    found = {}
    for _ in range(turns):
        for name, command in {
            "Ashar": [root / ".build/release/bench", f"estimate-{task}", rows, 5],
            "svy": [sys.executable, here / "estimating_svy.py", task, folder],
            "R survey": ["Rscript", here / "estimating.R", task, folder],
        }.items():
            result = run(*command)
            if name == "Ashar" and result["check"] != check:
                sys.exit(f"{task}: Ashar's rows are not those of the others")
            if result["figures"] is not None:
                seconds[name] += result["seconds"]
                found[name] = result["figures"]
    note = agreement(task, found, limit, linear)
    middle = {name: statistics.median(times) for name, times in seconds.items() if times}
    line(what, middle.pop("Ashar", None), middle, note)
    return next(iter(found.values()))


def compare_memory(file):
    """Reads a CSV and estimates its 36 means, a new process each, and prints the most memory held."""
    results = {
        "Ashar": run(root / ".build/release/bench", "csv-means", file, 1),
        "svy": run(sys.executable, here / "estimating_svy.py", "csv", file),
        "R survey": run("Rscript", here / "estimating.R", "csv", file),
    }
    found = {name: result["figures"] for name, result in results.items()}
    note = agreement("memory", found, 1e-9, None)
    what = f"CSV of {os.path.getsize(file) / 1e6:.0f} MB read, 36 means with standard error"
    seconds = {name: result["seconds"][0] for name, result in results.items()}
    line(what, seconds.pop("Ashar"), seconds, note)
    peak = {name: result["peakMiB"] for name, result in results.items()}
    ours = peak.pop("Ashar")
    theirs = ", ".join(f"{name} {size} MiB" for name, size in peak.items())
    ratios = ", ".join(f"{size / ours:.3g}" for size in peak.values())
    print(f"the most memory it held | {ours} MiB | {theirs} | {ratios} | –", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="100,000 rows")
    parser.add_argument("--work", default=os.path.join(tempfile.gettempdir(), "ashar-bench"))
    parser.add_argument("--only", choices=[*tasks, "memory"], nargs="*", default=list(tasks) + ["memory"], help="bootstrap needs means")
    choice = parser.parse_args()
    rows = 100_000 if choice.quick else 1_000_000
    subprocess.run(
        ["swift", "build", "-c", "release", "--product", "bench"],
        cwd=root,
        env=dict(os.environ, ASHAR_BENCH="1"),
        stdout=sys.stderr,
        check=True,
    )
    work = pathlib.Path(choice.work)
    folders, checks = {}, {}
    for size, make in {rows: lambda: survey(rows), 1000: thousand}.items():
        frame = make()
        folders[size] = work / f"columns_{size}"
        checks[size] = check_sums(frame)
        write_columns(frame, folders[size])
        if size == rows:
            file = work / f"survey_{rows}.csv"
            if not file.exists():
                frame.write_csv(f"{file}.part")
                os.rename(f"{file}.part", file)
    linear = None
    for task in (task for task in tasks if task in choice.only):
        size = 1000 if task in ("breakdowns", "association") else rows
        figures = compare(task, rows, folders[size], checks[size], linear)
        linear = figures if task == "means" else linear
    if "memory" in choice.only:
        compare_memory(file)


if __name__ == "__main__":
    main()
