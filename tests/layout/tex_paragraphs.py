#!/usr/bin/env python3
"""Writes golden/layout/tex_paragraphs.txt: random paragraphs and where TeX breaks them.

Usage: tex_paragraphs.py TEX_LINES COUNT SEED >FILE

TEX_LINES is a program that prints paragraphs and TeX's answers as JSON. The file has three rows for each paragraph. All
lengths are 1/64 px.

1. width, then TeX's parameters in the order of `NAMES`, then \\emergencystretch
2. the items: a number is a box, `-` a hyphen of 455 units, `=` a place after a hyphen of the text, `p` and a number a
   penalty, `_` a space, `.` a space after a sentence, `~` a space that stretches by 2000 px
3. total demerits, the pass that found the breaks, and for each line the index of the item that it ends at
"""
import json
import subprocess
import sys

NAMES = ("pretolerance tolerance linepenalty hyphenpenalty exhyphenpenalty adjdemerits doublehyphendemerits "
         "finalhyphendemerits looseness").split()
GLUE = {(4.75, 2.375, 1.578125): "_", (4.75, 2.96875, 1.578125): ".", (0, 2000, 0): "~"}


def units(pixels):
    assert pixels * 64 == int(pixels * 64)
    return int(pixels * 64)


def word(item, parameters):
    (kind, value), = item.items()
    if kind == "box":
        return str(units(value))
    if kind == "penalty":
        return f"p{value}"
    if kind == "glue":
        return GLUE[tuple(value)]
    width, penalty = value
    assert penalty == parameters["hyphenpenalty" if width else "exhyphenpenalty"] and units(width) in (0, 455)
    return "-" if width else "="


def rows(paragraph):
    parameters = paragraph["parameters"]
    yield [units(paragraph["width"]), *(parameters[name] for name in NAMES), units(parameters["emergencystretch"])]
    text = ""
    for item in paragraph["items"]:
        following = word(item, parameters)
        text += " " * (text[-1:].isdigit() and following[0].isdigit()) + following
    yield [text]
    yield [paragraph["demerits"], paragraph["pass"], *paragraph["breaks"]]


def main():
    program, count, seed = sys.argv[1:]
    answer = subprocess.run([program, "--random", count, "--seed", seed], capture_output=True, check=True).stdout
    for paragraph in json.loads(answer):
        for row in rows(paragraph):
            print(*row)


main()
