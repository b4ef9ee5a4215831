#!/usr/bin/env python3
"""The teacher reads raw news: python3 train/label.py --corpora DIR --dateline PROGRAM

Words are cut by the engine itself, so that the small network learns on the words that it will see. The teacher says
where sentences end, what each word is and who governs it, and how sure it is; spaCy's pipeline marks the names, as in
mentions.py. The result, documents as corpus.py reads them from a treebank, is kept in --work.
"""

import argparse
import json
import pathlib
import pickle
import subprocess
import tempfile
import time

import torch

import corpus
import mentions
from teacher import Teacher, encoder_vocabulary
from train import Batch, Labels, labelled_corpora

LONGEST_CHUNK = 150


def raw_texts(folder):
    """Newswire, and the training part of PolNeAR without its annotations."""
    for path in ["newswire/tempeval3-silver.jsonl", "polnear/train.jsonl"]:
        with open(folder / path, encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)["text"]


def cut(texts, dateline):
    """Documents of sentences, with words and sentences as the engine cuts them."""
    with tempfile.TemporaryDirectory() as folder:
        reports, parsed = pathlib.Path(folder) / "reports.jsonl", pathlib.Path(folder) / "parsed.conllu"
        with open(reports, "w", encoding="utf-8") as out:
            for number, text in enumerate(texts):
                out.write(json.dumps({"id": str(number), "text": text}) + "\n")
        subprocess.run([dateline, "parse", "-q", "--from", "jsonl", reports, "-o", parsed], check=True)
        return corpus.read_conllu(parsed)


def chunks(document):
    """Runs of words of one paragraph, as long as the teacher may read at once; and whether each ends its paragraph."""
    words = []
    for sentence in document:
        if words and len(words) + len(sentence.words) > LONGEST_CHUNK:
            yield words, False
            words = []
        words = words + sentence.words[:LONGEST_CHUNK]
        if sentence.ends_paragraph:
            yield words, True
            words = []


def read(teacher, labels, windows):
    """Fills in the words of the windows, and gives the sentences of each."""
    batch = Batch(windows, labels)
    x = teacher.encode(batch)
    ends = teacher.end(x)[..., 0] > 0
    tags = teacher.tag(x).argmax(-1)
    for b, window in enumerate(windows):
        ends[b, len(window.words) - 1:] = True
    sentence = torch.cat([torch.zeros(len(windows), 1, dtype=torch.long), ends.long().cumsum(1)[:, :-1]], 1)
    sentence[batch.mask == 0] = -1
    sure, heads = teacher.arcs(x, sentence).softmax(-1).max(-1)
    relations = teacher.labels(x, heads).argmax(-1)
    for b, window in enumerate(windows):
        sentences, first = [], 0
        for i, word in enumerate(window.words):
            word.upos, word.xpos = labels.tags[tags[b, i]].split("|")
            word.head = max(0, int(heads[b, i]) - first)  # column 0 is the root, and 1 + place a word
            word.relation, word.sure = labels.relations[relations[b, i]], float(sure[b, i])
            if ends[b, i]:
                sentences.append(corpus.Sentence(window.words[first:i + 1]))
                first = i + 1
        yield sentences


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=pathlib.Path, required=True)
    parser.add_argument("--dateline", required=True, help="the program")
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path("build/train"))
    parser.add_argument("--tokens", type=int, default=4000, help="padded places a batch")
    arguments = parser.parse_args()
    treebanks, _ = labelled_corpora(arguments.corpora, arguments.work / "labelled.pickle")
    labels = Labels(treebanks)
    teacher = Teacher(len(labels.tags), len(labels.relations), len(labels.mentions), encoder_vocabulary())
    teacher.load_state_dict(torch.load(arguments.work / "teacher.pt", weights_only=False)["teacher"])
    teacher.eval()

    documents = cut(raw_texts(arguments.corpora), arguments.dateline)
    pieces = [(number, corpus.make_window([corpus.Sentence(words)], None), last)
              for number, document in enumerate(documents) for words, last in chunks(document)]
    windows = [window for _, window, _ in pieces]
    read_sentences, started, done = [None] * len(pieces), time.time(), 0
    with torch.no_grad():
        for group in corpus.batches(windows, arguments.tokens):
            for index, sentences in zip(group, read(teacher, labels, [windows[i] for i in group])):
                read_sentences[index] = sentences
            done += len(group)
            if done % 500 < len(group):
                print(json.dumps({"windows": done, "of": len(windows), "minutes": round((time.time() - started) / 60, 1)}), flush=True)
    labelled = [[] for _ in documents]
    for (number, _, last), sentences in zip(pieces, read_sentences):
        sentences[-1].ends_paragraph = last
        labelled[number] += sentences
    labelled = [document for document in labelled if document]
    mentions.label_documents(labelled, False)
    (arguments.work / "silver.pickle").write_bytes(pickle.dumps(labelled))
    print(json.dumps({"documents": len(labelled), "words": sum(len(s.words) for d in labelled for s in d)}))


if __name__ == "__main__":
    main()
