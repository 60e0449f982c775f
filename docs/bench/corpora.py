"""FAQs of many sizes, and questions about them."""

import json
import pathlib
import subprocess
import sys
import time

from measure import KINDS

HERE = pathlib.Path(__file__).resolve().parent
BUILT_IN = HERE.parent.parent / "faq.json"

# The built-in FAQ counts as a corpus of this size.
SMALLEST = 6


def make(folder, sizes):
    """Writes the corpora that are not there yet. The same size is always the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    missing = [size for size in sizes if size != SMALLEST and not (folder / f"{size}.hard.tsv").exists()]
    if missing:
        subprocess.run([sys.executable, HERE / "make_corpus.py", folder, *map(str, missing)], check=True)
    if SMALLEST in sizes:
        (folder / f"{SMALLEST}.json").write_text(BUILT_IN.read_text())
    for size in sizes:
        lines = folder / f"{size}.lines"
        if not lines.exists():
            entries = json.loads((folder / f"{size}.json").read_text())["faqs"]
            lines.write_text("".join(" ".join(entry["question"].split()) + "\n" for entry in entries))
    # A file that has just been written is not indexed: it might be written again within the same tick.
    time.sleep(2.5 if missing else 0)


def text_bytes(folder, size):
    """How many bytes the questions and answers of a corpus have."""
    entries = json.loads((folder / f"{size}.json").read_text())["faqs"]
    texts = (text for entry in entries for text in [entry["question"], *entry.get("alternates", []), entry["answer"]])
    return sum(len(text.encode()) for text in texts)


def cases(folder, size):
    """Questions with the id that answers them, by kind; of the built-in FAQ, its own word for word."""
    if size == SMALLEST:
        entries = json.loads(BUILT_IN.read_text())["faqs"]
        return {"exact": [(entry["question"], entry["id"]) for entry in entries]}
    lines = (folder / f"{size}.cases.tsv").read_text().splitlines()
    rows = [tuple(line.split("\t")) for line in lines]
    each = len(rows) // len(KINDS)
    return {kind: rows[at * each : (at + 1) * each] for at, kind in enumerate(KINDS)}


def hard(folder, size):
    """Questions that cost most and have no answer."""
    if size == SMALLEST:
        return []
    return [line.rstrip("\t") for line in (folder / f"{size}.hard.tsv").read_text().splitlines()]


def questions(folder, size, each):
    """The first so many questions of every kind, hard ones too."""
    found = {kind: [question for question, _ in rows[:each]] for kind, rows in cases(folder, size).items()}
    if size != SMALLEST:
        found["hard"] = hard(folder, size)[:each]
    return found
