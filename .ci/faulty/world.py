"""The program, the folders it is run in, and what is put into them."""

import itertools
import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor

from table import TABLE

# No case takes a second; what takes a minute hangs.
LONGEST = 60
NOBODY = 65534

SHOP = json.dumps([
    {"id": "return", "question": "How do I return an item?", "answer": "Send it back within 30 days.", "tags": ["orders"]},
    {"id": "refund", "question": "When do I get my money back?", "answer": "Within five days.", "related": ["return"]},
    {"id": "open", "question": "Is the shop open on Sundays?", "answer": "From noon to five."},
])
BATCH = "when do i get my money back\nis the shop open on sundays\n" * 20
# A folder that commands read as a FAQ.
FOLDER = "pages"
FILES = {
    "shop.json": SHOP,
    "faq.json": SHOP,
    "cases.tsv": "money back\trefund\nsundays\topen\n",
    "questions": BATCH,
    "unknown": "is there life on mars\nis there life on venus\n" * 10,
    f"{FOLDER}/a.md": "## Do you ship abroad?\n\nTo all of Europe.\n",
    f"{FOLDER}/b.csv": "question,answer\nDo you gift-wrap?,For two euros.\n",
    f"{FOLDER}/deeper/c.html": "<dl><dt>Is there parking?</dt><dd>Behind the shop.</dd></dl>",
}

program = None


def take(path):
    """Takes a copy of the program, which stays what it is while this runs, and which any user may run."""
    global program
    folder = pathlib.Path(tempfile.mkdtemp(prefix="faq-faulty-"))
    folder.chmod(0o755)
    program = shutil.copy(path, folder / "faq")


def give_back():
    shutil.rmtree(pathlib.Path(program).parent)


class World:
    """The folders of one run: where it works, its home, its indexes, and where its calls are written down."""

    def __init__(self, files=FILES):
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="faq-faulty-"))
        self.work, self.home, self.cache = (self.root / name for name in ("work", "home", "cache"))
        self.trace = self.root / "trace"
        self.home.mkdir()
        self.work.mkdir()
        for name, text in files.items():
            path = self.work / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.root)

    def environment(self, **more):
        return {"HOME": str(self.home), "FAQ_CACHE_DIR": str(self.cache), "PATH": os.environ["PATH"], **more}

    def run(self, line, stdin="", around=()):
        """Runs a command line, with something around the program."""
        return subprocess.run([*around, program, *line.split()], cwd=self.work, env=self.environment(),
                              input=stdin.encode(), capture_output=True, timeout=LONGEST)

    def start(self, line, stdin=subprocess.DEVNULL, around=(), **more):
        return subprocess.Popen([*around, program, *line.split()], cwd=self.work, env=self.environment(), stdin=stdin,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)

    def shell(self, line, **more):
        """Runs a line of sh in which "$faq" is the program."""
        environment = self.environment(faq=program, **more)
        return subprocess.run(["/bin/sh", "-c", line], cwd=self.work, env=environment, capture_output=True, timeout=LONGEST)

    def may_be_entered_by_all(self):
        for path in (self.root, *self.root.rglob("*")):
            path.chmod(path.stat().st_mode | 0o555)


class Command:
    """A command line, what it reads, and what it may write."""

    def __init__(self, line, stdin="", code=0, writes=None, old=None, log=None, folder=None):
        self.line, self.stdin, self.code = line, stdin, code
        self.writes, self.old, self.log, self.folder = writes, old, log, folder
        self.group = line.split()[0]

    def world(self):
        world = World()
        if self.old is not None:
            (world.work / self.writes).write_text(self.old)
        if self.folder:
            (world.work / self.folder).mkdir()
        return world

    def may_vanish(self, world):
        """The files that may be gone when it looks at them, and are no part of what it reads then."""
        names = [name for name in FILES if name.startswith(f"{FOLDER}/")] if FOLDER in self.line.split() else []
        return [world.work / name for name in names]

    def run(self, world, around=()):
        done = world.run(self.line, self.stdin, around)
        # Each run has folders of its own.
        done.stdout = done.stdout.replace(bytes(world.root), b"ROOT")
        return done


def expect(fault, what, done, codes, said=b""):
    """Adds a case: the program ended with one of these exit codes, and said this."""
    problem = None
    if b"panicked" in done.stderr:
        problem = "panicked"
    elif done.returncode not in codes:
        problem = f"exit code {done.returncode}"
    elif said not in done.stderr:
        problem = f"does not say {said!r}"
    TABLE.add(fault, problem and f"{problem}: {done.stderr[:200]!r}", what)


def heed(*signals):
    """For a child: whoever started this may ignore them."""
    return lambda: [signal.signal(number, signal.SIG_DFL) for number in signals]


def spread(cases, most):
    """At most so many of the cases, evenly; all where there is no bound."""
    cases = list(cases)
    if most is None or len(cases) <= most:
        return cases
    return list(itertools.islice((cases[number * len(cases) // most] for number in range(most)), most))


def side_by_side(work, cases, waits=False):
    """What some work makes of each case, in their order: on all processors, and more at once where it mostly waits."""
    with ThreadPoolExecutor(max_workers=os.cpu_count() * (4 if waits else 1)) as pool:
        yield from pool.map(lambda case: work(*case), cases)
