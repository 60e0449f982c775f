"""Every system call of a command fails once, and from then on, with each error it can have; and it is killed there.

strace does so. The loader makes calls of its own before main(): those are not tried.
"""

import dataclasses
import itertools
import os
import re
import shutil
import subprocess

from errors import ERRORS, cannot_fail
from table import TABLE
from verdict import judge
from world import side_by_side, spread


@dataclasses.dataclass(frozen=True)
class Call:
    """A system call: which one of its name, and how strace writes it and the one that opened its file."""

    name: str
    number: int
    line: str
    opened: str


@dataclasses.dataclass(frozen=True)
class Fault:
    """What happens at a call."""

    call: Call
    what: str
    ever: bool = False

    @property
    def kills(self):
        return self.what == "signal=KILL"

    def inject(self, trace):
        when = f"{self.call.number}{'+' if self.ever else ''}"
        name = self.call.name
        return ["strace", "-f", "-qq", "-o", trace, "-e", f"trace={name}", "-e", f"inject={name}:{self.what}:when={when}"]

    def __str__(self):
        return f"{self.call.name} {self.call.number}{'+' if self.ever else ''} {self.what}"


@dataclasses.dataclass(frozen=True)
class Good:
    """What a command does when nothing fails."""

    calls: list
    stdout: bytes
    files: dict
    # Exit code and output when files are gone that may be.
    without: list

    def is_after_answer(self, call):
        """Whether all has been printed before a call."""
        writes = [at for at, it in enumerate(self.calls) if it.name == "write" and "faqindex" not in it.line]
        return self.calls.index(call) > writes[-1]


def obstacle():
    """Why calls cannot be made to fail here, if so."""
    if shutil.which("strace") is None and os.geteuid() == 0:
        subprocess.run(["apt-get", "install", "-y", "-qq", "strace"], check=False, stdout=subprocess.DEVNULL)
    if shutil.which("strace") is None:
        return "strace is not installed"
    if subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True).returncode != 0:
        return "strace may not trace here"
    return None


def calls_of(trace):
    """The calls after the start of the program, as strace -y wrote them."""
    # Of several threads, the first runs the command; strace counts the calls of each.
    main = trace.split(" ", 1)[0]
    lines = [it[1] for line in joined(trace, main) if (it := re.match(rf"{main} +(\w+\(.*)", line))]
    names = [line.split("(")[0] for line in lines]
    # Looking at the standard streams is the first thing that a Rust program does; setting up its stack follows.
    start = len(names) - names[::-1].index("sigaltstack", names[::-1].index("sigaltstack") + 1)
    seen, opened, calls = {}, {}, []
    for at, (name, line) in enumerate(zip(names, lines)):
        seen[name] = seen.get(name, 0) + 1
        if name == "openat" and (descriptor := re.search(r"\) += (\d+)", line)):
            opened[descriptor[1]] = line
        descriptor = re.match(r"\w+\((\d+)", line)
        if at >= start:
            calls.append(Call(name, seen[name], line, opened.get(descriptor[1], "") if descriptor else ""))
    return calls


def joined(trace, thread):
    """The lines of a thread; a call that another one came between is one line again."""
    begun = ""
    for line in trace.splitlines():
        if not line.startswith(f"{thread} "):
            continue
        if line.endswith("<unfinished ...>"):
            begun = line.removesuffix("<unfinished ...>")
        elif (resumed := re.match(rf"{thread} +<\.\.\. \w+ resumed>(.*)", line)) and begun:
            yield begun + resumed[1]
            begun = ""
        else:
            yield line


def good_run(command):
    """A run in which nothing fails."""
    with command.world() as world:
        done = command.run(world, ["strace", "-f", "-y", "-qq", "-o", world.trace])
        assert done.returncode == command.code, (command.line, done)
        files = {path.relative_to(world.root): path.read_bytes() for path in world.root.rglob("*") if path.is_file()}
        return Good(calls_of(world.trace.read_text()), done.stdout, files, runs_without(command))


def runs_without(command):
    """Code and output for every set of files that may be gone meanwhile."""
    with command.world() as world:
        files = range(len(command.may_vanish(world)))
    ends = []
    for gone in itertools.chain.from_iterable(itertools.combinations(files, count + 1) for count in files):
        with command.world() as world:
            paths = command.may_vanish(world)
            for number in gone:
                paths[number].unlink()
            done = command.run(world)
            ends.append((done.returncode, done.stdout))
    return ends


def faults_of(calls):
    for at, call in enumerate(calls):
        if call.name == "brk":
            # Its failure is an old break, and none is none.
            yield Fault(call, "retval=0")
        for error in ERRORS.get(call.name, []):
            if cannot_fail(call, error):
                continue
            yield Fault(call, f"error={error}")
            # What is interrupted is tried again: for ever, if that never ends.
            same = (later for later in calls[at:] if later.name == call.name)
            if error != "EINTR" and not any(cannot_fail(later, error) for later in same):
                yield Fault(call, f"error={error}", ever=True)
        if call.name != "exit_group":
            yield Fault(call, "signal=KILL")


def was_reached(trace):
    text = trace.read_text() if trace.exists() else ""
    return "INJECTED" in text or "killed by SIGKILL" in text


def inject(command, fault, good):
    """Runs a command with one fault: whether that came to be, and what was wrong with what the command did."""
    with command.world() as world:
        try:
            done = command.run(world, fault.inject(world.trace))
            problem = judge(command, world, done, fault, good)
            return bool(problem) or was_reached(world.trace), problem
        except subprocess.TimeoutExpired:
            return True, "hangs"


def try_all(runs, most):
    """Tries all faults of commands, each given with its good run; or so many of them."""
    cases = [(command, fault, good) for command, good in runs for fault in faults_of(good.calls)]
    cases = spread(cases, most)
    for (command, fault, _), (reached, problem) in zip(cases, side_by_side(inject, cases)):
        add(command.group, fault, reached, problem, command.line)


def add(group, fault, reached, problem, what):
    """Adds a case to the table, if the program came to where it should have failed."""
    kind = "killed at a system call" if fault.kills else "a system call fails"
    if reached:
        TABLE.add(f"{kind}: {group}", problem, f"{what}: {fault}")
    else:
        TABLE.note("the program did less than before and did not come to the call that was to fail: not counted")
