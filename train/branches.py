"""How the branches of a network (network.Branch) learn: what attributions.py and names.py share."""

import copy
import json
import time
from dataclasses import dataclass

import numpy
import torch

import features

RATE = 3e-3
WORDS_A_BATCH = 4000
WARM_STEPS = 100
SLOWEST = 0.02  # share of the rate that the last steps have
PART_DROP = 0.05


class Average:
    """`network` is a running mean of the weights of `learner`, of which each step keeps the share `keep` (Polyak and Juditsky 1992)."""

    def __init__(self, learner, keep):
        self.learner, self.network, self.steps, self.keep = learner, copy.deepcopy(learner), 0, keep

    def follow(self):
        self.steps += 1
        keep = min(self.keep, self.steps / (self.steps + 10))
        with torch.no_grad():
            for mine, theirs in zip(self.network.parameters(), self.learner.parameters()):
                mine.lerp_(theirs, 1 - keep)


@dataclass
class Window:
    """What the engine reads at once."""
    vectors: numpy.ndarray  # [words][width]
    wanted: numpy.ndarray   # [words] or [words][answers]
    rows: numpy.ndarray = None  # [words][features]; None for a branch without features of its own
    drop: numpy.ndarray = None  # [words] how readily a word is made unknown


class Batch:
    """Windows as padded arrays; `rng` is given in training only, and drops features."""

    def __init__(self, windows, rng):
        size = len(windows), max(len(window.vectors) for window in windows)
        first = windows[0]
        vectors, mask = numpy.zeros((*size, first.vectors.shape[1]), "f4"), numpy.zeros(size, "f4")
        wanted = numpy.zeros((*size, *first.wanted.shape[1:]), first.wanted.dtype)
        rows, keep = (numpy.zeros((*size, features.COUNT), int), numpy.ones((*size, features.COUNT, 1), "f4")) if first.rows is not None else (None, None)
        for b, window in enumerate(windows):
            words = len(window.vectors)
            vectors[b, :words], wanted[b, :words], mask[b, :words] = window.vectors, window.wanted, 1
            if rows is not None:
                rows[b, :words] = window.rows
            if rows is not None and rng is not None:
                unknown = rng.random(words) < window.drop
                part = (rng.random(words) < PART_DROP) & ~unknown
                keep[b, :words, :features.FORM_FEATURES, 0] = ~unknown[:, None]
                keep[b, :words, features.FORM_FEATURES:-1, 0] = ~part[:, None]
        self.vectors, self.mask, self.wanted, self.rows, self.keep = (
            None if array is None else torch.from_numpy(array) for array in (vectors, mask, wanted, rows, keep))
        self.known = self.mask > 0

    def answers(self, network):
        """Scores of the words, padding left out: [words][answers]."""
        return network(self.vectors, self.mask, self.rows, self.keep)[self.known]


def batches(windows, rng=None):
    """Groups of windows of like length."""
    length = numpy.array([len(window.vectors) for window in windows])
    order = numpy.argsort(length * rng.uniform(0.8, 1.2, len(length)) if rng is not None else length, kind="stable")
    groups, group, longest = [], [], 0
    for place in order:
        if group and (len(group) + 1) * max(longest, length[place]) > WORDS_A_BATCH:
            groups.append(group)
            group, longest = [], 0
        group.append(windows[place])
        longest = max(longest, length[place])
    groups.append(group)
    if rng is not None:
        rng.shuffle(groups)
    return groups


def answered(network, windows):
    """Scores and what was wanted, of every word: a pair of arrays for each group of windows."""
    network.eval()
    with torch.no_grad():
        for group in batches(windows):
            batch = Batch(group, None)
            yield batch.answers(network).numpy(), batch.wanted[batch.known].numpy()


def train(network, windows, loss_of, score, passes, seed, averaging):
    """Trains, printing what score(network) gives after each pass; returns the running mean. loss_of: of answers and what is wanted."""
    rng = numpy.random.default_rng(seed)
    average = Average(network, averaging)
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=0.01, betas=(0.9, 0.98))
    started, step = time.time(), 0
    for number in range(passes):
        network.train()
        groups = batches(windows, rng)
        for group in groups:
            step += 1
            for parameters in optimizer.param_groups:
                parameters["lr"] = RATE * min(1.0, step / WARM_STEPS) * max(SLOWEST, 1 - step / (passes * len(groups)))
            batch = Batch(group, rng)
            loss = loss_of(batch.answers(network), batch.wanted[batch.known])
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimizer.step()
            average.follow()
        print(json.dumps({"pass": number + 1, "minutes": round((time.time() - started) / 60, 1), **score(average.network)}), flush=True)
    return average.network
