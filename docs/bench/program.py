"""What is measured of the program itself, beside how long it takes: size, packages, memory, quality, latency."""

import json
import os
import pathlib
import pty
import shutil
import statistics
import subprocess
import time

import corpora
from measure import Contender, run, run_with_memory, spread

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
TARGET = "x86_64-unknown-linux-gnu"
THREADS = os.cpu_count() or 1


class Program:
    """The built program, and the folders it works in."""

    def __init__(self, path, work, environment):
        self.path, self.work = str(path), work
        self.environment = environment | {"FAQ_CACHE_DIR": str(work / "cache")}
        # An index that is thrown away and made anew.
        self.first = work / "first"
        self.afresh = environment | {"FAQ_CACHE_DIR": str(self.first)}

    def file(self, size):
        return [] if size == corpora.SMALLEST else ["--file", str(self.work / "corpora" / f"{size}.json")]

    def contender(self, size, each, name="faq", options=()):
        start = [self.path, "ask", *options, *self.file(size), "--"]
        return Contender(name, lambda question: [*start, question], corpora.questions(self.work / "corpora", size, each))

    def first_question(self, size):
        """Seconds and memory of a question that finds no index and leaves one; and the bytes of that."""
        shutil.rmtree(self.first, ignore_errors=True)
        question = corpora.cases(self.work / "corpora", size)["exact"][0][0]
        seconds, memory = run_with_memory([self.path, "ask", *self.file(size), "--", question], self.afresh, self.work)
        kept = sum(file.stat().st_size for file in self.first.rglob("*") if file.is_file()) if self.first.exists() else 0
        return seconds, memory, kept

    def progress(self, size):
        """Seconds until a first question shows progress at a terminal, or None; and whether it shows any in a pipe."""
        question = corpora.cases(self.work / "corpora", size)["exact"][0][0]
        command = [self.path, "ask", *self.file(size), "--", question]
        environment = self.afresh | {"TERM": "xterm-256color"}
        shutil.rmtree(self.first, ignore_errors=True)
        ours, theirs = pty.openpty()
        began, shown = time.monotonic(), None
        process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=theirs)
        os.close(theirs)
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:
                break
            if not piece:
                break
            shown = shown or time.monotonic() - began
        process.wait()
        os.close(ours)
        shutil.rmtree(self.first, ignore_errors=True)
        silent = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True).stderr == b""
        return shown, silent

    def quality(self, size, options=()):
        """The share of questions of each kind whose first match is right."""
        cases = corpora.cases(self.work / "corpora", size)
        lines = "".join(question + "\n" for rows in cases.values() for question, _ in rows)
        command = [self.path, "ask", "--json", "--top", "1", *options, *self.file(size), "-"]
        said = subprocess.run(command, env=self.environment, input=lines, capture_output=True, text=True, check=False)
        replies = iter(said.stdout.splitlines())
        right = {}
        for kind, rows in cases.items():
            firsts = [(json.loads(next(replies))["matches"] or [{"id": None}])[0]["id"] for _ in rows]
            right[kind] = sum(first == wanted for first, (_, wanted) in zip(firsts, rows)) / len(rows)
        return right

    def batch(self, size, rival, seconds, least):
        """Questions a second, ours and theirs, and the ratio in the same rounds; `rival` may be None."""
        file = self.work / "batch"
        cases = corpora.cases(self.work / "corpora", size)
        asked = [question for rows in cases.values() for question, _ in rows]
        file.write_text("".join(question + "\n" for question in asked))
        ours = [self.path, "ask", "--answer-only", *self.file(size), "-"]
        commands = [ours, rival] if rival else [ours]
        took = [[] for _ in commands]
        began = time.monotonic()
        while len(took[0]) <= least or (time.monotonic() - began < seconds and len(took[0]) < 30):
            for each, command in zip(took, commands):
                each.append(run(command, self.environment, stdin=str(file), fine=(0, 1)))
        # The first round warms the page cache.
        took = [each[1:] for each in took]
        speeds = [len(asked) / statistics.median(each) for each in took]
        return speeds, spread([theirs / ours for ours, theirs in zip(*took)]) if rival else None

    def latency(self, size, times):
        """Seconds from a question to its answer in one process that waits for each, by question: those with an answer,
        and the hard ones."""
        cases = corpora.cases(self.work / "corpora", size)
        asked = [question for rows in cases.values() for question, _ in rows]
        hard = corpora.hard(self.work / "corpora", size)
        found = [[] for _ in asked + hard]
        for _ in range(times):
            command = [self.path, "ask", "--json", *self.file(size), "-"]
            process = subprocess.Popen(command, env=self.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            # The first one waits for the index to be opened.
            for number, question in [(None, asked[0]), *enumerate(asked + hard)]:
                began = time.perf_counter()
                process.stdin.write(question.encode() + b"\n")
                process.stdin.flush()
                process.stdout.readline()
                if number is not None:
                    found[number].append(time.perf_counter() - began)
            process.stdin.close()
            process.wait()
        each = [statistics.median(took) for took in found]
        return each[: len(asked)], each[len(asked) :]


def slowest_in_a_hundred(values):
    """The value that one in a hundred reaches."""
    return sorted(values)[max(0, len(values) - 1 - len(values) // 100)]


def packages(options):
    """How many packages the program is made of, itself among them."""
    cargo = ["cargo", "tree", "--locked", "-e", "normal", "--target", TARGET, "--prefix", "none", *options]
    said = subprocess.run(cargo, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return len({line.split()[0] for line in said.splitlines() if line.strip()})


# The least that is a program.
LEAST = ["--no-default-features", "--features", "cli"]


def built(work, options):
    """Packages, and bytes of the stripped program, with these features."""
    target = work / "features"
    subprocess.run(["cargo", "build", "--locked", "--release", "--quiet", "--target-dir", target, *options], cwd=ROOT, check=True)
    return [packages(options), (target / "release/faq").stat().st_size]


def sizes(work):
    """The smallest program and the whole one; docs/bench/features.py has what lies between."""
    return {"cli": built(work, LEAST), "default": built(work, [])}
