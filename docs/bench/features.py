"""What each Cargo feature gives and costs, as the table of docs/features.md.

    python3 docs/bench/features.py            # builds the program once for each feature: half an hour
    python3 docs/bench/features.py --write    # into docs/features.md
    python3 docs/bench/features.py --again    # the last results, as far as they got, and nothing is built

What a feature gives is what Cargo.toml says above it. All files are in the folder `target/bench`.
"""

import argparse
import json
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


def measure(work, results):
    """Packages and bytes by feature; what is found is kept at once."""
    found = {}
    sets = {"cli": program.LEAST, "default": []}
    sets |= {name: ["--no-default-features", "--features", f"cli,{name}"] for name, _ in features()}
    for name, options in sets.items():
        print(f"{time.strftime('%H:%M:%S')} {name}", file=sys.stderr)
        found[name] = program.built(work, options)
        results.write_text(json.dumps(found, indent=1))


def rows(found):
    packages, size = found["cli"]
    yield ["`cli`", "the program: it answers from JSON and plain text", packages, f"{size / 1000:,.0f}"]
    for name, gives in features():
        has, bytes_ = found.get(name, [None, None])
        more = ["not measured"] * 2 if has is None else [f"+{has - packages}", f"{(bytes_ - size) / 1000:+,.0f}"]
        yield [f"`{name}`", gives, *more]
    packages, size = found["default"]
    yield ["all", "what is built unless something else is said", packages, f"{size / 1000:,.0f}"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=pathlib.Path, default=program.ROOT / "target/bench", metavar="DIR")
    parser.add_argument("--again", action="store_true", help="show the last results once more")
    parser.add_argument("--write", action="store_true", help="into docs/features.md")
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    results = arguments.work.resolve() / "features.json"
    if not arguments.again:
        measure(results.parent, results)
    shown = report.table(["feature", "gives", "packages", "kB"], rows(json.loads(results.read_text())), [2, 3])
    print(shown)
    if arguments.write:
        report.write(PAGE, shown + "\n")


if __name__ == "__main__":
    main()
