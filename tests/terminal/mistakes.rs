//! Mistakes of usage, each with the command that would have worked.

use super::session::{SHOP, session};

/// What is typed, what is wrong with it, and what would have worked.
type Mistake = (&'static str, &'static str, &'static str);

/// Commands, options and words that are not known.
const NAMES: &[Mistake] = &[
    (
        "aks the us role",
        "there is no command \"aks\"",
        "did you mean: faq ask the us role\n",
    ),
    (
        "lst",
        "there is no command \"lst\"",
        "did you mean: faq list\n",
    ),
    (
        "why is lee going",
        "there is no command \"why\"",
        "to ask a question: faq ask why is lee going\n",
    ),
    (
        "\"what role does the US play\"",
        "there is no command",
        "to ask a question: faq ask 'what role does the US play'\n",
    ),
    (
        "ask --jsn us role",
        "there is no option --jsn",
        "did you mean: faq ask --json us role\n",
    ),
    (
        "ask --thresold=0.5 q",
        "there is no option --thresold",
        "did you mean: faq ask --threshold=0.5 q\n",
    ),
    (
        "list --id",
        "there is no option --id",
        "did you mean: faq list --ids\n",
    ),
    (
        "ask what does -v mean",
        "there is no option -v",
        "if it is no option: faq ask what does -- -v mean\n",
    ),
    (
        "-x list",
        "there is no option -x",
        "all options: faq --help\n",
    ),
    (
        "check --jzon",
        "there is no option --jzon",
        "all options: faq check --help\n",
    ),
    (
        "cache claer",
        "faq cache does not take \"claer\"",
        "did you mean: faq cache clear\n",
    ),
    (
        "cache what role does the US play",
        "faq cache does not take \"what\"",
        "what faq cache takes: faq cache -h\n",
    ),
    ("test a b", "faq test does not take \"b\"", "faq test -h\n"),
    (
        "test --suggest-threshold 0.9 cases.tsv",
        "faq test does not take \"cases.tsv\"",
        "faq test --suggest-threshold=0.9 cases.tsv\n",
    ),
];

/// Values that are missing or do not fit.
const VALUES: &[Mistake] = &[
    (
        "ask -t",
        "--threshold needs a value",
        "for example: faq ask -t 0.75\n",
    ),
    (
        "list --file",
        "--file needs a value",
        "for example: faq list --file faq.json\n",
    ),
    (
        "list --color",
        "--color needs a value",
        "it is one of auto, always, never\n",
    ),
    (
        "ask -t 2 q",
        "\"2\" is no value for --threshold: it must be a number from 0 to 1",
        "for example: faq ask -t 0.75 q\n",
    ),
    (
        "ask -t2 q",
        "\"2\" is no value",
        "for example: faq ask -t0.75 q\n",
    ),
    (
        "ask --threshold=2 q",
        "\"2\" is no value",
        "for example: faq ask --threshold=0.75 q\n",
    ),
    (
        "list --format jason -f x",
        "\"jason\" is no value for --format",
        "did you mean: faq list --format json -f x\n",
    ),
    (
        "completions bsh",
        "\"bsh\" is no SHELL",
        "did you mean: faq completions bash\n",
    ),
    (
        "help nosuch",
        "\"nosuch\" is no TOPIC",
        "it is one of ask, ",
    ),
    (
        "ask --json=yes q",
        "--json takes no value",
        "leave it out: faq ask --json q\n",
    ),
];

/// What is needed, what contradicts itself, and files.
const OTHERS: &[Mistake] = &[
    (
        "ask --json --json q",
        "--json is given more than once",
        "faq ask --help\n",
    ),
    (
        "ask --json -a q",
        "--json cannot be used with --answer-only",
        "as in: faq ask -a q\n",
    ),
    (
        "ask -a --json q",
        "--answer-only cannot be used with --json",
        "as in: faq ask --json q\n",
    ),
    (
        "check x --builtin",
        "PATH cannot be used with --builtin",
        "leave out one of the two\n",
    ),
    (
        "ask --null q",
        "--answer-only is needed as well",
        "for example: faq ask --null q --answer-only\n",
    ),
    (
        "convert --force",
        "--output is needed as well",
        "for example: faq convert --force --output faq.json\n",
    ),
    (
        "show",
        "faq show needs ID",
        "for example: faq show us-role\n",
    ),
    (
        "show us-rol",
        "no entry has the id \"us-rol\"",
        "did you mean: faq show us-role\n",
    ),
    (
        "show -f none.json",
        "faq show needs ID",
        "all ids: faq list --ids -f none.json\n",
    ),
    (
        "show --tag security us-role",
        "the entry \"us-role\" has no such tag",
        "leave out --tag",
    ),
    (
        "test",
        "faq test needs CASES",
        "for example: faq test cases.tsv\n",
    ),
    (
        "ask -f none.json q",
        "none.json: cannot be opened",
        "start a FAQ there: faq init none.json\n",
    ),
    (
        "list -f https://example.com/faq?a=1",
        "https://example.com/faq?a=1: cannot be opened",
        "nothing is fetched; do that first: curl -sL 'https://example.com/faq?a=1' > new-file\n",
    ),
    (
        "convert -o x.txt",
        "can be read, but not written",
        "faq convert -o x.txt --to json\n",
    ),
    (
        "init x.txt",
        "can be read, but not written",
        "faq init x.txt --format json\n",
    ),
    (
        "init no/faq.json",
        "in a folder that does not exist",
        "mkdir -p no\n",
    ),
    (
        "init -f shop.json",
        "faq init uses no FAQ, and so no --file",
        "to write it: faq init shop.json\n",
    ),
    (
        "man --tag x",
        "faq man uses no FAQ, and so no --tag",
        "faq man -h",
    ),
    (
        "--builtin completions fish",
        "faq completions uses no FAQ",
        "leave out --builtin",
    ),
];

#[test]
fn mistakes_show_the_command_that_would_have_worked() {
    for mistakes in [NAMES, VALUES, OTHERS] {
        for (line, message, mend) in mistakes {
            session().run(line).fails(message).hints(mend);
        }
    }
}

#[test]
fn a_file_whose_name_begins_with_a_hyphen_is_told_from_an_option() {
    let session = session().file("-x.json", SHOP);
    for (line, mend) in [
        (
            "list -f -x.json",
            "if it is a file: faq list -f ./-x.json\n",
        ),
        ("check -x.json", "if it is a file: faq check ./-x.json\n"),
        (
            "ask -f -x.json money back",
            "if it is a file: faq ask -f ./-x.json money back\n",
        ),
    ] {
        session
            .run(line)
            .fails("there is no option -x")
            .hints(mend)
            .never_hints("if it is no option");
    }
    session.run("list -f ./-x.json").without_hints().code(0);
}

#[test]
fn nothing_is_offered_that_does_not_fit() {
    session()
        .run("cache what is this")
        .never_hints("to ask a question");
    // A word that is a question is not like any command.
    session()
        .run("\"what role does the US play\"")
        .never_hints("did you mean");
    session()
        .run("test none.tsv")
        .fails("none.tsv")
        .never_hints("init");
}
