#!/usr/bin/env python3
"""Adds up CTest's JUnit reports: what failed and took longest, then one line, "N passed, N failed, N skipped".

usage: summary.py [--log BUILD/.ninja_log]... [--again REPORT] REPORT...

A CTest test that reports cases of its own (doctest, node --test) counts as those; any other counts as one.
A test that failed but passed in the report of --again counts as passed, and is named.
The steps of builds come from what ninja logged; those of earlier builds may be among them.
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

DOCTEST = re.compile(r"\[doctest\] test cases: +\d+ \| +(\d+) passed \| +(\d+) failed")
# A doctest case that lacks what it needs says so in a message and returns.
DOCTEST_SKIP = re.compile(r"MESSAGE: skipped: (.*)")
NODE_SKIP = re.compile(r"^(?:ℹ|#) skipped (\d+)$", re.M)
NODE_PASS = re.compile(r"^(?:ℹ|#) pass (\d+)$", re.M)
NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
NODE_FAIL = re.compile(r"^(?:ℹ|#) fail (\d+)$", re.M)


def cases(test):
    """Returns the passed, failed and skipped cases of one CTest test."""
    output = test.findtext("system-out") or ""
    ok = test.get("status") == "run"
    doctest = DOCTEST.findall(output)
    skipped = 0
    if doctest:
        passed, failed = (sum(int(row[i]) for row in doctest) for i in (0, 1))
        skipped = len(DOCTEST_SKIP.findall(output))
        passed -= skipped
    elif NODE_PASS.search(output):
        passed = sum(map(int, NODE_PASS.findall(output)))
        failed = sum(map(int, NODE_FAIL.findall(output)))
        skipped = sum(map(int, NODE_SKIP.findall(output)))
    else:
        passed, failed = int(ok), 0
    return passed, failed if ok else max(failed, 1), skipped


def read(report):
    """Parses a report, whatever bytes the tests printed into it."""
    with open(report, encoding="utf-8", errors="replace") as file:
        return ElementTree.fromstring(NOT_XML.sub("", file.read()))


def build_steps(log):
    """Returns (seconds, name) of each file that ninja made."""
    steps = {}
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines()[1:]:
        start, end, _, output, *_ = line.split("\t")
        steps[output] = (int(end) - int(start)) / 1000
    return [(seconds, f"{log.parent.name}: {pathlib.Path(output).name}") for output, seconds in steps.items()]


def print_slowest(title, rows):
    print(f"{title}, seconds:")
    for seconds, name in sorted(rows, reverse=True)[:10]:
        print(f"{seconds:8.1f}  {name}")


def print_failure(test):
    """Prints the messages of a failed test, or the end of its output."""
    lines = (test.findtext("system-out") or "").splitlines()
    starts = [i for i, line in enumerate(lines) if re.search(r"✖|ERROR:|error:|Error:", line)]
    shown = sorted({k for i in starts[:6] for k in range(i, min(i + 12, len(lines)))}) or range(max(0, len(lines) - 40), len(lines))
    for i in shown:
        print(f"    {lines[i][:300]}")


def passed_again(report):
    """Returns the tests of a report that passed, by name."""
    if not report or not pathlib.Path(report).exists():
        return {}
    return {test.get("name"): test for test in read(report).iter("testcase") if cases(test)[1] == 0}


def main(arguments):
    reports, logs, again = [], [], None
    while arguments:
        word = arguments.pop(0)
        if word == "--log":
            logs.append(pathlib.Path(arguments.pop(0)))
        elif word == "--again":
            again = arguments.pop(0)
        else:
            reports.append(word)
    passed = failed = skipped = 0
    times = []
    second = passed_again(again)
    for report in reports:
        try:
            for test in read(report).iter("testcase"):
                if test.get("status") in ("disabled", "notrun") and test.find("skipped") is not None:
                    continue
                times.append((float(test.get("time") or 0), f"{test.get('name')} ({pathlib.Path(report).stem})"))
                p, f, s = cases(test)
                if f and test.get("name") in second:
                    print(f"failed on the busy machine, passed alone: {test.get('name')}")
                    print_failure(test)
                    p, f, s = cases(second[test.get("name")])
                passed, failed, skipped = passed + p, failed + f, skipped + s
                if s:
                    print(f"skipped: {s} of {test.get('name')}")
                if f:
                    print(f"failed: {test.get('name')} ({report})")
                    print_failure(test)
        except (OSError, ElementTree.ParseError) as error:
            print(f"{report}: {error}")
            failed += 1
    print_slowest("Slowest tests", times)
    print_slowest("Slowest build steps", [row for log in logs if log.exists() for row in build_steps(log)])
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
