"""Files that are written for the user: mode and links are kept, and the order of calls is one that a power cut may cut."""

import itertools
import os
import re

import calls
from table import TABLE
from world import World, expect

LINES = ["convert shop.json -o {} --force", "convert pages --to markdown -o {} --force", "init {} --force", "init --format csv {} --force"]
MODES = [0o400, 0o600, 0o640, 0o644, 0o660, 0o755, 0o777]


def run(quick):
    for line, mode, links in itertools.product(LINES, MODES, (0, 1, 3)):
        kept(line, mode, links)
    for line, mask in itertools.product(LINES, (0o022, 0o077, 0o002)):
        new(line, mask)
    if reason := calls.obstacle():
        TABLE.not_tried("a file is written: the order of calls", reason)
    else:
        for line in LINES:
            order(line)


def kept(line, mode, links):
    """A file that is written over, at the end of a chain of links into another folder."""
    fault = "a file is written: mode and links are kept"
    with World() as world:
        path = world.work / "pages" / "old"
        path.write_text("old")
        path.chmod(mode)
        names = [world.work / f"link{number}" for number in range(links)]
        for name, target in zip(names, ["pages/old", "link0", "link1"]):
            name.symlink_to(target)
        done = world.run(line.format((names or [path])[-1].relative_to(world.work)))
        expect(fault, f"{line}, {mode:o}", done, (0,))
        same = path.stat().st_mode & 0o7777 == mode and path.read_text() not in ("", "old") and all(it.is_symlink() for it in names)
        left = [it.name for it in [*world.work.iterdir(), *path.parent.iterdir()] if it.name.startswith(".")]
        TABLE.add(fault, None if same and not left else f"mode {path.stat().st_mode:o}, left behind: {left}", f"{line}, {mode:o}, {links} links")


def new(line, mask):
    with World() as world:
        done = world.shell(f'umask {mask:o}; "$faq" {line.format("new")}')
        mode = (world.work / "new").stat().st_mode & 0o777
        good = done.returncode == 0 and mode == 0o666 & ~mask
        TABLE.add("a file is written: a new one has the usual mode", None if good else f"mode {mode:o}: {done}", f"{line}, umask {mask:o}")


def order(line):
    """The whole content is on the disk before it gets its name, and its name before the program ends."""
    with World() as world:
        world.run(line.format("new"), around=["strace", "-y", "-qq", "-o", world.trace])
        found = [re.match(r"(write|fsync|fdatasync|rename\w*|link\w*)\(", it) for it in world.trace.read_text().splitlines()]
        about = [it[1] for it in found if it and (str(world.work) in it.string)]
        steps = [name for name, _ in itertools.groupby(about)]
        good = len(steps) == 4 and steps[0] == "write" and steps[1] == steps[3] == "fsync" and re.match("rename|link", steps[2])
        TABLE.add("a file is written: the order of calls", None if good else str(steps), line)
        assert os.path.exists(world.work / "new")
