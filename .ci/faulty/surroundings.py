"""Homes that are not there, little memory, many programs at once, other locales, signals in a batch."""

import itertools
import json
import os
import signal
import subprocess

from streams import LINES
from table import TABLE
from world import NOBODY, World, expect, heed, spread

HOMES = ["", "/nonexistent", "/dev/null", "/proc/1", "relative"]
LOCALES = ["C", "en_US.UTF-8", "tr_TR.UTF-8", "de_DE.UTF-8", ""]
ASK = "ask -f shop.json when do i get my money back"


def run(quick):
    homes(quick)
    removed_folder(quick)
    little_memory(quick)
    at_once(3 if quick else 10)
    always_the_same(100 if quick else 1000)
    interrupted()


def homes(quick):
    fault = "no home, or one that cannot be used"
    for line, home in spread(itertools.product(LINES, HOMES), 30 if quick else None):
        with World() as world:
            done = world.shell(f'unset FAQ_CACHE_DIR; "$faq" {line}', HOME=home)
            expect(fault, f"{line} HOME={home!r}", done, usable(line))
    for line in LINES[:: 5 if quick else 1]:
        with World() as world:
            expect(fault, f"{line} without HOME", world.shell(f'unset HOME FAQ_CACHE_DIR; "$faq" {line}'), usable(line))
            world.may_be_entered_by_all()
            world.home.chmod(0o555)
            world.work.chmod(0o555)
            # The superuser may write anywhere.
            nobody = f"setpriv --reuid {NOBODY} --regid {NOBODY} --clear-groups" if os.geteuid() == 0 else ""
            expect(fault, f"{line} read-only home", world.shell(f'unset FAQ_CACHE_DIR; {nobody} "$faq" {line}'), (0, 1))


def usable(line):
    """Where indexes are follows from the home: without one there is no folder to tell of, and that is said."""
    return (0, 2) if line == "cache" else (0, 1)


def removed_folder(quick):
    """The working directory is gone: what is named cannot be found, and what is not is looked for in the home."""
    for line in LINES[:: 5 if quick else 1]:
        with World() as world:
            done = world.shell(f'mkdir gone && cd gone && rmdir ../gone && "$faq" {line.split("<")[0]} < /dev/null')
            expect("a working directory that was removed", line, done, (0, 1, 2))


def little_memory(quick):
    """Every size of memory from too little to start up to enough."""
    lines = [ASK, "list -f shop.json", "check shop.json", "convert shop.json -o out.json --force"]
    for line, size in spread(itertools.product(lines, range(2000, 14000, 250)), 40 if quick else None):
        with World() as world:
            (world.work / "out.json").write_text("old")
            done = world.shell(f'ulimit -v {size}; exec "$faq" {line}')
            refused = done.returncode in (134, 127, -6) and (b"memory allocation" in done.stderr or b"loading shared" in done.stderr)
            started = done.returncode not in (126, 127, -9, 137, -11, 139) or b"faq" in done.stderr
            there = (world.work / "out.json").read_text()
            if there != "old" and not (done.returncode == 0 and json.loads(there)):
                TABLE.add("little memory", "half a file", f"{line}, {size} kB")
            elif refused or not started:
                TABLE.add("little memory", None)
            else:
                expect("little memory", f"{line}, {size} kB", done, (0, 2))


def at_once(rounds):
    fault = "20 programs at once, one log and one file"
    lines = [(ASK, 0), ("list -f shop.json", 0), ("convert shop.json -o out.json --force", 0),
             ("ask --builtin --log-misses log is there life on mars", 1)]
    with World() as world:
        for _ in range(rounds):
            children = [(world.start(line), line, code) for line, code in lines * 5]
            said = {}
            for child, line, code in children:
                stdout, stderr = child.communicate()
                same = said.setdefault(line, stdout) == stdout
                TABLE.add(fault, None if child.returncode == code and same else f"{child.returncode} {stderr!r}", line)
            json.loads((world.work / "out.json").read_text())
        logged = (world.work / "log").read_text().splitlines()
        bad = [line for line in logged if not line.endswith("}") or not json.loads(line)]
        whole = len(logged) == 5 * rounds and not bad
        TABLE.add(fault, None if whole else f"{len(logged)} lines, {bad[:2]}", "the log")


def always_the_same(count):
    """Run after run, in any locale."""
    lines = [ASK, "ask --json --explain --builtin korea talks japan"]
    with World() as world:
        said = {}
        for number in range(count):
            line = lines[number % 2]
            done = world.shell(f'"$faq" {line}', LC_ALL=LOCALES[number % 5])
            same = said.setdefault(line, done.stdout) == done.stdout
            TABLE.add("the same question again, in any locale", None if same else "another answer", line)


def interrupted():
    lines = ["ask --json -f shop.json -", "ask -a -f shop.json -", "ask -f shop.json -"]
    signals = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGKILL]
    for line, count, sign in itertools.product(lines, (1, 10, 400), signals):
        with World() as world:
            child = world.start(line, stdin=subprocess.PIPE, preexec_fn=heed(*signals[:-1]))
            child.stdin.write(b"when do i get my money back\n" * count)
            child.stdin.flush()
            first = child.stdout.read(1)
            child.send_signal(sign)
            text = first + child.stdout.read()
            child.stdin.close()
            problem = None if text.endswith(b"\n") else f"ends with {text[-30:]!r}"
            if child.wait() != -sign:
                problem = f"ended with {child.returncode}"
            TABLE.add("a batch that is interrupted by a signal", problem, f"{line}, {count} questions, {sign.name}")
