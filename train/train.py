#!/usr/bin/env python3
"""Trains the language layer and writes models/en-fast.model: python3 train/train.py --corpora DIR

DIR holds ud-ewt/ and gum/ with train.conllu and dev.conllu. Beside the treebanks the network learns from raw news that the teacher
has read (teacher.py, label.py), of which each pass takes another share. A run saves after each pass and goes on from there when it
is started again with the same --work.
Scores on the development parts are printed after each pass, with gold words; `dateline eval`
scores the finished model from raw text.
"""

import argparse
import json
import pathlib
import pickle
import random
import time
from collections import Counter

import numpy
import torch
from torch.nn import functional

import corpus
import export
import features
import lemmas
import mentions
from branches import Average
from network import Network

IGNORE = -100
FORM_DROP = 0.25  # how readily a rare word is made unknown, so that sub-word features learn
PART_DROP = 0.05
SILVER_SHARE = 0.4  # of what the teacher has read, the share that a pass takes
MENTION_WEIGHT = 2.0  # most words are in no name, so the mean loss is small
AVERAGING = 0.9995  # the weights that ship are a running mean


class Labels:
    def __init__(self, documents):
        words = [w for d in documents for s in d for w in s.words]
        self.tags = sorted({lemmas.tag(w) for w in words})
        self.relations = sorted({w.relation for w in words})
        self.mentions = mentions.labels()
        self.tag_index = {name: i for i, name in enumerate(self.tags)}
        self.relation_index = {name: i for i, name in enumerate(self.relations)}
        self.mention_index = {name: i for i, name in enumerate(self.mentions)}


def word_frequency(documents):
    """How often each word was seen, in small letters."""
    return Counter(word.form.lower() for document in documents for sentence in document for word in sentence.words)


class Batch:
    """Windows as padded arrays; `frequency` is given in training only, and drops features."""

    def __init__(self, windows, labels, frequency=None, rng=None):
        self.windows = windows
        size = len(windows), max(len(w.words) for w in windows)
        rows = numpy.zeros((*size, features.COUNT), int)
        keep = numpy.ones((*size, features.COUNT, 1), numpy.float32)
        mask = numpy.zeros(size, numpy.float32)
        sentence = numpy.full(size, -1)
        tag, head, relation, end, mention = (numpy.full(size, IGNORE) for _ in range(5))
        sure = numpy.ones(size, numpy.float32)
        governor = numpy.zeros(size, int)
        for b, window in enumerate(windows):
            space = True
            for i, word in enumerate(window.words):
                rows[b, i] = features.rows(word.form, space)
                space = word.space_after
                mask[b, i] = 1
                sentence[b, i] = window.sentence_of[i]
                tag[b, i] = labels.tag_index.get(lemmas.tag(word), IGNORE)
                if frequency is not None:
                    seen = frequency.get(word.form.lower(), 0)
                    if rng.random() < FORM_DROP / (FORM_DROP + seen) + 0.02:
                        keep[b, i, :features.FORM_FEATURES] = 0
                    elif rng.random() < PART_DROP:
                        keep[b, i, features.FORM_FEATURES:-1] = 0
                if window.sentence_of[i] >= window.whole:
                    continue
                mention[b, i] = 0
                sure[b, i] = word.sure
                last = i + 1 == len(window.words) or window.sentence_of[i + 1] != window.sentence_of[i]
                end[b, i] = int(last)
                first = window.first_of[window.sentence_of[i]]
                governor[b, i] = first + word.head if word.head else 0  # column of `arcs`: 1 + place
                head[b, i] = governor[b, i]
                relation[b, i] = labels.relation_index.get(word.relation, IGNORE)
            for first, last, kind in window.mentions:
                mention[b, first] = labels.mention_index[f"B-{kind}"]
                mention[b, first + 1:last] = labels.mention_index[f"I-{kind}"]
        for name, array in dict(rows=rows, keep=keep, mask=mask, sentence=sentence, tag=tag, head=head, relation=relation,
                                end=end, mention=mention, governor=governor, sure=sure).items():
            setattr(self, name, torch.from_numpy(array))


def cross_entropy(scores, gold, sure=None):
    """Mean over the words that teach, each weighted by how sure its teacher was."""
    each = functional.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=IGNORE, reduction="none")
    if sure is not None:
        each = each * sure.flatten()
    return each.sum() / (gold != IGNORE).sum().clamp(min=1)


def loss_of(network, batch):
    x = network.encode(batch)
    known = batch.end != IGNORE
    end = functional.binary_cross_entropy_with_logits(network.end(x)[..., 0][known], batch.end[known].float(), reduction="sum")
    end = end / known.sum().clamp(min=1)
    return (cross_entropy(network.tag(x), batch.tag) + cross_entropy(network.arcs(x, batch.sentence), batch.head, batch.sure)
            + cross_entropy(network.labels(x, batch.governor), batch.relation, batch.sure)
            + MENTION_WEIGHT * cross_entropy(network.mention(x), batch.mention) + end)


