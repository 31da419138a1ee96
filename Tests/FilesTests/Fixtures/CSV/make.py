#!/usr/bin/env python3
"""Makes the files of this folder: texts in several encodings and dialects, and what Python's csv module reads.

usage: make.py      (writes rows.json and windows-1251.json beside itself; needs only the standard library)
"""
import base64
import csv
import io
import json
import pathlib
import sys

here = pathlib.Path(__file__).parent

answers = [
    ["имя", "возраст", "ответ, своими словами"],
    ["Айгуль", "34", "да, «конечно»"],
    ["Өмүрбек Ң.", "", "сказал: \"нет\"\nи ушёл"],
    ["", "41", ""],
]
russian = [["имя", "ответ"], ["Ольга", "ёлка — № 5"], ["Игорь", "„да…“"]]
numbers = [["id", "score", "note"], ["1", "1,5", "a;b"], ["2", "-0,25", 'x "y"'], ["3", "10", " "]]
tricky = [
    ["a", "b", "c"],
    ["\r\n", "\n\n", "\r"],
    ['"', '""', '"a"'],
    [",", ";", "\t"],
    ["", " ", "  x  "],
    ["a,b\nc\"d", "'", "end"],
]


def written(rows, delimiter=",", end="\r\n", quoting=csv.QUOTE_MINIMAL):
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator=end, quoting=quoting).writerows(rows)
    return text.getvalue()


files = {
    "utf-8": (written(answers), "utf-8", ","),
    "utf-8 with mark": (written(answers), "utf-8-sig", ","),
    "utf-8, semicolons, LF": (written(answers, ";", "\n"), "utf-8", ";"),
    "utf-8, tabs": (written(answers, "\t"), "utf-8", "\t"),
    "utf-16 with mark": (written(answers, "\t"), "utf-16", "\t"),
    "utf-16 little-endian": (written(answers), "utf-16-le", ","),
    "utf-16 big-endian": (written(answers, ";"), "utf-16-be", ";"),
    "windows-1251": (written(russian, ";"), "cp1251", ";"),
    "decimal commas": (written(numbers, ";"), "utf-8", ";"),
    "everything quoted": (written(tricky, quoting=csv.QUOTE_ALL), "utf-8", ","),
    "tricky cells": (written(tricky), "utf-8", ","),
    "tricky cells, no last line end": (written(tricky).rstrip("\r\n"), "utf-8", ","),
    "CR only": (written(answers, ",", "\r").replace("\n", "\r"), "utf-8", ","),
    "quotes inside unquoted cells": ('a,b\n5" pipe,x"y"\n', "utf-8", ","),
    "one column": ("q1\n5\n\n4\n", "utf-8", ","),
}

cases = []
for name, (text, encoding, delimiter) in files.items():
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    content = text.encode(encoding)
    cases.append({"name": name, "base64": base64.b64encode(content).decode(), "rows": rows})

versions = {"python": sys.version.split()[0], "module": "csv"}
(here / "rows.json").write_text(
    json.dumps({"made with": versions, "cases": cases}, ensure_ascii=False, indent=1) + "\n"
)
letters = {
    f"{byte:02X}": bytes([byte]).decode("cp1251", errors="replace") for byte in range(128, 256)
}
(here / "windows-1251.json").write_text(json.dumps(letters, ensure_ascii=False, indent=0) + "\n")
