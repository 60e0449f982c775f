"""What was measured as Markdown: the goals first, then the times of all."""

import re
import sys

from measure import KINDS

BEGIN, END = "<!-- measured by docs/bench -->", "<!-- end of what was measured -->"

NAMES = {
    "empty": "an empty process",
    "faq": "`faq`",
    "faq-no-cache": "`faq --no-cache`",
    "fts5": "SQLite FTS5",
    "fzf": "fzf --filter",
    "ripgrep": "ripgrep",
    "strsim": "strsim loop",
    "tantivy": "tantivy",
    "tantivy-fuzzy": "tantivy, fuzzy terms",
    "tealdeer": "tealdeer, cached page",
}
ORDER = ["empty", "tealdeer", "faq", "faq-no-cache", "tantivy", "tantivy-fuzzy", "fts5", "ripgrep", "fzf", "strsim"]

MEGABYTE = 1_000_000


def short(size):
    size = int(size)
    for unit, name in [(1_000_000, "M"), (1_000, "k")]:
        if size >= unit and size % unit == 0:
            return f"{size // unit}{name}"
    return str(size)


def figure(value):
    """Three figures that count."""
    if value == 0:
        return "0"
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}" if abs(value) >= 0.001 else f"{value:.1g}"


def milliseconds(seconds):
    return figure(seconds * 1000)


def with_spread(ratio):
    middle, low, high = ratio
    return f"{figure(middle)} ({figure(low)}–{figure(high)})"


def table(head, rows, right=()):
    rule = ["--:" if at in right else "---" for at in range(len(head))]
    return "".join("| " + " | ".join(map(str, row)) + " |\n" for row in [head, rule, *rows])


