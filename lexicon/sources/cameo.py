#!/usr/bin/env python3
"""Writes lexicon/cameo.tsv: python3 lexicon/sources/cameo.py CAMEO-TO-PLOVER > lexicon/cameo.tsv

The table of the PLOVER manual (2021, Open Event Data Alliance) that says which PLOVER type, mode and context a CAMEO code is. Where a mode
is none of lexicon/scores.tsv it is left out; contexts are separated by commas.
"""

import pathlib
import re
import sys

FOLDER = pathlib.Path(__file__).resolve().parents[1]


def rows(path, column):
    return {line.split("\t")[column] for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")}


def main(source):
    scored, coded = rows(FOLDER / "scores.tsv", 0), rows(FOLDER / "goldstein.tsv", 0)
    print("# What CAMEO codes are in PLOVER: the table of the PLOVER manual (2021, Open Event Data Alliance). Made by lexicon/sources/cameo.py.")
    print("code\ttype\tmode\tcontext")
    seen = set()
    for line in pathlib.Path(source).read_text(encoding="utf-8").splitlines():
        found = re.match(r"(\d{3,4}):\s*([A-Z]+)\s*,([^,#]*)(?:,([^#]*))?", line)
        if not found or found[1] in seen or found[1] not in coded:
            continue
        seen.add(found[1])
        kind, mode = found[2], found[3].strip()
        contexts = ",".join(part.strip() for part in re.split("[;,]", found[4] or "") if part.strip())
        print(found[1], kind, mode if f"{kind} {mode}" in scored else "-", contexts or "-", sep="\t")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
