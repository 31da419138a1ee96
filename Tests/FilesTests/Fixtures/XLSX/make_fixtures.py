"""Makes the workbooks of this folder, and the .json beside some: what openpyxl reads in them.

Run in this folder with Python 3.11, openpyxl, XlsxWriter and PyExcelerate (versions: ../SOURCES.md). Workbooks under hostile/ and
by-hand/ are written as bare zip archives, because no program would save them so.
"""

import datetime as dt
import json
import os
import re
import zipfile

import openpyxl
import pyexcelerate
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles.numbers import is_datetime
from openpyxl.utils.datetime import CALENDAR_MAC_1904

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
STAMP = dt.datetime(2026, 1, 1)


# --- Workbooks that openpyxl writes --------------------------------------------------------------


def save(book, name):
    book.properties.created = book.properties.modified = STAMP
    book.save(name)
    repack(name)


def repack(name):
    """The same archive with fixed times, so that making it again changes nothing."""
    with zipfile.ZipFile(name) as old:
        parts = {info.filename: old.read(info) for info in old.infolist()}
    properties = parts.get("docProps/core.xml", b"")
    times = rb"(<dcterms:\w+[^>]*>)[^<]*"
    parts["docProps/core.xml"] = re.sub(times, rb"\g<1>2026-01-01T00:00:00Z", properties)
    pack(name, parts)


def expect(name):
    """Writes what openpyxl reads in the workbook, as rows of text."""
    book = openpyxl.load_workbook(name, data_only=True)
    sheets = []
    for sheet in book.worksheets:
        rows = [[text(cell) for cell in row] for row in sheet.iter_rows()]
        for row in rows:
            while row and row[-1] == "":
                row.pop()
        while rows and not rows[-1]:
            rows.pop()
        sheets.append({"name": sheet.title, "rows": rows})
    with open(os.path.splitext(name)[0] + ".json", "w", encoding="utf-8") as file:
        json.dump(sheets, file, ensure_ascii=False, indent=1)
        file.write("\n")


def text(cell):
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, dt.datetime):
        kind = is_datetime(cell.number_format)
        short = kind == "date" and value.time() == dt.time()
        return value.date().isoformat() if short else value.isoformat(timespec="seconds")
    if isinstance(value, dt.time):
        return repr((value.hour * 3600 + value.minute * 60 + value.second) / 86400)
    if isinstance(value, dt.timedelta):
        return number(value / dt.timedelta(days=1))
    if isinstance(value, (int, float)):
        return number(value)
    return str(value)


def number(value):
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(float(value))


def kinds():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "data"
    sheet.append(["id", "age", "weight", "when", "started", "ok", "note", "share", "clock", "long"])
    sheet.append(
        [
            "a1", 34, 0.25, dt.date(2024, 1, 31), dt.datetime(2024, 1, 31, 10, 20, 30), True,
            "ясно & <ok>", 0.5, dt.time(6, 0), dt.timedelta(hours=30),
        ]
    )
    sheet.append(["a2", -7, 1e20, dt.date(1900, 1, 1), dt.datetime(1999, 12, 31, 23, 59, 59), False])
    sheet.append(["a3", None, 0.1 + 0.2, dt.date(1900, 3, 1), None, None, "  two\nlines  ", 12.345])
    sheet.append([])
    sheet.append(["007", 1234567, 1e-9, dt.date(9999, 12, 31), dt.datetime(2024, 2, 29), None, "=1+1"])
    sheet["G6"].data_type = "s"
    sheet["H2"].number_format = "0.0%"
    sheet["H4"].number_format = "#,##0.00"
    sheet["I2"].number_format = "h:mm"
    sheet["J2"].number_format = "[h]:mm:ss"
    sheet["D3"].number_format = "d. mmmm yyyy"
    sheet["Z9"].number_format = "0.00"  # a styled cell that holds nothing
    hidden = book.create_sheet("hidden")
    hidden.sheet_state = "hidden"
    hidden.append(["x"])
    hidden.append([1])
    book.create_sheet("empty")
    save(book, "kinds.xlsx")
    expect("kinds.xlsx")


def mac():
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    sheet.append(["day", "moment"])
    sheet.append([dt.date(1904, 1, 2), dt.datetime(2024, 5, 6, 7, 8, 9)])
    sheet.append([dt.date(2024, 2, 29), dt.datetime(1970, 1, 1)])
    save(book, "mac1904.xlsx")
    expect("mac1904.xlsx")


