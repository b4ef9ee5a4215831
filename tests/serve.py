#!/usr/bin/env python3
"""The reading room: its answers over HTTP, and its page in a real browser: serve.py DATELINE ROOT"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import urllib.error
import urllib.request

DATELINE, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])


class ReadingRoom(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="dateline-serve-"))
        cls.store = cls.folder / "news.sqlite"
        subprocess.run([DATELINE, "code", ROOT / "examples", "--to", f"sqlite:{cls.store}"], check=True)
        cls.running = subprocess.Popen([DATELINE, "serve", cls.store, "--port", "0"], stdout=subprocess.PIPE, text=True)
        cls.address = re.search(r"http://[\d.:]+", cls.running.stdout.readline())[0]

    @classmethod
    def tearDownClass(cls):
        cls.running.terminate()
        status = cls.running.wait(timeout=10)
        cls.running.stdout.close()
        shutil.rmtree(cls.folder)
        if status:
            raise SystemExit(f"the server ended with {status}")

    def get(self, path, **more):
        with urllib.request.urlopen(urllib.request.Request(self.address + path, **more), timeout=10) as response:
            return response.read()

    def refused(self, path, **more):
        with self.assertRaises(urllib.error.HTTPError) as caught:
            self.get(path, **more)
        self.assertTrue(json.loads(caught.exception.read())["error"])
        caught.exception.close()
        return caught.exception.code

    def test_counts(self):
        self.assertEqual(json.loads(self.get("/api/counts"))["reports"], len(list((ROOT / "examples").iterdir())))

    def test_find(self):
        found = json.loads(self.get("/api/find?said=condemn"))
        self.assertEqual({hit["label"] for hit in found["hits"]}, {"condemn"})
        self.assertFalse(found["more"])
        cut = json.loads(self.get("/api/find?limit=2"))
        self.assertEqual((len(cut["hits"]), cut["more"]), (2, True))
        self.assertEqual(json.loads(self.get("/api/find?words=%22"))["hits"], [])

    def test_report(self):
        hit = json.loads(self.get("/api/find?type=seminar&from=2023-01-01"))["hits"][0]
        answer = json.loads(self.get(f"/api/reports/{hit['report']}"))
        self.assertEqual(answer["text"].encode(), (ROOT / "examples" / "specimen.txt").read_bytes())
        self.assertEqual(answer["record"]["report"]["id"], hit["report"])

    def test_what_is_refused(self):
        self.assertEqual(self.refused("/api/reports/none"), 404)
        self.assertEqual(self.refused("/../etc/passwd"), 404)
        self.assertEqual(self.refused("/api/find", method="POST", data=b"x"), 405)
        self.assertEqual(self.refused("/", headers={"Host": "elsewhere.example"}), 421)

    def test_usage(self):
        for wrong in [[self.store, "--port", "x"], [self.store, "--port", "70000"], [], [self.store, "--address", "here"]]:
            self.assertEqual(subprocess.run([DATELINE, "serve", *wrong], capture_output=True).returncode, 2, wrong)
        self.assertEqual(subprocess.run([DATELINE, "serve", self.folder / "none.sqlite"], capture_output=True).returncode, 3)

    def page(self, path):
        return subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={self.folder}/browser",
                               "--window-size=1300,900", "--virtual-time-budget=10000", "--dump-dom", self.address + path],
                              capture_output=True, text=True, timeout=90).stdout

    def test_first_report_opens_by_itself(self):
        self.assertIn("Who said what", self.page("/"))

    def test_page_in_a_browser(self):
        hit = json.loads(self.get("/api/find?type=seminar&from=2023-01-01"))["hits"][0]
        page = self.page(f"/#report={hit['report']}&item=s1")
        self.assertIn("Who said what", page)
        self.assertRegex(page, r'class="[^"]*chosen')
        self.assertRegex(page, r'class="person"[^>]*>Khazar Farhadov<')
        self.assertIn(f"{len(list((ROOT / 'examples').iterdir()))} reports", page)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
