#!/usr/bin/env python3
"""Names marked by people, as JSON Lines that `dateline eval` reads: gold_names.py gum DEV.conllu, meantime FOLDER, worldwide FOLDER,
or timeml FOLDER

gum: the proper nouns around the heads of GUM's persons, organizations, places and events, as train/mentions.py finds them. It marks
whole phrases; the names in them are found by its tags.

meantime: the named mentions (NAM) of persons, organizations and locations in the MEANTIME corpus (Minard et al. 2016). It marks whole
phrases too ("Spokeswoman Sandy Angers"), so that the strict measure is low for every program. Of each report the title, the date and
four sentences are read: beyond them not all is marked.

worldwide: the persons, organizations and places of half the articles of the English Worldwide Newswire (Shan et al. 2023), a checkout of
its repository; the texts of the other half are what train/name_teachers.py reads.

timeml: the dates (TIMEX3 of type DATE) of TimeBank or AQUAINT.
"""

import html
import json
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "train"))

GUM_TYPES = ["person", "organization", "place", "event"]
WORLDWIDE_TYPES = ["person", "organization", "place"]
MEANTIME_SENTENCES = 6
MEANTIME_TYPES = {"PER": "person", "ORG": "organization", "LOC": "place"}


def byte_places(text):
    """The byte at which each character begins, and the end."""
    place = [0]
    for char in text:
        place.append(place[-1] + len(char.encode()))
    return place


def line(identifier, text, spans, types):
    """spans: (begin, end, type) in characters; the file counts bytes."""
    place = byte_places(text)
    names = [{"span": [place[begin], place[end]], "type": kind} for begin, end, kind in spans]
    return json.dumps({"id": identifier, "text": text, "types": types, "names": names}, ensure_ascii=False)


def gum(path):
    import corpus
    import mentions

    for number, document in enumerate(corpus.read_conllu(path)):
        text, places = corpus.plain_text(document)
        spans = [(begins[first][0], begins[last - 1][1], kind) for sentence, begins in zip(document, places)
                 for first, last, kind in mentions.gum_names(sentence.words) if first < last and kind in GUM_TYPES]
        yield line(str(number), text, spans, GUM_TYPES)


def worldwide(folder):
    from world_news import articles

    for article in articles(pathlib.Path(folder), measured=True):
        yield line(article.name, article.text, article.names, WORLDWIDE_TYPES)


def joined(tokens):
    """The text of a MEANTIME document, whose blanks are not kept, and where each token is; title and date are paragraphs."""
    text, places, sentence, open_quotes = "", {}, None, False
    for token in tokens:
        word = token.text
        if sentence is not None and token.get("sentence") != sentence:
            text = text.rstrip() + ("\n\n" if int(sentence) < 2 else " ")
        sentence = token.get("sentence")
        closes = re.match(r"[,.;:!?)\]%”]|n't$|'(s|re|ve|ll|d|m)?$", word) or (word == '"' and open_quotes)
        if closes:
            text = text[:-1] if text.endswith(" ") else text
        places[token.get("t_id")] = (len(text), len(text) + len(word))
        open_quotes ^= word == '"'
        text += word + ("" if re.match(r"[(\[$€£“]$", word) or (word == '"' and open_quotes) else " ")
    return text.rstrip(), places


def meantime(folder):
    for path in sorted(pathlib.Path(folder).rglob("*.xml")):
        root = ElementTree.parse(path).getroot()
        text, places = joined(token for token in root.iter("token") if int(token.get("sentence")) < MEANTIME_SENTENCES)
        types = {entity.get("m_id"): MEANTIME_TYPES.get(entity.get("ent_type")) for entity in root.iter("ENTITY")}
        of = {source.get("m_id"): types.get(link.find("target").get("m_id")) for link in root.iter("REFERS_TO") for source in link.findall("source")}
        spans = []
        for mention in root.iter("ENTITY_MENTION"):
            anchors = [places[anchor.get("t_id")] for anchor in mention.findall("token_anchor") if anchor.get("t_id") in places]
            if mention.get("syntactic_type") == "NAM" and anchors and of.get(mention.get("m_id")):
                spans.append((min(anchors)[0], max(anchors)[1], of[mention.get("m_id")]))
        yield line(path.stem, text, sorted(spans), sorted(MEANTIME_TYPES.values()))


def timeml(folder):
    for path in sorted(pathlib.Path(folder).rglob("*.tml")):
        body = re.search(r"<TEXT>(.*)</TEXT>", path.read_text(encoding="utf-8"), re.S)
        text, spans, opened = "", [], []
        for part in re.findall(r"<[^>]+>|[^<]+", body[1]):
            if part.startswith("<TIMEX3"):
                opened.append((len(text), 'type="DATE"' in part))
            elif part.startswith("</TIMEX3"):
                begin, date = opened.pop()
                spans += [(begin, len(text), "date")] if date else []
            elif not part.startswith("<"):
                text += html.unescape(part)
        yield line(path.stem, text, spans, ["date"])


def main():
    kind, source = sys.argv[1:]
    for made in {"gum": gum, "meantime": meantime, "worldwide": worldwide, "timeml": timeml}[kind](source):
        print(made)


if __name__ == "__main__":
    sys.exit(main())