def formats():
    """One date under each built-in and many custom formats; the kind is what openpyxl tells."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["format", "value"])
    codes = [
        "yyyy-mm-dd", "dd.mm.yyyy", "m/d/yy h:mm", "mmm-yy", "mmmm", "yyyy", "[$-419]d mmmm yyyy;@",
        "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "h:mm AM/PM", "mm:ss.0", "[h]:mm:ss", "[mm]:ss",
        "General", "0", "0.00", "#,##0", "0%", "0.00E+00", '0" days"', "0\\d", "[Red]0.00",
        "[>=100]0;0.0", '_-* #,##0.00\\ "so\'m"_-', "@", 'yyyy"-"mm"-"dd"T"hh:mm:ss', "d/m/yyyy",
        '0;[Red]"day"', "# ?/?", "dd/mm/yy hh:mm:ss",
    ]
    for code in codes:
        row = sheet.max_row + 1
        sheet.cell(row, 1, code)
        cell = sheet.cell(row, 2, 45000.5)
        cell.number_format = code
    save(book, "formats.xlsx")
    book = openpyxl.load_workbook("formats.xlsx")
    with open("formats.json", "w", encoding="utf-8") as file:
        cells = [(row[0].value, row[1]) for row in book.active.iter_rows(min_row=2)]
        kinds = {code: is_datetime(cell.number_format) or "number" for code, cell in cells}
        json.dump(kinds, file, ensure_ascii=False, indent=1)
        file.write("\n")


def form():
    book = openpyxl.Workbook()
    survey = book.active
    survey.title = "survey"
    survey.append(["type", "name", "label::English (en)", "label::Русский (ru)", "required"])
    survey.append(["select_one yn", "consent", "Do you agree?", "Вы согласны?", True])
    survey.append(["integer", "age", "Your age", "Ваш возраст", None])
    choices = book.create_sheet("choices")
    choices.append(["list_name", "name", "label::English (en)", "label::Русский (ru)"])
    choices.append(["yn", 1, "Yes", "Да"])
    choices.append(["yn", 0, "No", "Нет"])
    settings = book.create_sheet("settings")
    settings.append(["form_title", "version"])
    settings.append(["Test", 20240131])
    save(book, "form.xlsx")
    expect("form.xlsx")


def merged():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["group", "n"])
    sheet.append(["north", 1])
    sheet.append([None, 2])
    sheet.append(["south", 3])
    sheet.merge_cells("A2:A3")
    save(book, "merged.xlsx")


def errors():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["x", "x", None, "y", "ghost"])
    sheet.append([1, "a", 5, "#N/A", None])
    sheet.append([2, "b", 6, "#DIV/0!", None])
    sheet.append([3, "c", None, 7, None])
    save(book, "errors.xlsx")


def rich():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["text"])
    sheet.append([CellRichText("plain ", TextBlock(InlineFont(b=True), "bold"), " end")])
    save(book, "rich.xlsx")
    expect("rich.xlsx")


def other_writers():
    """Workbooks of the writers that survey servers use."""
    rows = [
        ["start", "age", "note", "share", "ok"],
        [dt.datetime(2024, 1, 31, 10, 20, 30), 34, "ясно & <ok>", 0.25, True],
        [dt.datetime(1999, 12, 31, 23, 59, 59), -7, " two\nlines ", 1e-9, False],
    ]
    book = xlsxwriter.Workbook("xlsxwriter.xlsx", {"default_date_format": "yyyy-mm-dd hh:mm:ss"})
    book.set_properties({"created": STAMP})
    page = book.add_worksheet("Форма")
    for i, row in enumerate(rows):
        page.write_row(i, 0, row)
    page.write_rich_string(3, 2, "rich ", book.add_format({"bold": True}), "text")
    page.write_formula(3, 1, "=1+1", None, 2)
    book.close()
    repack("xlsxwriter.xlsx")
    expect("xlsxwriter.xlsx")
    book = pyexcelerate.Workbook()
    page = book.new_sheet("data", data=rows)
    page.range("A2", "A3").style.format.format = "yyyy-mm-dd hh:mm:ss"
    book.save("pyexcelerate.xlsx")
    repack("pyexcelerate.xlsx")
    expect("pyexcelerate.xlsx")


# --- Workbooks packed by hand --------------------------------------------------------------------


def pack(name, parts, method=zipfile.ZIP_DEFLATED):
    os.makedirs(os.path.dirname(name) or ".", exist_ok=True)
    with zipfile.ZipFile(name, "w") as archive:
        for part, content in parts.items():
            info = zipfile.ZipInfo(part, (2026, 1, 1, 0, 0, 0))
            info.compress_type = method
            archive.writestr(info, content, compresslevel=9)


def sheet(rows, extra="", ns=MAIN):
    return f'{HEAD}<worksheet xmlns="{ns}"><sheetData>{rows}</sheetData>{extra}</worksheet>'


def shared(items, head=HEAD):
    return f'{head}<sst xmlns="{MAIN}">{items}</sst>'


def parts(rows="", main=MAIN, office=OFFICE, target="worksheets/sheet1.xml", **more):
    """The parts of a workbook with one sheet; `more` replaces parts by their short names."""
    result = {
        "[Content_Types].xml": HEAD + "<Types/>",
        "_rels/.rels": HEAD + f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": HEAD + f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": HEAD + f'<Relationships xmlns="{PACKAGE}">'
        f'<Relationship Id="r1" Type="{office}/worksheet" Target="{target}"/>'
        f'<Relationship Id="r2" Type="{office}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="r3" Type="{office}/styles" Target="styles.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": sheet(rows, ns=main),
    }
    result.update(more)
    return {part: content for part, content in result.items() if content is not None}


def by_hand():
    folder = "by-hand/"
    texts = shared(
        "<si><t>head</t></si>"
        "<si><r><t>joined </t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">runs </t></r></si>"
        "<si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh><phoneticPr fontId=\"1\"/></si>"
        "<si><t>a_x000D_b_x005F_x0041_ _x_ &amp; <![CDATA[<c>]]></t></si><si/>"
    )
    rows = (
        '<row><c t="s"><v>0</v></c><c t="inlineStr"><is><t>inline</t></is></c>'
        '<c t="str"><f>"a"&amp;"b"</f><v>ab</v></c></row>'
        '<row><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c><c t="s"><v>4</v></c></row>'
        '<row r="4"><c r="B4" t="b"><v>1</v></c><c><f>1+1</f><v>2</v></c><c r="E4" t="e"><v>#N/A</v></c>'
        '<c t="d"><v>2024-01-31</v></c><c t="d"><v>2024-01-31T10:20:30</v></c></row>'
        '<row r="5"><c r="A5" s="1"/><c r="B5"><v> 3.1400000000000001 </v></c><c r="C5"/></row>'
        '<row r="9"/>'
    )
    pack(folder + "sparse.xlsx", parts(rows, **{"xl/sharedStrings.xml": texts}))
    prefixed = (
        f'{HEAD}<x:worksheet xmlns:x="{MAIN}" xmlns:o="urn:other"><x:sheetData><x:row><x:c><x:v>1</x:v>'
        "<o:v>2</o:v></x:c><o:c><o:v>3</o:v></o:c></x:row></x:sheetData></x:worksheet>"
    )
    pack(folder + "prefixed.xlsx", parts(**{"xl/worksheets/sheet1.xml": prefixed}))
    plain = '<row r="1"><c r="A1"><v>1</v></c></row>'
    pack(folder + "strict.xlsx", parts(plain, main=STRICT, office=STRICT_OFFICE))
    pack(folder + "absolute.xlsm", parts(plain, target="/xl/worksheets/sheet1.xml"))
    pack(folder + "dotted.xlsx", parts(plain, target="../xl/./worksheets/sheet1.xml"))
    # What Excel and LibreOffice put around the cells.
    around = (
        f'{HEAD}<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}" xmlns:mc="urn:mc" mc:Ignorable="x14ac xr"'
        ' xmlns:x14ac="urn:ac" xmlns:xr="urn:xr" xr:uid="{0}"><sheetPr filterMode="false">'
        '<pageSetUpPr fitToPage="false"/></sheetPr><dimension ref="A1:A2"/><sheetViews><sheetView'
        ' workbookViewId="0"><selection activeCell="A1" sqref="A1"/></sheetView></sheetViews>'
        '<sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.25"/><cols><col min="1" max="16384"'
        ' width="9"/></cols><sheetData><row r="1" spans="1:1" ht="12.8" customHeight="false"'
        ' x14ac:dyDescent="0.25"><c r="A1" s="0" t="n" x14ac:r="B9"><v>1</v></c></row>'
        '<row r="2" hidden="1"><c r="A2" s="1"/><c r="B2" t="s"/></row></sheetData>'
        '<conditionalFormatting sqref="A1"><cfRule type="expression"><formula>A1</formula></cfRule>'
        '</conditionalFormatting><dataValidations><dataValidation><formula1>"a"</formula1>'
        '</dataValidation></dataValidations><extLst><ext uri="{1}"><x14:row xmlns:x14="urn:x14">'
        '<x14:c><x14:v>9</x14:v></x14:c></x14:row></ext></extLst></worksheet>'
    )
    pack(folder + "as-excel.xlsx", parts(**{"xl/worksheets/sheet1.xml": around}))
    backslash = {part.replace("/", "\\"): content for part, content in parts(plain).items()}
    pack(folder + "backslash.xlsx", backslash)
    utf16 = sheet(plain).replace("UTF-8", "UTF-16").encode("utf-16")
    pack(folder + "utf16.xlsx", parts(**{"xl/worksheets/sheet1.xml": utf16}))
    extremes = ["-9223372036854775808", "1.7976931348623157E+308", "-0", "5E-324", "+1"]
    numbers = "".join(f"<c><v>{number}</v></c>" for number in extremes)
    pack(folder + "extremes.xlsx", parts(f"<row>{numbers}</row>"))
    head = "".join('<c t="str"><v>x</v></c>' for _ in range(10_000))
    pack(folder + "wide.xlsx", parts(f"<row>{head}</row>"))
    pack(folder + "stored.xlsx", parts(plain), zipfile.ZIP_STORED)
    chart = HEAD + f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="C" r:id="r9"/>' \
        '<sheet name="S" r:id="r1"/></sheets></workbook>'
    relations = parts()["xl/_rels/workbook.xml.rels"].replace(
        "</Relationships>",
        f'<Relationship Id="r9" Type="{OFFICE}/chartsheet" Target="chart.xml"/></Relationships>',
    )
    pack(
        folder + "chartsheet.xlsx",
        parts(plain, **{"xl/workbook.xml": chart, "xl/_rels/workbook.xml.rels": relations}),
    )


def hostile():
    folder = "hostile/"
    one = '<row r="1"><c r="A1"><v>1</v></c></row>'
    bodies = {
        "wrong-index": '<row><c t="s"><v>99</v></c></row>',
        "wrong-second": '<row r="7"><c r="A7" t="b"><v>1</v></c><c r="C7" t="s"><v>0</v></c></row>',
        "negative-index": '<row><c t="s"><v>-1</v></c></row>',
        "not-a-number": "<row><c><v>12abc</v></c></row>",
        "infinite-number": "<row><c><v>1e999</v></c></row>",
        "hex-number": "<row><c><v>0x10</v></c></row>",
        "wrong-boolean": '<row><c t="b"><v>maybe</v></c></row>',
        "unknown-type": '<row><c t="zz"><v>1</v></c></row>',
        "rows-out-of-order": '<row r="2"><c><v>1</v></c></row><row r="1"><c><v>2</v></c></row>',
        "row-too-far": '<row r="1048577"><c><v>1</v></c></row>',
        "row-not-a-number": '<row r="99999999999999999999"><c><v>1</v></c></row>',
        "column-too-far": '<row r="1"><c r="XFE1"><v>1</v></c></row>',
        "column-repeated": '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>1</v></c></row>',
        "column-nonsense": '<row r="1"><c r="ÄÖ1"><v>1</v></c></row>',
        "huge-cell": f'<row><c t="str"><v>{"x" * (2 << 20)}</v></c></row>',
        "huge-attribute": f'<row><c r="{"A" * 200000}1"><v>1</v></c></row>',
        "deep": "<row><c>" + "<is>" * 5000 + "</is>" * 5000 + "</c></row>",
        "unclosed": "<row><c><v>1</v></c>",
        "bad-entity": "<row><c><v>&nothing;</v></c></row>",
        "bad-utf8": b"",
    }
    for name, rows in bodies.items():
        if name == "bad-utf8":
            broken = sheet(one).encode().replace(b"<v>1", b"<v>\xff\xfe\x00")
            pack(f"{folder}{name}.xlsx", parts(**{"xl/worksheets/sheet1.xml": broken}))
        else:
            pack(f"{folder}{name}.xlsx", parts(rows))

    laughs = "".join(
        f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12)
    )
    laughing = f'<!DOCTYPE x [<!ENTITY l0 "{"ha" * 50}">{laughs}]>'
    cell = '<row><c t="str"><v>&l11;</v></c></row>'
    pack(
        folder + "billion-laughs.xlsx",
        parts(**{"xl/worksheets/sheet1.xml": sheet(cell).replace(HEAD, HEAD + laughing)}),
    )
    root = sheet(one).replace("<worksheet ", '<worksheet a="&l11;" ').replace(HEAD, HEAD + laughing)
    pack(folder + "laughs-in-root.xlsx", parts(**{"xl/worksheets/sheet1.xml": root}))
    pack(
        folder + "laughs-in-texts.xlsx",
        parts(one, **{"xl/sharedStrings.xml": shared("<si><t>&l11;</t></si>", HEAD + laughing)}),
    )
    outside = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    cell = '<row><c t="str"><v>&e;</v></c></row>'
    pack(
        folder + "external-entity.xlsx",
        parts(**{"xl/worksheets/sheet1.xml": sheet(cell).replace(HEAD, HEAD + outside)}),
    )
    parameter = '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>'
    pack(
        folder + "parameter-entity.xlsx",
        parts(**{"xl/worksheets/sheet1.xml": sheet(one).replace(HEAD, HEAD + parameter)}),
    )

    with open(folder + "empty.xlsx", "wb"):
        pass
    with open(folder + "text.xlsx", "wb") as file:
        file.write(b"id,age\n1,34\n")
    with open(folder + "bytes.xlsx", "wb") as file:
        file.write(bytes((i * 7919) % 256 for i in range(4096)))
    pack("whole.tmp", parts(one * 1))
    whole = open("whole.tmp", "rb").read()
    os.remove("whole.tmp")
    with open(folder + "truncated.xlsx", "wb") as file:
        file.write(whole[: len(whole) // 2])
    broken = bytearray(whole)
    start = broken.find(b"sheet1.xml") + 10
    broken[start + 20 : start + 40] = b"\xaa" * 20
    with open(folder + "flipped.xlsx", "wb") as file:
        file.write(broken)
    # Two OLE files: only the header and names that tell them apart.
    ole = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
    with open(folder + "old.xls", "wb") as file:
        file.write(ole + "Root Entry".encode("utf-16le") + bytes(64) + "Workbook".encode("utf-16le"))
    with open(folder + "password.xlsx", "wb") as file:
        file.write(ole + "Root Entry".encode("utf-16le") + bytes(64)
                   + "EncryptedPackage".encode("utf-16le"))
    # The encryption bit set on every entry of a zip.
    locked = bytearray(whole)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = locked.find(signature)
        while at >= 0:
            locked[at + offset] |= 1
            at = locked.find(signature, at + 4)
    with open(folder + "zip-password.xlsx", "wb") as file:
        file.write(locked)

    pack(folder + "bomb.xlsx", parts("<x/>" * (17 << 20) + one))
    pack(
        folder + "text-bomb.xlsx",
        parts(one, **{"xl/sharedStrings.xml": shared("<x/>" * (17 << 20))}),
    )
    styles = f'{HEAD}<styleSheet xmlns="{MAIN}"><cellXfs>{"<xf/>" * (27 << 20)}</cellXfs></styleSheet>'
    pack(folder + "many-styles.xlsx", parts(one, **{"xl/styles.xml": styles}))
    far = "".join(f'<row><c r="XFD{i}"><v>1</v></c></row>' for i in range(1, 20001))
    pack(folder + "far-cells.xlsx", parts(far))
    head = "".join('<c t="str"><v>x</v></c>' for _ in range(1000))
    last = "".join("<c><v>1</v></c>" for _ in range(1000))
    pack(folder + "far-rows.xlsx", parts(f'<row r="1">{head}</row><row r="1048576">{last}</row>'))
    pack(folder + "no-sheet.xlsx", parts(one, **{"xl/worksheets/sheet1.xml": None}))
    pack(folder + "no-relations.xlsx", parts(one, **{"xl/_rels/workbook.xml.rels": None}))
    pack(folder + "no-workbook.xlsx", parts(one, **{"xl/workbook.xml": None}))
    pack(folder + "outside.xlsx", parts(one, target="../../../../../etc/passwd"))
    pack(folder + "wrong-root.xlsx", parts(**{"xl/worksheets/sheet1.xml": HEAD + "<html/>"}))
    pack(folder + "no-xml.xlsx", parts(**{"xl/worksheets/sheet1.xml": "id,age\n1,2\n"}))
    pack(folder + "empty-part.xlsx", parts(**{"xl/worksheets/sheet1.xml": ""}))
    pack(folder + "zip.xlsx", {"readme.txt": "hello"})
    pack(folder + "binary.xlsx", {"xl/workbook.bin": b"\x83\x01\x00"})
    pack(folder + "document.xlsx", {"word/document.xml": "<document/>"})
    pack(folder + "open-document.xlsx", {"content.xml": "<office/>"})


kinds()
mac()
formats()
form()
merged()
errors()
rich()
other_writers()
by_hand()
hostile()
