#!/usr/bin/env python3
"""The store: full disks, quotas, old versions, a kill in the middle; nothing that was stored is lost: stores.py DATELINE ROOT"""

import json
import os
import resource
import sqlite3
import subprocess
import sys
import unittest

from command_line import DATELINE, NOTHING_READ, REPORT, ROOT, SOME_FAILED, CommandLine


class Stores(CommandLine):
    def count(self, store, table="reports"):
        with sqlite3.connect(store) as db:
            self.assertEqual(db.execute("PRAGMA integrity_check").fetchone(), ("ok",))
            return db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]

    def test_unwritable_store(self):
        store = self.folder / "nowhere" / "news.sqlite"
        done = self.run_dateline("code", self.file("good.txt", REPORT), "--to", f"sqlite:{store}", status=NOTHING_READ)
        self.assertIn(str(store), done.stderr)

    def test_file_that_is_no_store(self):
        for content in [b"this is no database" * 100, b""]:
            store = self.file("other.sqlite", content)
            if not content:
                with sqlite3.connect(store) as db:
                    db.execute("CREATE TABLE mine (x)")
            done = self.run_dateline("code", self.file("good.txt", REPORT), "--to", f"sqlite:{store}", status=NOTHING_READ)
            self.assertIn(store, done.stderr)

    def test_coding_twice_codes_once(self):
        store = self.folder / "news.sqlite"
        for _ in range(2):
            self.run_dateline("code", ROOT / "examples", "--to", f"sqlite:{store}")
        self.assertEqual(self.count(store), len(list((ROOT / "examples").iterdir())))

    def test_store_of_the_version_before(self):
        """It gets what is new, and keeps what it has."""
        store = self.folder / "news.sqlite"
        self.run_dateline("code", ROOT / "examples", "--to", f"sqlite:{store}")
        before = self.count(store)
        with sqlite3.connect(store) as db:
            db.executescript("DROP TABLE counts; PRAGMA user_version = 1;")
        report = self.report("Gunmen killed 12 people in Kabul on Monday.\n")
        self.run_dateline("code", report, "--published", "2026-01-02", "--to", f"sqlite:{store}")
        self.assertEqual(self.count(store), before + 1)
        with sqlite3.connect(store) as db:
            self.assertEqual([("kill", 12, 0, "people")], db.execute("SELECT what, count, approximate, of FROM counts").fetchall())
            self.assertEqual((2,), db.execute("PRAGMA user_version").fetchone())

    def test_store_of_a_version_to_come(self):
        store = self.folder / "news.sqlite"
        self.run_dateline("code", ROOT / "examples", "--to", f"sqlite:{store}")
        with sqlite3.connect(store) as db:
            db.execute("PRAGMA user_version = 99")
        self.assertIn("version 99", self.run_dateline("find", store, "peace", status=NOTHING_READ).stderr)

    def many(self, count, length):
        return self.file("many.jsonl", "".join(json.dumps({"text": f"On day {n}, " + REPORT * length}) + "\n" for n in range(count)))

    def test_quota(self):
        """What was stored before the quota was reached is still there, and whole; the message names the store."""
        store = self.folder / "news.sqlite"
        self.run_dateline("code", ROOT / "examples", "--to", f"sqlite:{store}")
        before = self.count(store)

        def set_quota():
            resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))
        done = subprocess.run([DATELINE, "code", self.many(300, 40), "--to", f"sqlite:{store}"], capture_output=True, text=True, preexec_fn=set_quota)
        self.assertEqual(done.returncode, SOME_FAILED, done.stderr)
        self.assertIn("news.sqlite", done.stderr)
        self.assertGreaterEqual(self.count(store), before)

    def test_full_disk(self):
        """The same on a disk that is full: a small tmpfs in a mount namespace of its own."""
        disk = self.folder / "disk"
        disk.mkdir()
        script = """
            mount -t tmpfs -o size=2m none "$2" || exit 99
            "$1" code "$3" --to "sqlite:$2/news.sqlite" || exit 98
            "$1" code "$4" --to "sqlite:$2/news.sqlite"; status=$?
            "$1" find "$2/news.sqlite" anniversary
            exit $status"""
        namespace = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--mount"]
        done = subprocess.run([*namespace, "sh", "-c", script, "sh", DATELINE, disk, ROOT / "examples", self.many(300, 40)],
                              capture_output=True, text=True)
        if done.stderr.startswith("unshare:"):  # as in some containers
            self.skipTest("this machine allows no mounts; test_quota fills the store as well")
        self.assertEqual(done.returncode, SOME_FAILED, done.stderr)
        self.assertIn("news.sqlite", done.stderr)
        self.assertIn("full", done.stderr)
        self.assertIn("specimen.txt", done.stdout)

    def test_full_standard_output(self):
        with open("/dev/full", "w") as full:
            done = subprocess.run([DATELINE, "code", ROOT / "examples"], stdout=full, stderr=subprocess.PIPE, text=True)
        self.assertEqual(done.returncode, SOME_FAILED)
        self.assertIn("No space left", done.stderr)

    def test_killed_in_the_middle(self):
        store = self.folder / "news.sqlite"
        self.run_dateline("code", ROOT / "examples", "--to", f"sqlite:{store}")
        before = self.count(store)
        reports = self.many(2000, 5)
        running = subprocess.Popen([DATELINE, "code", reports, "--to", f"sqlite:{store}"])
        try:
            running.wait(timeout=1.0)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()
        self.assertGreaterEqual(self.count(store), before)
        self.run_dateline("code", reports, "--to", f"sqlite:{store}")
        self.assertEqual(self.count(store), before + 2000)

    def test_find(self):
        store = self.folder / "news.sqlite"
        self.run_dateline("code", ROOT / "examples", "--to", f"sqlite:{store}")
        hits = [json.loads(line) for line in self.run_dateline("find", store, "--said", "condemn", "--json").stdout.splitlines()]
        self.assertTrue(hits)
        self.assertEqual({hit["label"] for hit in hits}, {"condemn"})
        words = self.run_dateline("find", store, "anniversary").stdout
        self.assertIn("specimen.txt", words)
        self.run_dateline("find", store, "it's \"odd")
        gatherings = self.run_dateline("find", store, "--type", "seminar", "--from", "2023-01-01", "--to", "2023-12-31", "--json").stdout
        self.assertEqual(len(gatherings.splitlines()), 1)
        self.run_dateline("find", self.folder / "none.sqlite", "x", status=NOTHING_READ)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
