"""Commands on a small FAQ, each of whose system calls fails."""

import calls
from table import TABLE
from world import BATCH, SHOP, Command

MONEY = "when do i get my money back"
FORMATS = "json ndjson json-ld csv tsv markdown html".split()

COMMANDS = [
    Command(f"ask -f shop.json {MONEY}"),
    Command(f"ask {MONEY}"),
    Command("ask -f shop.json is there life on mars", code=1),
    Command(f"ask --json --explain -f shop.json {MONEY}"),
    Command("ask -a -f shop.json -", stdin=BATCH),
    Command(f"ask -f - {MONEY}", stdin=SHOP),
    Command("ask -f pages do you ship abroad"),
    Command("ask -f shop.json --log-misses log is there life on mars", code=1, log="log"),
    Command("list -f shop.json"),
    Command("list --json -f shop.json -f pages shop"),
    Command("show -f shop.json refund return"),
    Command("check shop.json"),
    Command("check --json shop.json pages"),
    Command("test -f shop.json cases.tsv"),
    Command("test --json -f shop.json cases.tsv"),
    Command("misses -f shop.json unknown"),
    Command("misses --json -f shop.json -", stdin="is there life on mars\n"),
    Command("init new.json", writes="new.json"),
    Command("init old.md --force", writes="old.md", old="old"),
    Command("init --format csv -"),
    Command("man ask"),
    Command("man --dir man", writes="man", folder="man"),
    Command("completions bash"),
    Command("completions zsh"),
    Command("completions fish"),
    Command("--help"),
    Command("convert shop.json --output out.json", writes="out.json"),
    Command("convert shop.json --output out.json --force", writes="out.json", old="old"),
    Command("convert out.json --output out.json --force", writes="out.json", old=SHOP),
    *(Command(f"convert --to {name} shop.json pages") for name in FORMATS),
    *(Command(f"convert --to {name} shop.json -o out --force", writes="out", old="old") for name in FORMATS[1:]),
]


# No address is ever asked for, and no other program started; what runs a command may start threads.
FORBIDDEN = ["socket", "connect", "bind", "sendto", "fork", "vfork", "execve", "execveat"]


def run(quick):
    runs = [(command, calls.good_run(command)) for command in (COMMANDS[::2] if quick else COMMANDS)]
    for command, good in runs:
        forbidden = [call.line for call in good.calls if is_forbidden(call)]
        TABLE.add("no network, no other program", f"calls {forbidden}" if forbidden else None, command.line)
    calls.try_all(runs, 300 if quick else None)


def is_forbidden(call):
    return call.name in FORBIDDEN or call.name.startswith("clone") and "CLONE_THREAD" not in call.line
