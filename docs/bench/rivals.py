"""What the program is compared with: how to get it, how to prepare it, how to ask it."""

import os
import pathlib
import re
import shutil
import subprocess
import sys

import corpora
from measure import Contender, installed, run_with_memory

HERE = pathlib.Path(__file__).resolve().parent
TANTIVY = "0.27"

MANIFEST = """[package]
name = "rivals"
version = "0.0.0"
edition = "2024"

[workspace]

[dependencies]
serde = {{ version = "1", features = ["derive"] }}
serde_json = "1"
strsim = "0.11"
tantivy = "{tantivy}"

{programs}
[profile.release]
lto = "fat"
codegen-units = 1
panic = "abort"
strip = true
"""

# A page for tealdeer to show, about as long as an answer of the built-in FAQ with what stands below it.
PAGE = """# faq

> Ask a FAQ in your own words.
> More information: <https://tool.example>.

- Ask a question:

`faq ask {{what role does the US play}}`

- Print the stored questions:

`faq list`

- Ask a FAQ of your own:

`faq ask --file {{path/to/faq.json}} {{question}}`
"""


def words(question):
    return re.findall(r"\w+", question.lower())


class Rivals:
    """The programs that could be had, and why the others could not."""

    def __init__(self, work, environment, install):
        self.work, self.environment = work, environment
        self.programs, self.missing = {}, {}
        self.from_cargo(install)
        for name, package in [("rg", "ripgrep"), ("fzf", "fzf"), ("sqlite3", "sqlite3"), ("time", "time"), ("valgrind", "valgrind")]:
            self.from_system(name, package, install)
        self.tealdeer(install)

    def from_cargo(self, install):
        """Builds the programs beside this file, in a package of their own."""
        folder = self.work / "rivals"
        folder.mkdir(exist_ok=True)
        sources = sorted((HERE / "rivals").glob("*.rs"))
        programs = "".join(f'[[bin]]\nname = "{source.stem}"\npath = "{source}"\n\n' for source in sources)
        manifest = MANIFEST.format(tantivy=TANTIVY, programs=programs)
        if install:
            if not (folder / "Cargo.toml").exists() or (folder / "Cargo.toml").read_text() != manifest:
                (folder / "Cargo.toml").write_text(manifest)
            cargo = ["cargo", "build", "--release", "--quiet", "--target-dir", folder / "target"]
            self.tried(subprocess.run(cargo, cwd=folder), [source.stem for source in sources])
        for source in sources:
            built = shutil.which(folder / "target/release" / source.stem)
            self.found(source.stem, built and installed(built, self.work))

    def from_system(self, name, package, install):
        if install and not shutil.which(name) and shutil.which("apt-get") and os.geteuid() == 0:
            self.tried(subprocess.run(["apt-get", "install", "-qq", "-y", "--no-install-recommends", package], stdout=sys.stderr), [name])
        self.found(name, shutil.which(name))

    def tealdeer(self, install):
        tools = self.work / "tools"
        if install and not (tools / "bin/tldr").exists():
            self.tried(subprocess.run(["cargo", "install", "--quiet", "--root", tools, "tealdeer"]), ["tldr"])
        self.found("tldr", shutil.which(tools / "bin/tldr"))
        for pages in ["pages.en/common", "pages/common"]:
            page = self.work / "home/.cache/tealdeer/tldr-pages" / pages / "faq.md"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(PAGE)

    def tried(self, done, names):
        if done.returncode != 0:
            self.missing |= dict.fromkeys(names, "could not be had")

    def found(self, name, path):
        if path:
            self.programs[name] = str(path)
        else:
            self.missing.setdefault(name, "not installed")

    def prepare(self, size):
        """Makes the indexes of a corpus: for each that was made now, seconds, memory and bytes on disk."""
        built = {}
        source = str(self.work / "corpora" / f"{size}.json")
        database = self.work / "indexes" / f"{size}.db"
        database.parent.mkdir(exist_ok=True)
        if "sqlite3" in self.programs:
            database.unlink(missing_ok=True)
            make = [sys.executable, str(HERE / "fts5.py"), source, str(database)]
            built["fts5"] = [*run_with_memory(make, self.environment, self.work), database.stat().st_size]
        if "tantivy" in self.programs:
            built["tantivy"] = self.build_tantivy(size)
            subprocess.run([self.programs["tantivy"], "merge", self.index(size)], check=True, env=self.environment)
        return built

    def index(self, size):
        return str(self.work / "indexes" / f"{size}.tantivy")

    def build_tantivy(self, size, to=None):
        """Seconds, memory and bytes on disk of an index made by one thread, JSON parsing included."""
        folder = to or self.index(size)
        shutil.rmtree(folder, ignore_errors=True)
        make = [self.programs["tantivy"], "build", str(self.work / "corpora" / f"{size}.json"), folder]
        return [*run_with_memory(make, self.environment, self.work), sum(file.stat().st_size for file in pathlib.Path(folder).iterdir())]

    def contenders(self, size, each):
        """All that can answer questions about a corpus."""
        source = str(self.work / "corpora" / f"{size}.json")
        database, index = str(self.work / "indexes" / f"{size}.db"), self.index(size)
        asked = corpora.questions(self.work / "corpora", size, each)
        programs = self.programs
        known = {
            "empty": ("empty", lambda question: []),
            "strsim": ("levenshtein", lambda question: [source, question]),
            "ripgrep": ("rg", lambda question: ["--ignore-case", "--count", "|".join(words(question)), source]),
            "fzf": ("fzf", lambda question: ["--filter", question]),
            "fts5": ("sqlite3", lambda question: ["-readonly", database, select(question)]),
            "tantivy": ("tantivy", lambda question: ["ask", index, question]),
            "tantivy-fuzzy": ("tantivy", lambda question: ["--fuzzy", "ask", index, question]),
        }
        if size == corpora.SMALLEST:
            known["tealdeer"] = ("tldr", lambda question: ["faq"])
        for name, (program, arguments) in known.items():
            if program not in programs:
                continue
            contender = Contender(name, lambda question, it=(program, arguments): [programs[it[0]], *it[1](question)], asked)
            if name == "fzf":
                contender.stdin = str(self.work / "corpora" / f"{size}.lines")
            yield contender

    def batch(self, size, threads):
        """The command that answers one question a line with fuzzy terms."""
        return [self.programs["tantivy"], "--fuzzy", "batch", self.index(size), str(threads)]


def select(question):
    """The best row for any of the words."""
    match = " OR ".join(f'"{word}"' for word in dict.fromkeys(words(question)))
    return f"SELECT question, answer FROM entries WHERE entries MATCH '{match}' ORDER BY rank LIMIT 1"


def version(command):
    said = subprocess.run(command, capture_output=True, text=True).stdout.split("\n")[0]
    found = re.search(r"\d+(\.\d+)+", said)
    return found[0] if found else "?"


def versions(programs):
    """The version of each rival that was found."""
    found = {"SQLite": ("sqlite3", "--version"), "ripgrep": ("rg", "--version"), "fzf": ("fzf", "--version"), "tealdeer": ("tldr", "--version")}
    named = {name: version([programs[program], option]) for name, (program, option) in found.items() if program in programs}
    if "tantivy" in programs:
        named["tantivy"] = TANTIVY
    return named
