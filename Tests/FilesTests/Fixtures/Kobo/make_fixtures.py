#!/usr/bin/env python3
"""Makes the Kobo-style fixtures: one form, its synthetic answers, and its exports in many styles.

Everything is invented. The answers come from a simple model with a fixed seed: a latent attitude
drives ten agreement items (three of them worded negatively), the general attitude and the needs.
Planted for the checks of data quality: an interviewer who straight-lines, two interviews sent twice,
"don't know" and "refuse" codes, missing answers, heaped incomes, two interviews without consent.

Needs: pip install pyxform openpyxl (made with pyxform 4.5.0, openpyxl 3.1.5). Run it in its folder.
"""
import csv
import datetime
import math
import random
import uuid
import zipfile
from pathlib import Path

import openpyxl
from pyxform.xls2xform import convert

HERE = Path(__file__).parent
LANGUAGES = ["English (en)", "Russian (ru)"]
TITLE = "SYNTHETIC: attitudes to returning people"

# name: [(answer, English, Russian)]
LISTS = {
    "yes_no": [("yes", "Yes", "Да"), ("no", "No", "Нет")],
    "interviewer": [("i1", "Interviewer 1", "Интервьюер 1"), ("i2", "Interviewer 2", "Интервьюер 2"),
                    ("i3", "Interviewer 3", "Интервьюер 3")],
    "place": [("north", "Northern district", "Северный район"), ("south", "Southern district", "Южный район"),
              ("east", "Eastern district", "Восточный район"), ("capital", "Capital", "Столица")],
    "residence": [("urban", "Town", "Город"), ("rural", "Village", "Село")],
    "sex": [("f", "Woman", "Женщина"), ("m", "Man", "Мужчина")],
    "education": [("primary", "Primary or less", "Начальное или ниже"), ("secondary", "Secondary", "Среднее"),
                  ("vocational", "Vocational", "Профессиональное"), ("higher", "Higher", "Высшее")],
    "agree": [("1", "Strongly disagree", "Совершенно не согласен(на)"), ("2", "Disagree", "Не согласен(на)"),
              ("3", "Neither agree nor disagree", "Ни да, ни нет"), ("4", "Agree", "Согласен(на)"),
              ("5", "Strongly agree", "Полностью согласен(на)"), ("98", "Don't know", "Не знаю"),
              ("99", "Refuse to answer", "Отказ от ответа")],
    "needs": [("job", "Finding a job", "Найти работу"), ("training", "Training for a job", "Обучиться профессии"),
              ("housing", "Housing", "Жильё"), ("documents", "Identity documents", "Документы"),
              ("legal", "Legal help", "Юридическая помощь"), ("medical", "Medical care", "Медицинская помощь"),
              ("psychological", "Psychological support", "Психологическая помощь"),
              ("family", "Ties with the family", "Связь с семьёй")],
    "attitude": [("positive", "Positive", "Положительно"), ("neutral", "Neutral", "Нейтрально"),
                 ("negative", "Negative", "Отрицательно"), ("dk", "Don't know", "Не знаю")],
    "reasons": [("fear", "Fear of new crimes", "Страх новых преступлений"),
                ("no_change", "They do not change", "Они не меняются"),
                ("jobs", "They take jobs", "Они занимают рабочие места"),
                ("example", "Bad example for the young", "Плохой пример для молодёжи")],
    "relation": [("spouse", "Wife or husband", "Супруг(а)"), ("child", "Child", "Ребёнок"),
                 ("parent", "Parent", "Родитель"), ("other_kin", "Other relative", "Другой родственник")],
}

ITEMS = [  # name, sign of the trait, English, Russian
    ("q1", 1, "They deserve a second chance.", "Они заслуживают второго шанса."),
    ("q2", 1, "I would work side by side with such a person.", "Я бы работал(а) рядом с таким человеком."),
    ("q3", -1, "They should live apart from others.", "Им следует жить отдельно от других."),
    ("q4", 1, "Most of them can become good neighbours.", "Большинство из них могут стать хорошими соседями."),
    ("q5", -1, "They can never be trusted.", "Им никогда нельзя доверять."),
    ("q6", 1, "The state should help them to find work.", "Государство должно помогать им найти работу."),
    ("q7", 1, "I would let my children play with theirs.", "Я бы разрешил(а) детям играть с их детьми."),
    ("q8", -1, "Help for them takes money from honest people.", "Помощь им отнимает деньги у честных людей."),
    ("q9", 1, "Our community gains when they are received well.", "Община выигрывает, если их хорошо принимают."),
    ("q10", 1, "I would help such a neighbour.", "Я бы помог(ла) такому соседу."),
]

