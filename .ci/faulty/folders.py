"""Folders for indexes that others may write, that cannot be written, or that are none; and a full disk."""

import os
import subprocess

from damage import forged
from streams import mounted
from table import TABLE
from world import NOBODY, World

DROPPED = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]


def run(library, quick):
    for what, make, around in HOSTILE:
        hostile(library, what, make, around)
    if os.geteuid() == 0:
        for what, make, around in HOSTILE_TO_ROOT:
            hostile(library, what, make, around)
    else:
        TABLE.not_tried("a folder for indexes of another user", "only the superuser can give folders away")
    no_folder(library, quick)
    full_disk(library, quick)


def group_may_write(world):
    world.cache.chmod(0o770)


def all_may_write(world):
    world.cache.chmod(0o777)


def all_may_replace(world):
    world.root.chmod(0o777)


def link_to_open_folder(world):
    elsewhere = world.root / "elsewhere"
    world.cache.rename(elsewhere)
    elsewhere.chmod(0o777)
    world.cache.symlink_to(elsewhere)


def of_another_user(world):
    os.chown(world.cache, NOBODY, NOBODY)


def index_of_another_user(world):
    for path in world.cache.iterdir():
        os.chown(path, NOBODY, NOBODY)


def link_to_folder_of_another_user(world):
    elsewhere = world.root / "elsewhere"
    world.cache.rename(elsewhere)
    os.chown(elsewhere, NOBODY, NOBODY)
    world.cache.symlink_to(elsewhere)


def link_of_another_user(world):
    elsewhere = world.root / "elsewhere"
    world.cache.rename(elsewhere)
    world.cache.symlink_to(elsewhere)
    os.chown(world.cache, NOBODY, NOBODY, follow_symlinks=False)


def of_superuser(world):
    world.may_be_entered_by_all()


def read_only(world):
    of_superuser(world)
    of_another_user(world)
    world.cache.chmod(0o555)
    for path in world.cache.iterdir():
        path.unlink()


def closed(world):
    read_only(world)
    world.cache.chmod(0o000)


# Whoever may write there has put an index there that says something else.
HOSTILE = [
    ("the group may write it", group_may_write, []),
    ("all may write it", all_may_write, []),
    ("all may put another in its place", all_may_replace, []),
    ("a link to a folder that all may write", link_to_open_folder, []),
]
HOSTILE_TO_ROOT = [
    ("of another user", of_another_user, []),
    ("an index of another user in it", index_of_another_user, []),
    ("a link to a folder of another user", link_to_folder_of_another_user, []),
    ("a link that another user made", link_of_another_user, []),
    ("of the superuser, for another user", of_superuser, DROPPED),
    ("read-only", read_only, DROPPED),
    ("closed", closed, DROPPED),
]


def problem(done, library):
    right = done.returncode == 0 and done.stdout == library.answer and not done.stderr
    return None if right else f"exit code {done.returncode}, {done.stdout[:80]!r} {done.stderr[:200]!r}"


def hostile(library, what, make, around):
    with World() as world:
        forgery = library.put_index(world, forged(library.index))
        make(world)
        for _ in range(3):
            TABLE.add("a hostile or read-only folder for indexes", problem(world.run(library.ask, around=around), library), what)
        # What cannot be ours is not written to, either.
        names = [path.name for path in (world.cache.iterdir() if world.cache.exists() else [])]
        left = [name for name in names if name != forgery.name]
        TABLE.add("a hostile or read-only folder for indexes", f"left behind: {left}" if left else None, what)


def no_folder(library, quick):
    """Nothing that a folder could be made of."""
    deep = "/".join(["deep"] * 500)
    paths = ("", "relative", "/dev/null", "/dev/full", "/proc/1", "/proc/none", library.source, library.source / "in", deep, "a" * 300, "a" * 5000, ".")
    for path in paths[:: 3 if quick else 1]:
        with World() as world:
            for _ in range(2):
                done = world.shell(f'"$faq" {library.ask}', FAQ_CACHE_DIR=str(path))
                TABLE.add("no folder for indexes, or an odd one", problem(done, library), str(path)[:40])
            done = world.shell('"$faq" cache && "$faq" cache clear', FAQ_CACHE_DIR=str(path))
            ended = done.returncode == 0 or done.returncode == 2 and done.stderr.startswith(b"faq: ")
            TABLE.add("no folder for indexes, or an odd one", None if ended else str(done), f"cache, {str(path)[:40]}")


def full_disk(library, quick):
    """A disk that holds none, a part, or nearly all of an index."""
    fault = "a full disk: an index"
    pages = -(-len(library.index) // 4096)
    for free in (0, 17, pages) if quick else (0, 1, 2, 16, 17, 33, pages // 2, pages - 1, pages):
        with World() as world:
            # The folder itself and the root of the disk take none.
            if reason := mounted(world.cache, f"{max(free, 1) * 4}k"):
                TABLE.not_tried(fault, reason)
                return
            try:
                world.cache.chmod(0o700)
                if free == 0:
                    (world.cache / "filler").write_bytes(bytes(4096))
                for _ in range(2):
                    TABLE.add(fault, problem(world.run(library.ask), library), f"{free} pages free")
                names = [path.name for path in world.cache.iterdir() if path.name != "filler"]
                expected = [library.name] if free == pages else []
                TABLE.add(fault, None if names == expected else f"left behind: {names}", f"{free} pages free")
            finally:
                subprocess.run(["umount", world.cache], check=True)
