#!/usr/bin/env python3
"""Holds every #include of src/ against src/layers.txt, and keeps platform #ifs in the host folders.

A file belongs to the deepest folder around it that has a row. A row that allows more than is included is
a fault too: the table says what is, so that a new dependency is a decision.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
# Subfolders with a layer's files that differ by platform.
PLATFORMS = ("native", "node")
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


def layer_of(name, layers):
    """Returns the row that a path below src/ belongs to, or None."""
    folder = pathlib.PurePosixPath(name).parent
    for each in (folder, *folder.parents):
        if str(each) in layers:
            return str(each)
    return None


def include_fault(folder, is_header, bracket, target, layers, externals, used):
    """Returns (what is wrong, why the rule exists), or None. Notes in `used` which rules were needed."""
    allowed, reason = layers[folder]
    other = layer_of(target, layers)
    if other:
        used.add((folder, other))
        if other != folder and other not in allowed:
            return f"{folder} may not include {other}", reason
        if bracket == "<":
            return "our own headers are included in quotes", "A reader sees at once what is ours."
    elif target.startswith(".."):
        return "includes start at src/", "Relative paths hide which layer is included."
    for prefix, folders, only_cpp, why in externals:
        if not target.startswith(prefix):
            continue
        used.add((prefix, folder))
        if folder not in folders:
            return f"{folder} may not include <{target}>", why
        if only_cpp and is_header:
            return f"<{target}> belongs in .cpp files", why
    return None


def faults_in(path, layers, externals, used):
    name = path.relative_to(ROOT / "src").as_posix()
    folder = layer_of(name, layers)
    where = path.relative_to(ROOT)
    own = pathlib.PurePosixPath(name).parent
    if own.name in PLATFORMS:
        own = own.parent
    if folder != str(own):
        yield f"{where}:1: its folder is not in src/layers.txt; say there what it may include, and why"
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        include = INCLUDE.match(line)
        if include:
            fault = include_fault(folder, path.suffix == ".h", *include.groups(), layers, externals, used)
            if fault:
                yield f"{where}:{number}: {fault[0]}. Why: {fault[1]}"
        platform = PLATFORM.match(line)
        if platform and not folder.startswith("host_"):
            yield (f"{where}:{number}: {platform[1]} outside a host folder. "
                   "Why: platforms differ by whole files, so that each file can be read and tested as one thing.")


def needless_rows(layers, externals, used):
    for folder, (allowed, _) in layers.items():
        for other in sorted(allowed):
            if other not in layers:
                yield f"src/layers.txt: {folder} may include {other}, which has no row"
            elif (folder, other) not in used:
                yield f"src/layers.txt: {folder} may include {other} but does not; narrow the row"
    for prefix, folders, _, _ in externals:
        for folder in sorted(folders):
            if (prefix, folder) not in used:
                yield f"src/layers.txt: {folder} may include <{prefix}…> but does not; narrow the row"


def circles(layers):
    """Returns the folders that can reach themselves."""
    reach = {folder: set(allowed) for folder, (allowed, _) in layers.items()}
    for middle in reach:
        for folder in reach:
            if middle in reach[folder]:
                reach[folder] |= reach[middle]
    return sorted(folder for folder in reach if folder in reach[folder])


def main():
    layers, externals = read_table(ROOT / "src/layers.txt")
    files = sorted(p for p in (ROOT / "src").rglob("*") if p.suffix in (".h", ".cpp") and p.is_file())
    used = set()
    faults = [fault for path in files for fault in faults_in(path, layers, externals, used)]
    faults += needless_rows(layers, externals, used)
    faults += [f"src/layers.txt: {folder} includes itself through others" for folder in circles(layers)]
    print("\n".join(faults) if faults else f"{len(files)} files keep to src/layers.txt")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
