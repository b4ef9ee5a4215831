"""Lemmas as rules: the longest ending of a word, under its tag, says what to cut and what to add.

A rule is (tag, ending) -> (letters to cut, letters to add). Whole words that break the rules of
shorter endings become rules of their own: "went" under VERB|VBD -> cut 4, add "go".
"""

from collections import Counter, defaultdict

LONGEST_ENDING = 6
FEWEST_SEEN = 2  # a shorter ending must have been seen this often to speak for unseen words


def script(form, lemma):
    """How to get from a lower-case form to its lemma, as (cut, add)."""
    shared = 0
    while shared < min(len(form), len(lemma)) and form[shared] == lemma[shared]:
        shared += 1
    return len(form) - shared, lemma[shared:]


def apply(form, rule):
    cut, add = rule
    return form[:len(form) - cut] + add


def learn(documents):
    """Returns {(tag, ending): (cut, add)}; an ending that begins with ^ is a whole word."""
    seen = defaultdict(Counter)
    words = Counter()
    for document in documents:
        for sentence in document:
            for word in sentence.words:
                form, lemma = word.form.lower(), word.lemma.lower()
                if "Typo=Yes" in word.feats or word.lemma == "_" or word.relation == "goeswith":
                    continue
                words[tag(word), form, script(form, lemma)] += 1
    for (name, form, edit), count in words.items():
        # Each distinct word votes once: endings must generalize over words, not over tokens.
        for length in range(0, min(LONGEST_ENDING, len(form) - 1) + 1):
            seen[name, form[len(form) - length:]][edit] += 1
    rules = {}
    for key, edits in sorted(seen.items(), key=lambda item: (item[0][0], len(item[0][1]), item[0][1])):
        best, count = max(edits.items(), key=lambda item: (item[1], item[0]))
        name, ending = key
        inherited = lookup(rules, name, ending)
        if best != inherited and (count >= FEWEST_SEEN or not ending) and count > sum(edits.values()) / 2:
            rules[key] = best
    whole = defaultdict(Counter)
    for (name, form, edit), count in words.items():
        whole[name, form][edit] += count
    for (name, form), edits in sorted(whole.items()):
        best = max(edits.items(), key=lambda item: (item[1], item[0]))[0]
        if best != lookup(rules, name, form):
            rules[name, "^" + form] = best
    return rules


def lookup(rules, name, form):
    whole = rules.get((name, "^" + form))
    if whole:
        return whole
    for length in range(min(LONGEST_ENDING, len(form)), -1, -1):
        rule = rules.get((name, form[len(form) - length:]))
        if rule and rule[0] <= len(form):
            return rule
    return 0, ""


def tag(word):
    return f"{word.upos}|{word.xpos}"
