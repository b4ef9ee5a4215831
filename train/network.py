"""The network of the language layer, in the shape that src/syntax/ computes it.

Hashed sub-word embeddings (Serra and Karatzoglou 2017, as spaCy uses them) are summed; one
convolution over three words and a few layers of simple recurrent units in both directions (Lei
et al. 2018) read the window; linear heads give tags, sentence ends and mentions; a bilinear
scorer gives the governor of each word (Dozat and Manning 2017, without its biaffine label
tensor: labels come from a small feed-forward layer over word and governor).

Gates are x / (1 + |x|), not the logistic function: division is exact to the bit on every
processor, exp is not, and the engine promises the same bytes everywhere.
"""

import torch
from torch import nn
from torch.nn import functional

import features

DISTANCES = 32  # distances to the governor beyond this share one bias


def gate(x):
    return 0.5 + 0.5 * x / (1 + x.abs())


def running(forget, add):
    """c[t] = forget[t] * c[t-1] + add[t] along dimension 1, in log2(length) steps."""
    step = 1
    while step < add.shape[1]:
        add = torch.cat([add[:, :step], add[:, step:] + forget[:, step:] * add[:, :-step]], 1)
        forget = torch.cat([forget[:, :step], forget[:, step:] * forget[:, :-step]], 1)
        step *= 2
    return add


class Convolution(nn.Module):
    """Three words in, one out, rectified, residual."""

    def __init__(self, width):
        super().__init__()
        self.linear = nn.Linear(3 * width, width)
        self.norm = nn.LayerNorm(width)

    def forward(self, x, mask):
        x = x * mask
        padded = functional.pad(x, (0, 0, 1, 1))
        window = torch.cat([padded[:, :-2], x, padded[:, 2:]], -1)
        return self.norm(x + functional.relu(self.linear(window)))


class Recurrence(nn.Module):
    """Simple recurrent units: the first half of the width runs forwards, the second backwards."""

    def __init__(self, width):
        super().__init__()
        self.half = width // 2
        self.linear = nn.Linear(width, 3 * width)
        self.norm = nn.LayerNorm(width)

    def forward(self, x, mask):
        value, forget, reset = self.linear(x).chunk(3, -1)
        forget = gate(forget + 1) * mask
        add = (1 - forget) * value * mask
        ahead = running(forget[..., :self.half], add[..., :self.half])
        back = running(forget[..., self.half:].flip(1), add[..., self.half:].flip(1)).flip(1)
        return self.norm(x + gate(reset) * torch.cat([ahead, back], -1))


class Heads(nn.Module):
    """What is read off a word's vector, whichever encoder made it: the small network's or the teacher's."""

    def __init__(self, tags, relations, mentions, width, arc, label, dropout):
        super().__init__()
        self.arc = arc
        self.tag = nn.Linear(width, tags)
        self.end = nn.Linear(width, 1)
        self.mention = nn.Linear(width, mentions)
        self.dependent = nn.Linear(width, arc)
        self.governor = nn.Linear(width, arc + 1)  # the last one: how likely a word governs at all
        self.label_dependent = nn.Linear(width, label)
        self.label_governor = nn.Linear(width, label)
        self.relation = nn.Linear(label, relations)
        self.distance = nn.Parameter(torch.zeros(2 * DISTANCES + 1))
        self.root_governor = nn.Parameter(torch.randn(arc + 1) * 0.1)
        self.root_label = nn.Parameter(torch.randn(label) * 0.1)
        self.dropout = nn.Dropout(dropout)

    def arcs(self, x, sentence):
        """Scores [batch][words][1 + words]: governor 0 is the root; other sentences are out of reach."""
        words = x.shape[1]
        dependent, governor = self.dependent(x), self.governor(x)
        scale = self.arc ** -0.5
        score = dependent @ governor[..., :-1].transpose(1, 2) * scale + governor[..., -1][:, None, :]
        place = torch.arange(words)
        offset = (place[None, :] - place[:, None]).clamp(-DISTANCES, DISTANCES) + DISTANCES
        score = score + self.distance[offset]
        score = score.masked_fill(sentence[:, None, :] != sentence[:, :, None], -1e4)
        score = score.masked_fill(torch.eye(words, dtype=torch.bool), -1e4)
        root = dependent @ self.root_governor[:-1] * scale + self.root_governor[-1]
        return torch.cat([root[..., None], score], -1)

    def labels(self, x, governors):
        """Scores of relations, given governors [batch][words] with 0 for the root."""
        ours, theirs = self.label_dependent(x), self.label_governor(x)
        root = self.root_label.expand(x.shape[0], 1, -1)
        theirs = torch.cat([root, theirs], 1)
        chosen = theirs[torch.arange(x.shape[0])[:, None], governors]
        return self.relation(self.dropout(functional.relu(ours + chosen)))


class Network(Heads):
    """The small network that ships."""

    def __init__(self, tags, relations, mentions, width=192, recurrences=2, arc=64, label=96, dropout=0.1):
        super().__init__(tags, relations, mentions, width, arc, label, dropout)
        self.table = nn.Embedding(features.ROWS, width)
        nn.init.normal_(self.table.weight, 0, 0.1)
        self.norm = nn.LayerNorm(width)
        self.convolution = Convolution(width)
        self.recurrences = nn.ModuleList(Recurrence(width) for _ in range(recurrences))

    def encode(self, batch):
        """Vectors [windows][words][width] of a batch of windows."""
        x = (self.table(batch.rows) * batch.keep).sum(2)
        mask = batch.mask[..., None]
        x = self.dropout(self.convolution(self.dropout(self.norm(x)), mask))
        for layer in self.recurrences:
            x = self.dropout(layer(x, mask))
        return x


PARTS = ("cue", "source", "content")  # of an attribution, in the order of src/document.h


class Branch(nn.Module):
    """Answers one question about each word, off the vectors that either network has made, which stay as they are; and off hashed
    features of its own, if it is given rows for them."""

    def __init__(self, vectors, answers, width=96, recurrences=2, rows=0, dropout=0.1):
        super().__init__()
        self.table = nn.Embedding(rows, width) if rows else None
        if rows:
            nn.init.normal_(self.table.weight, 0, 0.05)
        self.narrow = nn.Linear(vectors, width)
        self.norm = nn.LayerNorm(width)
        self.recurrences = nn.ModuleList(Recurrence(width) for _ in range(recurrences))
        self.answers = nn.Linear(width, answers)
        self.dropout = nn.Dropout(dropout)

    def forward(self, vectors, mask, rows=None, keep=None):
        """Scores [windows][words][answers] of vectors [windows][words][width]; rows [windows][words][features], and which of them to keep."""
        x = self.narrow(self.dropout(vectors))
        if self.table is not None:
            x = self.dropout(x + self.dropout((self.table(rows) * (1 if keep is None else keep)).sum(2)))
        x = self.norm(x)
        for layer in self.recurrences:
            x = self.dropout(layer(x, mask[..., None]))
        return self.answers(x)
