#!/usr/bin/env python3
"""Make the fonts of the report page: subsets of Noto Sans, and the widths of their letters.

Reads /usr/share/fonts/truetype/noto (Debian: fonts-noto-core); needs fonttools and brotli (PyPI).
Writes Sources/Report/Document/PageFonts.swift and Sources/Report/Charts/LetterWidths.swift.
"""

import base64
import io
import pathlib

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ROOT = pathlib.Path(__file__).resolve().parent.parent
NOTO = pathlib.Path("/usr/share/fonts/truetype/noto")
LATIN = [(0x20, 0x7E), (0xA0, 0x17F)]
# Russian, Ukrainian and Belarusian; then the letters of Kazakh, Kyrgyz, Tajik and Uzbek.
CYRILLIC = [(0x400, 0x45F), (0x490, 0x493), (0x49A, 0x49B), (0x4A2, 0x4A3), (0x4AE, 0x4B3),
            (0x4B6, 0x4B7), (0x4BA, 0x4BB), (0x4D8, 0x4D9), (0x4E2, 0x4E3), (0x4E8, 0x4E9),
            (0x4EE, 0x4EF)]
MARKS = [(0x2BB, 0x2BC), (0x2010, 0x2015), (0x2018, 0x201A), (0x201C, 0x201E), (0x2020, 0x2022),
         (0x2026, 0x2026), (0x202F, 0x202F), (0x2030, 0x2030), (0x2032, 0x2033), (0x2039, 0x203A),
         (0x20AC, 0x20AC), (0x20BD, 0x20BD), (0x2116, 0x2116), (0x2122, 0x2122)]
# Noto Sans of Debian lacks these: they are drawn from Noto Sans Math, the minus by hand.
FROM_MATH = [0x2190, 0x2191, 0x2192, 0x2193, 0x2248, 0x2260, 0x2264, 0x2265]
MINUS = 0x2212


def codes(ranges):
    return [code for first, last in ranges for code in range(first, last + 1)]


def add_glyph(font, code, glyph, advance):
    name = f"uni{code:04X}"
    font.setGlyphOrder(font.getGlyphOrder() + [name])
    font["glyf"][name] = glyph
    font["hmtx"][name] = (advance, getattr(glyph, "xMin", 0))
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code] = name


def minus(font):
    """A bar as wide and as thick as that of the plus sign, which is as wide as a digit."""
    plus = font.getBestCmap()[ord("+")]
    points = font["glyf"][plus].getCoordinates(font["glyf"])[0]
    xs, ys = [p[0] for p in points], sorted({p[1] for p in points})
    low, high = ys[1], ys[-2]
    pen = TTGlyphPen(None)
    pen.moveTo((min(xs), low))
    for point in ((min(xs), high), (max(xs), high), (max(xs), low)):
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph(), font["hmtx"][plus][0]


def borrowed(source, code):
    name = source.getBestCmap()[code]
    record = DecomposingRecordingPen(source.getGlyphSet())
    source.getGlyphSet()[name].draw(record)
    pen = TTGlyphPen(None)
    record.replay(pen)
    return pen.glyph(), source["hmtx"][name][0]


def subset(style, math):
    font = TTFont(NOTO / f"NotoSans-{style}.ttf", recalcTimestamp=False)
    for code in FROM_MATH:
        if code not in font.getBestCmap():
            add_glyph(font, code, *borrowed(math, code))
    if MINUS not in font.getBestCmap():
        add_glyph(font, MINUS, *minus(font))
    options = Options()
    options.flavor = "woff2"
    options.layout_features = ["kern", "mark", "mkmk", "locl", "ccmp"]
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]  # the copyright and licence stay inside the font
    wanted = codes(LATIN + CYRILLIC + MARKS) + FROM_MATH + [MINUS]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    widths = {code: font["hmtx"][name][0] for code, name in font.getBestCmap().items()}
    assert font["head"].unitsPerEm == 1000
    font.flavor = "woff2"
    stream = io.BytesIO()
    font.save(stream)
    return stream.getvalue(), widths


def swift_widths(name, doc, widths):
    lines = [f"    /// {doc}", f"    static let {name}: [UInt32: UInt16] = ["]
    line = "       "
    for code, width in sorted(widths.items()):
        item = f" 0x{code:X}: {width},"
        if len(line) + len(item) > 100:
            lines.append(line)
            line = "       "
        line += item
    return lines + [line, "    ]"]


def main():
    math = TTFont(NOTO / "NotoSansMath-Regular.ttf")
    regular, regular_widths = subset("Regular", math)
    bold, bold_widths = subset("Bold", math)
    head = ["// Made by Scripts/page-fonts.py; do not edit.", "// swift-format-ignore-file", ""]
    fonts = head + [
        "/// The page's fonts as woff2 in base64: subsets of Noto Sans (Licenses/NotoSans-OFL.txt).",
        "enum PageFonts {"]
    for name, data in (("regular", regular), ("bold", bold)):
        fonts += [f"    /// {len(data)} bytes.", f"    static let {name}: StaticString =",
                  f'        "{base64.b64encode(data).decode()}"']
    path = ROOT / "Sources/Report/Document/PageFonts.swift"
    path.write_text("\n".join(fonts + ["}", ""]))
    lines = head + ["/// Advance widths of the page's letters, in thousandths of the font size.",
                    "enum LetterWidths {"]
    lines += swift_widths("regular", "Noto Sans Regular.", regular_widths)
    lines += swift_widths("bold", "Noto Sans Bold.", bold_widths)
    path = ROOT / "Sources/Report/Charts/LetterWidths.swift"
    path.write_text("\n".join(lines + ["}", ""]))
    print(len(regular), len(bold), len(regular_widths))


main()
