"""A source that is cut, replaced or written to while the program stands still in a read."""

import itertools
import json
import os
import re
import time

from table import TABLE
from world import SHOP, World, side_by_side, spread

ENTRIES = 5000
TEXT = json.dumps([{"question": f"Is this number {n}?", "answer": "Yes. " * 10} for n in range(ENTRIES)])
# Microseconds that a call takes, and after how many seconds the source changes.
DELAY, BEFORE_CHANGE = 800_000, 0.4

LINES = ["list -f long.json", "convert long.json", "ask -f long.json is this number 77", "check --json long.json"]


def cut(path):
    os.truncate(path, len(TEXT) // 2)


def empty(path):
    path.write_text("")


def write_over(path):
    with open(path, "r+") as file:
        file.write(TEXT.replace("Yes", "No!"))


def append(path):
    with open(path, "a") as file:
        file.write(" ")


def replace(path):
    new = path.with_name("new")
    new.write_text(SHOP)
    os.replace(new, path)


def remove(path):
    path.unlink()


CHANGES = [cut, empty, write_over, append, replace, remove]


def reads(world, line):
    """The numbers of the reads of the source among all reads, as it is now."""
    done = world.run(line, around=["strace", "-y", "-qq", "-o", world.trace])
    assert done.returncode in (0, 1), done
    traced = [it for it in world.trace.read_text().splitlines() if it.startswith("read(")]
    numbers = [number for number, it in enumerate(traced, 1) if re.match(r"read\(\d+<[^>]*long.json>", it)]
    return numbers, done


def run(quick):
    cases = spread(itertools.product(LINES, CHANGES), 8 if quick else None)
    several = side_by_side(lambda line, change: list(changed(line, change, 2 if quick else 6)), cases, waits=True)
    for problem, what in itertools.chain.from_iterable(several):
        TABLE.add("a source that changes while it is read", problem, what)


def changed(line, change, most):
    with World() as world:
        path = world.work / "long.json"
        path.write_text(TEXT)
        numbers, good = reads(world, line)
        for number in spread(numbers, most):
            path.write_text(TEXT)
            # The clock of files ticks a few hundred times a second.
            time.sleep(0.02)
            yield changed_at(world, line, change, number, good), f"{line}: {change.__name__} at read {number}"


def changed_at(world, line, change, number, good):
    delay = f"inject=read:delay_enter={DELAY}:when={number}"
    child = world.start(line, around=["strace", "-qq", "-o", world.trace, "-e", "trace=read", "-e", delay])
    time.sleep(BEFORE_CHANGE)
    change(world.work / "long.json")
    stdout, stderr = child.communicate()
    whole = child.returncode == good.returncode and stdout == good.stdout
    refused = child.returncode == 2 and b"long.json" in stderr and not stdout
    # Replaced or removed: the old file is read to its end, being open.
    ok = whole if change in (replace, remove) else refused
    return None if ok else f"exit code {child.returncode}, {stdout[:60]!r} {stderr[:200]!r}"
