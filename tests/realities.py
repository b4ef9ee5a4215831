#!/usr/bin/env python3
"""Tells what happened from what was said, planned, denied, called for and wished: realities.py DATELINE TEMPLATES

Every event of the templates is put into every frame that fits it. Right is an answer whose event, at the same verb, has the reality and the
voice of the frame; where a frame makes it another event (what is called for is told by the call), right is that none has happened. At
least nine of ten must be right. With a third argument the wrong ones are printed.
"""

import json
import pathlib
import subprocess
import sys

LEAST = 0.90
PUBLISHED = "2024-03-04"


def fill(text, subject, past, base, participle, rest):
    within = subject if subject.split()[0] in ("Norway", "Japan", "Turkey") else subject[0].lower() + subject[1:]
    for slot, word in [("{S}", subject), ("{s}", within), ("{past}", past), ("{base}", base), ("{participle}", participle), ("{rest}", rest)]:
        text = text.replace(slot, word)
    return text


def sentences(path):
    """What is asked for, the voice of it, the text and the words of the event, for every event in every frame that fits it."""
    rows = [line.split("\t")[0:] for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    for _, reality, voice, kind, text in (row for row in rows if row[0] == "frame"):
        for *words, fits in (row[1:] for row in rows if row[0] == "event"):
            if kind == "-" or kind in fits:
                yield reality, voice, fill(text, *words), {word.split()[0] for word in words[1:4]}


def is_right(record, reality, voice, words):
    text = record["text"].encode()
    told = [v for v in record["events"] if text[v["trigger"][0]:v["trigger"][1]].decode().split()[0] in words]
    if not told: # what is called for, wished or denied may be told by the call, the wish or the denial alone
        return reality not in ("happened", "planned") and not any(v["reality"] == "happened" and v["voice"] == "outlet" and v["type"] not in ("REQUEST", "REJECT", "SUPPORT", "THREATEN") for v in record["events"])
    return all(v["reality"] == reality and (v["voice"] == "outlet") == (voice == "outlet") for v in told)


def main():
    dateline, templates = sys.argv[1:3]
    asked = list(sentences(templates))
    given = "".join(json.dumps({"id": str(i), "text": one[2], "published": PUBLISHED}) + "\n" for i, one in enumerate(asked))
    lines = subprocess.run([dateline, "code", "--from", "jsonl", "-"], input=given, capture_output=True, text=True, check=True).stdout.splitlines()
    right, by_frame = 0, {}
    for (reality, voice, text, words), line in zip(asked, lines):
        record = json.loads(line) | {"text": text}
        good = is_right(record, reality, voice, words)
        right += good
        tally = by_frame.setdefault((reality, voice), [0, 0])
        tally[0] += good
        tally[1] += 1
        if not good and len(sys.argv) > 3:
            print(f"{reality}, {voice}: {text}\n    {[(v['type'], text[v['trigger'][0]:v['trigger'][1]], v['reality'], v['voice']) for v in record['events']]}")
    for (reality, voice), (good, all_of) in by_frame.items():
        print(f"{reality:13} {voice:10} {good:3} of {all_of}")
    print(f"{right} of {len(asked)} right ({right / len(asked):.2f})")
    return right < LEAST * len(asked)


if __name__ == "__main__":
    sys.exit(main())
