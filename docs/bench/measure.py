"""Runs whole processes, one after another, and says what they cost."""

import os
import pathlib
import random
import re
import shutil
import statistics
import subprocess
import time
from dataclasses import dataclass, field

# A contender that takes longer than this is asked one question of each kind, in as few rounds as there may be.
SLOW = 0.25

# What questions are about in the mean: `hard` ones have no answer, and stand beside it.
KINDS = ["exact", "dropped", "shuffled", "typos"]


class Failed(Exception):
    """A process that did not do what it was asked to."""


@dataclass
class Contender:
    """Something that answers questions: `command` makes the words of a command of a question."""

    name: str
    command: object
    questions: dict
    stdin: str = os.devnull
    # What says that there was no answer.
    fine: tuple = (0, 1)
    times: dict = field(default_factory=dict)
    memory: int = 0


def installed(program, work):
    """A copy of a program, as it is installed. What a linker has just written lies in small pieces in the page cache, and
    takes up to a tenth longer to start."""
    folder = work / "installed"
    folder.mkdir(exist_ok=True)
    copy = folder / pathlib.Path(program).name
    # Not over one that may be running.
    copy.unlink(missing_ok=True)
    shutil.copy2(program, copy)
    return copy


def run(words, environment, stdin=os.devnull, fine=(0,), stdout=os.devnull):
    """Seconds from before the start of a process to after its end. The page cache is warm, nothing is shown."""
    actions = [
        (os.POSIX_SPAWN_OPEN, 0, stdin, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, stdout, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600),
        (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
    ]
    began = time.perf_counter()
    process = os.posix_spawn(words[0], words, environment, file_actions=actions)
    _, status = os.waitpid(process, 0)
    seconds = time.perf_counter() - began
    if os.waitstatus_to_exitcode(status) not in fine:
        raise Failed(f"exit code {os.waitstatus_to_exitcode(status)}: {' '.join(words)[:200]}")
    return seconds


def run_with_memory(words, environment, folder, stdin=os.devnull, fine=(0,)):
    """Seconds, and the most memory resident in bytes, or None where GNU time is not there to tell.

    What a process says of its children begins with its own size: one as big as Python cannot ask."""
    timer = shutil.which("time")
    if timer is None:
        return run(words, environment, stdin, fine), None
    said = folder / "memory"
    seconds = run([timer, "-f", "%M", "-o", str(said), *words], environment, stdin, fine)
    return seconds, int(said.read_text().split()[-1]) * 1024


def instructions(words, environment, folder):
    """How many instructions a process takes, or None without valgrind."""
    valgrind = shutil.which("valgrind")
    if valgrind is None:
        return None
    out = folder / "callgrind.out"
    said = subprocess.run(
        [valgrind, "--tool=callgrind", f"--callgrind-out-file={out}", *words], env=environment, cwd=folder, capture_output=True, text=True
    )
    found = re.search(r"Collected : (\d+)", said.stderr)
    return int(found[1]) if found else None


def rounds(contenders, environment, seconds, least, folder):
    """Asks all contenders all questions, in turn, for about so many seconds, and at least so many times.

    Who comes when is drawn anew for each question: what the one before leaves in the caches of the processor is then
    the same for all. The first answers, which warm the page cache, do not count."""
    drawn = random.Random(1)
    slow = set()
    for contender in contenders:
        for kind, questions in contender.questions.items():
            words = contender.command(questions[0])
            took, memory = run_with_memory(words, environment, folder, contender.stdin, contender.fine)
            contender.memory = max(contender.memory, memory or 0)
            if took > SLOW:
                slow.add(contender.name)
    began, number = time.monotonic(), 0
    while number < least or (time.monotonic() - began < seconds and number < 100):
        for kind in sorted({kind for contender in contenders for kind in contender.questions}):
            for place in range(max(len(contender.questions.get(kind, [])) for contender in contenders)):
                drawn.shuffle(contenders)
                for contender in contenders:
                    if contender.name in slow and (number >= least or place > 0):
                        continue
                    if place >= len(contender.questions.get(kind, [])):
                        continue
                    words = contender.command(contender.questions[kind][place])
                    took = run(words, environment, contender.stdin, contender.fine)
                    contender.times[number, kind, place] = took
        number += 1
    return number


def ratio(one, other, kinds=None):
    """How much one costs beside another, both in the same rounds: the median over rounds, and its quartiles.

    In each round it is the mean over kinds of the median over questions, of those that both were asked."""
    common = sorted(one.times.keys() & other.times.keys())
    found = []
    for number in sorted({key[0] for key in common}):
        means = []
        for contender in (one, other):
            medians = [
                statistics.median(each)
                for kind in kinds or KINDS
                if (each := [contender.times[key] for key in common if key[0] == number and key[1] == kind])
            ]
            means.append(statistics.mean(medians))
        found.append(means[0] / means[1])
    return spread(found)


def spread(values):
    """The median, and the quartiles about it."""
    values = sorted(values)
    if len(values) < 2:
        return [values[0]] * 3
    low, middle, high = statistics.quantiles(values, n=4, method="inclusive")
    return [middle, low, high]


def medians(contender):
    """Seconds for each kind of question, and `mean`, that of the four kinds."""
    kinds = sorted({key[1] for key in contender.times})
    found = {kind: statistics.median(took for key, took in contender.times.items() if key[1] == kind) for kind in kinds}
    found["mean"] = statistics.mean(found[kind] for kind in KINDS if kind in found)
    return found
