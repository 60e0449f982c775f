"""The prompt at a terminal: keys that end it, signals, a terminal that is gone, and calls that fail."""

import itertools
import signal
import time

import calls
from errors import MEMORY
from table import TABLE
from terminal import CTRL_BACKSLASH, CTRL_C, CTRL_D, Terminal
from verdict import ABORTED, KILLED
from world import World, side_by_side, spread

LINE = "ask -f shop.json"
PROMPT, QUESTION, ANSWER = "faq> ", "money back", "Within five days."
PLAIN, EDITED = "dumb", "xterm-256color"

# Those that end a program, and leave it the time to give the terminal back.
HEEDED = "INT HUP QUIT TERM USR1 USR2 ALRM VTALRM PROF XCPU".split()
# Those that say that the program itself is at fault, or leave no time.
AT_ONCE = "KILL SEGV BUS ILL FPE ABRT TRAP SYS STKFLT POLL PWR XFSZ".split()
# Those that the standard library first takes for an overrun of the stack.
TWICE = "SEGV BUS".split()
# Those that change nothing.
PASSING = "CONT CHLD URG WINCH PIPE".split()
# How many milliseconds it takes to set up the terminal, each call of it slowed down, and a bit more.
SET_UP = 48


def run(quick):
    moments = [typing] if quick else [waiting, typing, answered]
    add("left by keys", left_by_keys, [(term, *way) for term in (EDITED, PLAIN) for way in WAYS[term]])
    names = HEEDED + AT_ONCE + PASSING
    add("signals", signalled, itertools.product((EDITED, PLAIN), moments, names[::2] if quick else names))
    add("the terminal is hung up", hung_up, itertools.product((EDITED, PLAIN), moments, (False, True)))
    if reason := calls.obstacle():
        TABLE.not_tried("the prompt: a system call fails, or a signal comes while the terminal is set up", reason)
    else:
        moments = range(0, SET_UP, 4 if quick else 1)
        add("signals while the terminal is set up", while_set_up, itertools.product(["INT", "TERM"], moments))
        for term in (EDITED, PLAIN):
            failing(term, 30 if quick else None)


def add(fault, work, cases):
    cases = list(cases)
    for case, problem in zip(cases, side_by_side(work, cases, waits=True)):
        TABLE.add(f"the prompt: {fault}", problem, ", ".join(getattr(it, "__name__", repr(it)) for it in case))


def waiting(terminal):
    """Nothing was typed yet."""
    return terminal.sees(PROMPT)


def typing(terminal):
    """Half a question stands there."""
    return waiting(terminal) and terminal.types("money b") is None and terminal.sees("money b")


def answered(terminal):
    """A question was answered."""
    return waiting(terminal) and terminal.types(f"{QUESTION}\r") is None and terminal.sees(ANSWER) and terminal.sees(PROMPT)


def cleared(terminal):
    """What was typed was thrown away."""
    return typing(terminal) and terminal.types(CTRL_C) is None and terminal.sees(PROMPT)


# When, what is typed, and the exit code. Where lines are not edited, the terminal itself makes signals of keys.
LEAVING = [(waiting, CTRL_D, 0), (answered, CTRL_D, 0), (waiting, "quit\r", 0), (typing, f"\r{CTRL_D}", 0)]
WAYS = {
    EDITED: [*LEAVING, (waiting, CTRL_C, 130), (answered, CTRL_C, 130), (cleared, CTRL_C, 130), (waiting, CTRL_BACKSLASH, 130)],
    PLAIN: [*LEAVING, (waiting, CTRL_C, -signal.SIGINT), (typing, CTRL_C, -signal.SIGINT), (waiting, CTRL_BACKSLASH, -signal.SIGQUIT)],
}


def left_by_keys(term, moment, typed, code):
    with World() as world, Terminal(world, LINE, term=term) as terminal:
        ready = moment(terminal)
        terminal.types(typed)
        ended = terminal.ends()
        return wrong_end(ready, ended, [code]) or terminal.problem()


def wrong_end(ready, ended, codes):
    return None if ready and ended in codes else f"ready: {ready}, exit code {ended}, not {codes}"


