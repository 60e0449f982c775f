"""A terminal with the program at it, and somebody who types."""

import fcntl
import os
import pathlib
import pty
import select
import signal
import struct
import subprocess
import termios
import time

import world

ROWS, COLUMNS = 24, 80
CTRL_C, CTRL_D, CTRL_BACKSLASH, ESCAPE = "\x03", "\x04", "\x1c", "\x1b"

# Where the settings of a terminal have these, in the standard library's list of them.
LOCAL_MODES = 3

LAST = b"(nothing comes after this)"


def keep_unread(terminal):
    """A key that makes a signal throws away what was shown and not yet read: here the last words of the program."""
    settings = termios.tcgetattr(terminal)
    settings[LOCAL_MODES] |= termios.NOFLSH
    termios.tcsetattr(terminal, termios.TCSANOW, settings)


class Terminal:
    """A program that was started at a terminal of its own, which is its controlling one."""

    def __init__(self, place, line, around=(), term="xterm-256color", ignored=()):
        self.master, self.slave = pty.openpty()
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        keep_unread(self.slave)
        self.before = termios.tcgetattr(self.slave)
        self.shown, self.seen = b"", 0

        def at_terminal():
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)
            for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}:
                signal.signal(number, signal.SIG_IGN if number in ignored else signal.SIG_DFL)

        self.child = subprocess.Popen([*around, world.program, *line.split()], cwd=place.work, stdin=self.slave, stdout=self.slave,
                                      stderr=self.slave, env=place.environment(TERM=term), start_new_session=True,
                                      preexec_fn=at_terminal)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.child.poll() is None:
            os.killpg(self.child.pid, signal.SIGKILL)
            self.child.wait()
        for descriptor in (self.master, self.slave):
            if descriptor is not None:
                os.close(descriptor)

    def read(self, seconds):
        if select.select([self.master], [], [], seconds)[0]:
            self.shown += os.read(self.master, 1 << 16)

    def sees(self, text, seconds=10):
        """Waits until this is shown after what was waited for before; whether it was."""
        end = time.monotonic() + seconds
        while (at := self.shown.find(text.encode(), self.seen)) < 0:
            if self.child.poll() is not None or time.monotonic() > end:
                return False
            self.read(0.05)
        self.seen = at + len(text.encode())
        return True

    def types(self, keys):
        os.write(self.master, keys.encode())

    def sends(self, number):
        self.child.send_signal(number)

    def sends_traced(self, number):
        """To the program, where another one is around it."""
        children = pathlib.Path(f"/proc/{self.child.pid}/task/{self.child.pid}/children").read_text().split()
        os.kill(int(children[0]), number)

    def hangs_up(self):
        os.close(self.master)
        self.master = None

    def ends(self, seconds=10):
        """Waits for the end: the exit code, or None where it does not end."""
        end = time.monotonic() + seconds
        while self.child.poll() is None and time.monotonic() < end:
            self.read(0.02) if self.master is not None else time.sleep(0.02)
        code = self.child.poll()
        if self.master is not None and code is not None:
            # What was written last comes before this, and not always at once.
            os.write(self.slave, LAST)
            end = time.monotonic() + 10
            while LAST not in self.shown and time.monotonic() < end:
                self.read(0.05)
        return code

    def problem(self):
        """What is wrong with the terminal that was given back."""
        if b"panicked" in self.shown:
            return f"panicked: {self.shown[-300:]!r}"
        if termios.tcgetattr(self.slave) != self.before:
            return "the terminal is not as it was before"
        if self.shown.rfind(b"\x1b[?2004h") > self.shown.rfind(b"\x1b[?2004l"):
            return "pasting is not as it was before"
        return None
