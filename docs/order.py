#!/usr/bin/env python3
"""Writes build/order.ld: which functions a question runs, for the linker to lay them side by side.

    CARGO_PROFILE_RELEASE_STRIP=false cargo build --release --target-dir target/bench/order
    python3 docs/order.py target/bench/order/release/faq

The program is read from disk, or mapped from memory, by stretches of 64 kB. Functions lie as they were compiled, and the
few hundred that a question runs are spread over all of it; side by side they are a fifth of the stretches. Callgrind says
which they are. It needs valgrind, binutils and the static C library.
"""

import argparse
import collections
import json
import os
import pathlib
import re
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
SCRIPT = ROOT / "build" / "order.ld"
# So many that an index is made.
ENTRIES = 5000

HEAD = """\
/* Functions that a question runs lie side by side, those of one to the built-in FAQ first. Written by docs/order.py. A name
   that is no more, or is written otherwise by another compiler, moves nothing. */
SECTIONS
{
  .text.first :
  {
    *crt1.o(.text)
"""
TAIL = """\
  }
}
INSERT BEFORE .text;
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("program", type=pathlib.Path, help="a release build that has its symbols")
    program = parser.parse_args().program.resolve()
    aliases, files = symbols(program), members()
    patterns = {}
    with tempfile.TemporaryDirectory() as folder:
        for arguments in questions(pathlib.Path(folder)):
            for function in sorted(executed(program, arguments, folder)):
                for name in aliases.get(function, [function]):
                    for pattern in patterns_of(name, files):
                        patterns[pattern] = None
    SCRIPT.write_text(HEAD + "".join(f"    {pattern}\n" for pattern in patterns) + TAIL)


def questions(folder):
    """What is asked: the built-in FAQ with and without an answer, a file in each way of saying it, and an index."""
    entries = [
        {"question": f"How do I order {number} boxes of kind {number % 97}?", "answer": f"Call {number * 7919} and say so. " * 12}
        for number in range(ENTRIES)
    ]
    big = folder / "big.json"
    big.write_text(json.dumps(entries))
    yield ["ask", "--builtin", "what", "role", "does", "the", "US", "play"]
    yield ["ask", "--builtin", "whats", "the", "usa", "doing", "in", "theese", "talks"]
    yield ["ask", "--builtin", "zzz"]
    yield ["ask", "--file", str(ROOT / "faq.json"), "us role"]
    yield ["ask", "--json", "--file", str(ROOT / "faq.json"), "us role"]
    yield ["ask", "--no-cache", "--file", str(big), "boxes of kind 12"]
    for _ in range(2):
        yield ["ask", "--file", str(big), "ordr boxs of kind 12"]


def executed(program, arguments, folder):
    """The names of all functions that are run, as the compiler writes them."""
    counted = pathlib.Path(folder) / "callgrind.out"
    command = ["valgrind", "--tool=callgrind", "--demangle=no", f"--callgrind-out-file={counted}", str(program), *arguments]
    environment = os.environ | {"FAQ_CACHE_DIR": str(pathlib.Path(folder) / "cache")}
    subprocess.run(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    named = re.findall(r"^c?fn=\(\d+\) ([^'\n]+)", counted.read_text(), re.MULTILINE)
    return set(named)


def symbols(program):
    """By the name of each function all names that the same code has: the linker kept one."""
    lines = subprocess.run(["nm", str(program)], capture_output=True, text=True, check=True).stdout.splitlines()
    by_address = collections.defaultdict(list)
    for address, kind, name in (line.split() for line in lines if line.count(" ") == 2):
        if kind in "tTwWi":
            by_address[address].append(name)
    return {name: names for names in by_address.values() for name in names}


def members():
    """By the name of each function of the C library the files of its archives that have it."""
    members = collections.defaultdict(list)
    for archive in archives("libc.a") + archives("libm.a"):
        lines = subprocess.run(["nm", "-A", archive], capture_output=True, text=True, check=False).stdout.splitlines()
        for line in lines:
            found = re.fullmatch(r".*:([^:]+\.o):[0-9a-f]+ [tTwWi] (\S+)", line)
            if found:
                members[found[2]].append(found[1])
    return members


def archives(name):
    """The archive of this name, or those that a text in its place names."""
    path = subprocess.run(["cc", f"-print-file-name={name}"], capture_output=True, text=True, check=True).stdout.strip()
    said = pathlib.Path(path).read_bytes()
    return [path] if said.startswith(b"!<arch>") else re.findall(r"/\S+\.a", said.decode())


def patterns_of(name, members):
    """What names the function to the linker: hashes differ from build to build, and the C library is linked file by file."""
    name = re.sub(r"\.\d+$", "*", name)
    if name.startswith("_ZN"):
        return ["*(.text*." + re.sub(r"17h[0-9a-f]{16}E.*", "17h*", name) + ")"]
    if name.startswith("_R"):
        return ["*(.text*." + re.sub(r"Cs[0-9A-Za-z]+_", "Cs*_", name) + ")"]
    return [f"*:{file}(.text .text.*)" for member in members.get(name, []) for file in for_any_processor(member)]


def for_any_processor(member):
    """The file for processors that valgrind knows, and those for newer ones."""
    return dict.fromkeys([member, *(re.sub("-avx2?(-|[.])", f"-{newer}\\1", member) for newer in ("evex", "avx512"))])


if __name__ == "__main__":
    main()