SURVEY = [  # type, name, English, Russian, further columns
    ("start", "start", "", "", {}),
    ("end", "end", "", "", {}),
    ("deviceid", "deviceid", "", "", {}),
    ("note", "intro", "We ask about people who come back from prison or from abroad.",
     "Мы спрашиваем о людях, возвращающихся из мест лишения свободы или из-за рубежа.", {}),
    ("select_one yes_no", "consent", "Do you agree to take part?", "Вы согласны участвовать?", {"required": "yes"}),
    ("begin_group", "respondent", "About you", "О вас", {"relevant": "${consent} = 'yes'"}),
    ("text", "name", "What is your name?", "Как вас зовут?", {}),
    ("text", "phone", "Telephone number", "Номер телефона", {}),
    ("geopoint", "gps", "Place of the interview on the map", "Место интервью на карте", {}),
    ("select_one interviewer", "interviewer", "Interviewer", "Интервьюер", {"required": "yes"}),
    ("select_one place", "place", "District", "Район", {"required": "yes"}),
    ("select_one residence", "residence", "Kind of place", "Тип населённого пункта", {}),
    ("select_one sex", "sex", "Sex of the respondent", "Пол респондента", {}),
    ("integer", "age", "Age in full years", "Возраст, полных лет",
     {"constraint": ". >= 18 and . <= 99", "constraint_message::English (en)": "Adults only",
      "constraint_message::Russian (ru)": "Только взрослые"}),
    ("select_one education", "education", "Highest education", "Уровень образования", {}),
    ("end_group", "", "", "", {}),
    ("begin_group", "attitudes_a", "How far do you agree?", "Насколько вы согласны?",
     {"relevant": "${consent} = 'yes'", "appearance": "table-list"}),
    *[("select_one agree", n, e, r, {}) for n, _, e, r in ITEMS[:5]],
    ("end_group", "", "", "", {}),
    ("begin_group", "attitudes_b", "And how far with these?", "А с этими утверждениями?",
     {"relevant": "${consent} = 'yes'", "appearance": "table-list"}),
    *[("select_one agree", n, e, r, {}) for n, _, e, r in ITEMS[5:]],
    ("end_group", "", "", "", {}),
    ("begin_group", "views", "Needs and views", "Потребности и мнения", {"relevant": "${consent} = 'yes'"}),
    ("select_multiple needs or_other", "needs", "What do people who come back need most?",
     "В чём больше всего нуждаются возвращающиеся?", {"hint::English (en)": "Several answers",
                                                   "hint::Russian (ru)": "Несколько ответов"}),
    ("select_one attitude", "attitude", "How do you feel about them in general?",
     "Как вы в целом к ним относитесь?", {}),
    ("select_multiple reasons", "reasons", "Why negative?", "Почему отрицательно?",
     {"relevant": "${attitude} = 'negative'"}),
    ("integer", "income", "Income of the household last month, in som", "Доход семьи за прошлый месяц, сом", {}),
    ("end_group", "", "", "", {}),
    ("date", "interview_date", "Date of the interview", "Дата интервью", {}),
    ("calculate", "is_young", "", "", {"calculation": "if(${age} < 30, 1, 0)"}),
    ("begin_repeat", "household", "Members of the household", "Члены семьи", {"relevant": "${consent} = 'yes'"}),
    ("integer", "member_age", "Age of this person", "Возраст этого человека", {}),
    ("select_one relation", "relation", "Who is this person to you?", "Кем он(а) вам приходится?", {}),
    ("end_repeat", "", "", "", {}),
    ("note", "thanks", "Thank you.", "Спасибо.", {}),
]


# --- the form -------------------------------------------------------------------------------------

def write_form(path):
    book = openpyxl.Workbook()
    survey = book.active
    survey.title = "survey"
    header = ["type", "name", *[f"label::{l}" for l in LANGUAGES], *[f"hint::{l}" for l in LANGUAGES],
              "required", "relevant", "constraint", *[f"constraint_message::{l}" for l in LANGUAGES],
              "calculation", "appearance"]
    survey.append(header)
    for kind, name, english, russian, more in SURVEY:
        cells = {"type": kind, "name": name, header[2]: english, header[3]: russian, **more}
        survey.append([cells.get(h) or None for h in header])
    choices = book.create_sheet("choices")
    choices.append(["list_name", "name", *[f"label::{l}" for l in LANGUAGES]])
    for name, answers in LISTS.items():
        for answer, english, russian in answers:
            choices.append([name, int(answer) if answer.isdigit() else answer, english, russian])
    settings = book.create_sheet("settings")
    settings.append(["form_title", "form_id", "version", "default_language"])
    settings.append([TITLE, "synthetic_attitudes", "2025101501", LANGUAGES[0]])
    save(book, path)
    convert(path, validate=False)  # raises if pyxform does not accept the form


