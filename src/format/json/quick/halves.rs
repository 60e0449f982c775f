//! A large document read by two threads: one from its beginning, one from where an entry seems to begin near its middle.

use std::thread::{self, ScopedJoinHandle};

use super::cursor::Cursor;
use crate::cores;
use crate::format::json::cursor::Value;
use crate::format::memory::MemoryBudget;
use crate::format::sink::Sink;

/// From how many bytes on a second core pays: it takes as long to get one as to read a tenth of that.
const BYTES_WORTH_A_THREAD: usize = 1 << 20;

/// How many bytes are searched for the beginning of an entry: almost none is longer.
const LONGEST_SEARCH: usize = 1 << 16;

/// The entries from a place on, which another thread reads meanwhile.
pub(super) struct SecondHalf<'s, 'a> {
    /// Where the first of them begins.
    pub(super) start: usize,
    /// The part of the memory that the other thread was given.
    memory: MemoryBudget,
    thread: ScopedJoinHandle<'s, Option<Entries<'a>>>,
}

/// The entries from a place to the end of their list.
struct Entries<'a> {
    sink: Sink<'a>,
    end: usize,
}

impl<'a> SecondHalf<'_, 'a> {
    /// Waits for the other thread, adds its entries to those before them, and tells where their list ends.
    pub(super) fn append_to(self, sink: &mut Sink<'a>, offset: usize) -> Option<usize> {
        let Entries { sink: rest, end } = self.thread.join().ok()??;
        sink.append(rest, offset).ok()?;
        Some(end)
    }
}

/// Where the second half of a document is to begin, if reading it by two threads pays.
pub(super) fn second_start(text: &str) -> Option<usize> {
    if text.len() < BYTES_WORTH_A_THREAD || !cores::has_second() {
        return None;
    }
    near_middle(text)
}

/// Reads a document as [`super::read`] does; another thread reads what follows `second_start`.
///
/// Whether an entry does begin there is known only when the first thread gets there; if none does, the second half was
/// read in vain, and the first thread reads it again.
pub(super) fn read<'a>(root: Value<'a>, second_start: Option<usize>, sink: &mut Sink<'a>) -> bool {
    thread::scope(|scope| {
        let mut second = second_start.and_then(|start| {
            let (mut part, mut cursor) = (sink.part(), Cursor::new(root, start));
            let memory = part.memory;
            let read = move || {
                cursor.entries_from_here(&mut part, &mut None)?;
                let end = cursor.at;
                Some(Entries { sink: part, end })
            };
            if let Ok(thread) = thread::Builder::new().spawn_scoped(scope, read) {
                return Some(SecondHalf {
                    start,
                    memory,
                    thread,
                });
            }
            // There is no thread; what it was to have goes back to where it came from, so there is room for it.
            sink.memory.add(memory, start).ok()?;
            None
        });
        let is_read = Cursor::new(root, 0).document(sink, &mut second).is_some();
        // A half that was read in vain gives its part of the memory back.
        is_read && second.is_none_or(|half| sink.memory.add(half.memory, half.start).is_ok())
    })
}

/// Where an entry seems to begin near the middle of a text: at a brace that follows `},`.
fn near_middle(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let half = bytes.len() / 2;
    let follows_entry = |at: usize| {
        let before = bytes[..at].trim_ascii_end();
        let before = before.strip_suffix(b",").map(<[u8]>::trim_ascii_end);
        before.is_some_and(|before| before.ends_with(b"}"))
    };
    let mut places = half..bytes.len().min(half + LONGEST_SEARCH);
    places.find(|&at| bytes[at] == b'{' && follows_entry(at))
}

#[cfg(test)]
mod tests {
    use super::super::tests::contents;
    use super::*;
    use crate::format::Format;
    use crate::source::Source;

    #[test]
    fn wherever_another_thread_begins_the_entries_are_the_same() {
        let text = r#"{"title":"a","faqs":[{"question":"b","answer":"},{"},
            {"question":"},{\"question\":\"x\",\"answer\":\"y\"}]","answer":"","tags":["c"]} ,{"id":"d","question":"e","answer":"f"}],
            "language":"en"}"#;
        let source = Source::new("f.json", text);
        let memory = || MemoryBudget::new(std::slice::from_ref(&source), None);
        let read = |start| {
            let mut sink = Sink::new(&source, 0, memory(), false);
            let root = Value::parse(text, text, Format::Json).unwrap();
            assert!(super::read(root, start, &mut sink), "{start:?}");
            contents(sink)
        };
        let expected = read(None);
        assert_eq!(expected.1.len(), 3);
        for start in 0..text.len() {
            assert_eq!(read(Some(start)), expected, "{start}");
        }
        assert!(near_middle(text).is_some_and(|at| text[at..].starts_with("{\"id\"")));
    }
}
