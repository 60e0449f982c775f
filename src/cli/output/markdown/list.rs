//! Lists: an item has the mark that stands in the text.

/// A list, as far as it has been read.
#[derive(Debug)]
pub(super) struct List {
    /// The number of its first item, where it has numbers.
    start: Option<u64>,
    items: u64,
}

impl List {
    pub(super) fn new(start: Option<u64>) -> Self {
        Self { start, items: 0 }
    }

    /// The mark of the next item, which begins a piece of source. Where every number is the first one, they are counted.
    pub(super) fn mark(&mut self, source: &str) -> String {
        let digits = source.bytes().take_while(u8::is_ascii_digit).count();
        let (number, after) = source.split_at(digits);
        let mark: String = after.chars().take(1).collect();
        let items = self.items;
        self.items += 1;
        match self.start {
            Some(start) if items > 0 && number.parse() == Ok(start) => {
                format!("{}{mark}", start.saturating_add(items))
            }
            _ => format!("{number}{mark}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_those_of_the_text() {
        for (start, items, expected) in [
            (None, &["- a", "* b", "+"][..], &["-", "*", "+"][..]),
            (Some(1), &["1. a", "1. b", "1. c"], &["1.", "2.", "3."]),
            (Some(1), &["1) a", "2) b", "3) c"], &["1)", "2)", "3)"]),
            (Some(7), &["7. a", "12. b"], &["7.", "12."]),
            (Some(3), &["3. a", "2. b", "1. c"], &["3.", "2.", "1."]),
        ] {
            let mut list = List::new(start);
            let marks: Vec<String> = items.iter().map(|item| list.mark(item)).collect();
            assert_eq!(marks, expected);
        }
    }
}
