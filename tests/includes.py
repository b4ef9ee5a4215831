#!/usr/bin/env python3
"""Reads the include lines and fails when a folder includes what it may not: includes.py ROOT

ARCHITECTURE.md has the rule. The folders below a layer may be included, those beside it and above it may not.
"""

import pathlib
import re
import sys

# What each folder of src/ may include, besides the public header and itself. "." is src/ itself.
STAGES = ["read", "text", "names", "times", "places", "actors", "statements", "events"]
MAY = {
    "base": set(),
    "lexicon": {"base"},
    "import": {"base", "lexicon"},
    "document.h": {"base", "lexicon"},
    "syntax": {"base", "lexicon", "document.h"},
    "grammar": {"base", "lexicon", "document.h"},
    **{stage: {"base", "lexicon", "document.h", "grammar"} for stage in STAGES},
    "record.h": {"base", "document.h"},
    "write": {"base"},
    "store": {"base"},
    ".": {"base", "lexicon", "document.h", "record.h", "engine.h", "syntax", *STAGES},
    "eval": set(),
    "serve": set(),
    "cli": {"eval", "serve"},
}


def layer(path):
    """The folder of a path inside src/, or the name of a header that lies in src/ itself."""
    parts = pathlib.PurePath(path).parts
    return parts[0] if len(parts) > 1 else parts[0].replace(".c", ".h")


def main():
    root = pathlib.Path(sys.argv[1]) / "src"
    mistakes = 0
    for source in sorted(root.rglob("*.[ch]")):
        here = layer(source.relative_to(root))
        may = MAY.get(here, MAY["."])
        for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), 1):
            found = re.match(r'#include "([^"]+)"', line)
            if not found or found[1] == "dateline.h":
                continue
            there = layer(found[1])
            if there != here and there not in may:
                mistakes += 1
                print(f"{source.relative_to(root.parent)}:{number}: {here} may not include {found[1]}")
            if not (root / found[1]).exists():
                mistakes += 1
                print(f"{source.relative_to(root.parent)}:{number}: includes {found[1]} by another path than from src/")
    print(f"{mistakes} mistakes")
    return mistakes > 0


if __name__ == "__main__":
    sys.exit(main())
