#!/usr/bin/env python3
"""What each part of the matching is worth: one part switched off at a time, measured on labelled sets.

    python3 docs/ablation.py SCORE.py                       every part
    python3 docs/ablation.py SCORE.py --only "one origin"   some of them
    python3 docs/ablation.py --list                         their names
    python3 docs/ablation.py --check                        only whether every patch still applies

SCORE.py is run as `SCORE.py BINARY --json OUT`. It has to write a JSON object {set: {"hit1": share, ...}, ...}.
Sets whose names begin alike up to a hyphen come from one source; the mean counts every source once.

The project is copied to a temporary folder. A part is a list of patches (file, old text, new text) to that copy, where
the old text must stand exactly once: otherwise the script ends with exit code 1 before anything is built. All builds
share one target folder, so that only what changed is compiled. Python's standard library is all that is needed.
"""
import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

ROOT = pathlib.Path(__file__).resolve().parent.parent

RARITY = "src/search/vocabulary/rarity.rs"
VIEWS = "src/search/scoring/views.rs"
QUERY = "src/search/query/look_up.rs"
COUNTS = "src/search/scoring/counts.rs"
SCORER = "src/search/scoring/scorer.rs"
CONCEPTS = "src/search/query/concepts.rs"
FROM_LEXICON = "src/search/query/from_lexicon.rs"

IN_LEXICON = "if may_be && here.is_some_and(|here| words.map(Some).eq(here.iter().copied())) {"
SCORE = """(ASKED * self.asked_found + self.stored_found + bag_weight * self.bag)
            / (ASKED + 1.0 + bag_weight)"""
COUNTED = """                frequencies.entry[kind] += 1;
            }
        }
"""


def without_kind(kind):
    """The lexicon without the groups of one kind; its words stay known, and as common as they are."""
    return [(FROM_LEXICON, IN_LEXICON, IN_LEXICON.replace("if may_be", f"if member.group().kind() != lexicon::Kind::{kind} && may_be"))]


def constant(file, name, kind, old, new):
    return [(file, f"const {name}: {kind} = {old};", f"const {name}: {kind} = {new};")]


