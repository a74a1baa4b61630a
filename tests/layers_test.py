#!/usr/bin/env python3
"""Holds every #include of src/ against src/layers.txt, and keeps platform #ifs in the host folders."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
PLATFORM = re.compile(
    r"^\s*#\s*(?:el)?if.*\b(__EMSCRIPTEN__|__wasm\w*|_WIN32|_MSC_VER|__linux__|__unix__|__APPLE__|__ANDROID__)"
)


def read_table(path):
    """Returns ({folder: (allowed folders, reason)}, [(prefix, folders, only_cpp, reason)])."""
    layers, externals = {}, []
    for line in path.read_text().splitlines():
        fields = [field.strip() for field in line.split("|")]
        if fields[0] == "layer":
            _, folder, allowed, reason = fields
            layers[folder] = (set(allowed.split()), reason)
        elif fields[0] == "external":
            _, prefix, folders, where, reason = fields
            externals.append((prefix, set(folders.split()), where == "cpp", reason))
    return layers, externals


def include_fault(folder, is_header, bracket, target, layers, externals):
    """Returns (what is wrong, why the rule exists), or None."""
    allowed, reason = layers[folder]
    first = target.split("/")[0]
    if first in layers and "/" in target:
        if first != folder and first not in allowed:
            return f"{folder} may not include {first}", reason
        if bracket == "<":
            return "our own headers are included in quotes", "A reader sees at once what is ours."
    elif target.startswith(".."):
        return "includes start at src/", "Relative paths hide which layer is included."
    for prefix, folders, only_cpp, why in externals:
        if not target.startswith(prefix):
            continue
        if folder not in folders:
            return f"{folder} may not include <{target}>", why
        if only_cpp and is_header:
            return f"<{target}> belongs in .cpp files", why
    return None


def faults_in(path, layers, externals):
    folder = path.relative_to(ROOT / "src").parts[0]
    where = path.relative_to(ROOT)
    if folder not in layers:
        yield f"{where}:1: {folder} is not in src/layers.txt; say there what it may include, and why"
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        include = INCLUDE.match(line)
        if include:
            fault = include_fault(folder, path.suffix == ".h", *include.groups(), layers, externals)
            if fault:
                yield f"{where}:{number}: {fault[0]}. Why: {fault[1]}"
        platform = PLATFORM.match(line)
        if platform and not folder.startswith("host_"):
            yield (f"{where}:{number}: {platform[1]} outside a host folder. "
                   "Why: platforms differ by whole files, so that each file can be read and tested as one thing.")


def main():
    layers, externals = read_table(ROOT / "src/layers.txt")
    files = sorted(p for p in (ROOT / "src").rglob("*") if p.suffix in (".h", ".cpp") and p.is_file())
    faults = [fault for path in files for fault in faults_in(path, layers, externals)]
    print("\n".join(faults) if faults else f"{len(files)} files keep to src/layers.txt")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
