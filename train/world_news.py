"""The English Worldwide Newswire (Shan et al. 2023): a thousand articles of papers outside Europe and North America, whose names people marked.

Its repository states no licence, so that nothing learns from what was marked. Half the articles lend their texts, as other newswire
does; the marks of the other half measure (bench/peers/gold_names.py).
"""

import hashlib
import re
from dataclasses import dataclass

TYPES = {"Person": "person", "Organization": "organization", "Location": "place"}
ADDRESS = re.compile(r"\s*https?://\S+\s*")  # the first line of an article
MOST_BETWEEN = 60  # characters between two words of an article, else its marks belong to another text


@dataclass
class Article:
    name: str
    text: str
    names: list  # (begin, end, type) in characters


def placed(text, marked):
    """(begin, end, label) of each marked word, in characters; None where the words are not those of the text."""
    at, places = 0, []
    for word, label in marked:
        begin = text.find(word, at)
        if begin < 0 or begin - at > MOST_BETWEEN:
            return None
        at = begin + len(word)
        places.append((begin, at, label))
    return places


def names_of(places):
    """Runs of words of one label, B- opening a new one."""
    names, name = [], None
    for begin, end, label in places:
        part, _, kind = label.partition("-")
        if name and (part != "I" or kind != name[2]):
            names.append(tuple(name))
            name = None
        if name:
            name[1] = end
        elif kind:
            name = [begin, end, kind]
    return names + [tuple(name)] if name else names


def trimmed(text, begin, end):
    """Without its article and a possessive ending, as train/mentions.py has names."""
    for article in ("the ", "The ", "a "):
        begin += len(article) if text.startswith(article, begin) else 0
    for ending in ("'s", "’s"):
        end -= len(ending) if text.endswith(ending, begin, end) else 0
    return begin, end


def articles(folder, measured):
    """The articles that are measured on, or those that are read to learn. folder: a checkout of the repository."""
    for path in sorted((folder / "original_articles").glob("*.txt")):
        marks = folder / "processed_annotated" / f"{path.name}.tsv"
        if int(hashlib.md5(path.name.encode()).hexdigest(), 16) % 2 == measured or not marks.exists():
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        rows = (row.split("\t") for row in marks.read_text(encoding="utf-8").splitlines())
        places = placed(text, [(row[0], row[1].strip()) for row in rows if len(row) > 1 and row[0]])
        if not places:
            continue
        address = ADDRESS.match(text)
        start = address.end() if address else 0
        names = [(*trimmed(text, begin, end), TYPES[kind]) for begin, end, kind in names_of(places) if kind in TYPES and begin >= start]
        yield Article(path.stem, text[start:], [(begin - start, end - start, kind) for begin, end, kind in names])
