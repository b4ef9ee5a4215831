#!/usr/bin/env python3
"""Learns which words are names and of what type, and adds the layers to a model.

    python3 train/names.py --seen build/release/bin/seen --model models/en-fast.model --held NAMES.jsonl ...

Two recurrences over the vectors of words that the model makes anyhow, and over hashed features of their own (network.Branch): most of what
tells a name is the word itself. They learn from what name_teachers.py left in --work. Scores on the held files, which bench/peers/gold_names.py
makes, are printed after each pass: the strict F1 of names, before the rules of src/names/.
"""

import argparse
import json
import pathlib
from collections import Counter

import numpy
import torch
from torch.nn import functional

import branches
import export
import features
import mentions
from attributed import read
from network import Branch
from train import FORM_DROP, IGNORE, spans

WIDTH = 64
ROWS = 16384
GUM_TIMES = 2  # as often it is learned from as raw news: people marked it
AVERAGING = 0.999
LABELS = mentions.labels()
LABEL = {label: number for number, label in enumerate(LABELS)}


def words_in(places, span):
    return numpy.flatnonzero((places[:, 0] < span[1]) & (places[:, 1] > span[0]))


def labels_of(report, places):
    labels = numpy.zeros(len(places), int)
    for name in report["names"]:
        words = words_in(places, name["span"])
        labels[words[:1]], labels[words[1:]] = LABEL[f"B-{name['type']}"], LABEL[f"I-{name['type']}"]
    for span in report.get("unsure", []):
        labels[words_in(places, span)] = IGNORE
    return labels


def windows_of(options, path):
    """The windows of a file of texts with names, and the words of each."""
    with path.open(encoding="utf-8") as lines:
        for line, report in zip(lines, read(options.seen, options.model, path)):
            labels, forms = labels_of(json.loads(line), report.places), [report.text[begin:end].decode(errors="replace") for begin, end in report.places]
            spaces = numpy.append(True, report.places[1:, 0] > report.places[:-1, 1])
            rows = numpy.array([features.rows(form, bool(space)) for form, space in zip(forms, spaces)]).reshape(-1, features.COUNT) % ROWS
            begin = 0
            for end in report.windows:
                yield branches.Window(report.vectors[begin:end], labels[begin:end], rows[begin:end]), [form.lower() for form in forms[begin:end]]
                begin = end


def loss_of(answers, wanted):
    return functional.cross_entropy(answers, wanted, ignore_index=IGNORE)


def score(network, windows, types):
    """Strict F1 of the names of these types."""
    network.eval()
    right = given = asked = 0
    for group in branches.batches(windows):
        batch = branches.Batch(group, None)
        with torch.no_grad():
            best = network(batch.vectors, batch.mask, batch.rows).argmax(-1)
        for window, labels in zip(group, best):
            found, gold = ({name for name in spans([LABELS[number] for number in row]) if name[2] in types}
                           for row in (labels[:len(window.wanted)], window.wanted))
            right, given, asked = right + len(found & gold), given + len(found), asked + len(gold)
    return round(200 * right / max(1, given + asked), 1)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seen", required=True, help="the program that train/seen.c makes")
    parser.add_argument("--model", type=pathlib.Path, required=True, help="to add the layers to")
    parser.add_argument("--held", type=pathlib.Path, nargs="*", default=[], help="what gold_names.py makes")
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path("build/train"), help="with what name_teachers.py left there")
    parser.add_argument("--passes", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    learned = [*windows_of(options, options.work / "names-gum.jsonl")] * GUM_TIMES + [*windows_of(options, options.work / "names-raw.jsonl")]
    frequency = Counter(form for _, forms in learned for form in forms)
    for window, forms in learned:
        window.drop = numpy.array([FORM_DROP / (FORM_DROP + frequency[form]) + 0.02 for form in forms])
    held = {path.stem: ([window for window, _ in windows_of(options, path)], json.loads(path.open(encoding="utf-8").readline())["types"])
            for path in options.held}
    network = Branch(learned[0][0].vectors.shape[1], len(LABELS), width=WIDTH, rows=ROWS)
    network = branches.train(network, [window for window, _ in learned], loss_of,
                             lambda network: {name: score(network, *part) for name, part in held.items()}, options.passes, options.seed, AVERAGING)
    export.replace_sections(options.model, [(name, data.tobytes()) for name, data in export.branch_sections("names", network)])


if __name__ == "__main__":
    main()
