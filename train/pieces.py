"""Words cut into the pieces that a pretrained encoder knows (Schuster and Nakajima 2012, as BERT uses them).

src/syntax/pieces.c cuts the same way; a test holds both to the same pieces. Letters are made small and lose their marks, each
run of letters and digits is cut into the longest pieces that the vocabulary has, and any other character stands alone.
"""

import functools
import pathlib
import unicodedata

UNKNOWN, BEGIN, END = "[UNK]", "[CLS]", "[SEP]"
MOST_PIECES = 8  # of one word; what comes after them is not read


def runs(word):
    """Stretches of letters and digits, and single other characters, in small letters without marks."""
    found, open_run = [], False
    for char in unicodedata.normalize("NFD", word.replace("İ", "i").lower()):
        kind = unicodedata.category(char)
        if kind == "Mn":
            continue
        if kind[0] in "LN" and open_run:
            found[-1] += char
        else:
            found.append(char)
        open_run = kind[0] in "LN"
    return found


class Pieces:
    """vocabulary: pieces in the order of their numbers; those that go on within a run begin with "##"."""

    def __init__(self, vocabulary):
        self.vocabulary = vocabulary
        self.number = {piece: i for i, piece in enumerate(vocabulary)}
        self.unknown, self.begin, self.end = (self.number[piece] for piece in (UNKNOWN, BEGIN, END))
        self.of = functools.lru_cache(maxsize=None)(self._of)

    def _of(self, word):
        """Numbers of the pieces of a word, at least one."""
        found = []
        for run in runs(word):
            begin = 0
            while begin < len(run):
                end = len(run)
                while end > begin and ("##" if begin else "") + run[begin:end] not in self.number:
                    end -= 1
                found.append(self.number[("##" if begin else "") + run[begin:end]] if end > begin else self.unknown)
                begin = max(end, begin + 1)
        return found[:MOST_PIECES] or [self.unknown]


def main():
    """Prints tests/unit/word_pieces.inc."""
    import export  # which is not needed to cut words

    pieces = Pieces(export.read_section(pathlib.Path("models/en-accurate.model"), "pieces").decode().split("\n")[:-1])
    words = ["ambassadorship", "Khojaly", "the", "31st", "Élysée", "N'Djamena", "İzmir", "U.S.", "-", "ICYF-ERC", "1,500", "Straße", "Ωμέγα", "“", "한국", "北京",
             "e\u0301te\u0301", "x²", "\U0001f600", "Donaudampfschifffahrtsgesellschaftskapitän", "\u0301", "!?!?!?!?!?"]
    print("    /* Made by python3 train/pieces.py, from the root of the repository. */")
    print("    static const struct {\n        const char *word;\n        uint32_t count, numbers[MOST_PIECES];\n    } cases[] = {")
    for word in words:
        numbers = pieces.of(word)
        print(f'        {{"{word}", {len(numbers)}, {{{", ".join(map(str, numbers))}}}}},')
    print("    };")


if __name__ == "__main__":
    main()
