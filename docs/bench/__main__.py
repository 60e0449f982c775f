"""Measures the program beside others that people put in its place: whole processes, in turn, on the same FAQs.

    python3 docs/bench                       # up to 100,000 entries, about a quarter of an hour
    python3 docs/bench --sizes 6,1k,10k,100k,1M --write
    python3 docs/bench --quick --no-install --program target/release/faq   # a few seconds: does all of this still work?
    python3 docs/bench --again --write       # the last results once more, nothing is run

What it prints is Markdown: each goal with what was measured, and the times of all. `--write` puts that into
docs/performance.md and draws docs/pictures/cost.svg. What others need is built or installed under its ordinary name;
all files are in the folder `target/bench`. docs/performance.md tells what the figures mean.
"""

import argparse
import datetime
import json
import os
import pathlib
import platform
import subprocess
import sys
import tempfile
import time

# The folder stays as it is.
sys.dont_write_bytecode = True

import corpora
import picture
import program
import report
import rivals
from measure import installed, instructions, medians, ratio, rounds, run, run_with_memory, spread

# From here on there is an index to make: below, the file is read and searched as fast as one is opened.
INDEXED = 10_000


def number(text):
    return int(float(text.lower().replace("k", "e3").replace("m", "e6")))


def machine():
    """The processor, how many of its cores, and how much memory."""
    model, memory = platform.machine(), "?"
    try:
        lines = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
        model = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), model)
        kilobytes = pathlib.Path("/proc/meminfo").read_text().split()[1]
        memory = f"{int(kilobytes) / 2**20:.0f} GB"
    except OSError:
        pass
    return f"{model}, {os.cpu_count()} cores, {memory} of memory, {platform.system()} {platform.release().split('-')[0]}"


