//! A page of Markdown as far as it is run: its fenced blocks, and what is written in front of them.

/// What opens and closes a block.
const FENCE: &str = "```";
/// What stands behind the fence of a block that nobody runs, with the reason after it.
const NOT_RUN: &str = "not run: ";
/// Languages of lines that are meant for a shell.
const SHELLS: &[&str] = &[
    "bash",
    "bat",
    "console",
    "fish",
    "powershell",
    "pwsh",
    "sh",
    "shell",
    "zsh",
];

/// A fenced block.
#[derive(Debug)]
pub(crate) struct Block<'p> {
    /// The number of the line after the opening fence, from 1.
    pub(crate) line: usize,
    /// The first word behind the fence.
    language: &'p str,
    /// All else that stands there.
    rest: &'p str,
    /// Its lines.
    pub(crate) lines: Vec<&'p str>,
    /// The paragraph before it.
    pub(crate) before: String,
}

/// What a block is there for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Kind<'p> {
    /// Commands, each with what it prints.
    Session,
    /// The content of a file.
    File(&'p str),
    /// Lines to be added to a file, among lines that it has.
    Change(&'p str),
    /// Commands that are not run, for a reason.
    NotRun(&'p str),
    /// Commands that nobody runs, nor says why.
    Forgotten,
    /// Nothing to be run.
    Text,
}

impl Block<'_> {
    pub(crate) fn kind(&self) -> Kind<'_> {
        // `console,ignore` is one as well.
        let language = self.language.split(',').next().unwrap_or_default();
        if SHELLS.contains(&language) {
            return match self.rest.strip_prefix(NOT_RUN) {
                Some(reason) => Kind::NotRun(reason),
                None if self.language == "console" && self.rest.is_empty() => Kind::Session,
                None => Kind::Forgotten,
            };
        }
        match (self.language, self.rest) {
            (_, "") => Kind::Text,
            ("diff", name) => Kind::Change(name),
            (_, name) => Kind::File(name),
        }
    }
}

/// The fenced blocks of a page, in their order.
pub(crate) fn blocks(page: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut lines = (1..).zip(page.lines());
    let mut before = String::new();
    let mut ended = false;
    while let Some((number, line)) = lines.next() {
        let Some(info) = line.trim_start().strip_prefix(FENCE) else {
            if line.trim().is_empty() {
                ended = true;
            } else {
                if ended {
                    before.clear();
                }
                ended = false;
                before.push_str(line);
            }
            continue;
        };
        let (language, rest) = info.split_once(' ').unwrap_or((info, ""));
        let inside = lines.by_ref().map(|(_, line)| line);
        blocks.push(Block {
            line: number + 1,
            language,
            rest,
            lines: inside
                .take_while(|line| line.trim_start() != FENCE)
                .collect(),
            before: before.clone(),
        });
    }
    blocks
}

/// A command with what is shown below it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Step {
    pub(crate) command: String,
    pub(crate) shown: String,
}

/// The commands of a session: each begins with `$ `.
pub(crate) fn steps(lines: &[&str]) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for line in lines {
        match (line.strip_prefix("$ "), steps.last_mut()) {
            (Some(command), _) => steps.push(Step {
                command: command.to_owned(),
                shown: String::new(),
            }),
            (None, Some(step)) => {
                step.shown.push_str(line);
                step.shown.push('\n');
            }
            (None, None) => {}
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_block_is_for_stands_behind_its_fence() {
        for (info, expected) in [
            ("console", Kind::Session),
            ("sh", Kind::Forgotten),
            ("console,ignore", Kind::Forgotten),
            ("bash not run: it installs", Kind::NotRun("it installs")),
            ("json faq.json", Kind::File("faq.json")),
            ("diff faq.json", Kind::Change("faq.json")),
            ("json", Kind::Text),
        ] {
            let page = format!("Write:\n\n```{info}\nline\n```\n");
            let blocks = blocks(&page);
            assert_eq!(blocks[0].kind(), expected, "{info}");
            assert_eq!(
                (blocks[0].line, &*blocks[0].before, &blocks[0].lines[..]),
                (4, "Write:", &["line"][..])
            );
        }
    }

    #[test]
    fn commands_are_told_from_what_they_print() {
        let lines = ["$ cat a", "> a", "", "$ true"];
        let step = |command: &str, shown: &str| Step {
            command: command.into(),
            shown: shown.into(),
        };
        assert_eq!(steps(&lines), [step("cat a", "> a\n\n"), step("true", "")]);
    }
}
