#!/usr/bin/env python3
"""Learns which words are cue, source and content of attributions, and adds the layers to a model.

    python3 train/attributions.py --corpora CORPORA --seen build/release/bin/seen --model models/en-fast.model

Two recurrences over the vectors of words that the model makes anyhow (network.Attributions). They learn from PolNeAR's training part, half
from its annotators and half from what attribution_teacher.py reads there, and from its reading of raw news. Scores on the development part
are printed after each pass, word by word: the best F1 of any threshold.
"""

import argparse
import json
import pathlib
import time

import numpy
import torch
from torch.nn import functional

import export
from attributed import describe, read
from network import PARTS, Attributions

RATE = 3e-3
WORDS_A_BATCH = 4000
WARM_STEPS = 100
SLOWEST = 0.02  # share of the rate that the last steps have


def windows_of(reports, answers):
    """Pairs [words][width], [words][parts] of each window. answers: log odds of a teacher, one array a report; or None."""
    for number, report in enumerate(reports):
        wanted = report.marks
        if answers is not None:
            said = 1 / (1 + numpy.exp(-answers[number].astype("f4")))
            wanted = said if wanted is None else (wanted + said) / 2
        begin = 0
        for end in report.windows:
            yield report.vectors[begin:end], wanted[begin:end]
            begin = end


def batches(windows, rng=None):
    """Groups of windows of like length, as vectors, what is wanted of them, and which places hold words."""
    length = numpy.array([len(vectors) for vectors, _ in windows])
    order = numpy.argsort(length * rng.uniform(0.8, 1.2, len(length)) if rng is not None else length, kind="stable")
    groups, group, longest = [], [], 0
    for place in order:
        if group and (len(group) + 1) * max(longest, length[place]) > WORDS_A_BATCH:
            groups.append(group)
            group, longest = [], 0
        group.append(place)
        longest = max(longest, length[place])
    groups.append(group)
    if rng is not None:
        rng.shuffle(groups)
    for group in groups:
        size = len(group), max(length[place] for place in group)
        vectors, wanted, mask = numpy.zeros((*size, windows[0][0].shape[1]), "f4"), numpy.zeros((*size, len(PARTS)), "f4"), numpy.zeros(size, "f4")
        for row, place in enumerate(group):
            vectors[row, :length[place]], wanted[row, :length[place]] = windows[place]
            mask[row, :length[place]] = 1
        yield torch.from_numpy(vectors), torch.from_numpy(wanted), torch.from_numpy(mask)


def score(network, windows):
    """The best F1 of each part."""
    network.eval()
    given, wanted = [], []
    with torch.no_grad():
        for vectors, marks, mask in batches(windows):
            given.append(network(vectors, mask)[mask > 0].numpy())
            wanted.append(marks[mask > 0].numpy())
    return describe(numpy.concatenate(given), numpy.concatenate(wanted))


def train(network, windows, held, passes, seed):
    rng = numpy.random.default_rng(seed)
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=0.01, betas=(0.9, 0.98))
    started, step = time.time(), 0
    for number in range(passes):
        network.train()
        groups = list(batches(windows, rng))
        for vectors, wanted, mask in groups:
            step += 1
            for parameters in optimizer.param_groups:
                parameters["lr"] = RATE * min(1.0, step / WARM_STEPS) * max(SLOWEST, 1 - step / (passes * len(groups)))
            known = mask > 0
            loss = functional.binary_cross_entropy_with_logits(network(vectors, mask)[known], wanted[known])
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimizer.step()
        print(json.dumps({"pass": number + 1, "minutes": round((time.time() - started) / 60, 1), **score(network, held)}), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=pathlib.Path, required=True, help="with polnear/ and newswire/")
    parser.add_argument("--seen", required=True, help="the program that train/seen.c makes")
    parser.add_argument("--model", type=pathlib.Path, required=True, help="to add the layers to")
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path("build/train"), help="with what attribution_teacher.py left there")
    parser.add_argument("--passes", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    taught = numpy.load(options.work / "attributions.npz")
    windows = []
    for name, path in [("polnear", "polnear/train.jsonl"), ("newswire", "newswire/tempeval3-silver.jsonl")]:
        reports = list(read(options.seen, options.model, options.corpora / path))
        windows += windows_of(reports, numpy.split(taught[name], numpy.cumsum([len(r.places) for r in reports])[:-1]))
    held = list(windows_of(read(options.seen, options.model, options.corpora / "polnear/dev.jsonl"), None))
    network = Attributions(windows[0][0].shape[1])
    train(network, windows, held, options.passes, options.seed)
    sections = export.attribution_sections(network)
    export.replace_sections(options.model, [(name, data.tobytes()) for name, data in sections])


if __name__ == "__main__":
    main()
