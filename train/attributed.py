"""Reports as the engine sees them, with what PolNeAR's annotators marked: for attribution_teacher.py and attributions.py.

Both learn, word by word, what belongs to a cue, to a source and to the content of an attribution (Newell et al. 2018).
"""

import json
import os
import subprocess
from dataclasses import dataclass

import numpy

from network import PARTS


@dataclass
class Report:
    text: bytes
    places: numpy.ndarray   # [words][2] bytes of each word
    windows: numpy.ndarray  # [windows] the word after each window; a paragraph, or as much of it as the engine reads at once
    vectors: numpy.ndarray  # [words][width]
    marks: numpy.ndarray    # [words][parts] 1 or 0; None in raw text


def marks_of(report, places, length):
    """Which words share a byte with a part of an attribution."""
    marked = numpy.zeros((length + 1, len(PARTS)), "f4")
    for attribution in report["attributions"]:
        for part, name in enumerate(PARTS):
            for begin, end in attribution.get(name, []):
                marked[begin:end, part] = 1
    return numpy.array([marked[begin:end].max(0) for begin, end in places], "f4").reshape(-1, len(PARTS))


def read(program, model, path):
    """The reports of a file of JSON Lines. program: what train/seen.c makes."""
    environment = dict(os.environ, DATELINE_MODEL=str(model))
    reader = subprocess.Popen([program, "vectors"], stdin=path.open("rb"), stdout=subprocess.PIPE, env=environment)

    def take(kind, *shape):
        count = int(numpy.prod(shape))
        return numpy.frombuffer(reader.stdout.read(count * 4), kind, count).reshape(shape)

    with path.open(encoding="utf-8") as lines:
        for report in map(json.loads, lines):
            words, width, windows = map(int, take("<u4", 3))
            ends, places = take("<u4", windows), take("<u4", words, 2)
            vectors, text = take("<f4", words, width).astype("f2"), report["text"].encode()
            marks = marks_of(report, places, len(text)) if "attributions" in report else None
            yield Report(text, places, ends, vectors, marks)
    if reader.wait():
        raise SystemExit(f"{program} failed on {path}")


def best_f1(scores, marks):
    """The best F1 that any threshold gives, and that threshold."""
    order = numpy.argsort(-scores)
    right, given = numpy.cumsum(marks[order]), numpy.arange(1, len(order) + 1)
    f1 = 2 * right / (given + marks.sum())
    best = f1.argmax()
    return float(f1[best]), float(scores[order[best]])


def describe(scores, marks):
    """{"cue": "0.631 over -0.52", ...} of [words][parts]."""
    best = [best_f1(scores[:, part], marks[:, part]) for part in range(len(PARTS))]
    return {name: f"{f1:.3f} over {threshold:.2f}" for name, (f1, threshold) in zip(PARTS, best)}
