#!/usr/bin/env python3
"""Puts one country or person for another and compares the records: neutrality.py DATELINE TEMPLATES

Every report of the templates is coded with each pair of countries, either way round, and with each pair of people. In the records the names
are put back; then all must be equal: whoever stands on a side, the same was done, said and meant.
"""

import itertools
import json
import pathlib
import re
import subprocess
import sys

# name, adjective, code; the same length of name in words, so that sentences have one form
COUNTRIES = [("Armenia", "Armenian", "ARM"), ("Azerbaijan", "Azerbaijani", "AZE"), ("India", "Indian", "IND"), ("Pakistan", "Pakistani", "PAK"),
             ("Russia", "Russian", "RUS"), ("Ukraine", "Ukrainian", "UKR"), ("Israel", "Israeli", "ISR"), ("Iran", "Iranian", "IRN"),
             ("Ethiopia", "Ethiopian", "ETH"), ("Eritrea", "Eritrean", "ERI"), ("Greece", "Greek", "GRC"), ("Turkey", "Turkish", "TUR")]
PAIRS = [(COUNTRIES[i], COUNTRIES[i + 1]) for i in range(0, len(COUNTRIES), 2)]
PEOPLE = [("Arman Petrosyan", "Rashad Aliyev"), ("Rajesh Kumar", "Tariq Mahmood"), ("David Cohen", "Hassan Karimi")]
PUBLISHED = "2024-03-04"
# what belongs to a country and not to what was said of it
OF_PLACES = {"lat", "lon", "geonames", "admin1"}


def fill(template, pair, people):
    (a, a_adjective, _), (b, b_adjective, _) = pair
    for slot, word in [("{A-n}", a_adjective), ("{B-n}", b_adjective), ("{A}", a), ("{B}", b), ("{P}", people[0]), ("{Q}", people[1])]:
        template = template.replace(slot, word)
    return template


class Writer:
    """A record with its spans written out and its names put back."""

    def __init__(self, record, text, pair, people):
        self.text, self.record = text.encode(), record
        self.names = {e["id"]: e["name"] for e in record["entities"]}
        words = [(people[0], "{P}"), (people[1], "{Q}")]
        for (name, adjective, code), slot in zip(pair, "AB"):
            words += [(adjective, f"{{{slot}-n}}"), (name, f"{{{slot}}}"), (code, f"{{{slot}-c}}")]
        self.words = sorted(words, key=lambda w: -len(w[0]))

    def put_back(self, string):
        for word, slot in self.words:
            string = string.replace(word, slot)
        return string

    def write(self, value):
        if isinstance(value, dict):
            return {key: self.write(item) for key, item in value.items() if key not in OF_PLACES | {"id"}}
        if isinstance(value, list) and len(value) == 2 and all(isinstance(n, int) for n in value):
            return self.put_back(self.text[value[0]:value[1]].decode())
        if isinstance(value, list):
            return sorted((self.write(item) for item in value), key=lambda item: json.dumps(item, sort_keys=True))
        return self.put_back(self.names.get(value, value)) if isinstance(value, str) else value

    def canonical(self):
        return json.dumps({part: self.write(self.record[part]) for part in ("entities", "times", "statements", "events")}, sort_keys=True)


def main():
    dateline, templates = sys.argv[1:3]
    lines = [line for line in pathlib.Path(templates).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    pairs = PAIRS + [(b, a) for a, b in PAIRS]
    people = PEOPLE + [(q, p) for p, q in PEOPLE]
    jobs = [(line, pair, who) for line in lines for pair, who in itertools.product(pairs, people)]
    texts = [fill(*job) for job in jobs]
    given = "".join(json.dumps({"id": str(i), "text": text, "published": PUBLISHED}) + "\n" for i, text in enumerate(texts))
    coded = subprocess.run([dateline, "code", "--from", "jsonl", "-"], input=given, capture_output=True, text=True, check=True).stdout.splitlines()
    forms = {}
    for job, text, line in zip(jobs, texts, coded):
        forms.setdefault(job[0], {}).setdefault(Writer(json.loads(line), text, job[1], job[2]).canonical(), []).append(text)
    failed = 0
    for template, found in forms.items():
        if len(found) == 1:
            continue
        failed += 1
        common, *others = sorted(found.items(), key=lambda item: -len(item[1]))
        print(f"{template}\n    {len(common[1])} of {sum(map(len, found.values()))} are alike; another is: {others[0][1][0]}")
        print(f"    {common[0]}\n    {others[0][0]}")
    print(f"{len(forms)} reports, {len(texts)} ways, {failed} that depend on who stands in them")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