class Goals:
    """Rows of a goal, what was measured, and whether that is enough."""

    def __init__(self, found):
        self.found, self.rows = found, []

    def at(self, size, *keys):
        """A result at a size, or None."""
        value = self.found["sizes"].get(str(size))
        for key in keys:
            value = value.get(key) if isinstance(value, dict) else None
        return value

    def add(self, what, goal, value, shown, reason="not measured"):
        """`goal` is a text that begins with `≤` or `≥` and a number; `value` is compared with that."""
        if value is None:
            self.rows.append([what, goal, reason, ""])
            return
        limit = float(re.match(r"[≤≥] ([0-9.]+)", goal)[1])
        met = value <= limit if goal.startswith("≤") else value >= limit
        self.rows.append([what, goal, shown, "met" if met else "**missed**"])

    def ratio(self, what, size, one, other, limit):
        ratio = self.at(size, "ratios", f"{one}/{other}")
        why = "not measured: no such size in this run"
        if self.at(size) is not None:
            why = f"not measured: {NAMES[other]} is {self.found['missing'].get(PROGRAMS.get(other), 'not there')}"
        self.add(f"{what}, beside {NAMES[other]}", f"≤ {limit} ×", ratio and ratio[0], ratio and with_spread(ratio), why)

    def all(self):
        self.ratio("built-in FAQ", 6, "faq", "empty", 1.10)
        self.ratio("built-in FAQ", 6, "faq", "tealdeer", 0.95)
        self.ratio("1k, no cache", 1_000, "faq-no-cache", "empty", 2.5)
        self.ratio("1k, no cache", 1_000, "faq-no-cache", "strsim", 0.6)
        self.ratio("10k, no cache", 10_000, "faq-no-cache", "strsim", 0.25)
        self.ratio("10k, no cache", 10_000, "faq-no-cache", "fts5", 1.0)
        self.ratio("100k, indexed", 100_000, "faq", "tantivy-fuzzy", 0.8)
        self.ratio("100k, indexed", 100_000, "faq", "fts5", 0.05)
        self.ratio("1M, indexed", 1_000_000, "faq", "tantivy-fuzzy", 0.35)
        self.ratio("1M, indexed", 1_000_000, "faq", "fts5", 0.01)
        self.first_question()
        self.batches()
        self.index()
        self.program()
        for size, found in self.found["sizes"].items():
            for kind, right in found["quality"].items():
                goal = 0.96 if kind == "dropped" else 0.98
                self.add(f"right first at {short(size)}, {kind}", f"≥ {goal}", right, f"{right:.2f}")
        return self.rows

    def first_question(self):
        first = self.at(1_000_000, "first") or {}
        ratio, memory = first.get("ratio"), first.get("memory")
        seconds = ratio and f"{with_spread(ratio)}: {first['seconds'][0]:.1f} s and {first['tantivy'][0]:.1f} s"
        self.add("1M, first question, beside tantivy's build by one thread", "≤ 0.5 ×", ratio and ratio[0], seconds)
        self.add("1M, first question, resident", "≤ 3 GB", memory and memory / 1e9, memory and f"{memory / 1e9:.2f} GB")
        # It is shown from half a second on; drawing it may take a moment more.
        shown = first.get("progress")
        pipe = "nothing in a pipe" if first.get("silent") else "**something in a pipe**"
        self.add("1M, first question: progress at a terminal after", "≤ 0.7 s", shown, shown and f"{shown:.2f} s; {pipe}")

    def batches(self):
        for threads, found in (self.at(1_000_000, "batch") or {"?": [None, None]}).items():
            speeds, ratio = found
            shown = ratio and f"{with_spread(ratio)}: {figure(speeds[0])} and {figure(speeds[1])} questions a second"
            name = f"batch at 1M, beside tantivy with fuzzy terms on {threads} thread" + ("s" if threads != "1" else "")
            self.add(name, "≥ 3 ×", ratio and ratio[0], shown)
        for kind, name in [("cases", "questions with an answer"), ("hard", "hard questions")]:
            latency = self.at(1_000_000, "latency", kind)
            shown = latency and f"{figure(latency[2])}: {milliseconds(latency[0])} ms and {milliseconds(latency[1])} ms"
            self.add(f"batch at 1M, slowest in a hundred beside the median, {name}", "≤ 10 ×", latency and latency[2], shown)

    def index(self):
        for size, found in self.found["sizes"].items():
            if found.get("first", {}).get("bytes"):
                each = (found["first"]["bytes"] - found["text"]) / int(size)
                self.add(f"index on disk at {short(size)}, beside the text", "≤ 130 bytes an entry", each, f"{each:.0f} bytes")
        for pair, ratio in self.found.get("growth", {}).items():
            larger, smaller = map(short, pair.split("/"))
            self.add(f"growth of an indexed question, {smaller} to {larger}", "≤ 3 ×", ratio[0], with_spread(ratio))

    def program(self):
        features = self.found.get("features", {})
        for name, packages, size in [("default", 60, 3), ("cli", 25, 1.3)]:
            has, bytes_ = features.get(name, [None, None])
            self.add(f"packages, features: {name}", f"≤ {packages}", has, has)
            self.add(f"program, stripped, features: {name}", f"≤ {size} MB", bytes_ and bytes_ / MEGABYTE, bytes_ and f"{bytes_ / MEGABYTE:.2f} MB")
        memory = self.found["memory"]
        self.add("resident on the built-in FAQ", "≤ 5 MB", memory and memory / MEGABYTE, memory and f"{memory / MEGABYTE:.2f} MB")


PROGRAMS = {"empty": "empty", "strsim": "levenshtein", "ripgrep": "rg", "fzf": "fzf", "fts5": "sqlite3", "tantivy": "tantivy", "tantivy-fuzzy": "tantivy", "tealdeer": "tldr"}


