"""Times 10,000 rules against 1,000: python3 bench/rules.py BUILD_FOLDER REPORTS...

The rules are made of the verbs and nouns of the reports themselves, commonest first, so that they are tried on real words as often as
rules can be: each has one verb and asks for an object of up to three nouns. Once with a thousand verbs, ten rules each, and once with a
hundred, a hundred rules each. The two are run in turn; the ratio is of the medians.
"""
import collections
import pathlib
import random
import resource
import statistics
import subprocess
import sys
import tempfile

VERBS, NOUNS, RUNS = (1000, 100), 3000, 9


def words_of(dateline, reports):
    parsed = subprocess.run([dateline, "parse", "-q", *reports], capture_output=True, text=True, check=True).stdout
    verbs, nouns = collections.Counter(), collections.Counter()
    for line in parsed.splitlines():
        columns = line.split("\t")
        if len(columns) == 10 and columns[2].isalpha():
            if columns[3] == "VERB":
                verbs[columns[2].lower()] += 1
            elif columns[3] == "NOUN":
                nouns[columns[2].lower()] += 1
    return [w for w, _ in verbs.most_common(max(VERBS))], [w for w, _ in nouns.most_common(NOUNS)]


def write_rules(folder, count, verbs, nouns):
    dice = random.Random(1)
    (folder / "rules").mkdir(parents=True)
    with open(folder / "rules" / "made.rules", "w") as rules:
        for i in range(count):
            objects = ", ".join(sorted(dice.sample(nouns, dice.randint(1, 3))))
            rules.write(f"rule made-{i}\n  verb {verbs[i % len(verbs)]}\n  if object = {objects}\n  source subject\n  target object\n"
                        f"  event CONSULT 040\n  from made.py:{i + 1}\n\n")


def seconds(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def compare(dateline, verbs, nouns, reports):
    ours = pathlib.Path(__file__).parent.parent / "lexicon"
    with tempfile.TemporaryDirectory() as where:
        commands = {}
        for count in (1000, 10000):
            layer, compiled = pathlib.Path(where) / f"rules-{count}", f"{where}/{count}.bin"
            write_rules(layer, count, verbs, nouns)
            subprocess.run([dateline, "lexicon", "build", str(layer), str(ours), "-o", compiled], check=True)
            commands[count] = [dateline, "code", "-q", "-j", "1", "--lexicon", compiled, *reports]
        times = {count: [] for count in commands}
        for _ in range(RUNS):
            for count, command in commands.items():
                times[count].append(seconds(command))
        few, many = (statistics.median(times[count]) for count in (1000, 10000))
        print(f"{len(verbs)} verbs, {len(nouns)} nouns: 10,000 rules take {many / few:.3f} times as long as 1,000 ({few:.2f} s, {many:.2f} s)")


def main():
    dateline, reports = str(pathlib.Path(sys.argv[1]) / "bin" / "dateline"), sys.argv[2:]
    verbs, nouns = words_of(dateline, reports)
    for count in VERBS:
        compare(dateline, verbs[:count], nouns, reports)


if __name__ == "__main__":
    main()
