"""What the network sees of a word: hashed rows of one embedding table.

src/syntax/features.c computes the same rows; tests/unit/test_features.c holds both to the same
values. Sub-word parts mean that no word is unknown: a name that nobody has seen still has
a beginning, an ending and a shape.
"""

import functools

import xxhash

ROWS = 32768
FORM_A, FORM_B, PREFIX, SUFFIX, SHAPE, SPACING = 1, 2, 10, 20, 30, 31
PREFIXES, SUFFIXES = 3, 4
SHAPE_LENGTH = 10
COUNT = 2 + PREFIXES + SUFFIXES + 2
FORM_FEATURES = 2  # the first two name the whole word; dropping them in training makes it "unknown"


def row(text, seed):
    return xxhash.xxh3_64_intdigest(text.encode(), seed) % ROWS


def shape(word):
    """X for capitals, x for small letters, d for digits; a run of one class is cut at two."""
    out = ""
    for char in word:
        kind = "X" if char.isupper() else "x" if char.islower() else "d" if char.isdigit() else char
        if out[-2:] != kind * 2:
            out += kind
        if len(out) == SHAPE_LENGTH:
            break
    return out


@functools.lru_cache(maxsize=None)
def rows(word, space_before):
    lower = word.replace("İ", "i").lower()  # one letter for one letter, as utf8proc has it
    found = [row(lower, FORM_A), row(lower, FORM_B)]
    found += [row(lower[:n], PREFIX + n) for n in range(1, PREFIXES + 1)]
    found += [row(lower[-n:], SUFFIX + n) for n in range(1, SUFFIXES + 1)]
    found += [row(shape(word), SHAPE), row("1" if space_before else "0", SPACING)]
    return found


def main():
    """Prints tests/unit/feature_rows.inc."""
    words = ["Khojaly", "the", "31st", "Élysée", "N'Djamena", "İzmir", "U.S.", "-", "ICYF-ERC", "a", "1,500", "ﬁn", "Straße", "Ωμέγα", "“"]
    print("    /* Made by python3 train/features.py. */")
    print(f"    enum {{ TABLE_ROWS = {ROWS} }};")
    print("    static const struct {\n        const char *word;\n        bool space_before;\n        uint32_t rows[FEATURE_COUNT];\n    } cases[] = {")
    for place, word in enumerate(words):
        numbers = ", ".join(str(n) for n in rows(word, place % 2 == 0))
        print(f'        {{"{word}", {"true" if place % 2 == 0 else "false"}, {{{numbers}}}}},')
    print("    };")


if __name__ == "__main__":
    main()
