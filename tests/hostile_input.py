#!/usr/bin/env python3
"""Input that is broken, huge or foreign: a clear error, and the rest is done: hostile_input.py DATELINE ROOT"""

import json
import os
import pathlib
import sys
import unittest

from command_line import NOTHING_READ, REPORT, ROOT, SOME_FAILED, USAGE, CommandLine


class HostileInput(CommandLine):
    def test_empty_file(self):
        self.fails(self.file("empty.txt", ""), "empty")
        self.fails(self.file("empty.jsonl", ""), "empty")

    def test_binary_file(self):
        self.fails(self.file("binary.txt", bytes(range(256)) * 20), "binary", "zero byte")

    def test_file_that_is_not_there(self):
        self.fails(str(self.folder / "nowhere.txt"), "No such file")

    def test_broken_utf8(self):
        record, = self.records(self.file("broken.txt", "Le café, l'été, déjà vu. ".encode() + b"A talk\xff was held."))
        self.assertIn("encoding", self.warnings(record))

    def test_latin_1_and_windows_1252(self):
        latin, = self.records(self.file("latin.txt", "Un café à Genève.".encode("latin-1")))
        self.assertIn("read as Latin-1", [w.get("detail") for w in latin["warnings"]])
        self.assertEqual(latin["report"]["bytes"], len("Un café à Genève.".encode()))
        windows, = self.records(self.file("windows.txt", "“No,” he said – café".encode("windows-1252")))
        self.assertIn("read as Windows-1252", [w.get("detail") for w in windows["warnings"]])

    def test_byte_order_mark_and_line_ends(self):
        record, = self.records(self.file("dos.txt", "\ufeffdate 2023-02-28\r\n\r\n" + REPORT.replace("\n", "\r\n")))
        self.assertEqual(record["report"]["published"], "2023-02-28")
        self.assertEqual({"encoding", "line ends"} & set(self.warnings(record)), {"encoding", "line ends"})

    def test_line_of_50_megabytes(self):
        self.fails(self.file("line.txt", b"word " * 10_000_000), "longer than a report may be")
        lines = self.file("lines.jsonl", json.dumps({"text": "word " * 10_000_000}) + "\n" + json.dumps({"text": REPORT}) + "\n")
        done = self.run_dateline("code", lines, status=SOME_FAILED)
        self.assertIn(f"{lines}:1", done.stderr)
        self.assertEqual(len(done.stdout.splitlines()), 1)

    def test_report_without_a_date(self):
        record, = self.records(self.file("dateless.txt", "The talks were held yesterday in Oslo."))
        self.assertNotIn("published", record["report"])
        self.assertIn("no publication date", self.warnings(record))
        self.assertNotIn("value", record["times"][0])

    def test_date_that_does_not_exist(self):
        record, = self.records(self.file("february.txt", "date 2023-02-31\n\nThe talks were held yesterday in Oslo."))
        self.assertIn("impossible date", self.warnings(record))
        self.assertNotIn("published", record["report"])
        done = self.run_dateline("code", "--published", "2023-02-31", self.file("good.txt", REPORT), status=USAGE)
        self.assertIn("2023-02-31", done.stderr)

    def test_lines_that_are_no_reports(self):
        lines = ["not json", '{"text": 5}', '{"title": "x"}', "[1]", '{"text": " "}', '{"text": "The talks failed.", "date": {}}']
        path = self.file("mixed.jsonl", "\n".join([*lines, json.dumps({"text": REPORT, "date": "2023-02-28"})]) + "\n")
        done = self.run_dateline("code", path, status=SOME_FAILED)
        for number in range(1, len(lines) + 1):
            self.assertIn(f"{path}:{number}: ", done.stderr)
        for word in ["not JSON", '"text" is a number', "--field text=NAME", "an array", "is empty", '"date" is an object']:
            self.assertIn(word, done.stderr)
        self.assertEqual([json.loads(line)["report"]["published"] for line in done.stdout.splitlines()], ["2023-02-28"])

    MODELS = ["en-fast", "en-accurate"]

    def test_other_languages(self):
        texts = {
            "spanish": "El ministro de Asuntos Exteriores se reunió el martes en Madrid con su homólogo de Marruecos y le dijo que la frontera quedaría abierta.",
            "german": "Der Außenminister traf am Dienstag in Berlin seinen Amtskollegen aus Marokko und sagte ihm, dass die Grenze offen bleiben werde.",
            "dutch": "De minister van Buitenlandse Zaken sprak dinsdag in Den Haag met zijn ambtgenoot uit Marokko en zei dat de grens open zou blijven.",
            "french": "Le ministre des Affaires étrangères a rencontré mardi à Paris son homologue du Maroc et lui a dit que la frontière resterait ouverte.",
            "turkish": "Dışişleri Bakanı salı günü Ankara'da Fas'tan gelen meslektaşı ile bir araya geldi ve ona sınırın bundan sonra da açık kalacağını söyledi dün akşam.",
            "russian": "Министр иностранных дел встретился во вторник в Москве со своим коллегой из Марокко и сказал ему, что граница останется открытой для всех граждан.",
            "arabic": "التقى وزير الخارجية يوم الثلاثاء في الرباط نظيره القادم من مدريد وقال له إن الحدود ستبقى مفتوحة أمام جميع المواطنين حتى نهاية العام الجاري",
            "urdu": "وزیر خارجہ نے منگل کو اسلام آباد میں مراکش سے آئے ہوئے اپنے ہم منصب سے ملاقات کی اور ان سے کہا کہ سرحد کھلی رہے گی",
        }
        for name, text in texts.items():
            record, = self.records(self.file(f"{name}.txt", text))
            self.assertIn("language", self.warnings(record), name)
            self.assertNotIn("language", record["report"], name)
        record, = self.records(self.file("mixed.txt", REPORT + "\n" + texts["spanish"] + "\n\n" + REPORT * 3))
        warning, = [w for w in record["warnings"] if w["what"] == "language"]
        begin, end = warning["span"]
        self.assertEqual((REPORT + "\n" + texts["spanish"]).encode()[begin:end].decode(), texts["spanish"])
        self.assertEqual(record["report"]["language"], "en")
        record, = self.records(self.file("good.txt", REPORT * 3))
        self.assertNotIn("language", self.warnings(record))

    def test_garbled_text(self):
        for name, text in {
            "controls": "The\x01 talks\x02 were\x03 held in Oslo.",
            "bidirectional": "The \u202etalks\u202c were \u2066held\u2069 in Oslo.",
            "private use": "The \ue000\ue001 talks were \U000f0000 held.",
            "unassigned": "The \u0378\u0379 talks were \U0003fff0 held.",
            "replaced": "The talk\ufffd were\ufffd held in Os\ufffdo.",
            "misread": "â€œThe talks wonâ€™t be held,â€ said the chargÃ© dâ€™affaires.",
        }.items():
            for model in self.MODELS:
                record, = self.records("--model", model, self.file("garbled.txt", text))
                self.assertIn("garbled text", self.warnings(record), name)
        record, = self.records(self.file("good.txt", REPORT + "Ægir Þórsson – “naïve”, €5; 한국; 🙂"))
        self.assertNotIn("garbled text", self.warnings(record))

    def test_sentence_of_20000_words_and_word_of_a_megabyte(self):
        for model in self.MODELS:
            for text in ["the old town and " * 5_000 + "fell.", "talks" * 200_000 + " were held.", "x-" * 2_000 + "y", "é" * 200_000, "(" * 4_000]:
                record, = self.records("--model", model, self.file("long.txt", text))
                self.assertEqual(record["report"]["bytes"], len(text.encode()))

    def test_statements_and_events_without_end(self):
        """Chains, marks and lists that no reporter writes are read in bounded time, and what can't be trusted is said."""
        texts = ["The minister said that " * 600 + "the dam was full.", "The army attacked the town and " * 600 + "left.", "Iran threatened to " * 900 + "go.",
                 "Gunmen killed " + ", ".join(f"{n} people" for n in range(2, 700)) + ".", "Gunmen killed " + "12 " * 2000 + "people.",
                 '" ' * 2000, "'a " * 20_000, "‘The dam " * 1000 + "’", "“‘" * 500 + "no" + "’”" * 500, "A: B " * 1000, "reportedly " * 2000]
        for text in texts:
            record, = self.records(self.file("endless.txt", text + "\n"), "--published", "2024-03-04")
            self.assertEqual(record["report"]["bytes"], len(text.encode()) + 1)
        record, = self.records(self.file("long.txt", texts[0]), "--published", "2024-03-04")
        self.assertIn("long sentence", self.warnings(record))

    def test_transcript_of_many_turns(self):
        record, = self.records(self.file("talk.txt", "\n\n".join(["KIM: We will rebuild the bridge.", "NOVAK: Who will pay for it?"] * 500)), "--published", "2024-03-04")
        self.assertEqual(len(record["statements"]), 1000)

    def test_quotation_that_never_closes(self):
        record, = self.records(self.file("open.txt", '"We will stay, Mayor Ines Duarte said.\n\nTraffic was stopped.\n'), "--published", "2024-03-04")
        self.assertIn("unclosed quotation", self.warnings(record))
        self.assertEqual([[0, 1]], [w["span"] for w in record["warnings"] if w["what"] == "unclosed quotation"])
        several = '"We will stay.\n\n"We will fight," Mayor Ines Duarte said.\n'
        record, = self.records(self.file("several.txt", several), "--published", "2024-03-04")
        self.assertNotIn("unclosed quotation", self.warnings(record))

    def test_long_names_and_lists(self):
        letters = [chr(97 + i % 26) + chr(97 + i // 26) for i in range(500)]
        name = " ".join(f"Kar{x}" for x in letters[:300])
        people = ", ".join(f"Anna Kar{x}ova" for x in letters)
        towns = [line.split("\t")[0].split("|")[0] for line in (ROOT / "lexicon" / "cities.tsv").read_text().splitlines()[2:902]]
        for text in [f"President {name} met the mayor on Monday.", f"The meeting was attended by {people} and Peter Olsen.", f"{people} and Peter Olsen said that the war must end.",
                     f"Rain fell in {', '.join(towns)} on Monday.", "Paris, " * 3000]:
            record, = self.records(self.file("long.txt", text + "\n"), "--published", "2024-03-04")
            self.assertTrue(record["entities"])

    def test_days_that_no_calendar_has(self):
        record, = self.records(self.file("days.txt", "It began on 31 February 2023, in year 0 and year 99999, and ended yesterday.\n"))
        self.assertEqual([(t.get("value"), t["by"]) for t in record["times"]], [(None, "deictic:yesterday")])
        self.assertIn("no publication date", self.warnings(record))

    def test_model_and_lexicon(self):
        report = self.file("good.txt", REPORT)
        models = pathlib.Path(os.environ["DATELINE_MODEL"]).parent
        for option, source in [*(("--model", models / f"{name}.model") for name in self.MODELS), ("--lexicon", os.environ["DATELINE_LEXICON"])]:
            whole = pathlib.Path(source).read_bytes()
            damaged = bytearray(whole)
            damaged[len(whole) // 2] ^= 0x55
            for name, content in [("truncated", whole[:len(whole) // 3]), ("header", whole[:10]), ("empty", b""), ("text", b"x" * 5000),
                                  ("damaged", bytes(damaged))]:
                path = self.file(name, content)
                done = self.run_dateline("code", option, path, report, status=NOTHING_READ)
                self.assertIn(path, done.stderr, name)
            missing = str(self.folder / "missing")
            self.assertIn(missing, self.run_dateline("code", option, missing, report, status=NOTHING_READ).stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