class Bench:
    """One run: what is asked for, what is there, and what was found."""

    def __init__(self, arguments, empty):
        self.arguments = arguments
        self.work = arguments.work.resolve()
        self.work.mkdir(parents=True, exist_ok=True)
        home = self.work / "home"
        home.mkdir(exist_ok=True)
        environment = {"PATH": os.environ["PATH"], "HOME": str(home), "XDG_CACHE_HOME": str(home / ".cache"), "LC_ALL": "C.UTF-8"}
        self.rivals = rivals.Rivals(self.work, environment, not arguments.no_install)
        self.faq = program.Program(installed(arguments.program, self.work), self.work, environment)
        # Each question is asked in an empty folder, so that no FAQ is found there.
        os.chdir(empty)
        self.found = {"load": os.getloadavg()[0], "sizes": {}, "missing": self.rivals.missing, "versions": rivals.versions(self.rivals.programs)}

    def say(self, text):
        print(f"{time.strftime('%H:%M:%S')} {text}", file=sys.stderr)

    def size(self, size):
        """All about a FAQ of one size."""
        found = {}
        self.say(f"{size} entries: preparing")
        if size >= INDEXED:
            found["first"] = self.first_questions(size)
        found["built"] = self.rivals.prepare(size)
        ours = [self.faq.contender(size, self.arguments.questions)]
        if size != corpora.SMALLEST:
            ours.append(self.faq.contender(size, self.arguments.questions, "faq-no-cache", ["--no-cache"]))
        # The first question leaves an index for the others.
        question = next(iter(ours[0].questions.values()))[0]
        run(ours[0].command(question), self.faq.environment, fine=(0, 1))
        contenders = ours + list(self.rivals.contenders(size, self.arguments.questions))
        self.say(f"{size} entries: {', '.join(contender.name for contender in contenders)}")
        found["rounds"] = rounds(contenders, self.faq.environment, self.arguments.budget, self.arguments.rounds, self.work)
        contenders.sort(key=lambda contender: contender.name)
        found["times"] = {contender.name: medians(contender) for contender in contenders}
        found["memory"] = {contender.name: contender.memory for contender in contenders}
        found["ratios"] = {
            f"{one.name}/{other.name}": ratio(one, other) for one in ours for other in contenders if other not in ours
        }
        if "hard" in ours[0].questions:
            found["hard"] = {other.name: ratio(ours[0], other, ["hard"]) for other in contenders if other not in ours}
        found["quality"] = self.faq.quality(size)
        if size != corpora.SMALLEST:
            found["text"] = corpora.text_bytes(self.work / "corpora", size)
            self.say(f"{size} entries: batches")
            self.batches(size, found)
        self.found["sizes"][str(size)] = found

    def first_questions(self, size):
        """Questions that leave an index, each beside an index that tantivy makes."""
        self.say(f"{size} entries: first questions")
        ours, theirs = [], []
        for _ in range(self.arguments.rounds):
            ours.append(self.faq.first_question(size))
            if "tantivy" in self.rivals.programs:
                theirs.append(self.rivals.build_tantivy(size, str(self.work / "afresh")))
        found = {"seconds": spread([each[0] for each in ours]), "memory": max(each[1] or 0 for each in ours), "bytes": ours[-1][2]}
        if theirs:
            found["ratio"] = spread([our[0] / their[0] for our, their in zip(ours, theirs)])
            found["tantivy"] = spread([each[0] for each in theirs])
        shown, silent = self.faq.progress(size)
        return found | {"progress": shown, "silent": silent}

    def batches(self, size, found):
        found["batch"] = {}
        has_rival = "tantivy" in self.rivals.programs
        for threads in sorted({1, program.THREADS}) if has_rival else [1]:
            rival = self.rivals.batch(size, threads) if has_rival else None
            found["batch"][str(threads)] = self.faq.batch(size, rival, self.arguments.budget / 6, self.arguments.rounds)
        answered, hard = self.faq.latency(size, self.arguments.rounds)
        for name, each in [("cases", answered), ("hard", hard), ("all", answered + hard)]:
            slowest = program.slowest_in_a_hundred(each)
            middle = sorted(each)[len(each) // 2]
            found.setdefault("latency", {})[name] = [middle, slowest, slowest / middle]

    def growth(self):
        """An indexed question at each size, in turn with the others."""
        indexed = [size for size in self.arguments.sizes if size >= INDEXED]
        contenders = [self.faq.contender(size, self.arguments.questions, str(size)) for size in indexed]
        if len(contenders) < 2:
            return
        self.say("growth")
        rounds(contenders, self.faq.environment, self.arguments.budget / 2, self.arguments.rounds, self.work)
        contenders.sort(key=lambda contender: int(contender.name))
        for smaller, larger in zip(contenders, contenders[1:]):
            self.found.setdefault("growth", {})[f"{larger.name}/{smaller.name}"] = ratio(larger, smaller)

    def without_a_clock(self):
        """What is the same whenever it is measured, or nearly."""
        self.say("size, packages, memory, instructions")
        if not self.arguments.no_install:
            self.found["features"] = program.sizes(self.work)
        small = [self.faq.path, "ask", "what role does the US play"]
        self.found["memory"] = run_with_memory(small, self.faq.environment, self.work)[1]
        counted = {"6": instructions(small, self.faq.environment, self.work)}
        if 10_000 in self.arguments.sizes:
            question = corpora.cases(self.work / "corpora", 10_000)["exact"][0][0]
            for name, options in [("10k, --no-cache", ["--no-cache"]), ("10k", [])]:
                words = [self.faq.path, "ask", *options, *self.faq.file(10_000), "--", question]
                counted[name] = instructions(words, self.faq.environment, self.work)
        self.found["instructions"] = counted

    def all(self):
        if self.found["load"] > 0.5:
            self.say(f"this machine is busy, with a load of {self.found['load']:.1f}: ratios will spread, times mean little")
        corpora.make(self.work / "corpora", self.arguments.sizes)
        for size in self.arguments.sizes:
            self.size(size)
        self.growth()
        self.without_a_clock()
        self.found["machine"], self.found["date"] = machine(), datetime.date.today().isoformat()
        return self.found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="6,1k,10k,100k", help="how many entries, with commas")
    parser.add_argument("--program", type=pathlib.Path, help="the built program; otherwise it is built")
    parser.add_argument("--work", type=pathlib.Path, default=program.ROOT / "target/bench", metavar="DIR")
    parser.add_argument("--budget", type=float, default=60, help="seconds of rounds for each size")
    parser.add_argument("--questions", type=int, default=10, help="questions of each kind")
    parser.add_argument("--rounds", type=int, default=3, help="rounds at least, and of what takes long at most")
    parser.add_argument("--no-install", action="store_true", help="build and install nothing: compare with what is there already")
    parser.add_argument("--quick", action="store_true", help="tiny FAQs and few rounds")
    parser.add_argument("--again", action="store_true", help="show the last results once more")
    parser.add_argument("--write", action="store_true", help="into docs/performance.md and docs/pictures/cost.svg")
    arguments = parser.parse_args()
    results = arguments.work / "results.json"
    if not arguments.again:
        if arguments.quick:
            arguments.sizes, arguments.budget, arguments.questions, arguments.rounds = "6,30", 0, 1, 1
        arguments.sizes = sorted(set(map(number, arguments.sizes.split(","))))
        if arguments.program is None:
            subprocess.run(["cargo", "build", "--locked", "--release", "--quiet"], cwd=program.ROOT, check=True)
            arguments.program = program.ROOT / "target/release/faq"
        with tempfile.TemporaryDirectory() as empty:
            found = Bench(arguments, empty).all()
        results.write_text(json.dumps(found, indent=1))
    found = json.loads(results.read_text())
    shown = report.markdown(found)
    print(shown)
    drawn = picture.draw(found)
    if arguments.write:
        report.write(program.ROOT / "docs/performance.md", shown)
        (program.ROOT / "docs/pictures/cost.svg").write_text(drawn)


if __name__ == "__main__":
    main()
