#!/usr/bin/env python3
"""Runs trees.txt: trees.py PROGRAM TREES [MODEL...]

A line holds a text, a tab, and what must be true of its analysis, between "; ":

    nsubj(rejected, minister)   the governor and the word that hangs on it by this relation, or by a subtype of it
    root(rejected)              the word that governs a sentence
    VERB(rejected)              a universal tag
    Person=3(rejected)          a feature
    lemma(rejected, reject)
    person(Ana de Souza)        an entity of the record, its type and name
    sentences(2)                how many there are

A word that occurs twice is named with its place: talks:2. Each model must pass.
"""

import json
import pathlib
import re
import subprocess
import sys
from collections import Counter

ENTITY_TYPES = {"person", "organization", "place", "group", "event", "law", "work", "facility", "product", "amount"}


def analyses(program, model, texts):
    """For each text its rows of CoNLL-U, sentence by sentence, and its record."""
    reports = "".join(json.dumps({"id": str(i), "text": text}) + "\n" for i, text in enumerate(texts))

    def run(*command):
        return subprocess.run([program, *command, "--model", model, "--from", "jsonl", "-q", "-"], input=reports, capture_output=True, text=True, check=True).stdout

    documents = []
    for line in run("parse").splitlines():
        if line.startswith("# newdoc"):
            documents.append([])
        elif line.startswith("# sent_id"):
            documents[-1].append([])
        elif re.match(r"\d+\t", line):
            documents[-1][-1].append(line.split("\t"))
    return zip(documents, map(json.loads, run("code").splitlines()), strict=True)


def facts(sentences, record):
    """All that is true of an analysis, as the lines of the file say it."""
    found, seen = {f"sentences({len(sentences)})"}, Counter()
    for sentence in sentences:
        names = []
        for row in sentence:
            seen[row[1]] += 1
            names.append({row[1], f"{row[1]}:{seen[row[1]]}"} if seen[row[1]] == 1 else {f"{row[1]}:{seen[row[1]]}"})
        for row, own in zip(sentence, names):
            head, relation = int(row[6]), row[7]
            for name in own:
                found |= {f"{row[3]}({name})", f"lemma({name}, {row[2]})", *(f"{feature}({name})" for feature in row[5].split("|"))}
                for label in {relation, relation.split(":")[0]}:
                    found |= {f"{label}({governor}, {name})" for governor in names[head - 1]} if head else {f"root({name})"}
    return found | {f"{entity['type']}({entity['name']})" for entity in record["entities"]}


def main():
    program, cases, *models = sys.argv[1:]
    lines = [(number, *line.split("\t")) for number, line in enumerate(pathlib.Path(cases).read_text(encoding="utf-8").splitlines(), 1)
             if line and not line.startswith("#")]
    missing = 0
    for model in models:
        for (number, text, wanted), (sentences, record) in zip(lines, analyses(program, model, [line[1] for line in lines]), strict=True):
            true = facts(sentences, record)
            for fact in wanted.split("; "):
                if fact not in true:
                    missing += 1
                    print(f"{pathlib.Path(cases).name}:{number}: {pathlib.Path(model).stem}: {text}\n    not so: {fact}")
    print(f"{len(lines)} texts, {len(models)} models, {missing} failures")
    return missing > 0


if __name__ == "__main__":
    sys.exit(main())
