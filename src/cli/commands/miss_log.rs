//! The log of questions without an answer, for those who asked for one: `faq misses` reads it.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::PathBuf;

use crate::cli::output::json;
use crate::cli::output::page::Page;
use crate::cli::output::sanitize::Clean;
use crate::cli::report::{Answer, LoggedMiss, Outcome};

/// A file that questions are appended to, until that fails. An answer is worth more than the log: whatever is wrong
/// with it is said once, and changes nothing else.
pub(super) struct MissLog {
    path: PathBuf,
    file: Option<File>,
}

impl MissLog {
    /// Opens a log, or none where none was asked for; a file that is not there yet is made, for its owner's eyes only.
    pub(super) fn open(path: Option<PathBuf>) -> Self {
        let mut log = Self {
            path: path.unwrap_or_default(),
            file: None,
        };
        if log.path.as_os_str().is_empty() {
            return log;
        }
        match options().open(&log.path) {
            Ok(file) => log.file = Some(file),
            Err(error) => log.give_up(&error),
        }
        log
    }

    /// Appends a question, unless it was answered.
    pub(super) fn add(&mut self, report: &Answer<'_>) {
        if report.status == Outcome::Answered {
            return;
        }
        let Some(file) = &mut self.file else { return };
        if let Err(error) = append(file, &LoggedMiss::new(report)) {
            self.give_up(&error);
        }
    }

    fn give_up(&mut self, error: &io::Error) {
        self.file = None;
        let path = self.path.display();
        let said = format!("faq: questions without an answer are not logged: {path}: {error}");
        // Nothing is left to be done when standard error cannot be written to.
        let _ = Page::new(io::stderr()).line(&[&Clean::line(&said)]);
    }
}

fn options() -> OpenOptions {
    let mut options = File::options();
    options.append(true).create(true);
    // What people ask may be private.
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// One line in one write, so that several programs may share a log: the system appends each write as a whole.
fn append(file: &mut impl Write, miss: &LoggedMiss<'_>) -> io::Result<()> {
    let mut line = Vec::new();
    json::line(&mut line, miss)?;
    loop {
        match file.write(&line) {
            Ok(written) if written == line.len() => return Ok(()),
            // The rest would stand behind what others have written by then.
            Ok(_) => return Err(io::ErrorKind::WriteZero.into()),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use faq::{Engine, Faq, Options};

    /// Takes at most so many bytes in each write.
    struct Narrow(usize, Vec<usize>);

    impl Write for Narrow {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.1.push(bytes.len());
            Ok(bytes.len().min(self.0))
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_line_is_one_write_and_a_part_of_it_a_failure() {
        let faq = Faq::default();
        let reply = Engine::new(&faq).ask("q", &Options::default());
        let report = Answer::new("q", &reply, &faq);
        for (room, is_whole) in [(10_000, true), (10, false)] {
            let mut file = Narrow(room, Vec::new());
            let written = append(&mut file, &LoggedMiss::new(&report));
            assert_eq!(written.is_ok(), is_whole);
            assert_eq!(file.1.len(), 1);
        }
    }
}
