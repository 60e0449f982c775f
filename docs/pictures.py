#!/usr/bin/env python3
"""Pictures of the program for the README, made from real runs in a terminal.

    cargo build --release
    docs/pictures.py                        # writes docs/pictures/*.svg
    docs/pictures.py --check                # fails where they are not what the program says
    docs/pictures.py --columns 40 --to DIR  # the same at another width, to look at

Each run happens in an empty folder in a pseudo-terminal. What it writes is put on a screen of characters, as a terminal
would, and the screen becomes text in an SVG: no program but Python is needed, and the same screen is always the same file.
"""

import argparse
import fcntl
import os
import pathlib
import pty
import re
import select
import struct
import subprocess
import sys
import tempfile
import termios
import time
import unicodedata
from html import escape

HERE = pathlib.Path(__file__).resolve().parent

GUIDE = """{"language": "en", "faqs": [
  {
    "id": "install",
    "question": "How do I install the tool on Linux?",
    "answer": "You need **Rust 1.88** or later, on *any* system:\\n\\n1. Clone the repository; it is small, so this takes a moment even where the line is slow.\\n2. Run this in it:\\n   ```sh\\n   cargo install --path .\\n   ```\\n3. See the [guide](https://tool.example/guide) for what comes next.\\n\\n> On old systems, `~/.cargo/bin` may have to be put into the path.\\n\\n| System | Package | Size |\\n|:--|:--|--:|\\n| Debian | `tool.deb` | 3 MB |\\n| Fedora | `tool.rpm` | 12 MB |",
    "related": ["update", "remove"]
  },
  {"id": "update", "question": "How do I update the tool?", "answer": "Install it again."},
  {"id": "remove", "question": "How can I remove the tool?", "answer": "Run `cargo uninstall tool`."}
]}
"""

FAULTY = """{
  "language": "en",
  "faqs": [
    {"id": "returns", "question": "How do I return an item?", "answer": "Send it back within 30 days.", "related": ["refund"]},
    {"id": "refunds", "question": "When is the refund paid?", "answer": "TODO"},
    {"id": "hours", "question": "Is the shop open on Sundays?", "answer": "From noon to five."},
    {"id": "sundays", "question": "Is the shop open on Sunday?", "answer": "No."}
  ]
}
"""

# Each picture: its name, what it shows in words, files in the folder, lines, and its columns if not 80. A line is a
# command; where keys are given after it, they are typed once the program waits, one after the other.
ANSWER = [("faq ask whats the usa doing in theese talks",)]
PICTURES = [
    ("answer", "An answer with related questions", {}, ANSWER),
    ("answer-40", "The same at 40 columns", {}, ANSWER, 40),
    ("answer-120", "The same at 120 columns", {}, ANSWER, 120),
    ("prompt", "The prompt: a question, and a number that opens a related one", {}, [("faq ask", "will they sign a treaty\r", "3\r", "\x04")]),
    ("markdown", "An answer with a list, code, a link, a quote and a table", {"faq.json": GUIDE}, [("faq ask -f faq.json installing on linux",)]),
    ("no-answer", "No single answer: three questions are offered", {}, [("faq ask talks",)]),
    ("list", "The stored questions with their ids", {}, [("faq list --ids",), ("faq list korea alli",)]),
    ("show", "A whole entry", {}, [("faq show alliance",)]),
    ("explain", "Why an answer was given", {}, [("faq ask --explain --top 2 --related 0 whats the usa doing in theese talks",)]),
    ("check", "What is wrong with a FAQ file", {"shop.json": FAULTY}, [("faq check shop.json",)]),
    ("error", "Mistakes are met with what would have worked", {}, [("faq show us-rolle",), ("faq ask --jsn us role",)]),
]

# A row and a column of the screen, in pixels.
ROW, COLUMN, MARGIN, SIZE = 19, 8.4, 16, 14

THEMES = {
    "dark": {
        "back": "#0d1117", "text": "#e6edf3", "edge": "#30363d",
        "ansi": ["#484f58", "#ff7b72", "#3fb950", "#d29922", "#58a6ff", "#bc8cff", "#39c5cf", "#b1bac4"],
    },
    "light": {
        "back": "#ffffff", "text": "#1f2328", "edge": "#d0d7de",
        "ansi": ["#24292f", "#cf222e", "#116329", "#9a6700", "#0969da", "#8250df", "#1b7c83", "#6e7781"],
    },
}


