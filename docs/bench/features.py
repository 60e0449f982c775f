"""What each Cargo feature gives and costs, as the table of docs/features.md.

    python3 docs/bench/features.py            # builds the program once for each feature: half an hour
    python3 docs/bench/features.py --write    # into docs/features.md

What a feature gives is what Cargo.toml says above it. All files are in the folder `target/bench`.
"""

import argparse
import pathlib
import re
import sys
import time

# The folder stays as it is.
sys.dont_write_bytecode = True

import program
import report

PAGE = program.ROOT / "docs/features.md"


def features():
    """The features of Cargo.toml with the line above each, in their order; but for `default` and `cli`."""
    manifest = (program.ROOT / "Cargo.toml").read_text()
    section = manifest.split("\n[features]\n")[1].split("\n[")[0]
    found = re.findall(r"^# (.+)\n([a-z]+) = \[", section, re.MULTILINE)
    return [(name, gives.rstrip(".")) for gives, name in found if name not in ["default", "cli"]]


def rows(work):
    def built(name, options):
        print(f"{time.strftime('%H:%M:%S')} {name}", file=sys.stderr)
        return program.built(work, options)

    packages, size = built("cli", program.LEAST)
    yield ["`cli`", "the program: it answers from JSON and plain text", packages, f"{size / 1000:,.0f}"]
    for name, gives in features():
        has, bytes_ = built(name, ["--no-default-features", "--features", f"cli,{name}"])
        yield [f"`{name}`", gives, f"+{has - packages}", f"{(bytes_ - size) / 1000:+,.0f}"]
    packages, size = built("default", [])
    yield ["all", "what is built unless something else is said", packages, f"{size / 1000:,.0f}"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=pathlib.Path, default=program.ROOT / "target/bench", metavar="DIR")
    parser.add_argument("--write", action="store_true", help="into docs/features.md")
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    shown = report.table(["feature", "gives", "packages", "kB"], rows(arguments.work.resolve()), [2, 3])
    print(shown)
    if arguments.write:
        report.write(PAGE, shown + "\n")


if __name__ == "__main__":
    main()
