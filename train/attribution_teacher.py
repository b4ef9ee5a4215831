#!/usr/bin/env python3
"""The teacher of attributions: a pretrained encoder, fine-tuned on PolNeAR: python3 train/attribution_teacher.py --corpora DIR --seen PROGRAM

It reads what attributions.py learns from: raw news, and PolNeAR's training part, each article by the one of five teachers that has not
seen it, so that none repeats what it was told. The encoder is that of teacher.py. Two hours a teacher on two cores, fifteen seconds on a
large GPU, which is used where there is one; a fold that was finished is not trained again.
"""

import argparse
import json
import pathlib
import random
import time

import numpy
import torch
from torch import nn
from torch.nn import functional
from transformers import AutoModel

from attributed import describe, read
from network import PARTS
from pieces import Pieces
from teacher import ENCODER, encoder_vocabulary

FOLDS = 5
PASSES = 8
PIECES_A_WINDOW = 380
WINDOWS_A_BATCH = 32
RATES = 2e-4, 2e-3  # the highest, of what was pretrained and of what is ours
WARM_STEPS = 60
PIECE_DROP = 0.03  # of the pieces are made unknown
DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")


class Reader(nn.Module):
    """Log odds [windows][words][parts]. Capitals and the first words of paragraphs are told to the encoder, which reads small letters."""

    def __init__(self, dropout=0.15):
        super().__init__()
        self.encoder = AutoModel.from_pretrained(ENCODER, add_pooling_layer=False, attn_implementation="sdpa")
        width = self.encoder.config.hidden_size
        self.looks = nn.Embedding(4, width)
        nn.init.normal_(self.looks.weight, 0, 0.02)
        self.dropout = nn.Dropout(dropout)
        self.answers = nn.Sequential(nn.Linear(2 * width, 256), nn.GELU(), nn.Dropout(0.1), nn.Linear(256, len(PARTS)))

    def forward(self, pieces, looks, mask, first, last):
        vectors = self.encoder.embeddings.word_embeddings(pieces) + self.looks(looks)
        states = self.encoder(inputs_embeds=vectors, attention_mask=mask).last_hidden_state
        rows = torch.arange(len(pieces), device=pieces.device)[:, None]
        return self.answers(self.dropout(torch.cat([states[rows, first], states[rows, last]], -1)))


class Window:
    """Consecutive words of a report: their pieces, how each looks, the first and last piece of each word, what is marked."""

    def __init__(self, cut, words, opens, report, number, begin):
        self.report, self.begin, self.count = number, begin, len(words)
        self.pieces, self.looks, self.first, self.last = [cut.begin], [0], [], []
        for word, opening in zip(words, opens):
            pieces = cut.of(word)
            self.first.append(len(self.pieces))
            self.pieces += pieces
            self.looks += [int(word[:1].isupper()) + 2 * int(opening)] * len(pieces)
            self.last.append(len(self.pieces) - 1)
        self.pieces.append(cut.end)
        self.looks.append(0)
        self.marks = None if report.marks is None else report.marks[begin:begin + len(words)]


def windows_of(reports, cut):
    """As many whole paragraphs as a window holds."""
    for number, report in enumerate(reports):
        words = [report.text[begin:end].decode() for begin, end in report.places]
        starts = set([0, *report.windows])
        length, begin = 0, 0
        for end in report.windows:
            added = sum(len(cut.of(word)) for word in words[end_of(report.windows, end):end])
            if length and length + added > PIECES_A_WINDOW:
                stop = end_of(report.windows, end)
                yield Window(cut, words[begin:stop], [i in starts for i in range(begin, stop)], report, number, begin)
                length, begin = 0, stop
            length += added
        if begin < len(words):
            yield Window(cut, words[begin:], [i in starts for i in range(begin, len(words))], report, number, begin)


def end_of(ends, window_end):
    """Where the window that ends at a word begins."""
    before = ends[ends < window_end]
    return int(before[-1]) if len(before) else 0


def batch_of(windows, padding):
    size, words = (len(windows), max(len(w.pieces) for w in windows)), max(w.count for w in windows)
    pieces, looks, mask = numpy.full(size, padding), numpy.zeros(size, int), numpy.zeros(size, int)
    first, last = numpy.zeros((2, len(windows), words), int)
    marks = numpy.full((len(windows), words, len(PARTS)), -1, "f4")
    for row, window in enumerate(windows):
        length = len(window.pieces)
        pieces[row, :length], looks[row, :length], mask[row, :length] = window.pieces, window.looks, 1
        first[row, :window.count], last[row, :window.count] = window.first, window.last
        if window.marks is not None:
            marks[row, :window.count] = window.marks
    return [torch.from_numpy(array).to(DEVICE) for array in (pieces, looks, mask, first, last, marks)]


