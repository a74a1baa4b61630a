#!/usr/bin/env python3
"""Runs clang-tidy over our files, in parallel. A file whose text, headers of ours, flags and checks are
those of an earlier clean run is not checked again.

usage: tidy_test.py [--record]

Checking all files takes twenty minutes. tests/tidy_clean.txt lists the states of files in which this version of
clang-tidy found nothing, so that a clone does not check them again. `--record` writes that list after a clean run. A file
that is not listed is checked: a stale list costs time and hides nothing.
"""
import concurrent.futures
import functools
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
# clang-tidy cannot read g++'s precompiled headers. Without them it also finds a file that does not include what
# it uses.
PRECOMPILED = re.compile(r" -Winvalid-pch| -include \S+/cmake_pch\.hxx")
CLEAN = ROOT / "tests/tidy_clean.txt"
COMMANDS = ROOT / "build/tidy-commands"  # of the preset `tidy`
KEY_FOLDER = "/build/native"  # stands for it in keys
NATIVE = "/build/native"  # its name in the keys
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.M)


@functools.lru_cache(maxsize=None)
def text_and_includes(path):
    text = path.read_text(encoding="utf-8")
    found = set()
    for name in INCLUDE.findall(text):
        for base in (path.parent, ROOT / "src", ROOT / "tests"):
            if (base / name).is_file():
                found.add((base / name).resolve())
                break
    return text, found


def content_key(path, command):
    """Hashes everything of ours that the result depends on, alike in every clone."""
    seen, todo = set(), [path]
    while todo:
        current = todo.pop()
        if current not in seen:
            seen.add(current)
            todo += text_and_includes(current)[1]
    told = command.replace(str(COMMANDS), KEY_FOLDER).replace(str(ROOT), "")
    digest = hashlib.sha256(checks_of(path) + tidy_version() + told.encode())
    for each in sorted(seen):
        digest.update(str(each.relative_to(ROOT)).encode() + text_and_includes(each)[0].encode())
    return digest.hexdigest()


def checks_of(path):
    """The configuration files of clang-tidy from the root down to the file's folder."""
    files = [folder / ".clang-tidy" for folder in path.parents if folder.is_relative_to(ROOT)]
    return b"".join(file.read_bytes() for file in files if file.exists())


@functools.lru_cache(maxsize=None)
def tidy_version():
    """The line of the version, without that of the machine's processor."""
    told = subprocess.run(["clang-tidy", "--version"], capture_output=True, check=True).stdout
    return b"".join(line for line in told.splitlines() if b"version" in line)


def check(entry, build, cache, clean):
    path = pathlib.Path(entry["file"]).resolve()
    key = content_key(path, entry["command"])
    stamp = cache / key
    if key in clean or stamp.exists():
        return None
    run = subprocess.run(["clang-tidy", "--quiet", "--extra-arg=-Wno-unknown-warning-option", "-p", build, str(path)],
                         capture_output=True, text=True, check=False)
    if run.returncode == 0:
        stamp.touch()
        return None
    return f"{path.relative_to(ROOT)}:\n{run.stdout}{run.stderr}"


def compile_commands():
    subprocess.run(["cmake", "--preset", "tidy", "--log-level=WARNING"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    entries = json.loads((COMMANDS / "compile_commands.json").read_text())
    for entry in entries:
        entry["command"] = PRECOMPILED.sub("", entry["command"])
    return entries


def main(record=False):
    entries = compile_commands()
    ours = [e for e in entries
            if pathlib.Path(e["file"]).resolve().is_relative_to(ROOT / "src")
            or pathlib.Path(e["file"]).resolve().is_relative_to(ROOT / "tests")]
    ours = list({e["file"]: e for e in ours}.values())
    cache = ROOT / "build/tidy"
    cache.mkdir(parents=True, exist_ok=True)
    clean = set(CLEAN.read_text().split()) if CLEAN.exists() else set()
    with tempfile.TemporaryDirectory() as commands, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        (pathlib.Path(commands) / "compile_commands.json").write_text(json.dumps(entries))
        faults = [f for f in pool.map(lambda e: check(e, commands, cache, clean), ours) if f]
    if record and not faults:
        keys = sorted(content_key(pathlib.Path(e["file"]).resolve(), e["command"]) for e in ours)
        CLEAN.write_text("\n".join(keys) + "\n")
    print("\n".join(faults) if faults else f"{len(ours)} files are clean")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main("--record" in sys.argv[1:]))
