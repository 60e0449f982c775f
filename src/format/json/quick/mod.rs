//! The native file as almost everybody has it, read in one pass.
//!
//! Anything that is unusual, and all that is wrong, ends it: then nothing was read, and the other readers, which take
//! values apart level by level, find out what is to be said about it.

mod cursor;
mod halves;

use std::borrow::Cow;

use super::cursor::Value;
use super::native;
use crate::format::draft::{Draft, Located};
use crate::format::sink::Sink;
use crate::limits::LIST_LENGTH;
use cursor::Cursor;
use halves::SecondHalf;

/// Reads a document into a strict sink that nothing was put into; whether all of it was read. If not, what is in the
/// sink is of no use.
pub(super) fn read<'a>(root: Value<'a>, sink: &mut Sink<'a>) -> bool {
    halves::read(root, halves::second_start(root.text()), sink)
}

impl<'a> Cursor<'a> {
    fn document(
        mut self,
        sink: &mut Sink<'a>,
        second: &mut Option<SecondHalf<'_, 'a>>,
    ) -> Option<()> {
        match self.next()? {
            b'[' => self.entries(sink, second)?,
            b'{' => self.object(sink, second)?,
            _ => return None,
        }
        self.blanks();
        (self.at == self.text.len()).then_some(())
    }

    /// An object whose entries stand in `faqs`.
    fn object(
        &mut self,
        sink: &mut Sink<'a>,
        second: &mut Option<SecondHalf<'_, 'a>>,
    ) -> Option<()> {
        let mut names: Vec<Cow<'a, str>> = Vec::new();
        let mut more = self.begins(b'}')?;
        while more {
            let name = self.name()?;
            if names.contains(&name) || names.len() == MOST_NAMES {
                return None;
            }
            if name == "faqs" {
                self.expect(b'[')?;
                self.entries(sink, second)?;
            } else {
                let value = self.value()?;
                native::head_field(name.clone(), value, sink).ok()?;
            }
            names.push(name);
            more = self.goes_on(b'}')?;
        }
        names.iter().any(|name| name == "faqs").then_some(())
    }

    /// Entries behind the bracket that begins their list.
    fn entries(
        &mut self,
        sink: &mut Sink<'a>,
        second: &mut Option<SecondHalf<'_, 'a>>,
    ) -> Option<()> {
        if self.begins(b']')? {
            self.entries_from_here(sink, second)?;
        }
        Some(())
    }

    /// Entries to the end of their list, of which there is one at least.
    fn entries_from_here(
        &mut self,
        sink: &mut Sink<'a>,
        second: &mut Option<SecondHalf<'_, 'a>>,
    ) -> Option<()> {
        let mut more = true;
        while more {
            self.blanks();
            if let Some(second) = second.take_if(|second| second.start == self.at) {
                self.at = second.append_to(sink, self.offset(self.at))?;
                return Some(());
            }
            let draft = self.entry()?;
            sink.entry(draft).ok()?;
            more = self.goes_on(b']')?;
        }
        Some(())
    }

    fn entry(&mut self) -> Option<Draft<'a>> {
        self.expect(b'{')?;
        let mut draft = Draft {
            offset: self.offset(self.at - 1),
            ..Draft::default()
        };
        let [mut alternates, mut tags, mut related] = [const { None }; 3];
        let mut more = self.begins(b'}')?;
        while more {
            let name = self.name()?;
            self.blanks();
            match name.as_ref() {
                "id" if draft.id.is_none() => draft.id = Some(self.located()?),
                "question" if draft.question.is_none() => draft.question = Some(self.located()?),
                "answer" if draft.answer.is_none() => draft.answer = Some(self.located()?),
                "source" if draft.source.is_none() => draft.source = Some(self.located()?),
                "alternates" if alternates.is_none() => alternates = Some(self.list()?),
                "tags" if tags.is_none() => tags = Some(self.list()?),
                "related" if related.is_none() => related = Some(self.list()?),
                // It is unknown, or given twice.
                _ => return None,
            }
            more = self.goes_on(b'}')?;
        }
        draft.alternates = alternates.unwrap_or_default();
        draft.tags = tags.unwrap_or_default();
        draft.related = related.unwrap_or_default();
        let is_whole = draft.question.is_some() && draft.answer.is_some();
        is_whole.then_some(draft)
    }

    fn list(&mut self) -> Option<Vec<Located<'a>>> {
        let mut list = Vec::new();
        self.expect(b'[')?;
        let mut more = self.begins(b']')?;
        while more {
            self.blanks();
            list.push(self.located()?);
            if list.len() > LIST_LENGTH {
                return None;
            }
            more = self.goes_on(b']')?;
        }
        Some(list)
    }
}

