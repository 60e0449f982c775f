//! Somebody at a terminal: types keys, and waits for what the screen shows.

use std::io::{Read, Write};
use std::process::{Child, ChildStdin};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Instant;

use super::session::{NEVER, Session};

pub(crate) const CTRL_C: &str = "\x03";
pub(crate) const CTRL_D: &str = "\x04";
pub(crate) const TAB: &str = "\t";

/// A terminal with a shell line running on it.
pub(crate) struct Typing {
    child: Child,
    keyboard: ChildStdin,
    screen: Receiver<Vec<u8>>,
    /// Everything that was shown so far.
    shown: Vec<u8>,
    /// How much of it has been looked at.
    seen: usize,
}

impl Typing {
    /// Starts a shell line at a terminal of 80 columns.
    pub(crate) fn at(session: &Session, line: &str) -> Self {
        let mut child =
            session.start_on_a_terminal(&format!("stty cols 80 rows 24; stty -a; {line}"));
        let keyboard = child.stdin.take().unwrap();
        let mut stdout = child.stdout.take().unwrap();
        let (send, screen) = channel();
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(read @ 1..) = stdout.read(&mut buffer) {
                if send.send(buffer[..read].to_owned()).is_err() {
                    break;
                }
            }
        });
        Self {
            child,
            keyboard,
            screen,
            shown: Vec::new(),
            seen: 0,
        }
    }

    /// Presses keys.
    pub(crate) fn types(&mut self, keys: impl AsRef<[u8]>) {
        self.keyboard.write_all(keys.as_ref()).unwrap();
        self.keyboard.flush().unwrap();
    }

    /// Waits until this is shown after what was waited for before; gives what came between.
    #[track_caller]
    pub(crate) fn sees(&mut self, text: &str) -> String {
        let started = Instant::now();
        loop {
            let new = String::from_utf8_lossy(&self.shown[self.seen..]).into_owned();
            // Half a character at the end may yet become a whole one; it is not what is waited for.
            if let Some(at) = new.find(text) {
                let before = new[..at].to_owned();
                self.seen += at + text.len();
                return before;
            }
            let left = NEVER.saturating_sub(started.elapsed());
            match self.screen.recv_timeout(left) {
                Ok(bytes) => self.shown.extend(bytes),
                Err(why) => panic!("no {text:?} ({why}) in {new:?}"),
            }
        }
    }

    /// Everything that is shown until the line has ended, and its exit code.
    pub(crate) fn ends(mut self) -> (String, Option<i32>) {
        // The keyboard stays in place until the end: without one, `script` would press Ctrl-D.
        while let Ok(bytes) = self.screen.recv_timeout(NEVER) {
            self.shown.extend(bytes);
        }
        let code = self.child.wait().unwrap().code();
        drop(self.keyboard);
        (String::from_utf8_lossy(&self.shown).into_owned(), code)
    }
}
