#!/usr/bin/env python3
"""The teacher, made small enough to ship as models/en-accurate.model: python3 train/accurate.py --corpora DIR

It starts from the weights of teacher.py. The pieces that news and the treebanks use most stay, in four bits a number, which the
training sees (Jacob et al. 2018); the others are cut into smaller ones. A few more passes over the treebanks, and over a share of
the raw news that label.py has read, get the network used to that and teach it more names.
"""

import pickle
from collections import Counter

import torch

import corpus
import export
import features
from pieces import BEGIN, END, UNKNOWN, Pieces
from teacher import AVERAGING, Teacher, arguments_of, encoder_vocabulary, fine_tune
from branches import Average
from train import Labels, labelled_corpora, word_frequency

PIECES = 16000
SHIPPED_PIECES = 15000  # the rarest are left out of the file, which shall stay below 15 MB; their words are cut into smaller ones
FEATURE_ROWS = 8192
TREEBANK_WEIGHT = 4  # a word of a treebank counts as so many of the news when pieces are chosen
SILVER_SHARE = 0.15
LARGEST_NIBBLE = 7
SHRINKING = (1.0, 0.9, 0.8, 0.7)  # of the largest number of a row: a finer grid for the rest may lose less


def nibbles(rows):
    """The nearest that four bits a number and a scale a row can say: whole numbers of at most +-7, and the scales."""
    best = best_error = best_scale = None
    for shrunk in SHRINKING:
        scale = rows.abs().amax(-1, keepdim=True).clamp(min=1e-8) * shrunk / LARGEST_NIBBLE
        whole = (rows / scale).round().clamp(-LARGEST_NIBBLE, LARGEST_NIBBLE)
        error = (whole * scale - rows).square().sum(-1, keepdim=True)
        if best is None:
            best, best_error, best_scale = whole, error, scale
        else:
            better = error < best_error
            best, best_error, best_scale = torch.where(better, whole, best), torch.where(better, error, best_error), torch.where(better, scale, best_scale)
    return best, best_scale


class Accurate(Teacher):
    def piece_vectors(self, ids):
        vectors = super().piece_vectors(ids)
        with torch.no_grad():
            whole, scale = nibbles(vectors)
            change = whole * scale - vectors
        return vectors + change  # the gradient passes as if nothing had been rounded


def chosen_pieces(count_kept, vocabulary, frequency, treebank_frequency):
    """So many pieces, those used most, in the order of the vocabulary; with all that is a single character."""
    cut = Pieces(vocabulary)
    seen = Counter()
    for word, count in frequency.items():
        for number in cut.of(word):
            seen[vocabulary[number]] += count + (TREEBANK_WEIGHT - 1) * treebank_frequency.get(word, 0)
    kept = {UNKNOWN, BEGIN, END} | {piece for piece in seen if len(piece.removeprefix("##")) == 1}
    kept |= {piece for piece in vocabulary if piece.isascii() and len(piece.removeprefix("##")) == 1}
    for piece, _ in seen.most_common():
        if len(kept) == count_kept:
            break
        kept.add(piece)
    return [piece for piece in vocabulary if piece in kept]


def folded(table, documents, rows):
    """A table of features with fewer rows: each the mean of those that fall on it, by how often they are met."""
    words = Counter((word.form, word.space_after) for document in documents for sentence in document for word in sentence.words)
    met = torch.full((len(table),), 1e-3)
    for (form, space), count in words.items():
        for row in features.rows(form, space):
            met[row % len(table)] += count
    return (table * met[:, None]).reshape(-1, rows, table.shape[1]).sum(0) / met.reshape(-1, rows).sum(0)[:, None]


def main():
    arguments = arguments_of(__doc__, passes=5)
    torch.manual_seed(arguments.seed)
    treebanks, held = labelled_corpora(arguments.corpora, arguments.work / "labelled.pickle")
    silver = pickle.loads((arguments.work / "silver.pickle").read_bytes())
    labels, frequency = Labels(treebanks), word_frequency(treebanks + silver)
    whole = encoder_vocabulary()
    treebank_frequency = word_frequency(treebanks)
    vocabulary = chosen_pieces(PIECES, whole, frequency, treebank_frequency)
    state = torch.load(arguments.work / "teacher.pt", weights_only=False)["teacher"]
    embedding, places = "encoder.embeddings.word_embeddings.weight", {piece: i for i, piece in enumerate(whole)}
    state[embedding] = state[embedding][[places[piece] for piece in vocabulary]]
    state["table.weight"] = folded(state["table.weight"], treebanks + silver, FEATURE_ROWS)
    network = Accurate(len(labels.tags), len(labels.relations), len(labels.mentions), vocabulary, FEATURE_ROWS)
    network.load_state_dict(state)
    average = Average(network, AVERAGING)
    held_windows = {name: corpus.windows(documents) for name, documents in held.items()}
    fine_tune(average, lambda rng: treebanks + rng.sample(silver, round(SILVER_SHARE * len(silver))), (1e-4, 1e-3),
              arguments.work / "accurate.pt", arguments, labels, frequency, held_windows)
    shipped = chosen_pieces(SHIPPED_PIECES, whole, frequency, treebank_frequency)
    numbers = [average.network.pieces.number[piece] for piece in shipped]
    vectors, scales = nibbles(average.network.encoder.embeddings.word_embeddings.weight.detach()[numbers])
    encoder = export.attention_sections(average.network, shipped, vectors.numpy(), scales.numpy())
    export.write(arguments.out, "en-accurate-1", encoder, average.network, labels, treebanks)


if __name__ == "__main__":
    main()
