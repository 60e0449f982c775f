//! A terminal session: a folder of its own, a command as one would type it, and what it said.

use std::ffi::{OsStr, OsString};
use std::fmt::Debug;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{self, Stdio};
use std::time::Duration;

use assert_cmd::Command;
use tempfile::TempDir;

/// A FAQ of three entries: all fields, tags that differ in case, an answer of several lines, a missing id.
pub(crate) const SHOP: &str = r#"{
  "title": "The shop",
  "language": "en",
  "faqs": [
    {
      "id": "return",
      "question": "How do I return an item?",
      "alternates": ["Can I send something back?"],
      "answer": "Send it back within 30 days.\nWe pay the postage.",
      "tags": ["orders"],
      "related": ["refund"],
      "source": "https://shop.example/return"
    },
    {
      "id": "refund",
      "question": "When do I get my money back?",
      "answer": "Within five days.",
      "tags": ["Orders", "payment"]
    },
    {"question": "Is the shop open on Sundays?", "answer": "From noon to five."}
  ]
}
"#;

/// Far longer than any run takes, however slow the machine: it only keeps a hanging program from hanging the tests.
pub(crate) const NEVER: Duration = Duration::from_secs(120);

/// Starts a session in an empty folder that is also the home; no variable is set and nothing is typed.
pub(crate) fn session() -> Session {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("home");
    fs::create_dir(&home).unwrap();
    Session {
        at: folder.path().to_owned(),
        folder,
        variables: vec![("HOME".into(), home.into())],
        typed: Vec::new(),
    }
}

/// A folder, variables and input for commands.
pub(crate) struct Session {
    folder: TempDir,
    at: PathBuf,
    variables: Vec<(OsString, OsString)>,
    typed: Vec<u8>,
}

impl Session {
    /// Puts a file into the session's folder, with the folders on its way.
    pub(crate) fn file(self, path: impl AsRef<Path>, content: impl AsRef<[u8]>) -> Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    /// Makes an empty folder.
    pub(crate) fn folder(self, path: &str) -> Self {
        fs::create_dir_all(self.path(path)).unwrap();
        self
    }

    /// Works in a folder below the session's own, as `cd` does.
    pub(crate) fn at(mut self, path: &str) -> Self {
        let session = self.folder(path);
        self = session;
        self.at = self.path(path);
        self
    }

    /// Sets a variable.
    pub(crate) fn set(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.variables.push((name.into(), value.as_ref().into()));
        self
    }

    /// Sets a variable to a path in the session's folder.
    pub(crate) fn set_path(self, name: &str, path: &str) -> Self {
        let path = self.path(path);
        self.set(name, path)
    }

    /// What standard input holds.
    pub(crate) fn typed(mut self, input: impl AsRef<[u8]>) -> Self {
        self.typed = input.as_ref().into();
        self
    }

