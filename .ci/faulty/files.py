"""Files that are no FAQ, or not as they usually are; each in the formats it can be had in, and with every command."""

import json
import re
import resource
import subprocess

from table import TABLE
from world import SHOP, World, side_by_side, spread

# Every command that reads a FAQ, with {} for the file.
READING = [
    "ask -f {} when do i get my money back", "ask --json -f {} when do i get my money back", "ask -a -f {} -", "list -f {}", "list --ids -f {} money",
    "show -f {} refund", "check {}", "check --json {}", "test -f {} cases.tsv", "misses -f {} unknown", "convert {}", "convert {} --to html",
    "convert {} -o out.md",
]
# Questions and FAQ cannot come in one stream.
WITHOUT_INPUT = [line for line in READING if not line.endswith(" -")]
FORMATS = {"json": "json", "ndjson": "ndjson", "jsonld": "json-ld", "csv": "csv", "tsv": "tsv", "md": "markdown", "html": "html", "txt": "text"}
# What is not read takes no memory: less than a tenth of the file, the stack of each thread included.
LITTLE_MEMORY = 900_000_000
HUGE = 10_000_000_000


def no_faqs():
    """Name, content, and whether the place of the fault is named: whatever is wrong with the whole has none."""
    entry = {"question": "Is it?", "answer": "It is."}
    twice = json.dumps([{**entry, "id": "a"}, {**entry, "id": "a"}])
    yield from ((name, text.encode(), True) for name, text in {
        "null.json": "null", "shape.json": '{"faqs":{}}', "number.json": "[1]", "cut.json": SHOP[:-40], "ids.json": twice,
        "keys.json": '[{"question":"q?","question":"q?","answer":"a"}]', "question.json": '[{"answer":"a"}]',
        "blank.json": '[{"question":" ","answer":"a"}]', "half.json": r'[{"question":"q","answer":"a","x":"\ud800"}]',
        "cut.ndjson": '{"question":"q","answer":"a"}\n{"question":', "cut.jsonld": '{"@context":"https://schema.org","@type":"FAQPage"',
        "columns.csv": "a,b\nc,d\n", "quote.tsv": 'question\tanswer\n"Why?\n',
    }.items())
    yield from ((f"empty.{ending}", b"", False) for ending in FORMATS)
    yield from ((f"blank.{ending}", b" \r\n\n", False) for ending in FORMATS)
    for ending in FORMATS:
        yield f"binary.{ending}", SHOP.encode() + bytes(8), True
        yield f"utf-16.{ending}", SHOP.encode("utf-16"), False
        yield f"utf-32.{ending}", SHOP.encode("utf-32"), False
        yield f"latin-1.{ending}", SHOP.replace("money", "monn\xe9").encode("latin-1"), True
        yield f"half-a-character.{ending}", SHOP.encode() + "é".encode()[:1], True


def nested():
    """What opens and does not close, and what does, deep in what is read and in what is passed over."""
    for depth in (129, 10_000, 1_000_000):
        for name, one, other in (("lists", "[", "]"), ("objects", '{"a":', "}")):
            inside = one * depth + "1" + other * depth
            yield f"{name}.json", one * depth
            yield f"{name}-closed.json", inside
            yield f"{name}-unread.json", f'{{"x":{inside},"faqs":[]}}'
            yield f"{name}-field.json", f'[{{"question":"q?","answer":"a","x":{inside}}}]'
            yield f"{name}.ndjson", f'{{"question":{inside},"answer":"a"}}\n'
            yield f"{name}.jsonld", f'{{"@context":"https://schema.org","@graph":{inside}}}'
        yield "quotations.md", "## a?\n\n" + "> " * depth + "b\n"
        yield "quotations-tight.md", "## a?\n\n" + ">" * depth + "b\n"
        if depth < 10_000:
            # Each level is indented further: deeper ones would be files of gigabytes.
            yield "lists.md", "## a?\n\n" + "".join("  " * level + "- b\n" for level in range(depth))


def flat():
    """Formats in which nothing is nested for a reader: whatever opens there is read one after the other."""
    for depth in (129, 10_000, 1_000_000):
        yield "elements.html", "<h2>Why?</h2>" + "<div>" * depth + "So."
        yield "details.html", "<details><summary>Why?</summary>" * min(depth, 50_000) + "So."
        yield "brackets.md", "## Why?\n\nSo." + "[" * depth
        yield "quotes.csv", "question,answer\nWhy?," + '"' * depth + "\n"
        yield "labels.txt", "Q: " * depth + "\nA: So.\n"


def run(quick):
    most = 30 if quick else None
    each("no FAQ: bad, empty, of the wrong shape or encoding", refused, ((line, *it) for it in no_faqs() for line in READING), most)
    some = READING[::3] if quick else READING
    each("nested 129, 10,000 and 1,000,000 deep", refused, ((line, name, text.encode(), False) for name, text in nested() for line in some), most)
    each("the same where nothing can be nested", ended, ((line, name, text) for name, text in flat() for line in some), most)
    each("no FAQ: a folder without one, or nothing", refused, ((line, name, None, False) for name in ("empty-folder", "nothing.json") for line in READING), most)
    each("a byte order mark, line ends of Windows", the_same, ((ending, line) for ending in FORMATS for line in READING), most)
    each("a pipe: FIFO, /dev/fd, standard input", in_a_pipe, ((line, way) for line in WITHOUT_INPUT for way in PIPES), most)
    each("an endless or huge file", without_reading_on, ((line, path) for line in WITHOUT_INPUT for path in ("/dev/zero", "huge.json", "/dev/stdin")), most)


