#!/usr/bin/env python3
"""Writes lexicon/common-words.tsv: python3 lexicon/sources/common_words.py > lexicon/common-words.tsv

English words that are written small, from the word list american-english-small (Debian package wamerican-small), which is
SCOWL's, http://wordlist.aspell.net: those of three letters and more from a to z, as capitals and apostrophes are of names
and of inflections.
"""

import pathlib
import re
import sys

WORD_LIST = pathlib.Path("/usr/share/dict/american-english-small")
HEADER = """# English words that are written small: SCOWL (wordlist.aspell.net), copyright 2000-2011 Kevin Atkinson. Made by
# lexicon/sources/common_words.py.
word
"""


def main():
    if not WORD_LIST.exists():
        sys.exit(f"common_words.py: no {WORD_LIST}: apt-get install wamerican-small")
    words = {word for word in WORD_LIST.read_text(encoding="utf-8").splitlines() if re.fullmatch("[a-z]{3,}", word)}
    sys.stdout.write(HEADER + "".join(f"{word}\n" for word in sorted(words)))


if __name__ == "__main__":
    main()
