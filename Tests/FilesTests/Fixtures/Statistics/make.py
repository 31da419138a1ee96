"""Makes the statistics files beside it: python3 make.py (pyreadstat 1.3, pandas).

All people and answers are invented. `survey.*` hold the same six people in each format.
"""
import datetime
import struct

import pandas as pd
import pyreadstat

LONG = "Очень длинный ответ. " * 20  # 740 bytes in UTF-8: three segments in .sav

people = pd.DataFrame(
    {
        "id": [1.0, 2.0, 3.0, 4.0, 5.0, 6.0],
        "sex": [1.0, 2.0, 2.0, 9.0, float("nan"), 1.0],
        "trust_in_neighbours_after_their_return_home": [1.0, 3.0, 5.0, 2.0, 4.0, float("nan")],
        "age": [34.0, 51.0, 98.0, 19.0, 99.0, 62.5],
        "income": [12000.0, -1.0, -99.0, 800.5, float("nan"), 0.0],
        "visited": [
            datetime.date(2024, 2, 29),
            datetime.date(1969, 12, 31),
            None,
            datetime.date(2026, 1, 1),
            datetime.date(1960, 1, 1),
            datetime.date(2000, 3, 1),
        ],
        "started": [
            datetime.datetime(2024, 2, 29, 13, 5, 7),
            datetime.datetime(1970, 1, 1),
            datetime.datetime(2026, 7, 4, 23, 59, 59),
            None,
            datetime.datetime(2001, 9, 9, 1, 46, 40),
            datetime.datetime(1999, 12, 31, 0, 0, 1),
        ],
        "region": ["osh", "chuy", "osh", "naryn", "", "NA"],
        "comment": ["", "да", LONG, "“ok”, \"quoted\"", "нет", "да"],
    }
)

column_labels = {
    "id": "Номер",
    "sex": "Пол респондента",
    "trust_in_neighbours_after_their_return_home": "Доверие соседям",
    "age": "Возраст, лет",
    "income": "Доход",
    "visited": "Дата визита",
    "started": "Начало",
    "region": "Область",
    "comment": "Комментарий",
}
value_labels = {
    "sex": {1: "Мужской", 2: "Женский", 9: "Нет ответа"},
    "trust_in_neighbours_after_their_return_home": {1: "Совсем не доверяю", 5: "Полностью доверяю"},
    "age": {98: "Не знаю", 99: "Отказ"},
    "region": {"osh": "Ошская", "chuy": "Чуйская", "naryn": "Нарынская", "NA": "Нет ответа"},
}
spss_missing = {
    "sex": [9],
    "age": [98, 99],
    "income": [{"lo": -99, "hi": -1}],
    "region": ["NA"],
}

spss = dict(
    column_labels=column_labels,
    variable_value_labels=value_labels,
    missing_ranges=spss_missing,
    variable_format={"visited": "DATE11", "started": "DATETIME20"},
    file_label="Invented",
)
pyreadstat.write_sav(people, "survey.sav", **spss)
pyreadstat.write_sav(people, "survey-rows.sav", row_compress=True, **spss)
pyreadstat.write_sav(people, "survey.zsav", compress=True, **spss)
portable = people.rename(columns={"trust_in_neighbours_after_their_return_home": "trust"})
portable["comment"] = ["", "yes", "long " * 30, "“ok”, \"quoted\"".encode("ascii", "ignore").decode(), "no", "yes"]
portable.columns = [name.upper() for name in portable.columns]
pyreadstat.write_por(
    portable,
    "survey.por",
    column_labels={"ID": "Number", "SEX": "Sex"},
    variable_format={"VISITED": "DATE11", "STARTED": "DATETIME20"},
)

# Stata: its own missing values instead of SPSS's, no labels on texts.
stata = people.rename(columns={"trust_in_neighbours_after_their_return_home": "trust"})
stata_labels = {column_labels_key.replace("trust_in_neighbours_after_their_return_home", "trust"): label
                for column_labels_key, label in column_labels.items()}
stata["sex"] = pd.Series([1.0, 2.0, 2.0, "a", float("nan"), 1.0], dtype=object)
stata["age"] = pd.Series([34.0, 51.0, "b", 19.0, "a", 62.5], dtype=object)
stata["region"] = ["osh", "chuy", "osh", "naryn", "", "NA"]
stata_arguments = dict(
    column_labels=stata_labels,
    variable_value_labels={
        "sex": {1: "Мужской", 2: "Женский", "a": "Нет ответа"},
        "trust": {1: "Совсем не доверяю", 5: "Полностью доверяю"},
        "age": {"a": "Отказ", "b": "Не знаю"},
    },
    missing_user_values={"sex": ["a"], "age": ["a", "b"]},
    variable_format={"visited": "%td", "started": "%tc"},
)
for release, version in ((117, 13), (118, 14), (119, 15)):
    pyreadstat.write_dta(stata, f"survey-{release}.dta", version=version, **stata_arguments)
stata["comment"] = ["", "да", "слово", "ok", "нет", "да"]
pyreadstat.write_dta(stata, "survey-115.dta", version=12, **stata_arguments)


def texts_in_1251(data, padding):
    """The same file with each Cyrillic run in Windows-1251, padded to its old length."""
    result = bytearray()
    position = 0
    while position < len(data):
        end = position
        while end + 1 < len(data) and data[end] in (0xD0, 0xD1) and 0x80 <= data[end + 1] <= 0xBF:
            end += 2
            # Words of one text stay together, so that the padding stands at the text's end.
            while end < len(data) and data[end] in b" ,":
                end += 1
        while end > position and data[end - 1] in b" ,":
            end -= 1
        if end == position:
            result.append(data[position])
            position += 1
        else:
            text = data[position:end].decode("utf-8").encode("windows-1251")
            result += text + padding * (end - position - len(text))
            position = end
    return bytes(result)


# As Stata 12 on a Russian Windows writes it: the file does not name its encoding.
with open("survey-115.dta", "rb") as file:
    old = file.read()
with open("windows-1251.dta", "wb") as file:
    file.write(texts_in_1251(old, b"\0"))

# As an old SPSS on a Russian Windows writes it: code page 1251, and one that lies: 1252.
small = people[["id", "sex"]].assign(word=["да", "нет", "да", "нет", "да", ""])
small_arguments = dict(
    column_labels={"id": "Номер", "sex": "Пол респондента", "word": "Слово"},
    variable_value_labels={"sex": value_labels["sex"]},
)
pyreadstat.write_sav(small, "small.sav", **small_arguments)
with open("small.sav", "rb") as file:
    unicode_file = file.read()
for page in (1251, 1252):
    coded = texts_in_1251(unicode_file, b" ")
    assert coded.count(struct.pack("<i", 65001)) == 1
    with open(f"claims-{page}.sav", "wb") as file:
        file.write(coded.replace(struct.pack("<i", 65001), struct.pack("<i", page)))

# A label cut in the middle of a letter, as some programs do.
cut = unicode_file.replace("Пол респондента".encode(), "Пол респонден".encode() + b"\xd1  \xff", 1)
assert len(cut) == len(unicode_file)
with open("bad-text.sav", "wb") as file:
    file.write(cut)
