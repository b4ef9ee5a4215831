"""Treebanks as training windows.

A CoNLL-U file is read into documents of paragraphs of sentences. The network sees a window of
consecutive sentences of one paragraph, as it will when it reads raw text, and learns to say
where each sentence ends, so sentence segmentation needs no model of its own.
"""

import random
from dataclasses import dataclass, field

# Genres of GUM whose texts may not be used commercially; a model that ships must not learn from them.
NONCOMMERCIAL_GENRES = {"fiction", "whow", "letter", "essay", "podcast", "reddit"}

# The longest run of tokens that the network reads at once; src/syntax/encode.h holds the same figure.
WINDOW_TOKENS = 192


@dataclass
class Word:
    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int  # position of the governor in the sentence, from 1; 0 for the root
    relation: str
    space_after: bool
    entity: str  # GUM's Entity= value; empty where there is none
    sure: float = 1.0  # of the governor: 1 in a treebank, a teacher's probability in raw text


@dataclass
class Sentence:
    words: list[Word] = field(default_factory=list)
    ends_paragraph: bool = False
    mentions: list[tuple[int, int, str]] = field(default_factory=list)  # [first, last) word, type


def genre(document_id):
    """GUM names its documents GUM_genre_title; other corpora have no genre."""
    return document_id.split("_")[1] if document_id.startswith("GUM_") else ""


def read_conllu(path, skip_genres=frozenset()):
    """Documents, each a list of sentences; a paragraph's last sentence says so."""
    documents, sentences, rows = [], [], []
    skipping = False

    def end_document():
        nonlocal sentences
        if sentences:
            sentences[-1].ends_paragraph = True
            if not skipping:
                documents.append(sentences)
        sentences = []

    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc"):
                end_document()
                skipping = genre(line.split("=")[-1].strip()) in skip_genres
            elif line.startswith("# newpar") and not line.startswith("# newpar_block"):
                if sentences:
                    sentences[-1].ends_paragraph = True
            elif line[0].isdigit():
                rows.append(line.rstrip("\n").split("\t"))
            elif line == "\n" and rows:
                sentences.append(Sentence(words_of(rows)))
                rows = []
    end_document()
    return documents


def words_of(rows):
    """The syntactic words of a sentence; a range such as 1-2 gives its spacing to its last word."""
    words, range_end, range_space = [], 0, True
    for number, form, lemma, upos, xpos, feats, head, relation, _, misc in rows:
        notes = dict(part.split("=", 1) for part in misc.split("|") if "=" in part)
        space = notes.get("SpaceAfter") != "No"
        if "-" in number:
            range_end, range_space = int(number.split("-")[1]), space
        elif "." not in number:  # 8.1 is a word that was left out; only enhanced graphs have it
            position = int(number)
            if position <= range_end:
                space = range_space if position == range_end else False
            words.append(Word(form, lemma, upos, xpos, feats, int(head), relation, space, notes.get("Entity", "")))
    return words


def plain_text(document):
    """The text of a document, and where the words of each sentence are in it: (begin, end) in characters."""
    text, places = "", []
    for sentence in document:
        begins = []
        for word in sentence.words:
            begins.append((len(text), len(text) + len(word.form)))
            text += word.form + (" " if word.space_after else "")
        places.append(begins)
        if sentence.ends_paragraph:
            text = text.rstrip() + "\n\n"
    return text, places


@dataclass
class Window:
    """Consecutive sentences; the last may be cut short, and then teaches nothing but context."""
    words: list[Word]
    sentence_of: list[int]  # [words] which sentence, from 0
    first_of: list[int]     # [sentences] its first word in the window
    whole: int              # how many sentences are whole
    mentions: list[tuple[int, int, str]]


def make_window(sentences, cut_sentence):
    window = Window([], [], [], len(sentences), [])
    for index, sentence in enumerate(sentences + ([cut_sentence] if cut_sentence else [])):
        start = len(window.words)
        room = WINDOW_TOKENS - start
        if room <= 0:
            break
        window.first_of.append(start)
        window.words += sentence.words[:room]
        window.sentence_of += [index] * min(room, len(sentence.words))
        if index < len(sentences):
            window.mentions += [(start + a, start + b, kind) for a, b, kind in sentence.mentions]
    return window


def windows(documents, rng=None):
    """Cuts documents into windows; with `rng` their lengths vary, so that each pass differs."""
    made = []
    for sentences in documents:
        begin = 0
        while begin < len(sentences):
            limit = rng.randint(20, 160) if rng else 120
            end, length = begin, 0
            while end < len(sentences) and (end == begin or length + len(sentences[end].words) <= limit):
                length += len(sentences[end].words)
                end += 1
                if sentences[end - 1].ends_paragraph:
                    break
            continues = end < len(sentences) and not sentences[end - 1].ends_paragraph
            if length <= WINDOW_TOKENS:
                made.append(make_window(sentences[begin:end], sentences[end] if continues else None))
            begin = end
    return made


def batches(items, tokens, rng=None):
    """Groups windows of like length, `tokens` padded places a group."""
    order = sorted(range(len(items)), key=lambda i: len(items[i].words) * (rng.uniform(0.9, 1.1) if rng else 1))
    groups, group = [], []
    for index in order:
        if group and (len(group) + 1) * len(items[index].words) > tokens:
            groups.append(group)
            group = []
        group.append(index)
    if group:
        groups.append(group)
    if rng:
        rng.shuffle(groups)
    return groups


def seeded(seed):
    return random.Random(seed)
