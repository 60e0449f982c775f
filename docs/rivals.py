#!/usr/bin/env python3
"""Hit@1 of other ways to find an entry, on the same labelled sets.

    python3 docs/rivals.py BINARY SETS

BINARY is the built program, SETS a folder of sets. A set is a folder with `faq.json` and `queries.jsonl`, one
{"query": text, "relevant": [entry ids]} a line; queries without a relevant entry are passed over, since Hit@1 says
nothing of them. Sets whose names begin alike up to a hyphen come from one source; the mean counts every source once.

FTS5       SQLite's full-text search: one row per entry, its own BM25 ranking, the words of the query joined by OR.
           Tokenizer `porter unicode61`. For Chinese, Japanese and Korean `trigram`, since unicode61 takes a whole run
           of Chinese or Japanese for one word: there the query is all its runs of three characters joined by OR, and a
           query with no such run finds nothing.
BM25       a few lines: k1 1.5, b .75, the idf that is never below 0, no stems, no word list; one document per entry.
           Words are runs of letters and digits in lower case; Chinese, Japanese and Korean become pairs of characters.
token_set  RapidFuzz `token_set_ratio` after its `default_process`, the best phrasing of an entry counts.
faq        this program, `ask --json`.

"q" is the question with its alternates, "q+a" the answer besides. Ties go to the entry that stands first.
Python's standard library is enough; without `pip install rapidfuzz` its column is left out, with a note.
"""
import argparse
import collections
import json
import math
import pathlib
import re
import sqlite3
import subprocess
import sys

try:
    from rapidfuzz import fuzz, process, utils
except ImportError:
    process = None

CJK = re.compile(r"[\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]+")
WORD = re.compile(r"[^\W_]+")
K1, B = 1.5, 0.75


def phrasings(entry):
    return [entry["question"], *entry.get("alternates", [])]


def words(text):
    found = []
    for run in CJK.findall(text):
        found += [run[at:at + 2] for at in range(max(len(run) - 1, 1))]
    return found + WORD.findall(CJK.sub(" ", text).lower())


def fts5(faq, queries, answers):
    unspaced = faq.get("language", "en") in ("zh", "ja", "ko")
    database = sqlite3.connect(":memory:")
    tokenizer = "trigram" if unspaced else "porter unicode61"
    columns = "questions, answer" if answers else "questions"
    database.execute(f"CREATE VIRTUAL TABLE entries USING fts5({columns}, tokenize = '{tokenizer}')")
    for number, entry in enumerate(faq["faqs"]):
        row = [number, "\n".join(phrasings(entry))] + ([entry["answer"]] if answers else [])
        marks = ", ".join("?" * len(row))
        database.execute(f"INSERT INTO entries (rowid, {columns}) VALUES ({marks})", row)
    for query in queries:
        if unspaced:
            terms = [word[at:at + 3] for word in WORD.findall(query) for at in range(len(word) - 2)]
        else:
            terms = WORD.findall(query)
        match = " OR ".join(f'"{term}"' for term in dict.fromkeys(terms))
        best = match and database.execute(
            "SELECT rowid FROM entries WHERE entries MATCH ? ORDER BY bm25(entries), rowid LIMIT 1", [match]).fetchone()
        yield faq["faqs"][best[0]]["id"] if best else None


def bm25(faq, queries, answers):
    texts = [phrasings(entry) + ([entry["answer"]] if answers else []) for entry in faq["faqs"]]
    documents = [collections.Counter(word for text in each for word in words(text)) for each in texts]
    lengths = [sum(document.values()) for document in documents]
    mean = max(sum(lengths) / len(lengths), 1)
    postings = collections.defaultdict(list)
    for number, document in enumerate(documents):
        for word, count in document.items():
            postings[word].append((number, count))
    for query in queries:
        scores = collections.Counter()
        for word in words(query):
            entries = postings.get(word, [])
            rarity = math.log(1 + (len(documents) - len(entries) + 0.5) / (len(entries) + 0.5))
            for number, count in entries:
                scores[number] += rarity * count * (K1 + 1) / (count + K1 * (1 - B + B * lengths[number] / mean))
        best = min(scores, key=lambda number: (-scores[number], number), default=None)
        yield None if best is None else faq["faqs"][best]["id"]


def token_set(faq, queries):
    owners = [(entry["id"], utils.default_process(text)) for entry in faq["faqs"] for text in phrasings(entry)]
    choices = [text for _, text in owners]
    for query in queries:
        best = process.extractOne(utils.default_process(query), choices, scorer=fuzz.token_set_ratio)
        yield owners[best[2]][0] if best else None


def this_program(binary, path, queries):
    lines = "".join(" ".join(query.split()) + "\n" for query in queries)
    done = subprocess.run([str(binary), "ask", "--json", "--top", "1", "--file", str(path), "-"],
                          input=lines.encode(), capture_output=True)
    # 1 says that some question had no answer; the first match is listed all the same.
    if done.returncode not in (0, 1):
        sys.exit(done.stderr.decode(errors="replace"))
    replies = [json.loads(line) for line in done.stdout.splitlines() if line.strip()]
    if len(replies) != len(queries):
        sys.exit(f"{path}: {len(queries)} questions in, {len(replies)} replies out")
    for reply in replies:
        yield reply["matches"][0]["id"] if reply["matches"] else None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary", type=pathlib.Path)
    parser.add_argument("sets", type=pathlib.Path)
    arguments = parser.parse_args()
    systems = {
        "FTS5, q": lambda faq, path, queries: fts5(faq, queries, False),
        "FTS5, q+a": lambda faq, path, queries: fts5(faq, queries, True),
        "BM25, q": lambda faq, path, queries: bm25(faq, queries, False),
        "BM25, q+a": lambda faq, path, queries: bm25(faq, queries, True),
        "token_set, q": lambda faq, path, queries: token_set(faq, queries),
        "faq": lambda faq, path, queries: this_program(arguments.binary.resolve(), path, queries),
    }
    if process is None:
        print("rapidfuzz is not installed: no column for it", file=sys.stderr)
        del systems["token_set, q"]
    print("| set | questions | " + " | ".join(systems) + " |\n" + "| --- " * (2 + len(systems)) + "|")
    sources = collections.defaultdict(list)
    for folder in sorted(each for each in arguments.sets.iterdir() if (each / "queries.jsonl").exists()):
        path = folder / "faq.json"
        faq = json.loads(path.read_text(encoding="utf-8"))
        lines = (folder / "queries.jsonl").read_text(encoding="utf-8").split("\n")
        cases = [case for case in map(json.loads, filter(str.strip, lines)) if case["relevant"]]
        queries = [case["query"] for case in cases]
        hits = []
        for system in systems.values():
            found = zip(system(faq, path, queries), cases, strict=True)
            hits.append(sum(first in case["relevant"] for first, case in found) / len(cases))
        sources[folder.name.split("-")[0]].append(hits)
        print(f"| {folder.name} | {len(cases)} | " + " | ".join(f"{hit:.3f}" for hit in hits) + " |", flush=True)
    each = [[sum(column) / len(column) for column in zip(*rows)] for rows in sources.values()]
    means = [sum(column) / len(column) for column in zip(*each)]
    print("| mean by source | | " + " | ".join(f"{mean:.3f}" for mean in means) + " |")


if __name__ == "__main__":
    main()
