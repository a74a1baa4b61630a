#!/usr/bin/env python3
"""Runs clang-tidy over our files, in parallel. A file whose text, headers of ours, flags and checks are
those of an earlier clean run is not checked again.

usage: tidy_test.py BUILD_DIR    (the folder that has compile_commands.json)
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
    """Hashes everything of ours that the result depends on."""
    seen, todo = set(), [path]
    while todo:
        current = todo.pop()
        if current not in seen:
            seen.add(current)
            todo += text_and_includes(current)[1]
    digest = hashlib.sha256((ROOT / ".clang-tidy").read_bytes() + command.encode())
    for each in sorted(seen):
        digest.update(str(each).encode() + text_and_includes(each)[0].encode())
    return digest.hexdigest()


def check(entry, build, cache):
    path = pathlib.Path(entry["file"]).resolve()
    stamp = cache / content_key(path, entry["command"])
    if stamp.exists():
        return None
    run = subprocess.run(["clang-tidy", "--quiet", "--extra-arg=-Wno-unknown-warning-option", "-p", build, str(path)],
                         capture_output=True, text=True, check=False)
    if run.returncode == 0:
        stamp.touch()
        return None
    return f"{path.relative_to(ROOT)}:\n{run.stdout}{run.stderr}"


def main(build):
    entries = json.loads((pathlib.Path(build) / "compile_commands.json").read_text())
    for entry in entries:
        entry["command"] = PRECOMPILED.sub("", entry["command"])
    ours = [e for e in entries
            if pathlib.Path(e["file"]).resolve().is_relative_to(ROOT / "src")
            or pathlib.Path(e["file"]).resolve().is_relative_to(ROOT / "tests")]
    ours = list({e["file"]: e for e in ours}.values())
    cache = ROOT / "build/tidy"
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as commands, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        (pathlib.Path(commands) / "compile_commands.json").write_text(json.dumps(entries))
        faults = [f for f in pool.map(lambda e: check(e, commands, cache), ours) if f]
    print("\n".join(faults) if faults else f"{len(ours)} files are clean")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