PARTS = [
    ("general lexicon, all of it",
     [(CONCEPTS, "let lexicon = documents.first()", "let lexicon = false && documents.first()")]),
    ("lexicon: groups that mean the same", without_kind("Same")),
    ("lexicon: groups that are near", without_kind("Near")),
    ("lexicon: irregular forms", without_kind("Forms")),
    ("commonness at large (`AT_LARGE` 0)", constant(RARITY, "AT_LARGE", "f64", "0.5", "0.0")),
    ("typo correction",
     [(QUERY, "if !self.is_foreign(token, index, concepts) {", "if true || !self.is_foreign(token, index, concepts) {")]),
    ("correction before synonyms", [(QUERY, "*token = meant;", "let _ = meant;")]),
    ("words of one origin", constant("src/search/spelling/near.rs", "SAME_ORIGIN", "f64", "0.85", "2.0")),
    ("compounds",
     [(QUERY, "for found in compounds(&tokens, &index.vocabulary, analyzer) {",
       "for found in compounds(&tokens, &index.vocabulary, analyzer).take(0) {"),
      (QUERY, "self.corrected < MOST_CORRECTED && !is_compound()",
       "self.corrected < MOST_CORRECTED && (true || !is_compound())")]),
    # The lexicon is looked up by stems, so the stemmers stay; words just do not meet their other forms.
    ("stems: other forms of a word",
     [(QUERY, "in vocabulary.forms(analyzer.forms(&token.stem)) {",
       "in vocabulary.forms(analyzer.forms(&token.stem)).filter(|_| matches!(token.word.class, Class::Pair(_))) {"),
      (QUERY, "in vocabulary.forms(analyzer.forms(&meant.stem)) {",
       "in vocabulary.forms(analyzer.forms(&meant.stem)).take(0) {")]),
    ("acronyms read from function words",
     [("src/text/abbreviation.rs", "let possible = !class.is_subject()",
       "let possible = false && !class.is_subject()")]),
    ("weight of question words (`QUESTION_WORD` 1)", constant(RARITY, "QUESTION_WORD", "f64", "0.75", "1.0")),
    ("weight of function words (`FUNCTION_WORD` 1)", constant(RARITY, "FUNCTION_WORD", "f64", "0.3", "1.0")),
    ("weight of pairs (`PAIR` 1)", constant(RARITY, "PAIR", "f64", "0.3", "1.0")),
    ("weight of particles (`PARTICLE` 1)", constant(RARITY, "PARTICLE", "f64", "0.5", "1.0")),
    ("weight of words among characters (`WORD_AMONG_CHARACTERS` 1)",
     constant(RARITY, "WORD_AMONG_CHARACTERS", "f64", "3.0", "1.0")),
    ("less for what comes again, of characters (`K1_OF_CHARACTERS` 1.2)",
     constant(VIEWS, "K1_OF_CHARACTERS", "f64", "0.6", "1.2")),
    ("final consonants of Hangul",
     [("src/text/analyzer.rs", "Class::Pair(_) if word.text.chars().any(cjk::is_hangul) => {",
       "Class::Pair(_) if false && word.text.chars().any(cjk::is_hangul) => {")]),
    ("answers in the first view (`IN_ANSWER` 0)", constant(VIEWS, "IN_ANSWER", "f64", "0.4", "0.0")),
    ("answers in the third view",
     [(COUNTS, "let in_phrasings = self.touched.len();",
       "let in_phrasings = self.touched.len();\n        let questions = self.counts.clone();"),
      (COUNTS, COUNTED, COUNTED + "        self.counts = questions;\n"),
      (SCORER, "let length = words.all().len() as f64", "let length = words.phrasings().map(<[_]>::len).sum::<usize>() as f64"),
      (SCORER, "rarities: frequencies.entry.iter()", "rarities: frequencies.question.iter()"),
      ("src/search/index/memory.rs", "let words = self.words.len() + self.words_from.1.len();",
       "let words: usize = self.phrasings.iter().map(|range| range.len()).sum();")]),
    ("answers in both views", [(COUNTS, "shares |= self.add(words.answer(), query);", "")]),
    ("agreement of phrasings (`AGREEMENT` 0)", constant(VIEWS, "AGREEMENT", "f64", "0.7", "0.0")),
    ("first view", [(VIEWS, SCORE, "(self.stored_found + bag_weight * self.bag) / (1.0 + bag_weight)")]),
    ("second view", [(VIEWS, SCORE, "(ASKED * self.asked_found + bag_weight * self.bag) / (ASKED + bag_weight)")]),
    ("third view", [(VIEWS, SCORE, "(ASKED * self.asked_found + self.stored_found + 0.0 * bag_weight) / (ASKED + 1.0)")]),
    ("greater weight of the first view (`ASKED` 1)", constant(VIEWS, "ASKED", "f64", "1.5", "1.0")),
    ("concepts in the third view (`AS_CONCEPT` 0)", constant(VIEWS, "AS_CONCEPT", "f64", "0.7", "0.0")),
    ("words beside concepts in the third view (`AS_CONCEPT` 1)", constant(VIEWS, "AS_CONCEPT", "f64", "0.7", "1.0")),
]


def patched(root, patches):
    """The files that the patches change, with what they become."""
    texts = {}
    for file, old, new in patches:
        text = texts.get(file) or (root / file).read_text(encoding="utf-8")
        if text.count(old) != 1:
            sys.exit(f"a patch no longer applies: {file} has {text.count(old)} times, not once:\n{old}")
        texts[file] = text.replace(old, new)
    return texts


