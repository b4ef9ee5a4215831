#!/usr/bin/env python3
"""Runs the examples of every rule in lexicon/rules: rules.py DATELINE SCHEMA RULES_DIR

A "yes" sentence must give an event by its rule, a "no" sentence must not; of a rule that only keeps others from firing, "yes" must give no
event and "no" must give one. Every record is validated against the schema.
"""

import json
import pathlib
import subprocess
import sys

import jsonschema


def examples(folder):
    for path in sorted(folder.glob("*.rules")):
        rule, silent = None, False
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            word, _, rest = line.strip().partition(" ")
            if word == "rule":
                rule, silent = rest.strip(), False
            elif word == "event":
                silent = rest.strip() == "none"
            elif word in ("yes", "no"):
                yield f"{path.name}:{number}", rule, silent, word == "yes", rest.strip()


def main():
    dateline, schema, folder = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    validator = jsonschema.Draft202012Validator(json.loads(schema.read_text(encoding="utf-8")))
    cases = list(examples(folder))
    lines = "".join(json.dumps({"id": place, "published": "2023-06-14", "text": text}) + "\n" for place, *_, text in cases)
    done = subprocess.run([dateline, "code", "--from", "jsonl", "-"], input=lines, capture_output=True, text=True, check=True)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    failures = 0
    for (place, rule, silent, wanted, text), record in zip(cases, records, strict=True):
        validator.validate(record)
        fired = {event.get("by", "") for event in record["events"]}
        right = bool(fired) != wanted if silent else (f"event:{rule}" in fired) == wanted
        if not right:
            failures += 1
            print(f"{place}: rule {rule} {'does not fire' if wanted else 'fires'} on {text!r}; there are {sorted(fired)}")
    print(f"{len(cases)} examples, {failures} failures")
    return failures > 0


if __name__ == "__main__":
    sys.exit(main())
