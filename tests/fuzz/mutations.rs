//! How inputs are made of others: bits flipped, parts spliced, left out, and said again and again.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

/// Inputs longer than this make no case that shorter ones do not.
const LONGEST: usize = 16 * 1024;

/// A way from files of a corpus to an input.
#[derive(Debug, Clone)]
pub(crate) struct Mutation {
    file: Index,
    steps: Vec<Step>,
}

#[derive(Debug, Clone)]
enum Step {
    Flip {
        at: Index,
        bit: u32,
    },
    Insert {
        at: Index,
        what: &'static str,
    },
    Cut {
        from: Index,
        to: Index,
    },
    Truncate {
        at: Index,
    },
    Repeat {
        from: Index,
        length: usize,
        times: usize,
    },
    Splice {
        at: Index,
        file: Index,
        from: Index,
    },
}

/// What formats are made of, and what breaks programs.
const PIECES: &[&str] = &[
    "\"",
    "\\",
    "{",
    "}",
    "[",
    "]",
    ",",
    ";",
    ":",
    "\t",
    "\n",
    "\r\n",
    "\r",
    " ",
    "-\n",
    "---\n",
    "Q: ",
    "A: ",
    "# ",
    "## ",
    "**",
    "`",
    "```\n",
    "~~~\n",
    "> ",
    "- ",
    "1. ",
    "|",
    "<",
    ">",
    "</",
    "<!--",
    "-->",
    "<p>",
    "<details>",
    "<summary>",
    "</summary>",
    "<h2>",
    "<dl><dt>",
    "<dd>",
    "<pre>",
    "<script>",
    "<table><tr><td>",
    "&amp;",
    "&#0;",
    "&#x",
    "\\u0000",
    "\\ud800",
    "null",
    "1e999",
    "{\"question\":\"Q?\",\"answer\":\"A\"}",
    "?",
    "\0",
    "\u{feff}",
    "\u{1b}[2J",
    "\u{202e}",
    "\u{200d}",
    "e\u{301}",
    "日本",
    "🎉",
    "\u{85}",
    "\u{2028}",
    "\u{fdfa}",
];

/// Mutations of a few steps.
pub(crate) fn mutations() -> impl Strategy<Value = Mutation> {
    let index = any::<Index>;
    let step = prop_oneof![
        (index(), 0..8_u32).prop_map(|(at, bit)| Step::Flip { at, bit }),
        (index(), prop::sample::select(PIECES)).prop_map(|(at, what)| Step::Insert { at, what }),
        (index(), index()).prop_map(|(from, to)| Step::Cut { from, to }),
        index().prop_map(|at| Step::Truncate { at }),
        (index(), 1..40_usize, 2..200_usize).prop_map(|(from, length, times)| Step::Repeat {
            from,
            length,
            times
        }),
        (index(), index(), index()).prop_map(|(at, file, from)| Step::Splice { at, file, from }),
    ];
    (index(), vec(step, 1..5)).prop_map(|(file, steps)| Mutation { file, steps })
}

impl Mutation {
    /// The input that it makes of a corpus.
    pub(crate) fn apply(&self, corpus: &[Vec<u8>]) -> Vec<u8> {
        let mut bytes = corpus[self.file.index(corpus.len())].clone();
        for step in &self.steps {
            step.apply(&mut bytes, corpus);
            bytes.truncate(LONGEST);
        }
        bytes
    }
}

impl Step {
    fn apply(&self, bytes: &mut Vec<u8>, corpus: &[Vec<u8>]) {
        let place = |index: &Index, bytes: &[u8]| index.index(bytes.len() + 1);
        match self {
            Self::Flip { at, bit } => {
                if !bytes.is_empty() {
                    let at = at.index(bytes.len());
                    bytes[at] ^= 1 << bit;
                }
            }
            Self::Insert { at, what } => {
                let at = place(at, bytes);
                bytes.splice(at..at, what.bytes());
            }
            Self::Cut { from, to } => {
                let (from, to) = (place(from, bytes), place(to, bytes));
                bytes.drain(from.min(to)..from.max(to));
            }
            Self::Truncate { at } => bytes.truncate(place(at, bytes)),
            Self::Repeat {
                from,
                length,
                times,
            } => {
                let from = place(from, bytes);
                let to = (from + length).min(bytes.len());
                let repeated = bytes[from..to].repeat(*times);
                bytes.splice(from..from, repeated);
            }
            Self::Splice { at, file, from } => {
                let other = &corpus[file.index(corpus.len())];
                let from = place(from, other);
                bytes.truncate(place(at, bytes));
                bytes.extend_from_slice(&other[from..]);
            }
        }
    }
}
