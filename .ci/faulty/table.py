"""What was tried, and what failed."""

import dataclasses
import threading

from record import record


@dataclasses.dataclass
class Row:
    job: str
    tried: int = 0
    failed: int = 0


class Table:
    """A row for each fault."""

    def __init__(self):
        self.rows, self.notes, self.untried, self.job = {}, {}, [], ""
        self.lock = threading.Lock()

    def add(self, fault, problem, what=""):
        row = self.rows.setdefault(fault, Row(self.job))
        row.tried += 1
        row.failed += bool(problem)
        if problem:
            print(f"FAILED  {fault}: {what}: {problem}", flush=True)

    def note(self, what):
        """Something of a case that is worth knowing; threads may say so."""
        with self.lock:
            self.notes[what] = self.notes.get(what, 0) + 1

    def not_tried(self, fault, reason):
        self.untried.append(f"not tried: {fault} ({reason})")

    def totals(self):
        rows = self.rows.values()
        return sum(row.tried for row in rows), sum(row.failed for row in rows)

    def show(self):
        print(f"{'fault':<58} {'cases':>6} {'failures':>8}")
        for fault, row in self.rows.items():
            print(f"{fault:<58} {row.tried:>6} {row.failed:>8}")
        tried, failed = self.totals()
        print(f"{'in all':<58} {tried:>6} {failed:>8}")
        for what, count in self.notes.items():
            print(f"  {count}: {what}")
        print("\n".join(self.untried) or "nothing was left out")

    def record(self):
        """The same as a table in docs/reliability.md."""
        rows = [(fault, f"{row.tried:,}", row.failed, f"`python3 .ci/faulty {row.job}`") for fault, row in self.rows.items()]
        tried, failed = self.totals()
        rows.append(("in all", f"{tried:,}", failed, "`python3 .ci/faulty`"))
        record("python3 .ci/faulty", ["fault", "cases tried", "failures", "the command that repeats it"], rows)


TABLE = Table()
