#!/usr/bin/env python3
"""Reads CSV with Ashar and with polars, in turn in one run, and prints ratios.

usage: Benchmarks/reading.py [--rows 1000000] [--times 7] [--threads 2] [--work DIR]

Needs polars and numpy for Python. The data are made once, deterministically, and kept in DIR.
"""
import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

root = pathlib.Path(__file__).resolve().parent.parent

polars_program = """
import json, sys, time
import polars
for _ in range(int(sys.argv[2])):
    start = time.perf_counter()
    data = polars.read_csv(sys.argv[1])
    seconds = time.perf_counter() - start
    status = dict(line.split(":", 1) for line in open("/proc/self/status"))
    peak = int(status["VmHWM"].split()[0]) // 1024
    print(json.dumps({"seconds": seconds, "rows": data.height, "columns": data.width, "peakMiB": peak}))
"""


def mixed(z):
    """SplitMix64, so that any language can make the same rows."""
    import numpy as np

    z = z.astype(np.uint64) + np.uint64(0x9E3779B97F4A7C15)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


def survey(rows, chosen=None):
    """A survey of `rows` people: ids, design, weight and 36 items from 1 to 5, as a polars frame.

    Only the rows of `chosen`, where they are given (row numbers from 0).
    """
    import numpy as np
    import polars

    row = np.arange(rows, dtype=np.int64) if chosen is None else np.asarray(chosen, dtype=np.int64)
    cluster = row // 200
    region = (mixed(cluster + 7_000_000_000) % np.uint64(9)).astype(np.int64)
    weight = (500 + (mixed(row + 3_000_000_000_000) % np.uint64(1501)).astype(np.int64)) / 1000
    shift = (mixed(cluster + 9_000_000_000) % np.uint64(5)).astype(np.int64) - 2
    columns = {
        "id": row,
        "stratum": cluster // max(1, rows // 200 // 20) + 1,
        "psu": cluster + 1,
        "region": region + 1,
        "age": mixed(row + 1_000_000_000_000) % np.uint64(5) + np.uint64(1),
        "gender": mixed(row + 2_000_000_000_000) % np.uint64(2) + np.uint64(1),
        "weight": weight,
    }
    for item in range(1, 37):
        x = (mixed(row * 64 + item) % np.uint64(100)).astype(np.int64)
        x += 8 * shift + 2 * (region - 4) + 3 * (item % 4)
        columns[f"q{item:02d}"] = 1 + sum((x >= cut).astype(np.int64) for cut in (15, 35, 60, 85))
    return polars.DataFrame(columns)


def quoted(rows):
    """An export as form servers write it: everything quoted, texts in Cyrillic, times, gaps."""
    import polars

    frame = survey(rows)[:, :20]
    words = ["да, конечно", "нет", "сказал: \"не знаю\"", "", "ушёл\nи не вернулся"]
    minute = polars.int_range(0, rows, eager=True) * 60_000_000
    return frame.with_columns(
        polars.Series("why", [f"{words[n % 5]} {n % 1000}".strip() for n in range(rows)]),
        minute.cast(polars.Datetime("us")).dt.strftime("%Y-%m-%dT%H:%M:%S.%3f+06:00").alias("start"),
    )


def run(command, threads):
    """The lines that `command` prints, each a JSON object."""
    environment = dict(os.environ, POLARS_MAX_THREADS=str(threads))
    output = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True).stdout
    return [json.loads(line) for line in output.splitlines()]


def compare(name, file, bench, times, threads):
    """Runs both readers in turn, a new process each time, three readings a process; prints medians."""
    ours, theirs = [], []
    for _ in range(times):
        ours += run([bench, "csv", file, "3"], threads)
        theirs += run([sys.executable, "-c", polars_program, file, "3"], threads)
    shape = {(one["rows"], one["columns"]) for one in ours + theirs}
    if len(shape) != 1:
        sys.exit(f"{name}: the two read different tables: {shape}")
    middle = [statistics.median(one["seconds"] for one in runs) for runs in (ours, theirs)]
    peak = [max(one["peakMiB"] for one in runs) for runs in (ours, theirs)]
    size = os.path.getsize(file) / 1e6
    print(
        f"{name}, {size:.0f} MB read | {middle[0]:.3f} s, {peak[0]} MiB | polars {middle[1]:.3f} s, {peak[1]} MiB | "
        f"{middle[1] / middle[0]:.3g} | the same rows and columns"
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--times", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--work", default=os.path.join(tempfile.gettempdir(), "ashar-bench"))
    choice = parser.parse_args()
    os.makedirs(choice.work, exist_ok=True)
    subprocess.run(
        ["swift", "build", "-c", "release", "--product", "bench"],
        cwd=root,
        env=dict(os.environ, ASHAR_BENCH="1"),
        stdout=sys.stderr,
        check=True,
    )
    bench = str(root / ".build/release/bench")
    files = {"survey": survey, "export": quoted}
    for name, make in files.items():
        rows = choice.rows if name == "survey" else choice.rows // 5
        file = os.path.join(choice.work, f"{name}_{rows}.csv")
        if not os.path.exists(file):
            style = {"quote_style": "always"} if name == "export" else {}
            make(rows).write_csv(file + ".part", **style)
            os.rename(file + ".part", file)
        compare(f"csv, {name}, {rows} rows", file, bench, choice.times, choice.threads)


if __name__ == "__main__":
    main()
