#!/usr/bin/python3
"""Makes the fonts of the tests: block.woff2, whose letters are blocks of known widths, and variable.woff2, whose letters
are as wide at weight 400 and a fifth wider at 900. Needs Debian's python3-fonttools and python3-brotli; the tests do not.
"""
import pathlib

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables.TupleVariation import TupleVariation

FOLDER = pathlib.Path(__file__).parent
CHARACTERS = [chr(i) for i in range(0x20, 0x7F)] + list("ÀÉÍÓÚàéíóúñüöäß–—‘’“”…·")


def width_of(character):
    if character == " ":
        return 250
    if character in "mwMW—":
        return 900
    return 300 if character in "iljtfI.,:;'!|‘’·" else 550


def block(width, height=500):
    pen = TTGlyphPen(None)
    corners = [(60, 0), (60, height), (width - 60, height), (width - 60, 0)]
    pen.moveTo(corners[0])
    for corner in corners[1:]:
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()


def build(family, variable):
    names = [".notdef"] + [f"u{ord(c):04x}" for c in CHARACTERS]
    widths = {".notdef": 500} | {f"u{ord(c):04x}": width_of(c) for c in CHARACTERS}
    empty = TTGlyphPen(None).glyph()
    glyphs = {n: empty if n == "u0020" else block(widths[n], 700 if n[1:3] == "00" and n[3:] < "60" else 500) for n in names}
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(c): f"u{ord(c):04x}" for c in CHARACTERS})
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics({n: (widths[n], 0 if n == "u0020" else 60) for n in names})
    builder.setupHorizontalHeader(ascent=900, descent=-300, lineGap=100)
    builder.setupNameTable({"familyName": family, "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=900, sTypoDescender=-300, sTypoLineGap=100, usWinAscent=900, usWinDescent=300,
                     sxHeight=500, sCapHeight=700)
    builder.setupPost()
    builder.setupHead(created=0, modified=0)
    if variable:
        builder.setupFvar([("wght", 100, 400, 900, "Weight")], [])
        changes = {}
        for name in names:
            more = widths[name] // 5
            right = [] if name == "u0020" else [(0, 0), (0, 0), (more, 0), (more, 0)]
            changes[name] = [TupleVariation({"wght": (0, 1, 1)}, right + [(0, 0), (more, 0), (0, 0), (0, 0)])]
        builder.setupGvar(changes)
    builder.font.recalcTimestamp = False
    builder.font.flavor = "woff2"
    builder.font.save(FOLDER / f"{family.lower()}.woff2")


build("Block", False)
build("Variable", True)
