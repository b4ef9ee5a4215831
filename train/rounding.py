#!/usr/bin/env python3
"""What the kernels' whole numbers cost: python3 train/rounding.py --corpora DIR fast|accurate

Scores on the development parts, with gold words, of a trained network as it was learned and of the same with its weights rounded as
export.py does and the inputs of its layers as src/syntax/kernel.c does.
"""

import argparse
import json
import pathlib
import pickle

import torch
from torch import nn

import corpus
import export
from accurate import FEATURE_ROWS, PIECES, Accurate, chosen_pieces
from network import Network
from teacher import encoder_vocabulary
from train import Labels, evaluate, labelled_corpora, word_frequency

LARGEST_INPUT = 8191


def rounded(tensor, largest, dimensions):
    scale = tensor.abs().amax(dimensions, keepdim=True).clamp(min=1e-8) / largest
    return (tensor / scale).round() * scale


def round_network(network):
    with torch.no_grad():
        for module in network.modules():
            if isinstance(module, nn.Linear):
                module.weight.copy_(rounded(module.weight, export.LARGEST_WEIGHT, 1))
                module.register_forward_pre_hook(lambda _, inputs: (rounded(inputs[0], LARGEST_INPUT, -1),))
        network.table.weight.copy_(rounded(network.table.weight, 127, (0, 1)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("which", choices=["fast", "accurate"])
    parser.add_argument("--corpora", type=pathlib.Path, required=True)
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path("build/train"))
    arguments = parser.parse_args()
    treebanks, held = labelled_corpora(arguments.corpora, arguments.work / "labelled.pickle")
    labels = Labels(treebanks)
    sizes = len(labels.tags), len(labels.relations), len(labels.mentions)
    if arguments.which == "fast":
        state = torch.load(arguments.work / "checkpoint.pt", weights_only=False)["average"]
        network = Network(*sizes, width=state["table.weight"].shape[1])
    else:
        silver = pickle.loads((arguments.work / "silver.pickle").read_bytes())
        vocabulary = chosen_pieces(PIECES, encoder_vocabulary(), word_frequency(treebanks + silver), word_frequency(treebanks))
        state = torch.load(arguments.work / "accurate.pt", weights_only=False)["teacher"]
        network = Accurate(*sizes, vocabulary, FEATURE_ROWS)
    network.load_state_dict(state)
    windows = {name: corpus.windows(documents) for name, documents in held.items()}
    print(json.dumps({"as learned": {name: evaluate(network, w, labels) for name, w in windows.items()}}))
    round_network(network)
    print(json.dumps({"rounded": {name: evaluate(network, w, labels) for name, w in windows.items()}}))


if __name__ == "__main__":
    main()
