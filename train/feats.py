"""Morphological features by table: tag, word and tree decide them.

A row is kept for a tag, a word and what the tree says of it, for the word alone, for the tree alone, or for the tag; the first of
these that there is wins. src/syntax/agreement.c reads the tree as `contexts` does.
"""

from collections import Counter, defaultdict

FEWEST_SEEN = 2
MOST_STEPS = 4  # from a verb to the one that has the subject, over coordination
PERSONS = {"i": "1s", "we": "1p", "you": "2", "u": "2", "he": "3s", "she": "3s", "it": "3s", "this": "3s", "that": "3s",
           "they": "3p", "these": "3p", "those": "3p"}
HAVE = {"have", "has", "had", "having", "'ve", "’ve", "'d", "’d"}
BE = {"be", "is", "are", "was", "were", "been", "being", "am", "'s", "’s", "'re", "’re", "'m", "’m"}
FINITE = {"VBD", "VBP", "VBZ"}
AGAINST_TREE = {"PRON", "ADV", "DET"}  # here the word tells more than the tree


def contexts(words):
    """For each word of a sentence what the tree says of its features: "" where nothing does."""
    count = len(words)
    governor = [word.head - 1 for word in words]
    main = [word.relation.split(":")[0] for word in words]
    subject, passive, have, be, auxiliary, to, coordinated = ([None] * count, *([False] * count for _ in range(6)))
    for i, word in enumerate(words):
        g, form = governor[i], word.form.lower()
        if g < 0:
            continue
        if main[i] in ("nsubj", "csubj") and subject[g] is None:
            subject[g] = i
        passive[g] |= word.relation == "aux:pass"
        have[g] |= main[i] == "aux" and form in HAVE
        be[g] |= main[i] == "aux" and form in BE
        auxiliary[g] |= main[i] == "aux"
        to[g] |= word.xpos == "TO"
        coordinated[g] |= main[i] == "conj"

    def number_of(i):
        """Person and number of a noun or a pronoun."""
        if coordinated[i]:
            return "3p"
        if words[i].xpos in ("NNS", "NNPS"):
            return "3p"
        return PERSONS.get(words[i].form.lower(), "3s")

    def agreement(i):
        verb = governor[i] if main[i] in ("aux", "cop") and governor[i] >= 0 else i
        for _ in range(MOST_STEPS):
            if subject[verb] is not None or main[verb] != "conj" or governor[verb] < 0:
                break
            verb = governor[verb]
        if subject[verb] is None:
            return "-"
        if words[subject[verb]].xpos in ("WDT", "WP") and main[verb] == "acl" and governor[verb] >= 0:
            return number_of(governor[verb])
        return number_of(subject[verb])

    def context(i):
        xpos = words[i].xpos
        if xpos in FINITE:
            return agreement(i)
        if xpos == "VBN":
            return "pass" if passive[i] else "have" if have[i] else main[i]
        if xpos == "VBG":
            return "be" if be[i] else main[i]
        if xpos == "VB":
            return "to" if to[i] else "aux" if auxiliary[i] else main[i] + ("+" if subject[i] is not None else "")
        return main[i] if words[i].upos in ("PRON", "ADV", "DET") else ""

    return [context(i) for i in range(count)]


def learn(documents):
    """Returns {(tag, key): features}; key: "word context", "word", " context" or ""."""
    seen = defaultdict(Counter)
    for document in documents:
        for sentence in document:
            for word, context in zip(sentence.words, contexts(sentence.words)):
                tag, form = f"{word.upos}|{word.xpos}", word.form.lower()
                feats = "|".join(feat for feat in word.feats.split("|") if feat != "Typo=Yes") or "_"
                by_word = not context or word.upos in AGAINST_TREE
                for key in {"", form if by_word else "", f" {context}" if context else "", f"{form} {context}" if context else ""}:
                    seen[tag, key][feats] += 1
    table = {}
    for (tag, key), counts in sorted(seen.items(), key=lambda item: (item[0][0], item[0][1].count(" ") + (item[0][1].strip() != ""), item[0][1])):
        best = most_common(counts)
        if key == "" or (best != lookup(table, tag, key) and counts[best] >= FEWEST_SEEN):
            table[tag, key] = best
    return table


def lookup(table, tag, key):
    """What the table says of "word context" or of a shorter key."""
    form, _, context = key.partition(" ")
    for shorter in (key, form, f" {context}", ""):
        if (tag, shorter) in table:
            return table[tag, shorter]
    return None


def most_common(counts):
    return max(counts.items(), key=lambda item: (item[1], item[0]))[0]
