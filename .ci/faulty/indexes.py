"""The index of a big FAQ: while calls fail, many programs run, or its source changes."""

import itertools
import os
import time

import calls
import damage
import folders
from library import ANSWER, ASK, CHANGED, SETTLED, Indexing, Library, text, write
from table import TABLE
from world import World, side_by_side, spread

SEVERAL = "when do i get my money back\nhow does the bariver deranal go with part number 7\n" * 3
# Microseconds that a call takes while the source changes.
DELAY = 300_000


def run(quick):
    with Library() as library:
        runs = [(command, calls.good_run(command)) for command in commands(library)]
        calls.try_all(runs, 50 if quick else None)
        damage.run(library, quick)
        folders.run(library, quick)
        at_once(library, 1 if quick else 10)
        unseen = list(itertools.product((False, True), (True, False)))
        try_all("a source changed, with size and time kept", unseen, changed_unseen)
        points = spread(calls_about(library), 4 if quick else 60)
        try_all("a source that changes while it is indexed", points, changed_while_indexed)


def commands(library):
    return [
        Indexing(library, ASK, is_indexed=False),
        Indexing(library, ASK, is_indexed=True),
        Indexing(library, "ask -a -f {} -", is_indexed=False, stdin=SEVERAL),
        Indexing(library, "ask -a -f {} -", is_indexed=True, stdin=SEVERAL),
        Indexing(library, "show -f {} e77 refund", is_indexed=True),
        Indexing(library, "list -f {} money", is_indexed=True),
        Indexing(library, "cache", is_indexed=True),
        Indexing(library, "cache clear", is_indexed=True),
    ]


def at_once(library, rounds):
    """All make the same index; in every other round, some delete it."""
    fault = "20 programs at once, no index yet"
    for number in range(rounds):
        with World() as world:
            lines = [library.ask] * 20 if number % 2 else [library.ask, library.ask, "cache clear", library.ask] * 5
            children = [(world.start(line), line) for line in lines]
            for child, line in children:
                stdout, stderr = child.communicate()
                right = child.returncode == 0 and not stderr and (line != library.ask or stdout == library.answer)
                TABLE.add(fault, None if right else f"{child.returncode} {stdout[:80]!r} {stderr[:200]!r}", line)
            left = [path.name for path in world.cache.iterdir() if path.name != library.name]
            TABLE.add(fault, f"left behind: {left}" if left else library.problem_of_next(world), "afterwards")


def said(world, source, answer):
    """What is wrong with an answer, of a source that says this."""
    done = world.run(ASK.format(source))
    right = done.returncode == 0 and answer.encode() in done.stdout
    return None if right else f"not {answer!r}: exit code {done.returncode}, {done.stdout[:80]!r} {done.stderr[:200]!r}"


def try_all(fault, cases, problems):
    """Adds what is wrong in each case; most of the time, they wait for a source to be old enough."""
    results = side_by_side(lambda *case: list(problems(*case)), cases, waits=True)
    for case, found in zip(cases, results):
        for problem in found:
            TABLE.add(fault, problem, ", ".join(map(str, case)))


def changed_unseen(is_replaced, waits):
    """The source says something else, with its old size and time of modification; in place, or as another file."""
    with World() as world:
        path = world.work / "big.json"
        write(path)
        yield said(world, path, ANSWER)
        yield None if any(world.cache.iterdir()) else "there is no index"
        if not waits:
            # Then it is too new to be indexed.
            path.write_text(text())
            yield said(world, path, ANSWER)
        was = path.stat()
        new = world.work / "new" if is_replaced else path
        new.write_text(text(CHANGED))
        os.utime(new, ns=(was.st_atime_ns, was.st_mtime_ns))
        os.replace(new, path)
        now = path.stat()
        assert (now.st_size, now.st_mtime_ns) == (was.st_size, was.st_mtime_ns)
        yield said(world, path, CHANGED)
        # Once it is old enough, an index is made of it, and asked the last time.
        time.sleep(SETTLED if waits else 0)
        yield said(world, path, CHANGED)
        yield said(world, path, CHANGED)


def calls_about(library):
    """The calls that look at the source or make its index."""
    good = calls.good_run(Indexing(library, ASK, is_indexed=False))
    return [(call.name, call.number) for call in good.calls if "/cache" in call.line or "big.json" in call.line]


def changed_while_indexed(name, number):
    """The source changes while an index is made of what it was: the next answer is of what it is."""
    with World() as world:
        path = world.work / "big.json"
        write(path)
        delay = f"inject={name}:delay_enter={DELAY}:when={number}"
        child = world.start(ASK.format(path), around=["strace", "-qq", "-o", world.trace, "-e", f"trace={name}", "-e", delay])
        time.sleep(DELAY / 2_000_000)
        path.write_text(text(CHANGED))
        stdout, stderr = child.communicate()
        whole = ANSWER.encode() in stdout or CHANGED.encode() in stdout
        ended = child.returncode == 0 and whole or child.returncode == 2 and not stdout and b"written to" in stderr
        yield None if ended else f"exit code {child.returncode}: {stdout[:80]!r} {stderr[:200]!r}"
        yield said(world, path, CHANGED)
        yield said(world, path, CHANGED)
