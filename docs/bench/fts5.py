#!/usr/bin/env python3
"""Makes a full-text index of a FAQ with SQLite, and merges it into one.

    fts5.py FAQ.json DATABASE
"""

import json
import pathlib
import sqlite3
import sys


def main():
    entries = json.loads(pathlib.Path(sys.argv[1]).read_text())["faqs"]
    database = sqlite3.connect(sys.argv[2])
    database.execute("PRAGMA journal_mode = OFF")
    database.execute("PRAGMA synchronous = OFF")
    database.execute("CREATE VIRTUAL TABLE entries USING fts5(question, answer, tokenize = 'porter unicode61')")
    rows = (("\n".join([entry["question"], *entry.get("alternates", [])]), entry["answer"]) for entry in entries)
    database.executemany("INSERT INTO entries (question, answer) VALUES (?, ?)", rows)
    database.execute("INSERT INTO entries (entries) VALUES ('optimize')")
    database.commit()
    database.close()


if __name__ == "__main__":
    main()