/// More fields than these beside the entries are unusual, and would be compared with one another here.
const MOST_NAMES: usize = 12;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::memory::MemoryBudget;
    use crate::format::{Fault, Format};
    use crate::model::{Document, Entry};
    use crate::source::Source;
    use proptest::collection::vec;
    use proptest::option::of;
    use proptest::prelude::*;
    use proptest::sample::{Index, select};

    /// What was read, and how much memory is left.
    type Contents<'a> = (Document<'a>, Vec<Entry<'a>>, usize);

    pub(super) fn contents(sink: Sink<'_>) -> Contents<'_> {
        (sink.document, sink.entries, sink.memory.room())
    }

    /// What the quick way makes of a document, if it does, and what the other way does.
    fn both(source: &Source) -> (Option<Contents<'_>>, Result<Contents<'_>, Fault>) {
        let memory = || MemoryBudget::new(std::slice::from_ref(source), None);
        let sink = || Sink::new(source, 0, memory(), false);
        let text = source.text.as_str();
        let root = Value::parse(text, text, Format::Json);
        let mut quick = sink();
        let is_read = root.as_ref().is_ok_and(|&root| read(root, &mut quick));
        let mut slow = sink();
        let slowly = root.and_then(|root| super::super::read_by_levels(text, root, &mut slow));
        (
            is_read.then(|| contents(quick)),
            slowly.map(|()| contents(slow)),
        )
    }

    #[test]
    fn usual_documents_are_read_quickly() {
        for (text, expected) in [
            (r#"{"faqs":[]}"#, true),
            ("[]", true),
            (
                " [ {\"question\" :\"q\", \"answer\":\"\"}\r\n, {\"answer\":\"a\",\"question\":\"\\u00e9\\\"\"} ] ",
                true,
            ),
            (
                r#"{"title":"t","synonyms":[["a","b"]],"x":{"y":[1]},"faqs":[{"id":"i","question":"q",
                "alternates":["r","s"],"answer":"a","tags":[],"related":["i"],"source":"u"}],"language":"en","lexicon":true}"#,
                true,
            ),
            ("", false),
            ("[] x", false),
            (r#"[{"question":"q"}]"#, false),
            (r#"[{"question":"q","answer":"a"},]"#, false),
            (r#"[{"question":"q","answer":"a",}]"#, false),
            (r#"[{"question":"q","question":"q","answer":"a"}]"#, false),
            (r#"[{"question":"q","answer":"a","new":1}]"#, false),
            (r#"[{"question":" ","answer":"a"}]"#, false),
            (r#"[{"question":"\ud800","answer":"a"}]"#, false),
            ("[{\"question\":\"q\n\",\"answer\":\"a\"}]", false),
            (r#"[{"id":7,"question":"q","answer":"a"}]"#, false),
            (r#"{"faqs":[],"faqs":[]}"#, false),
            (r#"{"title":"t"}"#, false),
        ] {
            let source = Source::new("f.json", text);
            let (quickly, slowly) = both(&source);
            assert_eq!(quickly.is_some(), expected, "{text}");
            if let Some(quickly) = quickly {
                assert_eq!(quickly, slowly.unwrap(), "{text}");
            }
        }
    }

    /// A text in JSON, with what stands between values in other places.
    const TEXT: &str = r#"q([a-z ,:{}\[\]]|\\n|\\"|\\u00e9){0,8}"#;

    proptest! {
        #[test]
        fn both_ways_lead_to_the_same(
            entries in vec((TEXT, TEXT, of("[a-z]{1,4}"), of(vec(TEXT, 0..3))), 1..5),
            blank in "[ \n\t]{0,2}",
            changes in vec((any::<Index>(), select(r#"[]{},:" 7q\"#.chars().collect::<Vec<_>>())), 0..3),
        ) {
            let entries = entries.into_iter().map(|(question, answer, id, tags)| {
                let id = id.map_or_else(String::new, |id| format!(r#""id":"{id}",{blank}"#));
                let tags = tags.map_or_else(String::new, |tags| format!(r#",{blank}"tags":["{}"]"#, tags.join("\",\"")));
                format!(r#"{{{id}"question":{blank}"{question}","answer":"{answer}"{tags}}}"#)
            });
            let entries = entries.collect::<Vec<_>>().join(&format!("{blank},"));
            let mut text: Vec<char> = format!(r#"{{"title":"t",{blank}"faqs":[{blank}{entries}]}}"#).chars().collect();
            for (place, change) in &changes {
                let place = place.index(text.len());
                text[place] = *change;
            }
            let source = Source::new("f.json", text.into_iter().collect::<String>());
            let (quickly, slowly) = both(&source);
            prop_assert!(quickly.is_some() || !changes.is_empty(), "{}", source.text);
            if let Some(quickly) = quickly {
                prop_assert_eq!(quickly, slowly.unwrap());
            }
        }
    }
}