def answer(network, windows, reports):
    """Log odds [words][parts] of each report that has a window."""
    answers = [numpy.zeros((len(report.places), len(PARTS)), "f4") for report in reports]
    network.eval()
    ordered = sorted(windows, key=lambda window: len(window.pieces))
    with torch.no_grad(), torch.autocast(DEVICE.type, torch.bfloat16):
        for place in range(0, len(ordered), WINDOWS_A_BATCH):
            group = ordered[place:place + WINDOWS_A_BATCH]
            *inputs, _ = batch_of(group, 0)
            for window, odds in zip(group, network(*inputs).float().cpu().numpy()):
                answers[window.report][window.begin:window.begin + window.count] = odds[:window.count]
    return answers


def train(windows, unknown, seed):
    torch.manual_seed(seed)
    rng, network = random.Random(seed), Reader().to(DEVICE)
    theirs = list(network.encoder.parameters())
    ours = [parameter for name, parameter in network.named_parameters() if not name.startswith("encoder.")]
    optimizer = torch.optim.AdamW([{"params": theirs}, {"params": ours}], weight_decay=0.01, betas=(0.9, 0.98))
    steps, step = PASSES * -(-len(windows) // WINDOWS_A_BATCH), 0
    for _ in range(PASSES):
        network.train()
        ordered = sorted(windows, key=lambda window: len(window.pieces) * rng.uniform(0.8, 1.2))
        groups = [ordered[place:place + WINDOWS_A_BATCH] for place in range(0, len(ordered), WINDOWS_A_BATCH)]
        rng.shuffle(groups)
        for group in groups:
            step += 1
            for parameters, rate in zip(optimizer.param_groups, RATES):
                parameters["lr"] = rate * min(1.0, step / WARM_STEPS) * max(0.02, 1 - step / steps)
            pieces, looks, mask, first, last, marks = batch_of(group, 0)
            pieces = pieces.masked_fill((torch.rand(pieces.shape, device=DEVICE) < PIECE_DROP) & (mask > 0), unknown)
            with torch.autocast(DEVICE.type, torch.bfloat16):
                odds = network(pieces, looks, mask, first, last)
            known = marks >= 0
            loss = functional.binary_cross_entropy_with_logits(odds.float()[known], marks[known])
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
    return network


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=pathlib.Path, required=True, help="with polnear/ and newswire/")
    parser.add_argument("--seen", required=True, help="the program that train/seen.c makes")
    parser.add_argument("--model", type=pathlib.Path, default=pathlib.Path("models/en-fast.model"), help="any; it cuts the words")
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path("build/train"))
    options = parser.parse_args()
    cut = Pieces(encoder_vocabulary())
    reports = {name: list(read(options.seen, options.model, options.corpora / path)) for name, path in
               [("polnear", "polnear/train.jsonl"), ("dev", "polnear/dev.jsonl"), ("newswire", "newswire/tempeval3-silver.jsonl")]}
    windows = {name: list(windows_of(items, cut)) for name, items in reports.items()}
    answers = {name: numpy.zeros((sum(len(r.places) for r in items), len(PARTS)), "f4") for name, items in reports.items()}
    started = time.time()
    for fold in range(FOLDS):
        saved = options.work / f"attributions.{fold}.npz"
        if not saved.exists():
            unseen = [window for window in windows["polnear"] if window.report % FOLDS == fold]
            network = train([window for window in windows["polnear"] if window.report % FOLDS != fold], cut.unknown, fold)
            read_by = {"polnear": unseen, "dev": windows["dev"], "newswire": windows["newswire"]}
            numpy.savez_compressed(saved, **{name: numpy.concatenate(answer(network, group, reports[name])) for name, group in read_by.items()})
        done = numpy.load(saved)
        for name in answers:
            answers[name] += done[name] / (1 if name == "polnear" else FOLDS)
        held = describe(done["dev"], numpy.concatenate([report.marks for report in reports["dev"]]))
        print(json.dumps({"fold": fold, "minutes": round((time.time() - started) / 60, 1), **held}), flush=True)
    print(json.dumps({"together": describe(answers["dev"], numpy.concatenate([report.marks for report in reports["dev"]]))}))
    numpy.savez_compressed(options.work / "attributions.npz", **{name: answers[name].astype("f2") for name in ("polnear", "newswire")})


if __name__ == "__main__":
    main()
