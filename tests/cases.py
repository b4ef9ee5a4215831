#!/usr/bin/env python3
"""Runs the cases: cases.py DATELINE SCHEMA CASES_DIR [NAME...]

A .case file holds cases one after another, each a name, a report and the expected part of its record:

    == what the case shows
    published 2023-02-28
    A seminar was held yesterday in Nairobi.
    --
    {"times": [{"span": "yesterday", "value": "2023-02-27"}]}

The record is written out before it is compared: spans become their text, ids the names (entities), texts (times), or
triggers (events) of what they point to. Expected objects must be part of the record's; each expected item of a list
must be there, in any order; {"none": "field"} says that a list is empty or a field absent; ["=", ...] that a list has
just these items. Every record is validated against the schema, and all its spans against the text.
"""

import json
import pathlib
import subprocess
import sys

import jsonschema

SPANS = {"span", "trigger", "content", "cue", "speaker_span", "theme"}
SPAN_LISTS = {"mentions", "references"}


def read_cases(path):
    for block in ("\n" + path.read_text(encoding="utf-8")).split("\n== ")[1:]:
        name, _, rest = block.partition("\n")
        report, _, expected = rest.partition("\n--\n")
        published = None
        if report.startswith("published "):
            first, _, report = report.partition("\n")
            published = first.split()[1]
        try:
            yield name, published, report, json.loads(expected)
        except json.JSONDecodeError as error:
            raise SystemExit(f"{path}: {name}: {error}")


class Writer:
    """A record with spans and ids written out."""

    def __init__(self, record, text):
        self.text = text.encode()
        self.names = {e["id"]: e["name"] for e in record["entities"]}
        self.names |= {t["id"]: self.cut(t["span"]) for t in record["times"]}
        self.names |= {s["id"]: self.cut(s["content"]) for s in record["statements"]}
        self.names |= {v["id"]: self.cut(v["trigger"]) for v in record["events"]}

    def cut(self, span):
        begin, end = span
        if not 0 <= begin < end <= len(self.text):
            raise ValueError(f"span {span} is not within the text")
        return " ".join(self.text[begin:end].decode("utf-8").split())

    def write(self, value, key=""):
        if key in SPANS and isinstance(value, list):
            return self.cut(value)
        if key in SPAN_LISTS:
            return [self.cut(span) for span in value]
        if isinstance(value, dict):
            return {k: self.write(v, k) if k != "id" else v for k, v in value.items()}
        if isinstance(value, list):
            return [self.write(item, key) for item in value]
        return self.names.get(value, value) if isinstance(value, str) and key not in ("name", "title", "kind") else value


def agrees(expected, actual):
    if isinstance(expected, dict) and "none" in expected:
        expected = dict(expected)
        absent = expected.pop("none")
        if isinstance(actual, dict) and actual.get(absent):
            return False
    if isinstance(expected, dict):
        return isinstance(actual, dict) and all(agrees(v, actual.get(k)) for k, v in expected.items())
    if isinstance(expected, list):
        if not isinstance(actual, list):
            return False
        exact = expected[:1] == ["="]
        items, left = expected[1:] if exact else expected, list(actual)
        for item in items:
            found = next((i for i, other in enumerate(left) if agrees(item, other)), None)
            if found is None:
                return False
            left.pop(found)
        return not left if exact else True
    return expected == actual


def main():
    dateline, schema_path, folder, *wanted = sys.argv[1:]
    schema = json.loads(pathlib.Path(schema_path).read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    cases = [(path, *case) for path in sorted(pathlib.Path(folder).rglob("*.case")) for case in read_cases(path)]
    cases = [case for case in cases if not wanted or any(word in f"{case[0]}: {case[1]}" for word in wanted)]
    lines = "".join(json.dumps({"id": str(i), "text": report, **({"published": published} if published else {})}) + "\n"
                    for i, (_, _, published, report, _) in enumerate(cases))
    done = subprocess.run([dateline, "code", "--from", "jsonl", "-"], input=lines, capture_output=True, text=True, check=True)
    failures = 0
    for (path, name, _, report, expected), line in zip(cases, done.stdout.splitlines(), strict=True):
        record = json.loads(line)
        problems = [error.message for error in validator.iter_errors(record)]
        written = Writer(record, report).write(record)
        if not problems and not agrees(expected, written):
            shown = {key: written.get(key) for key in expected if key != "none"}
            problems.append(f"expected {json.dumps(expected, ensure_ascii=False)}\n    but have {json.dumps(shown, ensure_ascii=False)}")
        if problems:
            failures += 1
            print(f"{path.name}: {name}\n    " + "\n    ".join(problems))
    print(f"{len(cases)} cases, {failures} failures")
    return failures > 0


if __name__ == "__main__":
    sys.exit(main())
