#!/usr/bin/env python3
"""Where words and sentences begin and end: words.py DATELINE WORDS_FILE (its head tells the form)"""

import json
import pathlib
import subprocess
import sys


def parsed(dateline, texts):
    """The words of each text, " || " between sentences."""
    lines = "".join(json.dumps({"id": str(i), "text": text}) + "\n" for i, text in enumerate(texts))
    out = subprocess.run([dateline, "parse", "--from", "jsonl", "-"], input=lines, capture_output=True, text=True, check=True).stdout
    for document in out.split("# newdoc")[1:]:
        sentences = [[row.split("\t") for row in block.splitlines() if row[:1].isdigit()] for block in document.split("\n\n")]
        yield " || ".join(" ".join(row[1] for row in rows if row[0].isdigit()) for rows in sentences if rows)


def main():
    dateline, path = sys.argv[1], pathlib.Path(sys.argv[2])
    cases = [(number, *line.split("\t")) for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
             if line and not line.startswith("#")]
    failures = 0
    for (number, text, expected), words in zip(cases, parsed(dateline, [text for _, text, _ in cases]), strict=True):
        if words != expected:
            failures += 1
            print(f"{path.name}:{number}: {text}\n    expected {expected}\n    but have {words}")
    print(f"{len(cases)} cases, {failures} failures")
    return failures > 0


if __name__ == "__main__":
    sys.exit(main())