def times(size, found):
    """The milliseconds of all at one size."""
    kinds = [kind for kind in [*KINDS, "hard"] if kind in found["times"]["faq"]]
    rows = []
    for name in sorted(found["times"], key=ORDER.index):
        took, memory = found["times"][name], found["memory"][name]
        ratio = found["ratios"].get(f"faq/{name}")
        mean = [milliseconds(took["mean"])] if len(kinds) > 1 else []
        row = [NAMES[name], *(milliseconds(took[kind]) for kind in kinds), *mean]
        hard = found.get("hard", {}).get(name)
        beside = [with_spread(each) if each else "" for each in [ratio, *([hard] if "hard" in found else [])]]
        rows.append([*row, *beside, figure(memory / MEGABYTE) if memory else "?"])
    mean, beside = (["mean of four"], ["`faq` is × this", "hard"]) if len(kinds) > 1 else ([], ["`faq` is × this"])
    head = ["ms", *kinds, *mean, *beside, "MB"]
    text = f"**{short(size)} entries**, {found['rounds']} round{'s' * (found['rounds'] != 1)}:\n\n" + table(head, rows, range(1, len(head) + 1))
    return text + "\n" + more(found)


def more(found):
    """What belongs to a size besides: indexes, batches."""
    lines = []
    for name, (seconds, memory, size) in found["built"].items():
        lines.append(f"{NAMES[name]}: index made in {figure(seconds)} s with {figure((memory or 0) / MEGABYTE)} MB, {figure(size / MEGABYTE)} MB on disk.")
    if first := found.get("first"):
        lines.append(
            f"`faq`: first question in {figure(first['seconds'][0])} s with {figure(first['memory'] / MEGABYTE)} MB, "
            f"{figure(first['bytes'] / MEGABYTE)} MB on disk."
        )
    if batches := found.get("batch"):
        ours = next(iter(batches.values()))[0][0]
        theirs = [f"{figure(speeds[1])} on {threads}" for threads, (speeds, _) in batches.items() if len(speeds) > 1]
        beside = f"; tantivy with fuzzy terms, by threads: {', '.join(theirs)}" if theirs else ""
        lines.append(f"Batch: `faq` answers {figure(ours)} questions a second{beside}.")
    if latency := found.get("latency"):
        each = (f"{name} {milliseconds(middle)} ms, slowest in a hundred {milliseconds(slowest)} ms" for name, (middle, slowest, _) in latency.items())
        lines.append(f"One after another in a batch, the median: {'; '.join(each)}.")
    return "".join(f"- {line}\n" for line in lines) + ("\n" if lines else "")


def absent(found):
    """What could not be had, by the names that stand in the tables, and why."""
    named = {program: NAMES[name] for name, program in reversed(PROGRAMS.items())}
    return {named.get(program, program): why for program, why in found["missing"].items()}


def markdown(found):
    versions = ", ".join(f"{name} {version}" for name, version in found["versions"].items())
    parts = [f"{found['date']}, {found['machine']}, load {found['load']:.1f} at the start." + (f" Beside {versions}." if versions else "") + "\n\n"]
    if found["missing"]:
        parts.append("Not measured: " + ", ".join(f"{name} ({why})" for name, why in sorted(absent(found).items())) + ".\n\n")
    parts.append(table(["what", "goal", "measured", ""], Goals(found).all()) + "\n")
    for size, each in found["sizes"].items():
        parts.append(times(size, each))
    if found.get("features"):
        base = found["features"]["cli"]
        rows = [
            [f"`{name}`", packages, f"{size / MEGABYTE:.2f} MB", f"{packages - base[0]:+}", f"{(size - base[1]) / 1000:+.0f} kB"]
            for name, (packages, size) in found["features"].items()
        ]
        parts.append(table(["features", "packages", "program", "beside `cli`", ""], rows, range(1, 5)) + "\n")
    counted = [[name, f"{count:,}"] for name, count in found["instructions"].items() if count]
    if counted:
        parts.append(table(["one question at", "instructions"], counted, [1]) + "\n")
    return "".join(parts)


def write(path, shown):
    """Puts what was measured between its marks."""
    text = path.read_text()
    if BEGIN not in text or END not in text:
        sys.exit(f"{path} has no place for the results: {BEGIN} and {END}")
    before, rest = text.split(BEGIN, 1)
    path.write_text(f"{before}{BEGIN}\n\n{shown}{END}{rest.split(END, 1)[1]}")
