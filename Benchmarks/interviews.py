#!/usr/bin/env python3
"""Measures the exchange of interviews beside Python with lxml, which does the same work.

usage: Benchmarks/interviews.py [--quick]

Prints lines of five cells: what was done, Ashar, the reference, how often Ashar's time goes into the reference's, and
how far the results agree. A project of one made-up text of 1,000,000 Cyrillic characters and 10,000 passages goes out and
in; 1,000 transcripts of 100,000 characters are opened, 100,000 passages looked for, and questions put to them. --quick
opens 100.
"""
import argparse
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import zipfile

from lxml import etree

here = pathlib.Path(__file__).resolve().parent
bench = here.parent / ".build" / "release" / "bench"
space = "{urn:QDA-XML:project:1.0}"
words = (
    "жумуш табуу өтө кыйын болду үй жок кошуналар жардам берди соттуулук менен эч ким албайт паспорт жоголгон балдар "
    "мектеп акча"
).split()

heading = ["what", "Ashar", "Python with lxml", "ratio", "agreement"]


def run(task, *arguments):
    result = subprocess.run([bench, task, *arguments], capture_output=True, text=True, check=True)
    return json.loads(result.stdout)


def best(work, times):
    """The fewest seconds of some runs, and what the last one gave."""
    seconds = []
    for _ in range(times):
        start = time.perf_counter()
        result = work()
        seconds.append(time.perf_counter() - start)
    return min(seconds), result


def read(path):
    """The passages of a project as (start, end, words, code), each checked against its name."""
    with zipfile.ZipFile(path) as archive:
        project = etree.fromstring(archive.read("project.qde"))
        passages = []
        for source in project.iter(space + "TextSource"):
            name = source.get("plainTextPath").split("://")[1]
            text = archive.read("sources/" + name).decode()
            for selection in source.findall(space + "PlainTextSelection"):
                start, end = int(selection.get("startPosition")), int(selection.get("endPosition"))
                quote = text[start:end]
                if quote != selection.get("name"):
                    sys.exit("a passage differs")
                code = selection.find(f"{space}Coding/{space}CodeRef").get("targetGUID")
                passages.append((start, end, quote, code))
    return text, passages


def write(text, passages):
    """A project with these passages, in memory."""
    project = etree.Element(space + "Project", name="long", nsmap={None: space[1:-1]})
    source = etree.SubElement(etree.SubElement(project, space + "Sources"), space + "TextSource", guid="a", name="a")
    for start, end, quote, code in passages:
        selection = etree.SubElement(
            source, space + "PlainTextSelection", guid="a", name=quote, startPosition=str(start), endPosition=str(end)
        )
        coding = etree.SubElement(selection, space + "Coding", guid="a")
        etree.SubElement(coding, space + "CodeRef", targetGUID=code)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("project.qde", etree.tostring(project, encoding="UTF-8", xml_declaration=True))
        archive.writestr("sources/a.txt", text.encode())
    return out


def made_up(characters, number):
    """The same text as Ashar's benchmark makes."""
    sentences, count = [], 0
    while count < characters:
        sentence = " ".join(words[(number * 7 + i * i) % len(words)] for i in range(9)) + f" {number}.\n"
        sentences.append(sentence)
        count += len(sentence)
        number += 1
    return "".join(sentences)


def located(files, marks):
    """How many passages stand where they should, or elsewhere once."""
    found = 0
    for data, own in zip(files, marks):
        text = data.decode()
        for start, end, quote, before, after in own:
            if text[start:end] == quote:
                found += 1
                continue
            first = text.find(quote)
            if first < 0:
                continue
            places = [first]
            while (first := text.find(quote, first + 1)) >= 0:
                places.append(first)
            if len(places) > 1:
                places = [
                    place
                    for place in places
                    if text[:place].endswith(before) and text.startswith(after, place + len(quote))
                ]
            found += len(places) == 1
    return found


def line(what, ashar, other, agreement):
    print(" | ".join([what, *(f"{1000 * s:,.0f} ms" for s in (ashar, other)), f"{other / ashar:.3g}", agreement]), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true")
    count = 100 if parser.parse_args().quick else 1000

    if "ASHAR_BUILT" not in os.environ:
        subprocess.run(
            ["swift", "build", "--configuration", "release", "--product", "bench"],
            check=True,
            stdout=subprocess.DEVNULL,
            cwd=here.parent,
            env=dict(os.environ, ASHAR_BENCH="1"),
        )
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "long.qdpx")
        ours = run("interviews", path, "5")
        seconds_in, (text, passages) = best(lambda: read(path), 5)
        seconds_out, _ = best(lambda: write(text, passages), 5)
    if ours["same"] != len(passages) or len(passages) != 10_000:
        sys.exit(f"{ours['same']} of {len(passages)} passages came back")
    size = "1,000,000 characters, 10,000 passages"
    line(f"a .qdpx written, {size}", ours["out"], seconds_out, "–")
    line(f"the same read, every way of counting tried", ours["in"], seconds_in, "10,000 passages on the same words")

    texts = [made_up(100_000, 1000 * i) for i in range(count)]
    marks = []
    for text in texts:
        own = []
        for number in range(100):
            start, end = 990 * number, 990 * number + 60
            own.append((start, end, text[start:end], text[max(0, start - 32) : start], text[end : end + 32]))
        marks.append(own)
    ours = run("interviews-open", str(count), "1")
    for what, before in [("exact", ""), ("moved", "Кириш сөз.\n")]:
        files = [(before + text).encode() for text in texts]
        start = time.perf_counter()
        found = located(files, marks)
        seconds = time.perf_counter() - start
        mine = ours["found"][0 if what == "exact" else 1]
        if mine != found:
            sys.exit(f"{what}: {mine} and {found} passages found")
        where = "where they were" if what == "exact" else "after a line was put before each text"
        line(f"{count:,} texts of 100,000 characters opened, {100 * count:,} passages found {where}", ours[what], seconds, f"{found:,} found")

    ours = run("evidence", str(count), "3")
    for key, what in [
        ("index", "passages indexed"),
        ("text-index", "texts indexed"),
        ("matrix", "codes by place, in passages and sources"),
        ("together", "codes that occur together"),
        ("new-codes", "new codes, interview by interview"),
        ("search-word", "a word looked for in all texts"),
        ("agreement", "agreement of three coders on sixty codes, with its jackknife"),
    ]:
        print(" | ".join([f"{what}, {count:,} texts", f"{1000 * ours[key]:,.0f} ms", "–", "–", "–"]), flush=True)


if __name__ == "__main__":
    main()
