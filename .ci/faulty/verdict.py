"""What is right of a command at which something failed.

It never panics. It ends with its code and all of its output, or with 2 and a message; a file is the old one or the new
one, and nothing else is left behind.
"""

import json

from errors import MEMORY
from table import TABLE

KILLED = (137, -9)
ABORTED = (134, -6)
LEAVES_TEMPORARY = {"unlink", "unlinkat"}


def judge(command, world, done, fault, good):
    """What is wrong, or nothing."""
    stderr = done.stderr.decode("utf-8", "replace")
    # In the words of the runtime: for a value, or for a thread.
    said = "memory allocation" in stderr or "failed to allocate an alternative stack" in stderr
    refused = fault.call.name in MEMORY and said and done.returncode in ABORTED
    if refused:
        TABLE.note("the memory was refused: ended at once, with a message")
    ended = fault.kills or refused
    if "ENOENT" in fault.what and (done.returncode, done.stdout) in good.without:
        # A file that is gone from a folder, or a link in it that leads nowhere, is no part of the FAQ.
        return None
    return (
        judge_end(command, done, stderr, fault, ended)
        or judge_output(command, done, fault, good, ended)
        or (command.writes and judge_file(command, world, done, fault, good, ended))
        or (command.log and judge_log(command, world, done, stderr, fault, ended))
        or (hasattr(command, "judge") and command.judge(world, done, fault, good, ended))
        or None
    )


def judge_end(command, done, stderr, fault, ended):
    name, code = fault.call.name, done.returncode
    if ended and not fault.kills:
        return None
    if "panicked" in stderr:
        return f"panicked: {stderr}"
    if ended:
        return None if code in KILLED + ABORTED + (command.code,) else f"exit code {code} when killed"
    if name == "getcwd" and "ENOENT" in fault.what:
        # A working directory that was removed: the FAQ is looked for elsewhere.
        good = code in (0, 1) or code == 2 and stderr.startswith("faq: ")
        return None if good else f"exit code {code}: {stderr}"
    if code not in (command.code, 2):
        return f"exit code {code}: {stderr}"
    # Where standard error itself fails, nothing can be said.
    if code == 2 and command.code != 2 and not stderr.startswith("faq: ") and name != "write":
        return f"exit code 2 without a message: {stderr!r}"
    return None


def judge_output(command, done, fault, good, ended):
    """All of it, unless the code says otherwise or nobody reads on; never anything else."""
    if fault.call.name == "getcwd" and done.returncode == 1:
        return None
    if not good.stdout.startswith(done.stdout):
        return f"output that is no part of the whole: {done.stdout[:80]!r}"
    whole = done.returncode != command.code or ended or "EPIPE" in fault.what or done.stdout == good.stdout
    return None if whole else f"exit code {done.returncode} with less output: {done.stdout[-80:]!r}"


def judge_file(command, world, done, fault, good, ended):
    """The files that are named by `writes`, each with what was there before."""
    path = world.work / command.writes
    for path in path.iterdir() if path.is_dir() else [path]:
        there = path.read_bytes() if path.exists() else None
        new = good.files.get(path.relative_to(world.root))
        old = None if command.old is None else command.old.encode()
        if path.name.startswith(".faq-"):
            if not ended and fault.call.name not in LEAVES_TEMPORARY:
                return f"left behind: {path.name}"
        elif there not in (old, new):
            return f"{path.name} is neither the old file nor the new one: {there and there[:80]!r}"
        elif done.returncode == command.code and not ended and there != new and "EPIPE" not in fault.what:
            return f"exit code {done.returncode} without the new file"
    left = [it.name for it in world.work.iterdir() if it.name.startswith(".faq-")]
    if left and not ended and fault.call.name not in LEAVES_TEMPORARY:
        return f"left behind: {left}"
    return None


def judge_log(command, world, done, stderr, fault, ended):
    """Whole lines; and where there is none, that is said."""
    path = world.work / command.log
    text = path.read_text() if path.exists() else ""
    for line in text.splitlines():
        json.loads(line)
    silent = not text and "not logged" not in stderr and fault.call.name not in ("write", "openat")
    return "nothing is logged, and nothing says so" if silent and done.returncode == command.code and not ended else None
