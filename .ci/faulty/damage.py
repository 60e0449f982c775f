"""Indexes that are cut, of which a bit is flipped, that are older, or that are none."""

import os
import random
import socket
import struct
import zlib

from library import ANSWER, CHANGED
from table import TABLE
from world import World, side_by_side

# src/cache/blocks.rs: a block is that long, with a checksum of its number and content at its end.
BLOCK, CHECKSUM = 4096, 4
# src/cache/layout.rs: what the last block begins with; the number after it rises with each change of the format.
MAGIC = b"faqindex"


def run(library, quick):
    lines = [library.ask, f"show -f {library.source} e77", f"list -f {library.source} ba"]
    with World() as world:
        expected = {line: world.run(f"{line} --no-cache") for line in lines}
    cases = list(cut(library.index, 8 if quick else 300)) + list(flipped(library.index, 12 if quick else 1500))
    results = side_by_side(lambda _fault, _what, content: problem(library, content, expected), cases)
    for (fault, what, _), found in zip(cases, results):
        TABLE.add(fault, found, what)
    for what, content in others(library.index):
        TABLE.add("an index that is older, foreign, or none", problem(library, content, expected), what)
    in_its_place(library)
    forged_is_believed(library)


def problem(library, content, expected):
    """All answers are as they are without an index, and a whole index is there in the end or what was read was whole."""
    with World() as world:
        path = library.put_index(world, content)
        for line, without in expected.items():
            done = world.run(line)
            if (done.returncode, done.stdout, done.stderr) != (without.returncode, without.stdout, without.stderr):
                return f"{line}: exit code {done.returncode}, {done.stdout[:80]!r} {done.stderr[:200]!r}"
        names = [it.name for it in world.cache.iterdir()]
        return None if names == [path.name] else f"left behind: {names}"


def cut(index, most):
    chance = random.Random(2)
    sizes = {0, 1, BLOCK - 1, BLOCK, len(index) - BLOCK, len(index) - 1}
    while len(sizes) < most:
        # An index is whole blocks: such a cut is the harder one to tell.
        size = chance.randrange(len(index))
        sizes.add(size - size % BLOCK if chance.random() < 0.5 else size)
    for size in sizes:
        yield "an index cut short", f"{size} bytes", index[:size]


def flipped(index, most):
    chance = random.Random(3)
    for _ in range(most):
        # The blocks at both ends are read by everyone.
        at = chance.choice([chance.randrange(len(index)), chance.randrange(BLOCK), len(index) - 1 - chance.randrange(BLOCK)])
        bit = 1 << chance.randrange(8)
        yield "an index with one bit flipped", f"bit {bit} of byte {at}", index[:at] + bytes([index[at] ^ bit]) + index[at + 1 :]


def sealed(index):
    """The same with checksums that are right."""
    content = [index[at : at + BLOCK - CHECKSUM] for at in range(0, len(index), BLOCK)]
    blocks = (part + struct.pack("<I", zlib.crc32(struct.pack("<Q", number) + part)) for number, part in enumerate(content))
    return b"".join(blocks)


def others(index):
    last = len(index) - BLOCK
    assert sealed(index) == index and index[last:].startswith(MAGIC)
    at = last + len(MAGIC)
    version = index.index(b"0.1.0", last) if b"0.1.0" in index[last:] else at + 2
    chance = random.Random(4)
    yield "an older format", sealed(index[:at] + bytes([index[at] - 1]) + index[at + 1 :])
    yield "a newer format", sealed(index[:at] + bytes([index[at] + 1]) + index[at + 1 :])
    yield "of another version of the program", sealed(index[:version] + b"9" + index[version + 1 :])
    yield "of other files", sealed(b"\x00\x12/other" + index[8:])
    yield "other checksums", b"".join(index[at : at + BLOCK - 1] + b"\x00" for at in range(0, len(index), BLOCK))
    yield "blocks in another order", index[BLOCK : 2 * BLOCK] + index[:BLOCK] + index[2 * BLOCK :]
    yield "twice", index + index
    yield "more after its end", index + bytes(BLOCK)
    yield "zeros", bytes(len(index))
    yield "noise", chance.randbytes(len(index))
    yield "noise with checksums", sealed(chance.randbytes(last) + index[last:])
    yield "a text", b"not an index\n" * 10_000


def in_its_place(library):
    """Something else than a file of ours where the index should be."""
    for what in ("a folder", "a pipe", "a socket", "a link to an index", "a link to nowhere", "a link to /dev/zero", "a link to itself",
                 "an index that others may write"):
        with World() as world:
            path = library.put_index(world, forged(library.index))
            elsewhere = world.root / "elsewhere"
            path.rename(elsewhere)
            if what == "a folder":
                path.mkdir()
            elif what == "a pipe":
                os.mkfifo(path)
            elif what == "a socket":
                # Its name may only be short.
                with socket.socket(socket.AF_UNIX) as server:
                    server.bind(str(path))
            elif what == "an index that others may write":
                elsewhere.rename(path)
                path.chmod(0o622)
            else:
                path.symlink_to({"index": elsewhere, "nowhere": "nowhere", "/dev/zero": "/dev/zero", "itself": path.name}[what.split()[-1]])
            for _ in range(2):
                done = world.run(library.ask)
                right = done.returncode == 0 and done.stdout == library.answer and not done.stderr
                TABLE.add("something else in place of an index", None if right else f"{done}", what)
            names = [it.name for it in world.cache.iterdir()]
            TABLE.add("something else in place of an index", None if names == [path.name] else f"left behind: {names}", what)


def forged(index):
    """An index that says something else, with right checksums: whoever can write it can make the program say so."""
    assert ANSWER.encode() in index
    return sealed(index.replace(ANSWER.encode(), CHANGED.encode()))


def forged_is_believed(library):
    """Where it is ours alone. Otherwise the cases above, and those of folders, would prove nothing."""
    with World() as world:
        library.put_index(world, forged(library.index))
        done = world.run(library.ask)
        assert CHANGED.encode() in done.stdout, "a forged index has to be tried that would be believed if it were trusted"
