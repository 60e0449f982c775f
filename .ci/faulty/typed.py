"""What somebody types or pastes: odd arguments, endless questions, odd terminals; and answers that fit equally well."""

import itertools
import json
import math
import subprocess

import world
from table import TABLE
from terminal import Terminal
from world import World, side_by_side, spread

COMMANDS = ["", "ask", "list", "show", "check", "test", "misses", "init", "convert", "cache", "completions", "man", "help"]
ODD = [
    b"", b" ", b"-", b"--", b"---", b"-x", b"--no-such", b"-\xff", b"--\xff\xfe", b"\xff", b"caf\xe9", b"\xc0\x80", b"\xed\xa0\x80", b"\n",
    b"\x1b[31m", b"--json=\x1b[31m", b"-t\xff", b"-tNaN", b"-t-1", b"-n-1", b"--top=99999999999999999999", b"--max-size=0", b"--max-size=1e9",
    b"--file", b"--format=\xe2\x80\xae", b"@file", b"%s%n", b"\xe2\x80\xae", b"\xf0\x9f\x91\xa9\xe2\x80\x8d", "\u0301".encode() * 1000, b"a" * 100_000,
]
# Far more than anybody types: ten megabytes, or a megabyte that is one character on the screen.
LONG = {
    "one word": "a" * 10_000_000, "words": "money " * 1_700_000, "other words": " ".join(f"w{n}" for n in range(1_200_000)),
    "combining marks": "e" + "\u0301" * 500_000, "marks after each letter": "e\u0301" * 1_000_000, "one kanji": "語" * 3_000_000,
    "emoji": "👩\u200d" * 1_000_000, "typing errors": "moneyy bakc retrun " * 500_000, "blanks": " " * 10_000_000, "quotes": '"' * 10_000_000,
    "controls": "\x1b[31m" * 2_000_000, "noughts": "\x00" * 10_000_000,
}
WIDTHS = ["0", "1", "2", "19", "80", "100000", "abc", "-1", "", "18446744073709551616"]
TERMS = ["xterm-256color", "dumb", "", "nonsense"]
SHOWN = ["ask -f shop.json when do i get my money back", "list -f shop.json", "show -f shop.json refund", "check shop.json", "cache", "--help", "ask --help"]


def run(quick):
    each("arguments: not UTF-8, empty, odd", argument, itertools.product(COMMANDS, ODD, [None, b"\xff", b"--"]), 80 if quick else None)
    long = itertools.product(LONG, ["ask -a -f shop.json -", "ask --json --explain -f shop.json -", "misses -f shop.json -", "test -f shop.json -"])
    each("questions of megabytes", question, long, 6 if quick else None)
    each("any width, any terminal", shown, itertools.product(SHOWN, WIDTHS, TERMS), 30 if quick else None)
    ties()


def each(fault, work, cases, most):
    cases = spread(cases, most)
    for case, problem in zip(cases, side_by_side(work, cases)):
        TABLE.add(fault, problem, ", ".join(str(it)[:40] for it in case))


def wrong(code, text, codes):
    """What is wrong with how it ended, or what it printed: no escape sequence comes from what was typed."""
    if code not in codes or b"panicked" in text or b"\x1b" in text or "\u202e".encode() in text:
        return f"exit code {code}: {text[:300]}"
    return None


def argument(command, first, second):
    typed = [it for it in (command.encode(), first, second) if it]
    typed += [b""] if first == b"" else []
    with World() as place:
        done = subprocess.run([world.program, *typed], cwd=place.work, env=place.environment(), stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=world.LONGEST)
        return wrong(done.returncode, done.stdout + done.stderr, (0, 1, 2))


def question(name, line):
    with World() as place:
        # The next question is answered all the same, unless the input was refused for what it is.
        try:
            done = place.run(line, f"{LONG[name]}\nwhen do i get my money back\n")
        except subprocess.TimeoutExpired:
            return "hangs"
        problem = wrong(done.returncode, done.stdout + done.stderr, (0, 1, 2))
        if line.startswith("ask") and done.returncode != 2 and b"Within five days." not in done.stdout:
            problem = problem or "the question after it has no answer"
        return problem


def shown(line, columns, term):
    with World() as place:
        place.environment = lambda **more: {**World.environment(place, **more), "COLUMNS": columns}
        with Terminal(place, line, term=term) as terminal:
            code = terminal.ends()
            usable = code == 0 and len(terminal.shown.strip()) > 20 and b"panicked" not in terminal.shown
            return None if usable else f"exit code {code}: {terminal.shown[:200]}"


def ties():
    """Entries that fit equally well come in the order of the file, with scores from 0 to 1."""
    texts = ["Is it so?", "Is it not so?", "How do I return an item?", "…", "日本", "\u0301"]
    for text, count, line in itertools.product(texts, (2, 3, 50, 400), ("is it so", "how do i return", "?", "日本", "x")):
        entries = [{"id": f"e{n:03}", "question": text, "answer": "Yes."} for n in range(count)]
        with World({"faq.json": json.dumps(entries)}) as place:
            done = place.run(f"ask --json --top 1000 -t 0 {line}")
            matches = json.loads(done.stdout)["matches"]
            ids, scores = [it["id"] for it in matches], [it["score"] for it in matches]
            good = ids == sorted(ids) and all(math.isfinite(it) and 0 <= it <= 1 for it in scores)
            TABLE.add("ties, and scores that are no numbers", None if good else f"{ids[:9]} {scores[:9]}", f"{text}, {count}, {line}")