class Screen:
    """Characters where a terminal would put them."""

    def __init__(self, columns):
        self.columns = columns
        self.rows = [[]]
        self.row = self.column = 0
        self.style = frozenset()

    def write(self, text):
        tokens = re.compile(r"\x1b\[([?>=0-9;]*)([@-~])|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[=>78()][AB0]?|(.)", re.S)
        for match in tokens.finditer(text):
            parameters, command, character = match.groups()
            if command:
                self.control(parameters, command)
            elif character:
                self.character(character)

    def character(self, c):
        if c == "\n":
            self.row += 1
        elif c == "\r":
            self.column = 0
        elif c == "\b":
            self.column = max(0, self.column - 1)
        elif c == "\t":
            self.column = min(self.columns - 1, self.column // 8 * 8 + 8)
        elif c >= " ":
            self.put(c)
        while len(self.rows) <= self.row:
            self.rows.append([])

    def put(self, c):
        joins = unicodedata.combining(c) or c in "\u200d\ufe0f"
        line = self.rows[self.row]
        at = min(self.column, len(line)) - 1
        while at > 0 and not line[at][0]:
            at -= 1
        if at >= 0 and (joins or line[at][0].endswith("\u200d")):
            line[at] = (line[at][0] + c, line[at][1])
            return
        width = 2 if unicodedata.east_asian_width(c) in "WF" else 1
        if self.column + width > self.columns:
            self.row, self.column = self.row + 1, 0
            self.rows += [[] for _ in range(self.row + 1 - len(self.rows))]
            line = self.rows[self.row]
        line += [(" ", frozenset())] * (self.column + width - len(line))
        line[self.column] = (c, self.style)
        if width == 2:
            line[self.column + 1] = ("", self.style)
        self.column += width

    def control(self, parameters, command):
        numbers = [int(number or 0) for number in parameters.split(";")] if re.fullmatch("[0-9;]*", parameters) else []
        first = numbers[0] if numbers else 0
        if command == "m":
            self.restyle(numbers)
        elif command == "K" and numbers:
            line = self.rows[self.row]
            if first == 0:
                del line[self.column :]
            elif first == 2:
                line.clear()
        elif command == "J" and numbers:
            if first == 0:
                del self.rows[self.row][self.column :]
                del self.rows[self.row + 1 :]
            elif first == 2:
                self.rows = [[]]
                self.row = self.column = 0
        elif command in "ABCDG" and numbers:
            by = max(1, first)
            if command == "A":
                self.row = max(0, self.row - by)
            elif command == "B":
                self.row += by
                self.rows += [[] for _ in range(self.row + 1 - len(self.rows))]
            elif command == "C":
                self.column = min(self.columns - 1, self.column + by)
            elif command == "D":
                self.column = max(0, self.column - by)
            else:
                self.column = by - 1
        elif command == "H" and numbers:
            self.row = max(1, first) - 1
            self.column = max(1, numbers[1] if len(numbers) > 1 else 1) - 1
            self.rows += [[] for _ in range(self.row + 1 - len(self.rows))]

    def restyle(self, numbers):
        names = {1: "b", 2: "d", 3: "i", 4: "u", 9: "s"}
        for number in numbers:
            if number == 0:
                self.style = frozenset()
            elif number in names:
                self.style |= {names[number]}
            elif number == 22:
                self.style -= {"b", "d"}
            elif number - 20 in names:
                self.style -= {names[number - 20]}
            elif 30 <= number <= 37 or 90 <= number <= 97 or number == 39:
                self.style = frozenset(name for name in self.style if not name.startswith("c"))
                if number != 39:
                    self.style |= {f"c{number % 10}"}

    def runs(self):
        """For each row its pieces: column, columns, text and style."""
        for line in self.rows:
            pieces = []
            for column, (character, style) in enumerate(line):
                wide = column + 1 < len(line) and not line[column + 1][0]
                if pieces and pieces[-1][3] == style:
                    pieces[-1][1] += 1
                    pieces[-1][2] += character
                elif character or not wide:
                    pieces.append([column, 1, character, style])
            yield [piece for piece in pieces if piece[2].strip() or "u" in piece[3]]


def run(command, keys, folder, program, columns):
    """What a command writes to a terminal of so many columns."""
    main, other = pty.openpty()
    fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", 200, columns, 0, 0))
    environment = {"HOME": str(folder / "home"), "TERM": "xterm-256color", "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    words = [str(program), *command.split()[1:]]
    process = subprocess.Popen(
        words, cwd=folder / "work", env=environment, stdin=other, stdout=other, stderr=other, start_new_session=True
    )
    os.close(other)
    written = b""
    keys = list(keys)
    last = time.monotonic()
    while True:
        ready, _, _ = select.select([main], [], [], 0.1)
        if ready:
            try:
                piece = os.read(main, 65536)
            except OSError:
                piece = b""
            if not piece:
                break
            written += piece
            last = time.monotonic()
        elif keys and time.monotonic() - last > 0.4:
            os.write(main, keys.pop(0).encode())
            last = time.monotonic()
        elif time.monotonic() - last > 30:
            process.kill()
            raise SystemExit(f"{command}: does not end")
    process.wait()
    os.close(main)
    return written.decode()


def screen(files, lines, program, columns):
    """The screen after these lines."""
    shown = Screen(columns)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "home").mkdir()
        (folder / "work").mkdir()
        for name, content in files.items():
            (folder / "work" / name).write_text(content)
        for number, (command, *keys) in enumerate(lines):
            shown.write("\r\n" if number else "")
            shown.write(f"\x1b[2m$\x1b[0m {command}\r\n")
            shown.write(run(command, keys, folder, program, columns))
    while shown.rows and not shown.rows[-1]:
        shown.rows.pop()
    return shown


def svg(shown, title, theme):
    """A picture of a screen."""
    colours = THEMES[theme]
    width = shown.columns * COLUMN + 2 * MARGIN
    height = len(shown.rows) * ROW + 2 * MARGIN
    used = sorted({name for row in shown.runs() for *_, style in row for name in style})
    rules = {
        "b": "font-weight:bold", "d": "opacity:.65", "i": "font-style:italic",
        "u": "text-decoration:underline", "s": "text-decoration:line-through",
        **{f"c{number}": f"fill:{colour}" for number, colour in enumerate(colours["ansi"])},
    }
    css = "".join(f".{name}{{{rules[name]}}}" for name in used)
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}" role="img">',
        f"<title>{escape(title)}</title>",
        "<style>text{white-space:pre;font:%gpx ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',monospace;fill:%s}%s</style>"
        % (SIZE, colours["text"], css),
        f'<rect x=".5" y=".5" width="{width - 1:g}" height="{height - 1:g}" rx="8" fill="{colours["back"]}" stroke="{colours["edge"]}"/>',
    ]
    for number, row in enumerate(shown.runs()):
        y = MARGIN + number * ROW + SIZE
        for column, columns, text, style in row:
            names = f' class="{" ".join(sorted(style))}"' if style else ""
            # The piece takes its columns whatever the font is.
            x, length = MARGIN + column * COLUMN, columns * COLUMN
            out.append(f'<text x="{x:g}" y="{y:g}" textLength="{length:g}"{names}>{escape(text, quote=False)}</text>')
    return "\n".join(out) + "\n</svg>\n"


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--program", type=pathlib.Path, default=HERE.parent / "target/release/faq")
    arguments.add_argument("--to", type=pathlib.Path, default=HERE / "pictures", metavar="DIR")
    arguments.add_argument("--columns", type=int, help="for all pictures, whatever is theirs")
    arguments.add_argument("--check", action="store_true", help="write nothing; fail where a picture differs")
    arguments = arguments.parse_args()
    differs = []
    arguments.to.mkdir(parents=True, exist_ok=True)
    for name, title, files, lines, *own in PICTURES:
        columns = arguments.columns or next(iter(own), 80)
        shown = screen(files, lines, arguments.program.resolve(), columns)
        for theme in THEMES:
            file = arguments.to / f"{name}-{theme}.svg"
            picture = svg(shown, title, theme)
            if not arguments.check:
                file.write_text(picture)
            elif not file.is_file() or file.read_text() != picture:
                differs.append(file.name)
    if differs:
        sys.exit(f"not what the program says, run docs/pictures.py: {', '.join(differs)}")


if __name__ == "__main__":
    main()
