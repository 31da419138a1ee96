#!/usr/bin/env python3
"""One task of estimating.py by svy; prints seconds and figures as JSON.

usage: estimating_svy.py TASK FOLDER
"""
import json
import os
import pathlib
import sys
import time

import numpy as np
import polars as pl
import svy

items = [f"q{item:02d}" for item in range(1, 37)]
breakdown_names = ["region", "age", "gender", "part", "elder", "block"]
kinds = {"u8": np.uint8, "i32": np.int32, "f64": np.float64}


def read(folder):
    """The columns of a folder, one file each, its ending being the kind of number."""
    columns = {}
    for name in sorted(os.listdir(folder)):
        column, kind = name.split(".")
        if kind in kinds:
            columns[column] = np.fromfile(pathlib.Path(folder) / name, dtype=kinds[kind])
    return pl.DataFrame(columns)


def rows(names, estimates):
    """Each name with the rows of its estimate."""
    for name, estimate in zip(names, estimates, strict=True):
        for row in estimate.to_polars().iter_rows(named=True):
            yield name, row


def means(sample):
    found = sample.estimation.mean(items, deff="wor")
    return {item: [row["est"], row["se"], row["deff"]] for item, row in rows(items, found)}


def regions(sample):
    found = sample.estimation.mean(items, by="region", deff="wor")
    return {f"{item} {row['region']}": [row["est"], row["se"], row["deff"]] for item, row in rows(items, found)}


def bootstrap(sample):
    replicates = sample.weighting.create_bs_wgts(200, rstate=1)
    found = replicates.estimation.mean(items, method="replication")
    return {item: [row["est"], row["se"]] for item, row in rows(items, found)}


def breakdowns(sample):
    figures = {}
    agrees = [f"agree_{item}" for item in items]
    numbers = ("est", "se", "lci", "uci")
    for by in breakdown_names:
        for item, row in rows(items, sample.estimation.mean(items, by=by)):
            figures[f"{item} {by} {row[by]}"] = [row[number] for number in numbers]
        for item, row in rows(items, sample.estimation.prop(agrees, by=by)):
            if int(row[f"agree_{item}"]) == 1:
                figures[f"{item} {by} {row[by]}"] += [row[number] for number in numbers]
    return figures


def association(sample):
    figures = {}
    for by in breakdown_names:
        for item in items:
            test = sample.categorical.tabulate(item, by).stats.f
            figures[f"{item} {by}"] = [test.value, test.p_value]
    return figures


def raking(sample):
    frame = sample.data
    controls = {}
    for name in ["region", "age", "gender"]:
        groups = frame.group_by(name).agg(pl.col("weight").sum()).sort(name)
        wanted = groups["weight"].to_numpy() * [1 + 0.03 * (k * 7 % 5 - 2) for k in range(groups.height)]
        wanted *= frame["weight"].sum() / wanted.sum()
        controls[name] = dict(zip(groups[name].to_list(), wanted.tolist()))
    raked = sample.weighting.rake(controls=controls, tol=1e-12, max_iter=1000)
    weights = raked.data["rk_wgt"].to_numpy()
    return {"squares": [float(weights @ weights)], "last": weights[-9:].tolist()}


def logistic(sample):
    fit = sample.glm.fit("agree_q01", x=items[1:11], family="binomial", tol=1e-13)
    names = {"_intercept_": "(Intercept)"}
    return {names.get(term.term, term.term): [float(term.est), float(term.se)] for term in fit.coefs}


def design(sample):
    return {}


def main():
    task, folder = sys.argv[1:3]
    if task == "csv":
        start = time.perf_counter()
        frame = pl.read_csv(folder)
        sample = svy.Sample(frame, svy.Design(stratum="stratum", psu="psu", wgt="weight"))
        figures = {name: found[:2] for name, found in means(sample).items()}
        seconds = [time.perf_counter() - start]
    else:
        frame = read(folder)
        if task in ("breakdowns", "logistic"):
            frame = frame.with_columns((pl.col(item) >= 4).cast(pl.Int8).alias(f"agree_{item}") for item in items)
        seconds = []
        # As often as Ashar where that is quick: the first time in a process takes longer.
        while not seconds or (len(seconds) < 5 and sum(seconds) < 4):
            start = time.perf_counter()
            sample = svy.Sample(frame, svy.Design(stratum="stratum", psu="psu", wgt="weight"))
            if task != "design":
                start = time.perf_counter()
            figures = globals()[task](sample)
            seconds.append(time.perf_counter() - start)
    status = dict(line.split(":", 1) for line in open("/proc/self/status"))
    peak = int(status["VmHWM"].split()[0]) // 1024
    print(json.dumps({"seconds": seconds, "figures": figures, "peakMiB": peak, "version": svy.__version__}))


if __name__ == "__main__":
    main()