def build(project, target):
    # Faster builds; the results do not depend on any of this.
    env = os.environ | {"CARGO_PROFILE_RELEASE_LTO": "off", "CARGO_PROFILE_RELEASE_CODEGEN_UNITS": "16",
                        "CARGO_PROFILE_RELEASE_INCREMENTAL": "true", "CARGO_PROFILE_RELEASE_STRIP": "none"}
    done = subprocess.run(["cargo", "build", "--quiet", "--locked", "--release", "--bin", "faq",
                           "--target-dir", str(target)], cwd=project, env=env, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"the build failed:\n{done.stderr[-4000:]}")
    return target / "release" / ("faq.exe" if os.name == "nt" else "faq")


def score(program, binary, out):
    """Hit@1 of each set."""
    done = subprocess.run([sys.executable, str(program), str(binary), "--json", str(out)], capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{program} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return {name: figures["hit1"] for name, figures in json.loads(out.read_text()).items()}


def by_source(hits):
    sources = {}
    for name, hit in hits.items():
        sources.setdefault(name.split("-")[0], []).append(hit)
    means = [sum(each) / len(each) for each in sources.values()]
    return sum(means) / len(means)


def points(change):
    return f"{100 * change:+.1f}".replace("+0.0", "0.0").replace("-0.0", "0.0").replace("-", "−")


def row(name, hits, base):
    change = points(by_source(hits) - by_source(base))
    worst = min(base, key=lambda each: hits[each] - base[each])
    by = points(hits[worst] - base[worst])
    return f"| {name} | {by_source(hits):.3f} | {change} | " + ("none lower" if by in ("0.0", "+0.0") else f"{worst} {by}") + " |"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("score", nargs="?", type=pathlib.Path, help="the score program")
    parser.add_argument("--only", action="append", help="a part whose name has this in it; may be repeated")
    parser.add_argument("--target-dir", type=pathlib.Path, help="where to build; kept for the next time")
    parser.add_argument("--list", action="store_true", help="print the names of the parts")
    parser.add_argument("--check", action="store_true", help="only check that every patch applies")
    arguments = parser.parse_args()
    parts = [part for part in PARTS if not arguments.only or any(only in part[0] for only in arguments.only)]
    for name, patches in parts:
        patched(ROOT, patches)
    if arguments.list or arguments.check:
        print("\n".join(name for name, _ in parts))
        return
    if arguments.score is None:
        parser.error("the score program is missing")
    program = arguments.score.resolve()
    with tempfile.TemporaryDirectory(prefix="ablation-") as folder, ThreadPoolExecutor(1) as scorer:
        folder = pathlib.Path(folder)
        project = folder / "project"
        # Without their times: a target folder that is kept would take older files for those that it was built from.
        shutil.copytree(ROOT, project, ignore=shutil.ignore_patterns("target", ".git"), copy_function=shutil.copy)
        target = (arguments.target_dir or folder / "target").resolve()

        def measure(number):
            """Builds the copy as it is; its score is worked out while the next part is built."""
            binary = folder / f"faq-{number}"
            shutil.copy2(build(project, target), binary)
            return scorer.submit(score, program, binary, folder / f"{number}.json")

        pending = [measure(0)]
        base = None
        print("| switched off | mean Hit@1 by source | change, points | worst set, points |\n| --- | --- | --- | --- |")
        for number, (name, patches) in enumerate(parts, start=1):
            before = {file: (project / file).read_text(encoding="utf-8") for file, _, _ in patches}
            for file, text in patched(project, patches).items():
                (project / file).write_text(text, encoding="utf-8")
            pending.append(measure(number))
            for file, text in before.items():
                (project / file).write_text(text, encoding="utf-8")
            if base is None:
                base = pending[0].result()
                print(f"| nothing | {by_source(base):.3f} | | |", flush=True)
            if number > 1:
                print(row(parts[number - 2][0], pending[number - 1].result(), base), flush=True)
        print(row(parts[-1][0], pending[-1].result(), base), flush=True)


if __name__ == "__main__":
    main()
