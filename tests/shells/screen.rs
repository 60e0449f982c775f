//! A terminal on which somebody types: `tmux` without its configuration.

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};
use std::{process, str};

/// Far longer than anything takes, however slow the machine.
const NEVER: Duration = Duration::from_secs(60);
const SOON: Duration = Duration::from_millis(50);

/// A terminal of its own, gone at the end.
pub(crate) struct Screen {
    socket: String,
}

impl Screen {
    /// Starts a command line in a folder, with the program found first.
    pub(crate) fn new(folder: &Path, command: &str) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let screen = Self {
            socket: format!("faq-{}-{number}", process::id()),
        };
        let started = screen
            .tmux(&[
                "-f",
                "/dev/null",
                "new-session",
                "-d",
                "-x",
                "100",
                "-y",
                "30",
                command,
            ])
            .env_clear()
            .env("PATH", super::path())
            .env("HOME", folder)
            .env("TERM", "xterm-256color")
            .env("LC_ALL", "C.UTF-8")
            .current_dir(folder)
            .status()
            .unwrap();
        assert!(started.success());
        screen
    }

    /// Types text.
    pub(crate) fn types(&self, text: &str) -> &Self {
        self.run(&["send-keys", "-l", "--", text]);
        self
    }

    /// Presses a key, by the name that tmux has for it.
    pub(crate) fn presses(&self, key: &str) -> &Self {
        self.run(&["send-keys", key]);
        self
    }

    /// Waits until the screen shows this.
    #[track_caller]
    pub(crate) fn shows(&self, text: &str) -> &Self {
        let begin = Instant::now();
        loop {
            let shown = self.text();
            if shown.contains(text) {
                return self;
            }
            assert!(begin.elapsed() < NEVER, "no {text:?} in\n{shown}");
            sleep(SOON);
        }
    }

    /// Gives up what is typed, and has an empty screen again.
    pub(crate) fn clear(&self) -> &Self {
        let begin = Instant::now();
        // A shell that is still busy with a completion may take no notice.
        while !is_given_up(&self.text()) {
            assert!(begin.elapsed() < NEVER, "no prompt:\n{}", self.text());
            self.presses("C-c");
            sleep(10 * SOON);
        }
        self.enters("clear")
    }

    /// Runs a command, and has an empty screen after it.
    pub(crate) fn enters(&self, command: &str) -> &Self {
        let line = format!("{command}; clear");
        self.types(&line).shows("; clear").presses("Enter");
        self.at_prompt(|shown| shown.trim() == "$")
    }

    /// Waits for the first prompt.
    pub(crate) fn begins(&self) -> &Self {
        self.at_prompt(|shown| shown.trim_end().ends_with('$'))
    }

    fn at_prompt(&self, is_there: impl Fn(&str) -> bool) -> &Self {
        let begin = Instant::now();
        while !is_there(&self.text()) {
            assert!(begin.elapsed() < NEVER, "no prompt:\n{}", self.text());
            sleep(SOON);
        }
        self
    }

    pub(crate) fn text(&self) -> String {
        self.run(&["capture-pane", "-p"])
    }

    fn run(&self, arguments: &[&str]) -> String {
        let output = self.tmux(arguments).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    }

    fn tmux(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("tmux");
        command.args(["-L", &self.socket]).args(arguments);
        command
    }
}

fn is_given_up(shown: &str) -> bool {
    shown.trim_end().ends_with("\n$")
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.tmux(&["kill-server"]).stderr(Stdio::null()).status();
    }
}
