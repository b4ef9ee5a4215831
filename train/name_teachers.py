#!/usr/bin/env python3
"""Two programs mark the names in raw news: python3 train/name_teachers.py --corpora DIR --dateline PROGRAM --crf JAR JAR

Persons, organizations and places are those that Stanford's conditional random field of three classes finds (Finkel et al. 2005; the two
jars of CoreNLP, the program and its models); nationalities, events, laws, works, buildings and products are those of spaCy's pipeline. Where
the first is silent and spaCy and a second field agree on a name, nothing is learned. GUM's own entities stand for themselves. The
engine cuts the words. The result, a line a text, is kept in --work: {"text", "names": [{"span": [begin, end], "type"}], "unsure": [span]}.
"""

import argparse
import json
import pathlib
import subprocess
import tempfile

from spacy.tokens import Doc

import corpus
import mentions
from label import cut, raw_texts
from world_news import articles

FIELDS = "edu/stanford/nlp/models/ner/english."
FIRST, SECOND = FIELDS + "all.3class.distsim.crf.ser.gz", FIELDS + "conll.4class.distsim.crf.ser.gz"
TYPES = {"PERSON": "person", "ORGANIZATION": "organization", "LOCATION": "place"}
HOLDS = {"event", "law", "work", "facility"}  # as "the Battle of Berlin" holds a place


def field_names(jars, model, sentences):
    """(first, last, type) of the names in each sentence, as a random field marks them."""
    with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf-8") as words:
        for sentence in sentences:
            words.writelines(f"{word.form.replace(' ', '_')}\tO\n" for word in sentence.words)
            words.write("\n")
        words.flush()
        program = ["java", "-mx4g", "-cp", ":".join(map(str, jars)), "edu.stanford.nlp.ie.crf.CRFClassifier"]
        answer = subprocess.run([*program, "-loadClassifier", model, "-testFile", words.name], check=True, capture_output=True, text=True).stdout
    marked = [[row.split("\t")[2] for row in block.split("\n")] for block in answer.strip("\n").split("\n\n")]
    assert [len(labels) for labels in marked] == [len(sentence.words) for sentence in sentences]
    for sentence, labels in zip(sentences, marked):
        names = [(*mentions.trimmed(sentence.words, first, last), TYPES[kind]) for first, last, kind in runs(labels) if kind in TYPES]
        yield [name for name in names if name[0] < name[1]]


def runs(labels):
    """(first, last, label) of the runs of one label."""
    first = 0
    for place in range(1, len(labels) + 1):
        if place == len(labels) or labels[place] != labels[first]:
            yield first, place, labels[first]
            first = place


def pipeline_names(pipeline, sentences):
    docs = (Doc(pipeline.vocab, [w.form for w in s.words], [w.space_after for w in s.words]) for s in sentences)
    for sentence, doc in zip(sentences, pipeline.pipe(docs, batch_size=256)):
        yield mentions.pipeline_mentions(sentence.words, doc)


def overlap(one, other):
    return one[0] < other[1] and other[0] < one[1]


def agreed(first, second, pipeline):
    """What is learned of a sentence: names, and spans that are left out of it."""
    core = set(TYPES.values())
    names = []
    for name in pipeline:
        inside = [other for other in first if overlap(name, other)]
        holds = all(name[0] <= other[0] and other[1] <= name[1] for other in inside)
        if name[2] in HOLDS and holds and (name[2] != "facility" or all(other[2] == "place" for other in inside)):
            names.append(name)
    names += [name for name in first if not any(overlap(name, other) for other in names)]
    left = [name for name in pipeline if not any(overlap(name, other) for other in names)]
    unsure = [name[:2] for name in left if name[2] in core and any(overlap(name, other) and name[2] == other[2] for other in second)]
    return names + [name for name in left if name[2] not in core], unsure


def without_of(words, name):
    """Somebody's name without where they are from: "Alvin Yeung | of Civic Party"."""
    first, last, kind = name
    of = next((place for place in range(first + 1, last) if words[place].form == "of"), last)
    return (first, of, kind) if kind == "person" else name


def marked_by_people(sentence, pipeline):
    """GUM's names, the longest of those within others; and what only the pipeline knows."""
    names = []
    for name in sorted(mentions.gum_names(sentence.words), key=lambda name: name[0] - name[1]):
        if name[0] < name[1] and not any(overlap(name, other) for other in names):
            names.append(without_of(sentence.words, name))
    known = set(mentions.FROM_GUM.values())
    return names + [name for name in pipeline if name[2] not in known and not any(overlap(name, other) for other in names)]


def places_of(text, document):
    """(begin, end) in characters of the words of each sentence, which stand in the text in this order."""
    at, places = 0, []
    for sentence in document:
        row = []
        for word in sentence.words:
            begin = text.index(word.form, at)
            at = begin + len(word.form)
            row.append((begin, at))
        places.append(row)
    return places


def line(text, places, names, unsure):
    """names and unsure: a list a sentence, in words; the file counts bytes."""
    def span(row, first, last):
        return [len(text[:row[first][0]].encode()), len(text[:row[last - 1][1]].encode())]

    found = [{"span": span(row, *name[:2]), "type": name[2]} for row, some in zip(places, names) for name in some]
    return json.dumps({"text": text, "names": found, "unsure": [span(row, *name) for row, some in zip(places, unsure) for name in some]},
                      ensure_ascii=False)


def marked_document(pipeline, document):
    text, places = corpus.plain_text(document)
    names = [marked_by_people(*pair) for pair in zip(document, pipeline_names(pipeline, document))]
    return line(text, places, names, [[] for _ in document])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=pathlib.Path, required=True, help="as for label.py, and worldwide/")
    parser.add_argument("--dateline", required=True, help="the program")
    parser.add_argument("--crf", nargs=2, type=pathlib.Path, required=True, help="CoreNLP's jars")
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path("build/train"))
    arguments = parser.parse_args()
    pipeline = mentions.load_pipeline()

    gum = corpus.read_conllu(arguments.corpora / "gum/train.conllu", corpus.NONCOMMERCIAL_GENRES)
    with (arguments.work / "names-gum.jsonl").open("w", encoding="utf-8") as out:
        out.writelines(f"{marked_document(pipeline, document)}\n" for document in gum)
    texts = [corpus.plain_text(document)[0] for document in corpus.read_conllu(arguments.corpora / "ud-ewt/train.conllu")]
    texts += [*raw_texts(arguments.corpora), *(article.text for article in articles(arguments.corpora / "worldwide", measured=False))]
    documents = cut(texts, arguments.dateline)
    sentences = [sentence for document in documents for sentence in document]
    teachers = zip(field_names(arguments.crf, FIRST, sentences), field_names(arguments.crf, SECOND, sentences), pipeline_names(pipeline, sentences))
    with (arguments.work / "names-raw.jsonl").open("w", encoding="utf-8") as out:
        for text, document in zip(texts, documents, strict=True):
            learned = [agreed(*next(teachers)) for _ in document]
            print(line(text, places_of(text, document), *zip(*learned)), file=out)


if __name__ == "__main__":
    main()
