"""Standard streams that are full, closed, or that nobody reads; and a full disk."""

import itertools
import json
import os
import subprocess

from table import TABLE
from world import World, expect

# Every command, as a line of a shell that succeeds.
LINES = [
    "ask -f shop.json when do i get my money back", "ask -a -f shop.json - < questions", "ask --json -f shop.json - < questions",
    "ask --explain when do i get my money back", "ask -f pages do you ship abroad", "list -f shop.json", "list --json -f shop.json",
    "list -f pages", "show -f shop.json refund", "check shop.json", "check --json shop.json", "check pages",
    "misses -f shop.json unknown", "misses --json -f shop.json unknown", "test -f shop.json cases.tsv",
    "test --json -f shop.json cases.tsv", "convert shop.json", "convert shop.json -o -", "convert --to ndjson shop.json",
    "convert --to json-ld shop.json", "convert --to csv shop.json", "convert --to tsv shop.json", "convert --to markdown shop.json",
    "convert --to html shop.json", "convert pages", "init -", "man ask", "completions bash", "completions fish", "cache",
    "help format", "--help", "--version",
]


def run(quick):
    lines = LINES[::3] if quick else LINES
    standard_output(lines)
    closed(lines, quick)
    full_device()
    full_disk()


def standard_output(lines):
    for line in lines:
        with World() as world:
            done = world.shell(f'"$faq" {line} > /dev/full')
            expect("a full disk: standard output", line, done, (2,), b"No space left")
            done = world.shell(f'"$faq" {line} 1< questions')
            expect("standard output that cannot be written to", line, done, (2,), b"cannot write to standard output")
            done = world.shell(f'"$faq" {line} 2> /dev/full')
            expect("standard error that is full", line, done, (0,))
            # What the program ended with is told by the shell.
            for count in (0, 1, 100):
                done = world.shell(f'{{ "$faq" {line}; echo $? >&2; }} | head -c {count} > /dev/null')
                expect("nobody reads on (a closed pipe)", line, done, (0,), b"0\n")


def closed(lines, quick):
    """All that can be closed, in each combination. A batch takes its questions from a file, so its input stays open."""
    for line, which in itertools.product(lines, itertools.product((0, 1), repeat=3)):
        away = [number for number, is_closed in enumerate(which) if is_closed and (number > 0 or "<" not in line)]
        with World() as world:
            closing = "".join(f" {number}>&-" for number in away)
            expect("closed descriptors", line + closing, world.shell(f'"$faq" {line}{closing}'), (0, 1, 2))


def full_device():
    for line in ("convert shop.json -o /dev/full", "convert --to html pages -o /dev/full", "init --force /dev/full"):
        with World() as world:
            expect("a full disk: a file", line, world.shell(f'"$faq" {line}'), (2,), b"No space left")


def mounted(folder, size):
    """Puts a small disk at a folder, which only the superuser may do: why it cannot be, if so."""
    folder.mkdir()
    if os.geteuid() != 0:
        return "only the superuser may mount a small disk"
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], capture_output=True, text=True)
    return f"a small disk cannot be mounted here: {done.stderr.strip()}" if done.returncode != 0 else None


def full_disk():
    """A disk of a few pages."""
    with World() as world:
        disk = world.work / "small"
        if reason := mounted(disk, "16k"):
            TABLE.not_tried("a full disk: a file, the log of misses", reason)
            return
        try:
            entry = {"question": "Is this long?", "answer": "Yes. " * 10_000}
            (world.work / "long.json").write_text(json.dumps([entry]))
            for old in (None, "old"):
                for ending in "json ndjson csv tsv md html".split():
                    file_on(world, disk / f"out.{ending}", old)
            (disk / "filler").write_bytes(b"a" * 16384)
            done = world.run("ask --builtin --log-misses small/log what is this")
            expect("a full disk: the log of misses", "log", done, (1,), b"not logged")
        finally:
            subprocess.run(["umount", disk], check=True)


def file_on(world, path, old):
    """A file that the disk does not hold is not written: the old one stays, and nothing else is left."""
    if old:
        path.write_text(old)
    done = world.run(f"convert long.json -o small/{path.name} --force")
    there = path.read_text() if path.exists() else None
    names = [it.name for it in path.parent.iterdir() if it.name != path.name]
    TABLE.add("a full disk: a file", f"left {there and there[:20]!r} and {names}" if there != old or names else None, path.name)
    expect("a full disk: a file", path.name, done, (2,), b"No space left")
    path.unlink(missing_ok=True)