# --- the answers ----------------------------------------------------------------------------------

def interviews():
    rng = random.Random(20251020)
    made = []
    while len(made) < 238:
        made.append(interview(rng, len(made)))
    # Two interviews are sent twice, a few places after the first time.
    for first in (57, 141):
        made.insert(first + 3, dict(made[first]))
    for number, row in enumerate(made):
        row["_id"] = 410_000 + 3 * number
        row["_index"] = number + 1
    return made


def interview(rng, number):
    row = {}
    start = datetime.datetime(2025, 10, 20, 9, 0) + datetime.timedelta(
        days=number * 24 // 238, minutes=rng.randrange(0, 540))
    row["interviewer"] = rng.choices(["i1", "i2", "i3"], [40, 35, 25])[0]
    straight = row["interviewer"] == "i3" and rng.random() < 0.6
    minutes = rng.gauss(6, 1) if straight else rng.gauss(24, 6)
    end = start + datetime.timedelta(seconds=round(60 * max(3, minutes)))
    row.update(start=stamp(start), end=stamp(end), deviceid=f"collect:{'ABC'[int(row['interviewer'][1]) - 1]}0{rng.randrange(1, 4)}",
               consent="yes", interview_date=start.date().isoformat(),
               _uuid=str(uuid.UUID(int=rng.getrandbits(128), version=4)),
               _submission_time=(end + datetime.timedelta(minutes=rng.randrange(1, 600))).strftime("%Y-%m-%dT%H:%M:%S"),
               household=[], reasons=None, needs=None)
    if number in (20, 171):
        row["consent"] = "no"
        row["interviewer"] = None
        row["is_young"] = "0"
        return row
    row["place"] = rng.choices(["north", "south", "east", "capital"], [3, 3, 2, 2])[0]
    row["residence"] = "urban" if row["place"] == "capital" or rng.random() < 0.35 else "rural"
    row["sex"] = rng.choices(["f", "m"], [54, 46])[0]
    row["age"] = str(min(90, max(18, round(rng.gauss(41, 15)))))
    row["education"] = rng.choices(["primary", "secondary", "vocational", "higher"], [6, 48, 22, 24])[0]
    row["is_young"] = "1" if int(row["age"]) < 30 else "0"
    row["name"] = rng.choice(["Aibek", "Ainura", "Bakyt", "Gulnara", "Elena", "Nurlan", "Svetlana", "Timur"]) + " " + rng.choice("ABDKMST") + "."
    row["phone"] = f"+996 000 {rng.randrange(100000, 999999)}"
    row["gps"] = f"{rng.uniform(42.5, 42.9):.5f} {rng.uniform(74.2, 74.9):.5f} {rng.randrange(650, 1200)}.0 {rng.randrange(3, 20)}.0"
    trait = (rng.gauss(0, 1) + {"north": 0.1, "south": -0.35, "east": 0.0, "capital": 0.35}[row["place"]]
             + {"primary": -0.3, "secondary": -0.1, "vocational": 0.05, "higher": 0.35}[row["education"]])
    same = rng.choice(["3", "4", "4"])
    for position, (name, sign, _, _) in enumerate(ITEMS):
        value = 3.1 + sign * (0.75 * trait) + 0.12 * math.sin(position) + rng.gauss(0, 0.8)
        row[name] = same if straight else str(min(5, max(1, round(value))))
        luck = rng.random()
        if luck < 0.02:
            row[name] = None
        elif luck < 0.06:
            row[name] = "98"
        elif luck < 0.075:
            row[name] = "99"
    mood = trait + rng.gauss(0, 0.6)
    row["attitude"] = "dk" if rng.random() < 0.05 else "positive" if mood > 0.5 else "negative" if mood < -0.6 else "neutral"
    if row["attitude"] == "negative":
        row["reasons"] = [a for a, _, _ in LISTS["reasons"] if rng.random() < 0.45] or ["fear"]
    if rng.random() > 0.03:
        chances = [0.62, 0.34, 0.4, 0.28, 0.22, 0.2, 0.3, 0.35]
        chosen = [a for (a, _, _), p in zip(LISTS["needs"], chances) if rng.random() < p]
        if rng.random() < 0.05:
            chosen.append("other")
            row["needs_other"] = rng.choice(["Money for the road", "A mentor", "Свой скот"])
        row["needs"] = chosen or ["job"]
    if rng.random() > 0.12:
        income = math.exp(rng.gauss(10.2, 0.5))
        row["income"] = str(round(income, -3) if rng.random() < 0.6 else round(income, -2)).split(".")[0]
    for _ in range(rng.choices([0, 1, 2, 3, 4], [15, 25, 30, 20, 10])[0]):
        kin = rng.choice(["spouse", "child", "child", "parent", "other_kin"])
        age = rng.randrange(0, 25) if kin == "child" else rng.randrange(45, 85) if kin == "parent" else rng.randrange(18, 75)
        row["household"].append({"member_age": str(age), "relation": kin})
    return row


def stamp(time):
    return time.strftime("%Y-%m-%dT%H:%M:%S.000+06:00")


# --- exports in the manner of KoboToolbox ---------------------------------------------------------

def fields(repeat):
    """The questions of the main sheet, or of the repeat, with their groups."""
    groups, inside = [], False
    for kind, name, english, russian, _ in SURVEY:
        if kind == "begin_repeat":
            inside, groups = True, groups + [name]
        elif kind == "end_repeat":
            inside, groups = False, groups[:-1]
        elif kind == "begin_group":
            groups = groups + [name]
        elif kind == "end_group":
            groups = groups[:-1]
        elif inside == repeat:
            words = kind.split()
            yield words, name, groups, (english, russian)
            if "or_other" in words:
                yield ["text"], name + "_other", groups, ("", "")


def table(rows, repeat, language, several, grouped):
    """Header and cells as the Kobo exporter writes them; `language` None for names."""
    def label(texts, name):
        return name if language is None else texts[language] or name

    header, cells = [], [[] for _ in rows]
    for words, name, groups, texts in fields(repeat):
        prefix = "/".join(groups) + "/" if grouped and language is None and groups else ""
        title = label(texts, name)
        answers = {a: label(t, a) for a, *t in LISTS[words[1]]} if words[0].startswith("select") else {}
        if words[0] == "select_multiple":
            if "or_other" in words:
                answers["other"] = "other"
            if several != "columns":
                header.append(prefix + title)
            if several != "list":
                header.extend(f"{prefix}{title}/{text}" for text in answers.values())
            for row, out in zip(rows, cells):
                chosen = row.get(name)
                if several != "columns":
                    out.append(" ".join(answers[a] for a in chosen) if chosen is not None else "")
                if several != "list":
                    out.extend("" if chosen is None else str(int(a in chosen)) for a in answers)
            continue
        header.append(prefix + title)
        if words[0] == "geopoint":
            parts = ["latitude", "longitude", "altitude", "precision"]
            header.extend(f"{prefix}_{title}_{part}" for part in parts)
        for row, out in zip(rows, cells):
            value = row.get(name) or ""
            out.append(answers.get(value, value))
            if words[0] == "geopoint":
                out.extend((value.split() + [""] * 4)[:4])
    return header, cells


SYSTEM = ["_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status",
          "_submitted_by", "__version__", "_tags"]


def system(row):
    fixed = {"_status": "submitted_via_web", "__version__": "vSynthetic1"}
    return [row.get(name, fixed.get(name, "")) for name in SYSTEM]


def kobo_sheets(data, language, several, grouped):
    header, cells = table(data, False, language, several, grouped)
    header += SYSTEM + ["_index"]
    for row, out in zip(data, cells):
        out.extend(map(str, system(row) + [row["_index"]]))
    main = (TITLE.replace(":", "")[:31], header, cells)
    members = [(member, row) for row in data for member in row["household"]]
    header, cells = table([m for m, _ in members], True, language, several, grouped)
    header += ["_index", "_parent_table_name", "_parent_index", *[f"_submission_{s}" for s in SYSTEM]]
    for index, ((_, row), out) in enumerate(zip(members, cells)):
        out.extend(map(str, [index + 1, main[0], row["_index"], *system(row)]))
    return [main, ("household", header, cells)]


def write_xlsx(path, sheets, typed):
    """`typed`: numbers and dates as such, as the exporter does unless told to keep text."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, header, cells in sheets:
        sheet = book.create_sheet(name)
        sheet.append(header)
        for row in cells:
            sheet.append([typed_cell(h, c) if typed else c or None for h, c in zip(header, row)])
    save(book, path)


def typed_cell(header, text):
    if text == "":
        return None
    if header in ("start", "end"):
        return datetime.datetime.fromisoformat(text).replace(tzinfo=None)
    if header == "_submission_time":
        return datetime.datetime.fromisoformat(text)
    if header == "interview_date":
        return datetime.date.fromisoformat(text)
    try:
        number = float(text)
    except ValueError:
        return text
    return int(number) if number.is_integer() else number


def save(book, path):
    """Saves without the time of day, so that the file is the same each time."""
    book.properties.created = book.properties.modified = datetime.datetime(2025, 11, 15)
    book.save(path)
    with zipfile.ZipFile(path) as old:
        parts = [(i.filename, old.read(i)) for i in old.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts:
            if name == "docProps/core.xml":
                import re
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2025-11-15T00:00:00Z", content)
            new.writestr(zipfile.ZipInfo(name, (2025, 11, 15, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


def write_csv(path, header, cells, separator, encoding, quoting):
    with open(path, "w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=separator, quoting=quoting, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(cells)


# --- exports in the manner of ODK Central ---------------------------------------------------------

def central(data):
    def columns(rows, repeat):
        header, cells = [], [[] for _ in rows]
        for words, name, groups, _ in fields(repeat):
            if words[0] == "note":
                continue
            base = "-".join(([] if repeat else groups) + [name])
            if words[0] == "geopoint":
                header.extend(f"{base}-{p}" for p in ["Latitude", "Longitude", "Altitude", "Accuracy"])
                for row, out in zip(rows, cells):
                    out.extend(((row.get(name) or "").split() + [""] * 4)[:4])
            elif words[0] == "select_multiple":
                answers = [a for a, *_ in LISTS[words[1]]] + (["other"] if "or_other" in words else [])
                header.append(base)
                header.extend(f"{base}/{a}" for a in answers)
                for row, out in zip(rows, cells):
                    chosen = row.get(name) or []
                    out.append(" ".join(chosen))
                    out.extend(int(a in chosen) for a in answers)  # 0 where nothing was asked, too
            else:
                header.append(base)
                for row, out in zip(rows, cells):
                    out.append(row.get(name) or "")
        return header, cells

    header, cells = columns(data, False)
    header = ["SubmissionDate", *header, "meta-instanceID", "KEY", "SubmitterID", "SubmitterName",
              "AttachmentsPresent", "AttachmentsExpected", "Status", "ReviewState", "DeviceID", "Edits", "FormVersion"]
    keys = []
    for row, out in zip(data, cells):
        # Central never takes the same instance twice; the copy gets a key of its own.
        key = f"uuid:{row['_uuid']}"
        keys.append(key if key not in keys else key + "-copy")
        out[:0] = [row["_submission_time"] + ".000Z"]
        out.extend([keys[-1], keys[-1], 12, "Field team", 0, 0, "", "", row["deviceid"], 0, "2025101501"])
    write_csv(HERE / "central.csv", header, cells, ",", "utf-8", csv.QUOTE_MINIMAL)
    members = [(m, key, i) for row, key in zip(data, keys) for i, m in enumerate(row["household"])]
    header, cells = columns([m for m, _, _ in members], True)
    for (_, key, i), out in zip(members, cells):
        out.extend([key, f"{key}/household[{i + 1}]"])
    write_csv(HERE / "central-household.csv", header + ["PARENT_KEY", "KEY"], cells, ",", "utf-8", csv.QUOTE_MINIMAL)


def main():
    write_form(str(HERE / "form.xlsx"))
    data = interviews()
    # name of the file, language (None: names), several-choice style, groups before names, typed cells
    for name, language, several, grouped, typed in [
        ("export", None, "both", True, True),
        ("names-list", None, "list", False, False),
        ("names-columns", None, "columns", True, False),
        ("labels-list", 0, "list", False, False),
        ("labels-columns", 1, "columns", False, False),
        ("labels-both", 0, "both", False, True),
    ]:
        write_xlsx(HERE / f"{name}.xlsx", kobo_sheets(data, language, several, grouped), typed)
    _, header, cells = kobo_sheets(data, None, "both", True)[0]
    write_csv(HERE / "export.csv", header, cells, ";", "utf-8-sig", csv.QUOTE_ALL)
    central(data)


if __name__ == "__main__":
    main()
