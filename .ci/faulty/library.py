"""A FAQ that is big enough to be indexed, and commands that make its index or use it."""

import json
import os
import pathlib
import random
import shutil
import tempfile
import time

from errors import MEMORY
from world import Command, World

# From 1 MiB on a FAQ is indexed (PAYS_FROM in src/cache/mod.rs), once it has been left alone for two seconds.
SIZE = 2_300_000
SETTLED = 2.2
UNFINISHED = ".faqindex.tmp"
ASK = "ask -f {} when do i get my money back"

# What it said, and what it says when its source has changed, of the same length.
ANSWER, CHANGED = "Within five days.", "Within nine days."


def text(answer=ANSWER):
    """The FAQ, the same in each run."""
    chance = random.Random(1)
    words = [a + b + c for a in "ba de ki lo mu".split() for b in "ran sel tiv mon pud".split() for c in ("", "er", "ing", "al")]
    entries, size = [{"id": "refund", "question": "When do I get my money back?", "answer": answer, "related": ["e1"]}], 0
    while size < SIZE:
        one, other = chance.choice(words), chance.choice(words)
        question = f"How does the {one} {other} go with part number {len(entries)}?"
        entries.append({"id": f"e{len(entries)}", "question": question, "answer": " ".join(chance.choices(words, k=450)) + "."})
        size += len(entries[-1]["answer"])
    return json.dumps(entries)


def write(path):
    """Puts the FAQ somewhere, long enough ago to be indexed."""
    path.write_text(text())
    time.sleep(SETTLED)


class Library:
    """The source, and its index as it is made when nothing fails. Each run has a folder for indexes of its own."""

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="faq-faulty-"))
        self.folder.chmod(0o755)
        self.source = self.folder / "big.json"
        write(self.source)
        with World() as world:
            done = world.run(self.ask)
            assert done.returncode == 0 and ANSWER.encode() in done.stdout, done
            self.answer = done.stdout
            (made,) = world.cache.iterdir()
            self.name, self.index = made.name, made.read_bytes()
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder)

    @property
    def ask(self):
        return ASK.format(self.source)

    def put_index(self, world, content=None):
        """Gives a run an index, whole or not."""
        world.cache.mkdir(mode=0o700, exist_ok=True)
        path = world.cache / self.name
        path.write_bytes(self.index if content is None else content)
        path.chmod(0o600)
        return path

    def problem_of_next(self, world):
        """What is wrong with the next run, and with the one after that, which uses what that left."""
        for _ in range(2):
            done = world.run(self.ask)
            if done.returncode != 0 or done.stdout != self.answer or done.stderr:
                return f"the next run: exit code {done.returncode}, {done.stdout[:80]!r} {done.stderr[:200]!r}"
        return self.problem_of_indexes(world)

    def problem_of_indexes(self, world):
        """There is one whole index, and what was given up is deleted by the next that writes, an hour later."""
        files = list(world.cache.iterdir())
        for path in files:
            if path.name == self.name and path.read_bytes() != self.index:
                return "an index that is not what it should be is left"
            if path.name != self.name and not path.name.endswith(UNFINISHED):
                return f"left behind: {path.name}"
        unfinished = [path for path in files if path.name.endswith(UNFINISHED)]
        for path in unfinished:
            hours_ago = time.time() - 2 * 3600
            os.utime(path, (hours_ago, hours_ago))
        if unfinished:
            (world.cache / self.name).unlink(missing_ok=True)
            world.run(self.ask)
        names = [path.name for path in world.cache.iterdir()]
        return None if names == [self.name] else f"in the end there is {names}"


class Indexing(Command):
    """A command on a FAQ that is indexed; before it, there is an index or there is none."""

    def __init__(self, library, line, is_indexed, **more):
        super().__init__(line.format(library.source), **more)
        self.library, self.is_indexed = library, is_indexed
        self.group = f"{self.group} with an index" if is_indexed else f"{self.group} that makes an index"
        # Alone of all, it is about indexes, and says where something failed.
        self.tells = line.startswith("cache")

    def world(self):
        world = World()
        if self.is_indexed:
            self.library.put_index(world)
        return world

    def may_vanish(self, world):
        return [world.cache / self.library.name] if self.tells else []

    def judge(self, world, done, fault, good, ended):
        """Whatever fails about an index, the answer is the same, and so is the next one."""
        if is_about_index(fault, good) and not self.tells and not ended and done.returncode != self.code:
            return f"the index failed, and so did the command: {done.stderr[:200]!r}"
        may_leave = ended or fault.call.name in {"unlink", "unlinkat"} | MEMORY
        names = [path.name for path in world.cache.iterdir()] if world.cache.exists() else []
        left = [name for name in names if name != self.library.name]
        if left and not may_leave:
            return f"left behind: {left}"
        return self.library.problem_of_next(world)


def is_about_index(fault, good):
    """Whether a fault can make no difference to the answer: it is one of the index alone, or comes after the answer."""
    reads_question = fault.call.name == "read" and "<pipe:" in fault.call.line
    return good.is_after_answer(fault.call) and not reads_question or "/cache" in fault.call.line and not fault.ever