def evaluate(network, windows, labels):
    """Accuracy with gold words, and with gold sentences where trees are scored."""
    network.eval()
    count = dict.fromkeys(["words", "tags", "heads", "labelled", "ends", "ends_found", "ends_right", "names", "names_found", "names_right"], 0)
    with torch.no_grad():
        for group in corpus.batches(windows, 4000):
            batch = Batch([windows[i] for i in group], labels)
            x = network.encode(batch)
            head = network.arcs(x, batch.sentence).argmax(-1)
            relation, tag, mention = network.labels(x, head).argmax(-1), network.tag(x).argmax(-1), network.mention(x).argmax(-1)
            end = network.end(x)[..., 0] > 0
            for b, index in enumerate(group):
                window = windows[index]
                size = window.first_of[window.whole] if window.whole < len(window.first_of) else len(window.words)
                for i, word in enumerate(window.words[:size]):
                    count["words"] += 1
                    count["tags"] += labels.tags[tag[b, i]].split("|")[0] == word.upos
                    right = head[b, i] == batch.head[b, i]
                    count["heads"] += int(right)
                    count["labelled"] += int(right and plain(labels.relations[relation[b, i]]) == plain(word.relation))
                    count["ends"] += int(batch.end[b, i])
                    count["ends_found"] += int(end[b, i])
                    count["ends_right"] += int(end[b, i] and batch.end[b, i])
                found = set(spans([labels.mentions[m] for m in mention[b, :size]]))
                gold = set(window.mentions)
                count["names"] += len(gold)
                count["names_found"] += len(found)
                count["names_right"] += len(found & gold)
    share = lambda a, b: round(100 * count[a] / max(1, count[b]), 2)
    f1 = lambda kind: round(200 * count[f"{kind}_right"] / max(1, count[kind] + count[f"{kind}_found"]), 2)
    return {"upos": share("tags", "words"), "uas": share("heads", "words"), "las": share("labelled", "words"),
            "ends": f1("ends"), "names": f1("names")}


def plain(relation):
    return relation.split(":")[0]


def spans(tags):
    """Mentions of a row of B-, I- and O labels; an I- that continues nothing opens one."""
    begin, kind = None, None
    for i, tag in enumerate(tags + ["O"]):
        if begin is not None and tag != f"I-{kind}":
            yield begin, i, kind
            begin = None
        if begin is None and tag != "O":
            begin, kind = i, tag[2:]


def labelled_corpora(folder, cache):
    """The treebanks, and the development parts by name, with their mentions; slow, so kept."""
    if cache.exists():
        return pickle.loads(cache.read_bytes())
    gum_skips = corpus.NONCOMMERCIAL_GENRES
    ewt, gum = corpus.read_conllu(folder / "ud-ewt/train.conllu"), corpus.read_conllu(folder / "gum/train.conllu", gum_skips)
    held = {name: corpus.read_conllu(folder / part) for name, part in [("ewt", "ud-ewt/dev.conllu"), ("gum", "gum/dev.conllu")]}
    for documents, gold_entities in [(ewt, False), (gum, True), (held["ewt"], False), (held["gum"], True)]:
        mentions.label_documents(documents, gold_entities)
    cache.write_bytes(pickle.dumps((ewt + gum, held)))
    return ewt + gum, held


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=pathlib.Path, required=True)
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path("build/train"))
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path("models/en-fast.model"))
    parser.add_argument("--passes", type=int, default=30)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--tokens", type=int, default=1500, help="padded places a batch")
    parser.add_argument("--width", type=int, default=192)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    torch.manual_seed(arguments.seed)
    rng = random.Random(arguments.seed)
    arguments.work.mkdir(parents=True, exist_ok=True)

    treebanks, held = labelled_corpora(arguments.corpora, arguments.work / "labelled.pickle")
    silver = pickle.loads((arguments.work / "silver.pickle").read_bytes())
    labels = Labels(treebanks)
    frequency = word_frequency(treebanks + silver)
    held_windows = {name: corpus.windows(documents) for name, documents in held.items()}

    network = Network(len(labels.tags), len(labels.relations), len(labels.mentions), width=arguments.width)
    average = Average(network, AVERAGING)
    optimizer = torch.optim.AdamW(network.parameters(), lr=arguments.rate, weight_decay=0.01, betas=(0.9, 0.98))
    saved = arguments.work / "checkpoint.pt"
    begin = 0
    if saved.exists():
        state = torch.load(saved, weights_only=False)
        network.load_state_dict(state["network"])
        average.network.load_state_dict(state["average"])
        optimizer.load_state_dict(state["optimizer"])
        begin, average.steps = state["pass"], state["steps"]
        rng.setstate(state["rng"])

    started = time.time()
    for number in range(begin, arguments.passes):
        network.train()
        windows = corpus.windows(treebanks + rng.sample(silver, round(SILVER_SHARE * len(silver))), rng)
        groups = corpus.batches(windows, arguments.tokens, rng)
        for place, group in enumerate(groups):
            done = (number + place / len(groups)) / arguments.passes
            warm = min(1.0, (number * len(groups) + place) / 300)
            for parameters in optimizer.param_groups:
                parameters["lr"] = arguments.rate * warm * max(0.02, 1 - done)
            loss = loss_of(network, Batch([windows[i] for i in group], labels, frequency, rng))
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            average.follow()
        scores = {name: evaluate(average.network, w, labels) for name, w in held_windows.items()}
        print(json.dumps({"pass": number + 1, "minutes": round((time.time() - started) / 60, 1), **scores}), flush=True)
        torch.save({"network": network.state_dict(), "average": average.network.state_dict(), "optimizer": optimizer.state_dict(),
                    "pass": number + 1, "steps": average.steps, "rng": rng.getstate()}, saved)

    export.write(arguments.out, "en-fast-1", export.recurrent_sections(average.network), average.network, labels, treebanks)


if __name__ == "__main__":
    main()
