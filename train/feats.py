"""Morphological features by table: the tag decides most of them, the word itself the rest."""

from collections import Counter, defaultdict


def learn(documents):
    """Returns {(tag, form or ""): features}; "" is what the tag says by default."""
    by_tag, by_word = defaultdict(Counter), defaultdict(Counter)
    for document in documents:
        for sentence in document:
            for word in sentence.words:
                tag, form = f"{word.upos}|{word.xpos}", word.form.lower()
                by_tag[tag][word.feats] += 1
                by_word[tag, form][word.feats] += 1
    table = {(tag, ""): most_common(counts) for tag, counts in by_tag.items()}
    for (tag, form), counts in by_word.items():
        best = most_common(counts)
        if best != table[tag, ""] and counts[best] >= 2 and "Typo=Yes" not in best:
            table[tag, form] = best
    return table


def most_common(counts):
    return max(counts.items(), key=lambda item: (item[1], item[0]))[0]