    /// A path in the session's folder.
    pub(crate) fn path(&self, path: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Runs `faq` with the arguments of a command line; double quotes hold an argument together.
    pub(crate) fn run(&self, line: &str) -> Said {
        self.run_arguments(arguments(line))
    }

    /// Runs `faq` with arguments that cannot be written on a line.
    pub(crate) fn run_arguments<A: AsRef<OsStr>>(
        &self,
        arguments: impl IntoIterator<Item = A>,
    ) -> Said {
        let mut command = self.command(env!("CARGO_BIN_EXE_faq"));
        command.args(arguments);
        self.finish(command)
    }

    /// Runs a line of `sh` in which `"$faq"` is the program.
    pub(crate) fn shell(&self, line: &str) -> Said {
        let mut command = self.command("/bin/sh");
        command
            .args(["-c", line])
            .env("faq", env!("CARGO_BIN_EXE_faq"));
        // The tools of the shell line, not the program, need a path.
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        self.finish(command)
    }

    /// Starts `faq` with both its ends in the test's hands.
    pub(crate) fn start(&self, line: &str) -> process::Child {
        let mut command = self.command(env!("CARGO_BIN_EXE_faq"));
        command.args(arguments(line));
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    }

    /// Starts `faq` with its input from a file, and does not look at what it says.
    pub(crate) fn start_with(
        &self,
        line: &str,
        input: impl Into<Stdio>,
        output: impl Into<Stdio>,
    ) -> process::Child {
        let mut command = self.command(env!("CARGO_BIN_EXE_faq"));
        command.args(arguments(line));
        command.stdin(input).stdout(output).spawn().unwrap()
    }

    /// Starts a line of `sh` on a terminal of its own, with its keyboard and its screen in the test's hands.
    pub(crate) fn start_on_a_terminal(&self, line: &str) -> process::Child {
        let mut command = self.command("script");
        command
            .args(["-qec", line, "/dev/null"])
            .env("faq", env!("CARGO_BIN_EXE_faq"))
            .env("SHELL", "/bin/sh")
            .env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    }

    fn command(&self, program: &str) -> process::Command {
        let mut command = process::Command::new(program);
        command.env_clear();
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        command.current_dir(&self.at);
        command
    }

    fn finish(&self, command: process::Command) -> Said {
        let mut command = Command::from_std(command);
        command.write_stdin(self.typed.clone()).timeout(NEVER);
        Said(command.output().unwrap())
    }
}

/// A session with a terminal to run in, where the system has the tool that makes one.
pub(crate) fn terminal() -> Option<Session> {
    let session = session().set("TERM", "xterm");
    let made = session.shell("script -qec 'exit 7' /dev/null < /dev/null");
    let there = made.stderr().is_empty();
    if !there {
        println!("skipped: there is no `script` (util-linux) to make a terminal with");
    }
    there.then(|| made.code(7)).map(|_| session)
}

/// Whether a signal ends a program that is started here. What is started in the background is told to pass over some, as
/// by `nohup … &`, and so is all that it starts.
pub(crate) fn heeds(signal: &str) -> bool {
    let mut shell = process::Command::new("/bin/sh");
    let ended = shell.args(["-c", &format!("kill -{signal} $$")]).status();
    let is_ignored = ended.unwrap().success();
    if is_ignored {
        println!("skipped: SIG{signal} is ignored here, as in the background");
    }
    !is_ignored
}

/// A line of `sh` that runs `faq` in a terminal.
pub(crate) fn on_a_terminal(line: &str) -> String {
    format!("script -qec '\"$faq\" {line}' /dev/null < /dev/null")
}

fn arguments(line: &str) -> Vec<String> {
    let mut arguments = Vec::new();
    for (number, part) in line.split('"').enumerate() {
        if number % 2 == 1 {
            arguments.push(part.to_owned());
        } else {
            arguments.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    arguments
}

/// What a command said, and how it ended.
pub(crate) struct Said(process::Output);

impl Said {
    /// Standard output is exactly this.
    #[track_caller]
    pub(crate) fn prints(self, text: &str) -> Self {
        assert_eq!(self.stdout(), text, "stderr: {}", self.stderr());
        self
    }

    /// Standard output holds this.
    #[track_caller]
    pub(crate) fn says(self, text: &str) -> Self {
        assert!(self.stdout().contains(text), "no {text:?} in {self:#?}");
        self
    }

    /// Standard output does not hold this.
    #[track_caller]
    pub(crate) fn never_says(self, text: &str) -> Self {
        assert!(!self.stdout().contains(text), "{text:?} in {self:#?}");
        self
    }

    /// Standard error holds this.
    #[track_caller]
    pub(crate) fn hints(self, text: &str) -> Self {
        assert!(self.stderr().contains(text), "no {text:?} in {self:#?}");
        self
    }

    /// Standard error does not hold this.
    #[track_caller]
    pub(crate) fn never_hints(self, text: &str) -> Self {
        assert!(!self.stderr().contains(text), "{text:?} in {self:#?}");
        self
    }

    /// Standard error is empty.
    #[track_caller]
    pub(crate) fn without_hints(self) -> Self {
        assert_eq!(self.stderr(), "", "stdout: {}", self.stdout());
        self
    }

    /// The exit code is this, and the program did not panic.
    #[track_caller]
    pub(crate) fn code(self, code: i32) -> Self {
        assert_eq!(self.0.status.code(), Some(code), "{self:#?}");
        self.never_hints("panicked")
    }

    /// An error that says this, and nothing but an error.
    #[track_caller]
    pub(crate) fn fails(self, message: &str) -> Self {
        self.hints(message).prints("").code(2)
    }

    /// The exit code, if it was no signal; the program did not panic.
    #[track_caller]
    pub(crate) fn exit(&self) -> Option<i32> {
        assert!(!self.stderr().contains("panicked"), "{self:#?}");
        self.0.status.code()
    }

    /// Standard output.
    pub(crate) fn stdout(&self) -> String {
        String::from_utf8(self.0.stdout.clone()).unwrap()
    }

    /// Standard error.
    pub(crate) fn stderr(&self) -> String {
        String::from_utf8(self.0.stderr.clone()).unwrap()
    }

    /// The field of the only JSON object on standard output.
    #[track_caller]
    pub(crate) fn json(&self, field: &str) -> serde_json::Value {
        let object: serde_json::Value = serde_json::from_str(&self.stdout())
            .unwrap_or_else(|error| panic!("not one JSON value ({error}): {self:#?}"));
        object[field].clone()
    }
}

impl Debug for Said {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Said")
            .field("stdout", &String::from_utf8_lossy(&self.0.stdout))
            .field("stderr", &String::from_utf8_lossy(&self.0.stderr))
            .field("status", &self.0.status)
            .finish()
    }
}
