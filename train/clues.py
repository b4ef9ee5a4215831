"""Learns which words belong to a cue ("has called for", "in his view"), and adds the weights to a model.

    python3 train/clues.py --corpora CORPORA --seen build/release/bin/seen --model models/en-fast.model

A logistic regression over the clues that src/statements/clues.c finds in the attributions of PolNeAR's training part (Newell et al. 2018). The
engine cuts the words, builds the trees and hashes the clues, so nothing is computed twice. Needs a model that the engine can already read.
"""

import argparse
import json
import os
import pathlib
import subprocess

import numpy
from scipy.sparse import csr_matrix
from sklearn.linear_model import SGDClassifier

import export

SLOTS = 1 << 18
PASSES = 12
PENALTY = 1e-5
SEED = 1


def words_of(program, model, reports):
    """The words of each report as arrays: bytes [words][2], clues as a list of rows of slots."""
    environment = dict(os.environ, DATELINE_MODEL=str(model))
    said = subprocess.run([program, "clues", str(SLOTS)], input=reports.read_bytes(), stdout=subprocess.PIPE, check=True, env=environment).stdout
    for report in said.decode().split("\n\n"):
        rows = [list(map(int, line.split())) for line in report.splitlines()]
        yield [row[:2] for row in rows], [row[2:] for row in rows]


def in_cues(report, places):
    """Which words share a byte with a cue."""
    cues = [tuple(span) for attribution in report["attributions"] for span in attribution.get("cue", [])]
    return [any(begin < cue[1] and cue[0] < end for cue in cues) for begin, end in places]


def examples(program, model, path):
    """The clues of all words, one row each, and whether each word belongs to a cue."""
    columns, starts, answers = [], [0], []
    with path.open(encoding="utf-8") as lines:
        for report, (places, rows) in zip(map(json.loads, lines), words_of(program, model, path)):
            answers += in_cues(report, places)
            for row in rows:
                columns += row
                starts.append(len(columns))
    shape = (len(answers), SLOTS)
    return csr_matrix((numpy.ones(len(columns), "f4"), numpy.array(columns, "i4"), numpy.array(starts)), shape), numpy.array(answers)


def learn(clues, answers):
    """Whole weights of at most 127, and what one is worth."""
    model = SGDClassifier(loss="log_loss", alpha=PENALTY, max_iter=PASSES, tol=None, average=True, fit_intercept=False, random_state=SEED)
    weights = model.fit(clues, answers).coef_[0]
    scale = numpy.abs(weights).max() / 127
    return numpy.rint(weights / scale).astype("i1"), numpy.array([scale], "<f4")


def report_scores(name, clues, answers, weights, scale):
    odds = clues @ weights.astype("f4") * scale[0]
    for least in (-2.0, -1.5, -1.0, -0.5, 0.0, 0.5):
        given = odds > least
        right = (given & answers).sum()
        precision, recall = right / given.sum(), right / answers.sum()
        print(f"{name}: log odds over {least:4.1f}: precision {precision:.3f}, recall {recall:.3f}, F1 {2 * precision * recall / (precision + recall):.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=pathlib.Path, required=True, help="with polnear/train.jsonl and polnear/dev.jsonl")
    parser.add_argument("--seen", required=True, help="the program that train/seen.c makes")
    parser.add_argument("--model", type=pathlib.Path, required=True, help="to add the weights to")
    options = parser.parse_args()
    clues, answers = examples(options.seen, options.model, options.corpora / "polnear/train.jsonl")
    weights, scale = learn(clues, answers)
    report_scores("dev", *examples(options.seen, options.model, options.corpora / "polnear/dev.jsonl"), weights, scale)
    export.replace_sections(options.model, [("clues.values", weights.tobytes()), ("clues.scale", scale.tobytes())])


if __name__ == "__main__":
    main()
