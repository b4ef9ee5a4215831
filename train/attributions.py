#!/usr/bin/env python3
"""Learns which words are cue, source and content of attributions, and adds the layers to a model.

    python3 train/attributions.py --corpora CORPORA --seen build/release/bin/seen --model models/en-fast.model

Two recurrences over the vectors of words that the model makes anyhow (network.Branch). They learn from PolNeAR's training part, half
from its annotators and half from what attribution_teacher.py reads there, and from its reading of raw news. Scores on the development part
are printed after each pass, word by word: the best F1 of any threshold.
"""

import argparse
import pathlib

import numpy
import torch
from torch.nn import functional

import branches
import export
from attributed import describe, read
from network import PARTS, Branch

AVERAGING = 0  # the last weights ship


def windows_of(reports, answers):
    """The windows, of whose words each part is wanted or not. answers: log odds of a teacher, one array a report; or None."""
    for number, report in enumerate(reports):
        wanted = report.marks
        if answers is not None:
            said = 1 / (1 + numpy.exp(-answers[number].astype("f4")))
            wanted = said if wanted is None else (wanted + said) / 2
        begin = 0
        for end in report.windows:
            yield branches.Window(report.vectors[begin:end], wanted[begin:end])
            begin = end


def loss_of(answers, wanted):
    return functional.binary_cross_entropy_with_logits(answers, wanted)


def score(network, windows):
    """The best F1 of each part."""
    given, wanted = zip(*branches.answered(network, windows))
    return describe(numpy.concatenate(given), numpy.concatenate(wanted))


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
    network = Branch(windows[0].vectors.shape[1], len(PARTS))
    network = branches.train(network, windows, loss_of, lambda network: score(network, held), options.passes, options.seed, AVERAGING)
    sections = export.branch_sections("attribution", network)
    export.replace_sections(options.model, [(name, data.tobytes()) for name, data in sections])


if __name__ == "__main__":
    main()
