#!/usr/bin/env python3
"""The commands as a person meets them: help, explain, eval, layers of a lexicon, exit statuses: commands.py DATELINE ROOT"""

import json
import shutil
import subprocess
import sys
import unittest

from command_line import ALL_DONE, DATELINE, NOTHING_READ, REPORT, ROOT, SOME_FAILED, USAGE, CommandLine


class Commands(CommandLine):
    def test_help_of_every_command(self):
        listed = self.run_dateline("help").stdout
        for command in ["code", "show", "explain", "parse", "times", "places", "statements", "find", "serve", "import", "lexicon", "eval", "version"]:
            self.assertIn(command, listed)
            self.assertIn("options:", self.run_dateline(command, "--help").stdout)

    def test_wrong_usage(self):
        for wrong in [["nonsense"], ["code", "--nonsense"], ["code", "-j", "0"], ["code", "--from", "pdf"], ["parse", "--to", "xml"], ["code", "--published"],
                      ["code", "--field", "text"], ["explain"], ["find"], ["code", "--to", "nonsense"]]:
            done = subprocess.run([DATELINE, *wrong], capture_output=True, text=True, stdin=subprocess.DEVNULL)
            self.assertEqual(done.returncode, USAGE, f"{wrong}: {done.stderr}")
            self.assertIn("dateline: ", done.stderr)

    def test_fields_of_crawlers(self):
        for fields in [{"maintext": REPORT, "date_publish": "2023-02-28 10:00:00", "source_domain": "example.org"},
                       {"text": REPORT, "date": "2023-02-28", "sitename": "example.org"},
                       {"text": REPORT, "publish_date": "2023-02-28T10:00:00Z", "source": "example.org"}]:
            record, = self.records(self.file("one.jsonl", json.dumps({**fields, "title": "T", "url": "u"}) + "\n"))
            report = record["report"]
            self.assertEqual((report["published"], report["source"], report["title"], report["url"]), ("2023-02-28", "example.org", "T", "u"))
        mapped, = self.records("--field", "text=story", "--field", "published=day", self.file("own.jsonl", json.dumps({"story": REPORT, "day": "2023-02-28"})))
        self.assertEqual(mapped["report"]["published"], "2023-02-28")

    def test_published_and_source_for_those_that_do_not_say(self):
        silent, speaking = self.file("a.txt", "The talks were held yesterday."), self.file("b.txt", "date 2020-01-05\n\nThe talks were held yesterday.")
        records = self.records("--published", "2023-02-28", "--source", "Wire", silent, speaking)
        self.assertEqual([r["report"]["published"] for r in records], ["2023-02-28", "2020-01-05"])
        self.assertEqual({r["report"]["source"] for r in records}, {"Wire"})

    def test_standard_input_and_output_file(self):
        out = self.folder / "out.jsonl"
        self.run_dateline("code", "-", "-o", out, input=REPORT)
        self.assertEqual(len(out.read_text().splitlines()), 1)

    def test_explain_names_rule_and_words(self):
        specimen = ROOT / "examples" / "specimen.txt"
        record, = self.records(specimen)
        statement = record["statements"][0]
        told = self.run_dateline("explain", specimen, "--statement", statement["id"]).stdout
        text = specimen.read_bytes()
        self.assertIn(text[statement["cue"][0]:statement["cue"][1]].decode(), told)
        self.assertIn("cues.tsv", told)
        event = next(v for v in record["events"] if "kind" in v)
        self.assertIn("seminar", self.run_dateline("explain", specimen, "--event", event["id"]).stdout)
        person = next(e for e in record["entities"] if "offices" in e)
        self.assertIn(person["offices"][0]["title"], self.run_dateline("explain", specimen, "--entity", person["id"]).stdout)
        self.run_dateline("explain", specimen, "--event", "v99", status=SOME_FAILED)

    def test_show_has_no_colour_in_a_pipe(self):
        self.assertNotIn("\033", self.run_dateline("show", ROOT / "examples" / "specimen.txt").stdout)

    def scores(self, *arguments, **more):
        """F1 by measure of what `eval --json` prints."""
        return {row["measure"]: row["f1"] for row in map(json.loads, self.run_dateline("eval", "--json", *arguments, **more).stdout.splitlines())}

    def test_eval_of_dates_places_and_names(self):
        timeml = ('<?xml version="1.0" ?>\n<TimeML><DCT><TIMEX3 tid="t0" value="2020-05-06T10:00">5 May</TIMEX3></DCT><TEXT>\nThe talks &amp; the vote failed '
                  '<TIMEX3 tid="t1" type="DATE" value="2020-05-05">yesterday</TIMEX3>, and the envoy <EVENT>left</EVENT> on '
                  '<TIMEX3 tid="t2" type="DATE" value="2020-05-07">3 May</TIMEX3>.\n</TEXT></TimeML>\n')
        folder = self.folder / "timeml"
        folder.mkdir()
        (folder / "a.tml").write_text(timeml)
        for path in (folder, folder / "a.tml"):
            self.assertEqual(self.scores(path), {"relaxed": 1, "strict": 1, "value": 0.5})
        toponyms = ('<?xml version="1.0"?>\n<article><text>The café in Nairobi closed. The envoy flew to Oslo.</text><toponyms>'
                    '<toponym><start>12</start><end>19</end><gaztag><lat>-1.28</lat><lon>36.82</lon></gaztag></toponym>'
                    '<toponym><start>46</start><end>50</end><gaztag><lat>0</lat><lon>0</lon></gaztag></toponym></toponyms></article>')
        for content in (toponyms, toponyms + "</articles>"):
            self.assertEqual(self.scores(self.file("toponyms.xml", content)), {"geotagging": 1, "161 km": 0.5})
        names = {"text": "Anna Okello met the envoy in Nairobi.", "types": ["person", "place"],
                 "names": [{"span": [0, 11], "type": "person"}, {"span": [26, 36], "type": "place"}]}
        scores = self.scores(self.file("names.jsonl", json.dumps(names) + "\n"))
        self.assertEqual((scores["strict"], scores["touching"]), (0.5, 1))

    def test_eval_of_broken_gold(self):
        for name, content in [("broken.tml", "<TimeML><TEXT>The talks"), ("broken.xml", "<article><text>"), ("notext.tml", "<TimeML></TimeML>")]:
            path = self.file(name, content)
            done = subprocess.run([DATELINE, "eval", path], capture_output=True, text=True, timeout=60)
            self.assertNotEqual(done.returncode, ALL_DONE)
            self.assertIn(path, done.stderr)

    def test_eval_of_a_folder_without_gold(self):
        path = self.folder / "empty"
        path.mkdir()
        done = subprocess.run([DATELINE, "eval", path], capture_output=True, text=True, timeout=60)
        self.assertNotEqual(done.returncode, ALL_DONE)
        self.assertIn(str(path), done.stderr)

    def test_places_alone_have_adjectives_and_names_in_names(self):
        text = "NAIROBI, Feb 28 (XYZ) - Kenyan police met the University of Kisumu near Uhuru Park. The White House was told.\n"
        found = json.loads(self.run_dateline("places", self.file("toponyms.txt", text)).stdout)
        toponyms = {text[t["span"][0]:t["span"][1]]: t for t in found["toponyms"]}
        self.assertEqual({name: t["as"] for name, t in toponyms.items()},
                         {"NAIROBI": "place", "Kenyan": "adjective", "Kisumu": "in a name", "Uhuru Park": "facility", "White House": "seat"})
        self.assertEqual([p["name"] for p in found["places"]], ["NAIROBI"])
        self.assertEqual(toponyms["Kisumu"]["country"], "KEN")
        self.assertEqual((toponyms["Uhuru Park"]["lat"], toponyms["Uhuru Park"]["lon"]), (found["places"][0]["lat"], found["places"][0]["lon"]))
        self.assertAlmostEqual(toponyms["White House"]["lat"], 38.9, 1)

    def test_times_alone_have_what_names_no_day(self):
        report = self.file("vague.txt", "The envoy now says that the talks of 3 May 2020 failed.")
        self.assertEqual([t["value"] for t in json.loads(self.run_dateline("times", report).stdout)["times"]], ["PRESENT_REF", "2020-05-03"])
        record, = self.records(report)
        self.assertEqual([t["value"] for t in record["times"]], ["2020-05-03"])

    def test_single_layers(self):
        specimen = ROOT / "examples" / "specimen.txt"
        for command, member in [("times", "times"), ("places", "places"), ("statements", "statements")]:
            self.assertTrue(json.loads(self.run_dateline(command, specimen).stdout)[member])
        rows = [line.split("\t") for line in self.run_dateline("parse", specimen).stdout.splitlines() if line[:1].isdigit()]
        self.assertEqual({len(row) for row in rows}, {10})

    def petrarch(self, **files):
        folder = self.folder / "dictionaries"
        folder.mkdir()
        for name, content in files.items():
            (folder / f"{name}.txt").write_bytes(content if isinstance(content, bytes) else content.encode())
        return folder

    def test_petrarch_dictionaries_become_a_layer(self):
        folder = self.petrarch(
            actors="# names\nZORAB_KELIAN_ ; a comment\n+Z._KELIAN_\n\t[ARMGOV 930101-970101]\n\t[ARMELI]\nBLUE_FRONT_ [KENREB]\n",
            agents="!PERSON! = MAN, MEN, WOMAN\nCATTLE!PERSON! [~AGR]\nSHIPOWNER {SHIPOWNERS} [~BUS]\n",
            verbs="&HALL_\n+HEADQUARTERS\n+HALL\n\n--- ABANDON [080] ---\nABANDON {ABANDONS}\n+CLEAR_OUT\n- * &HALL [0874] # why\n- * PLAN [---]\n")
        done = self.run_dateline("import", "petrarch", folder, "-o", self.folder / "mine")
        self.assertIn("3 codes of actors, 2 of agents, 3 rules; 0 lines were not converted", done.stderr)
        self.run_dateline("lexicon", "build", self.folder / "mine", "-o", self.folder / "mine.bin")
        report = self.file("report.txt", "The Blue Front abandoned its headquarters in Nakuru, Zorab Kelian said on Friday. A Kenyan shipowner praised the plan.")
        for day, code in [("1995-03-03", "ARMGOV"), ("2005-03-03", "ARMELI")]:
            record, = self.records(report, "--published", day, "--lexicon", self.folder / "mine.bin")
            codes = {e["name"]: e.get("actor") for e in record["entities"]}
            self.assertEqual((codes["Blue Front"], codes["Zorab Kelian"]), ("KENREB", code))
            self.assertIn("KENBUS", codes.values())
            self.assertIn(("RETREAT", "disarm", "0874"), [(v["type"], v.get("mode"), v.get("cameo")) for v in record["events"]])
            self.assertTrue(record["dateline"]["lexicon"].endswith("+mine"))
            self.assertIn("verbs.txt:8", self.run_dateline("explain", report, "--event", "v1", "--lexicon", self.folder / "mine.bin").stdout)

    def test_petrarch_lines_that_cannot_be_converted_are_told(self):
        folder = self.petrarch(
            actors=b"CAF\xc9_ [FRAGOV]\n\t[KEN\nA_NAME_ [KENGOV 990231-990301]\nB_NAME_ [ken]\nC_NAME_ [KENREB]\n",
            agents="!A! = !B!, X\n!B! = !A!\nFARMER!A! [~AGR]\nFARMER [AGR\nFARMER [~AGR]\n",
            verbs="- * STRAY [190]\n--- HIT [190] ---\nHIT\n- * &NOWHERE [190]\n- ONE TWO * [190]\n- * + [999]\n- NO STAR [190]\n&LOOP\n+&LOOP\n")
        done = self.run_dateline("import", "petrarch", folder, "-o", self.folder / "mine")
        for where in ["actors.txt:1: not UTF-8", "actors.txt:2: ", "actors.txt:3: ", "actors.txt:4: ", "agents.txt:3: ", "agents.txt:4: ", "verbs.txt:1: ",
                      "verbs.txt:4: ", "verbs.txt:5: ", "verbs.txt:6: ", "verbs.txt:7: ", "verbs.txt:9: a set within a set"]:
            self.assertIn(where, done.stderr)
        self.assertIn("1 codes of actors, 1 of agents, 1 rules", done.stderr)
        self.run_dateline("lexicon", "build", self.folder / "mine", "-o", self.folder / "mine.bin")

    def test_nothing_to_import(self):
        (self.folder / "empty").mkdir()
        self.assertIn("no file", self.run_dateline("import", "petrarch", self.folder / "empty", "-o", self.folder / "mine", status=NOTHING_READ).stderr)
        self.run_dateline("import", "petrarch", self.folder / "nowhere", "-o", self.folder / "mine", status=NOTHING_READ)
        self.run_dateline("import", "tabari", self.folder, status=USAGE)

    def test_lexicon_mistakes_have_line_numbers(self):
        folder = self.folder / "lexicon"
        shutil.copytree(ROOT / "lexicon", folder)
        cues = (folder / "cues.tsv").read_text()
        (folder / "cues.tsv").write_text(cues + "blurt\tnonsense\tclause\t-\n")
        done = self.run_dateline("lexicon", "check", folder, status=SOME_FAILED)
        self.assertIn(f"cues.tsv:{cues.count(chr(10)) + 1}", done.stderr)
        self.assertIn("nonsense", done.stderr)

    RULE = "rule {name}\n  verb {verbs}\n{conditions}  source subject\n  target object\n  event CONSULT 040\n  yes They met.\n  no They ran.\n\n"

    def layer(self, rules):
        (self.folder / "mine" / "rules").mkdir(parents=True, exist_ok=True)
        (self.folder / "mine" / "rules" / "mine.rules").write_text(rules)
        return [self.folder / "mine", ROOT / "lexicon"]

    def test_check_tells_which_rules_shadow_which(self):
        wide = self.RULE.format(name="wide", verbs="frobnicate, frob", conditions="  if object = *\n")
        narrow = self.RULE.format(name="narrow", verbs="frobnicate", conditions="  if object = army, navy\n")
        layers = self.layer(wide + narrow)
        told = self.run_dateline("lexicon", "check", *layers).stdout
        self.assertIn('rules/mine.rules:10: rule narrow never fires on "frobnicate": rule wide (rules/mine.rules:1)', told)
        layers = self.layer(narrow + wide)
        self.assertNotIn("never fires", self.run_dateline("lexicon", "check", *layers).stdout)
        told = self.run_dateline("lexicon", "check", "-v", *layers).stdout
        self.assertIn('verb "frobnicate": narrow (rules/mine.rules:1), then wide (rules/mine.rules:10)', told)

    def test_our_own_rules_do_not_shadow_each_other(self):
        self.assertEqual(f"{ROOT / 'lexicon'}: no mistakes\n", self.run_dateline("lexicon", "check", ROOT / "lexicon").stdout)

    def test_sets_stand_for_verbs_and_name_each_other(self):
        sets = "set some = frobnicate, frob\nset all = @some, grok\n"
        layers = self.layer(sets + self.RULE.format(name="any", verbs="@all", conditions=""))
        self.run_dateline("lexicon", "build", *layers, "-o", self.folder / "mine.bin")
        for verb in ("frobnicated", "grokked"):
            report = self.report(f"Kenya {verb} Uganda on Monday.\n")
            record, = self.records(report, "--published", "2026-01-02", "--lexicon", self.folder / "mine.bin")
            self.assertEqual(["event:any"], [event["by"] for event in record["events"]])

    def test_broken_rules_are_named_by_line(self):
        mistakes = {
            "rule r\n  verb *\n": (2, "would match everything"),
            "rule r\n  verb @nowhere\n": (2, "no set is called @nowhere"),
            "set one = @two\nset two = @one\n": (1, "no set is called @two"),
            "rule r\n  verb run\n  if sideways = x\n": (3, "no place of a rule"),
            "rule r\n  verb run\n  event NONSENSE\n": (3, "NONSENSE"),
            "rule r\n  verb run\n  event CONSULT 040\n": (1, "needs an example"),
            "rule r\n  event CONSULT 040\n  yes A.\n  no B.\n": (1, "neither verb nor noun"),
            "  verb run\n": (1, "outside a rule"),
            "set one\n": (1, "a set is written"),
        }
        for source, (line, message) in mistakes.items():
            done = self.run_dateline("lexicon", "check", *self.layer(source), status=SOME_FAILED)
            self.assertIn(f"rules/mine.rules:{line}: ", done.stderr, source)
            self.assertIn(message, done.stderr, source)

    def test_explain_says_whom_a_pronoun_means_and_who_lost(self):
        report = self.report("Senator Julia Weiss met Karin Lund in Vienna. She said that the talks had been useful.\n")
        told = self.run_dateline("explain", report, "--published", "2026-01-02", "--statement", "s1").stdout
        self.assertIn('speaker     "She"', told)
        self.assertIn("means     Julia Weiss", told)
        self.assertIn("not Karin Lund", told)
        # the nurses, whom nothing means, are not in the record; the numbers of those after them move
        report = self.report("The nurses slept. The soldiers left the town. They said that the war was over.\n")
        told = self.run_dateline("explain", report, "--published", "2026-01-02", "--statement", "s1").stdout
        self.assertIn("means     soldiers, who stands out most of those before\n", told)

    def test_explain_says_what_gave_the_force_and_what_lost(self):
        report = self.report("Ana Rojas urged the government to repair the dam. Luis Vega called the plan a mistake.\n")
        told = self.run_dateline("explain", report, "--statement", "s1").stdout
        self.assertRegex(told, r"not         rule statement:verb-object \(lexicon/cues.tsv:\d+\), which would have \"the government\"")
        self.assertIn('force       "mistake"', self.run_dateline("explain", report, "--statement", "s2").stdout)

    def test_explain_says_which_clues_weighed_most(self):
        report = self.report("The harbour master has been highly critical of the dredging plans.\n")
        told = self.run_dateline("explain", report, "--statement", "s1").stdout
        self.assertRegex(told, r"because     rule statement:learned-cue\n(.*\n)*  weighed     .*\"of\" \+0\.\d")

    def test_explain_says_what_made_a_gathering_and_its_roles(self):
        report = self.report("The ministry hosted a press conference in Lima. A meeting between Ghana and Togo took place in Accra.\n")
        told = self.run_dateline("explain", report, "--event", "v1").stdout
        self.assertRegex(told, r"because     rule gathering:press conference")
        self.assertRegex(told, r'host        "hosted"')
        self.assertRegex(told, r"not         rule gathering:conference \(lexicon/gatherings.tsv:\d+\): fits too, but asks for less")
        told = self.run_dateline("explain", report, "--event", "v2").stdout
        self.assertRegex(told, r'held        "took"')
        self.assertRegex(told, r'participant "between"')

    def test_explain_names_the_rule_that_lost(self):
        report = self.report("Egypt threatened to cut aid to Sudan on Monday.\n")
        told = self.run_dateline("explain", report, "--published", "2026-01-02", "--event", "v1").stdout
        self.assertIn("because     rule event:threaten-relations", told)
        self.assertIn('clause      "cut"', told)
        self.assertIn("not         rule event:threaten (lexicon/rules/words.rules:", told)
        self.assertIn("asks for less", told)
        report = self.report("The army cut off its relations with the party on Monday.\n")
        told = self.run_dateline("explain", report, "--published", "2026-01-02", "--event", "v1").stdout
        self.assertIn("does not hold: if object = ", told)

    def test_eval_of_categories(self):
        gold = self.folder / "gold.jsonl"
        lines = [{"text": "Police arrested five students in Cairo on Monday.", "label": "COERCE", "mode": "ARREST"},
                 {"text": "Iran accused Iraq of lying on Monday.", "label": "PROTEST", "mode": ""},
                 {"text": "It rained in Oslo on Monday.", "label": "PROTEST", "mode": ""}]
        gold.write_text("".join(json.dumps(line) + "\n" for line in lines))
        scores = {s["measure"]: s for s in map(json.loads, self.run_dateline("eval", "--json", gold).stdout.splitlines())}
        self.assertEqual(1, scores["COERCE"]["f1"])
        self.assertEqual(0, scores["PROTEST"]["recall"])
        self.assertEqual(1, scores["modes"]["f1"])
        self.assertEqual(0.5, scores["categories"]["macro_f1"])
        self.assertAlmostEqual(1 / 3, scores["categories"]["told_anywhere"], 3)

    def test_eval_leaves_out_what_did_not_take_place(self):
        gold = self.folder / "gold.jsonl"
        text = "Police did not arrest the students in Cairo on Monday. Iran accused Iraq of lying."
        gold.write_text(json.dumps({"text": text, "published": "2026-01-02", "events": [{"type": "ACCUSE", "source": [], "target": []}]}) + "\n")
        types, = [s for s in map(json.loads, self.run_dateline("eval", "--json", gold).stdout.splitlines()) if s["measure"] == "types"]
        self.assertEqual((1, 1), (types["precision"], types["recall"]))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