def signalled(term, moment, name):
    number = signal.Signals[f"SIG{name}"]
    with World() as world, Terminal(world, LINE, term=term) as terminal:
        ready = moment(terminal)
        terminal.sends(number)
        if name in TWICE:
            terminal.ends(0.2)
            terminal.sends(number)
        if name in PASSING:
            # It goes on.
            terminal.types(f"\r{QUESTION}\r")
            # What is no line yet, the terminal does not keep for the next prompt.
            ready = ready and terminal.sees(ANSWER) and terminal.sees(PROMPT)
            terminal.types(CTRL_D)
        ended = terminal.ends()
        given_back = None if name in AT_ONCE else terminal.problem()
        return wrong_end(ready, ended, [code_after(name, term)]) or given_back


def code_after(name, term):
    if name == "INT" and term == EDITED:
        # As Ctrl-C leaves.
        return 130
    return 0 if name in PASSING else -signal.Signals[f"SIG{name}"]


def while_set_up(name, moment):
    """Each call that sets the terminal up, or gives it back, takes a while; the signal comes some milliseconds after they began."""
    with World() as world:
        slow = ["strace", "-f", "-qq", "-o", world.trace, "-e", "trace=ioctl,write", "-e", "inject=ioctl,write:delay_enter=4000"]
        with Terminal(world, LINE, around=slow, term=EDITED) as terminal:
            ready = terminal.sees("FAQ: ")
            time.sleep(moment / 1000)
            terminal.sends_traced(signal.Signals[f"SIG{name}"])
            return wrong_end(ready, terminal.ends(), [130, -signal.Signals[f"SIG{name}"]]) or terminal.problem()


def hung_up(term, moment, ignored):
    """The terminal is gone, and so are those who would read a message; the program minds the signal or does not."""
    with World() as world, Terminal(world, LINE, term=term, ignored=[signal.SIGHUP] if ignored else []) as terminal:
        ready = moment(terminal)
        terminal.hangs_up()
        return wrong_end(ready, terminal.ends(), [0, 2] if ignored else [0, 2, -signal.SIGHUP])


def converse(terminal, seconds):
    """Asks a question and leaves; where nothing is shown any more, types on all the same."""
    terminal.sees(PROMPT, seconds)
    terminal.types(f"{QUESTION}\r")
    terminal.sees(ANSWER, seconds)
    terminal.sees(PROMPT, seconds)
    terminal.types(CTRL_C)
    if terminal.ends(seconds) is None:
        # Perhaps that went to a line that was thrown away.
        terminal.types(f"{CTRL_C}{CTRL_D}")
    return terminal.ends(seconds)


def failing(term, most):
    """Each call of a conversation fails, or is the last."""
    with World() as world:
        with Terminal(world, LINE, around=["strace", "-f", "-y", "-qq", "-o", world.trace], term=term) as terminal:
            code = converse(terminal, 5)
            assert code in (130, -signal.SIGINT), (code, terminal.shown)
        faults = list(calls.faults_of(calls.calls_of(world.trace.read_text())))
    cases = [(term, fault) for fault in spread(faults, most)]
    for (_, fault), (reached, problem) in zip(cases, side_by_side(one_failing, cases, waits=True)):
        calls.add("the prompt", fault, reached, problem, term)


def one_failing(term, fault):
    with World() as world, Terminal(world, LINE, around=fault.inject(world.trace), term=term) as terminal:
        ended = converse(terminal, 1)
        return calls.was_reached(world.trace), problem_of(terminal, ended, fault)


def problem_of(terminal, ended, fault):
    if ended is None:
        # Whoever sits there closes the window.
        terminal.hangs_up()
        return None if fault.ever and terminal.ends() is not None else "hangs"
    if fault.kills:
        return None if ended in KILLED + (130,) else f"exit code {ended}"
    if fault.call.name in MEMORY and ended in ABORTED:
        return None
    if ended not in (0, 1, 2, 130, -signal.SIGINT):
        return f"exit code {ended}: {terminal.shown[-300:]!r}"
    # A terminal that takes no settings, or no text, cannot be given them back.
    return None if fault.call.name in ("ioctl", "write") and fault.ever else terminal.problem()