def each(fault, work, cases, most):
    def in_time(*case):
        try:
            return work(*case)
        except subprocess.TimeoutExpired:
            return "hangs"

    cases = spread(cases, most)
    for case, problem in zip(cases, side_by_side(in_time, cases)):
        TABLE.add(fault, problem, ", ".join(str(it)[:60] for it in case))


def wrong(done, name, place):
    """What is wrong with how a command refused a file. A check tells what is wrong with what it can open."""
    text = (done.stdout + done.stderr).decode()
    findings = done.args[1] == "check" and done.returncode == 1
    if not findings and (done.returncode != 2 or done.stdout):
        return f"exit code {done.returncode}: {text[:200]}"
    if "panicked" in text or name not in text or not ("help: " in text or '"mend":' in text):
        return f"no file, or no help: {text[:200]}"
    if place and not re.search(rf"{name}:\d+:\d+", text) and '"line":' not in text:
        return f"no place: {text[:200]}"
    return None


def refused(line, name, content, place):
    with World() as world:
        (world.work / "empty-folder").mkdir()
        if content is not None:
            (world.work / name).write_bytes(content)
        problem = wrong(world.run(line.format(name), "when\n"), name, place)
        return problem or ("a file is written" if (world.work / "out.md").exists() else None)


def ended(line, name, text):
    with World() as world:
        (world.work / name).write_text(text)
        done = world.run(line.format(name), "why\n")
        return None if done.returncode in (0, 1, 2) and b"panicked" not in done.stderr else f"exit code {done.returncode}: {done.stderr[:200]}"


def the_same(ending, line):
    """A file says the same with a mark before it and other ends of lines."""
    name = f"shop.{ending}"
    with World() as world:
        if ending == "txt":
            text = "".join(f"Q: {it['question']}\nA: {it['answer']}\n\n" for it in json.loads(SHOP))
        else:
            text = world.run(f"convert shop.json --to {FORMATS[ending]}").stdout.decode()
        (world.work / name).write_text(text)
        expected = world.run(line.format(name), "money back\n")
        (world.work / name).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
        (world.work / "out.md").unlink(missing_ok=True)
        done = world.run(line.format(name), "money back\n")
        # What says where something is counts bytes of the line, but the mark is none of them.
        same = (done.returncode, done.stdout.replace(b"\\r\\n", b"\\n").replace(b"\r\n", b"\n")) == (expected.returncode, expected.stdout)
        return None if same else f"exit code {done.returncode}, not {expected.returncode}: {done.stdout[:300]} not {expected.stdout[:300]} {done.stderr[:200]}"


PIPES = ["mkfifo pipe; cat shop.json > pipe & \"$faq\" {} < /dev/null", "exec 9< shop.json; \"$faq\" {} < /dev/null", "cat shop.json | \"$faq\" {}"]
NAMES = dict(zip(PIPES, ["pipe", "/dev/fd/9", "-"]))


def in_a_pipe(line, way):
    name = NAMES[way]
    with World() as world:
        expected = world.run(line.format("shop.json"))
        (world.work / "out.md").unlink(missing_ok=True)
        done = world.shell(way.format(line.format(name)))
        output = expected.stdout.replace(b"shop.json", name.encode())
        if line.startswith("check"):
            # What it says of a line is set by the length of the name.
            output = done.stdout
        same = (done.returncode, done.stdout) == (expected.returncode, output)
        return None if same else f"exit code {done.returncode}, not {expected.returncode}: {done.stdout[:100]} {done.stderr[:200]}"


def without_reading_on(line, path):
    """Refused with little memory, and at once: the ten gigabytes are not on the disk, nor do the zeros end."""
    limited = lambda: resource.setrlimit(resource.RLIMIT_AS, (LITTLE_MEMORY, LITTLE_MEMORY))
    with World() as world:
        with open(world.work / "huge.json", "w") as huge:
            huge.write(" " * 65536)
            huge.truncate(HUGE)
        line = line.format(path) + (" --max-size 5M" if path == "/dev/stdin" else "")
        with open(world.work / "endless", "wb") as text:
            text.write(b'[{"question":"q?","answer":"a"},\n' * 400_000)
        with open(world.work / "endless" if path == "/dev/stdin" else "/dev/null", "rb") as stdin:
            child = world.start(line, stdin=stdin, preexec_fn=limited)
            stdout, stderr = child.communicate(timeout=60)
        said = b"is not text" in stderr if path == "/dev/zero" else b"more than the limit" in stderr
        return None if child.returncode == 2 and said and not stdout else f"exit code {child.returncode}: {stdout[:80]} {stderr[:200]}"
