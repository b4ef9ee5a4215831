#!/usr/bin/env python3
"""Codes the sample reports, validates the records and counts what is in them: examples.py DATELINE SCHEMA EXAMPLES

The counts are floors, so that a change that loses what was found shows.
"""

import json
import os
import pathlib
import subprocess
import sys

import jsonschema

FLOORS = {"reports": 12, "people with offices": 25, "statements": 40, "gatherings": 8, "actions": 15, "places": 25, "times": 25}


def spans(value, key=""):
    """All spans of a record: lists of two numbers."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield from spans(item, name)
    elif isinstance(value, list):
        if len(value) == 2 and all(isinstance(item, int) for item in value):
            yield value
        else:
            for item in value:
                yield from spans(item, key)


def kernels_differ(dateline, folder):
    """The models whose records depend on the processor's instructions."""
    for model, reports in [("en-fast", folder), ("en-accurate", pathlib.Path(folder) / "specimen.txt")]:
        records = {subprocess.run([dateline, "code", "--model", model, reports], capture_output=True, check=True,
                                  env={**os.environ, "DATELINE_KERNELS": kernels}).stdout for kernels in ["plain", "avx2", "avx512"]}
        if len(records) > 1:
            yield f"{model}: not the same bytes with all kernels"


def main():
    dateline, schema, folder = sys.argv[1:]
    validator = jsonschema.Draft202012Validator(json.loads(pathlib.Path(schema).read_text(encoding="utf-8")))
    one = subprocess.run([dateline, "code", "-j", "1", folder], capture_output=True, text=True, check=True).stdout
    two = subprocess.run([dateline, "code", "-j", "2", folder], capture_output=True, text=True, check=True).stdout
    names = sorted(pathlib.Path(folder).iterdir(), reverse=True)
    turned = subprocess.run([dateline, "code", *names], capture_output=True, text=True, check=True).stdout
    problems = list(kernels_differ(dateline, folder))
    if one != two:
        problems.append("-j 1 and -j 2 differ")
    if sorted(one.splitlines()) != sorted(turned.splitlines()):
        problems.append("the order of the files changes the records")
    records = [json.loads(line) for line in one.splitlines()]
    for record in records:
        name, text = record["report"]["name"], pathlib.Path(record["report"]["name"]).read_bytes()
        problems += [f"{name}: {error.message}" for error in validator.iter_errors(record)]
        problems += [f"{name}: span {span}" for span in spans(record) if not 0 <= span[0] < span[1] <= len(text)]
        for begin, end in spans(record["entities"]):
            text[begin:end].decode("utf-8")
    counts = {
        "reports": len(records),
        "people with offices": sum(e["type"] == "person" and "offices" in e for r in records for e in r["entities"]),
        "statements": sum(len(r["statements"]) for r in records),
        "gatherings": sum("kind" in v for r in records for v in r["events"]),
        "actions": sum("kind" not in v for r in records for v in r["events"]),
        "places": sum(e["type"] == "place" for r in records for e in r["entities"]),
        "times": sum(len(r["times"]) for r in records),
    }
    problems += [f"{what}: {counts[what]}, fewer than {floor}" for what, floor in FLOORS.items() if counts[what] < floor]
    print("\n".join(problems) or "no problems", counts)
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main())
