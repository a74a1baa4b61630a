#!/usr/bin/env python3
"""Writes the list of what is inside of the published programs (SPDX 2.3) to FOLDER/broadsheet.spdx.json.

usage: sbom.py FOLDER    (SOURCE_DATE_EPOCH gives its time)
"""
import datetime
import json
import os
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LICENCES = {
    "imgui": "MIT", "gumbo-parser": "Apache-2.0", "md4c": "MIT", "sheenbidi": "Apache-2.0", "libunibreak": "Zlib",
    "utf8proc": "MIT", "snowball": "BSD-3-Clause", "fmtlib": "MIT", "yaml-cpp": "MIT", "pugixml": "MIT",
    "xxhash": "BSD-2-Clause", "zlib": "Zlib", "minizip": "Zlib", "libpng1.6": "libpng-2.0",
    "libjpeg-turbo": "IJG AND BSD-3-Clause AND Zlib", "libwebp": "BSD-3-Clause", "tree-sitter": "MIT",
    "quickjs": "MIT", "brotli": "MIT", "freetype": "FTL", "cpp-httplib": "MIT", "curl": "curl", "mbedtls": "Apache-2.0",
}


def debian_sources():
    """The pinned sources of `dev` that are not for tests: (name, version)."""
    text = (ROOT / "dev").read_text()
    for name in ("sources", "bundled_sources", "bundled_network_sources"):
        rows = re.search(rf"^{name}='\n(.*?)'$", text, re.M | re.S)[1]
        for row in rows.splitlines():
            yield tuple(row.split()[:2])


def npm_sources():
    folders = ("press/text/grammars", "press/formulas/katex", "press/browser/zip", "layout/hyphens")
    for folder in folders:
        lock = json.loads((ROOT / "src" / folder / "package-lock.json").read_text())
        # What these depend on in turn is for their command lines and builds.
        for name in sorted(lock["packages"][""]["dependencies"]):
            package = lock["packages"]["node_modules/" + name]
            yield name, package["version"], package.get("license", "NOASSERTION")


def entry(name, version, licence, address=None):
    result = {
        "SPDXID": "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]", "-", name),
        "name": name,
        "versionInfo": version,
        "downloadLocation": "NOASSERTION",
        "licenseConcluded": licence,
        "licenseDeclared": licence,
        "copyrightText": "NOASSERTION",
        "filesAnalyzed": False,
    }
    if address:
        result["externalRefs"] = [
            {"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": address}]
    return result


def document(time):
    version = re.search(r"project\(broadsheet VERSION (\S+)", (ROOT / "CMakeLists.txt").read_text())[1]
    packages = [entry("broadsheet", version, "MIT")]
    for name, pinned in debian_sources():
        packages.append(entry(name, pinned, LICENCES[name], f"pkg:deb/debian/{name}@{pinned}?arch=source"))
    packages += [entry(name, pinned, licence, f"pkg:npm/{name.replace('@', '%40')}@{pinned}")
                 for name, pinned, licence in npm_sources()]
    return {
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"broadsheet-{version}",
        "documentNamespace": f"urn:broadsheet:spdx:{version}:{int(time.timestamp())}",
        "creationInfo": {"created": time.strftime("%Y-%m-%dT%H:%M:%SZ"), "creators": ["Tool: broadsheet-sbom"]},
        "packages": packages,
        "relationships": [
            {"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": "SPDXRef-broadsheet"}
        ] + [{"spdxElementId": "SPDXRef-broadsheet", "relationshipType": "CONTAINS", "relatedSpdxElement": each["SPDXID"]}
             for each in packages[1:]],
    }


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    time = datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), datetime.timezone.utc)
    target = pathlib.Path(sys.argv[1]) / "broadsheet.spdx.json"
    target.write_text(json.dumps(document(time), indent=1) + "\n")


if __name__ == "__main__":
    main()
