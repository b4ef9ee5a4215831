"""The command line in a folder of its own: what hostile_input.py, stores.py and commands.py test with, each called DATELINE ROOT."""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import jsonschema

DATELINE, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
REPORT = "NAIROBI, Feb 28 (XYZ) - The minister of health, Anna Okello, said on Tuesday that the clinic in Mombasa would open.\n"
SCHEMA = jsonschema.Draft202012Validator(json.loads((ROOT / "docs" / "record.schema.json").read_text(encoding="utf-8")))
ALL_DONE, SOME_FAILED, USAGE, NOTHING_READ = 0, 1, 2, 3


class CommandLine(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="dateline-"))
        self.addCleanup(shutil.rmtree, self.folder)

    def file(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    def run_dateline(self, *arguments, status=ALL_DONE, **more):
        done = subprocess.run([DATELINE, *map(str, arguments)], capture_output=True, text=True, timeout=120, **more)
        self.assertEqual(done.returncode, status, done.stderr)
        self.assertNotIn("Sanitizer", done.stderr)
        return done

    def records(self, *arguments, **more):
        records = [json.loads(line) for line in self.run_dateline("code", *arguments, **more).stdout.splitlines()]
        for record in records:
            SCHEMA.validate(record)
        return records

    def report(self, text):
        path = self.folder / "report.txt"
        path.write_text(text)
        return path

    def fails(self, path, *words, beside=True):
        """Coding the file fails with these words; a good report beside it is coded all the same."""
        alone = self.run_dateline("code", path, status=NOTHING_READ)
        for word in (path, *words):
            self.assertIn(word, alone.stderr)
        good = self.file("good.txt", REPORT)
        both = self.run_dateline("code", path, good, status=SOME_FAILED)
        self.assertEqual(len(both.stdout.splitlines()), 1)

    def warnings(self, record):
        return [warning["what"] for warning in record["warnings"]]
