//! A line of JSON, read part by part, so that a fault in it has its place: labelled questions and logs are such lines.

use serde::Deserialize;

/// What is wrong with a line, and at which of its bytes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct JsonFault {
    pub(crate) offset: usize,
    pub(crate) cause: String,
}

/// Reads a line as an object.
pub(crate) fn object<'a, T: Deserialize<'a>>(line: &'a str) -> Result<T, JsonFault> {
    // A list of values in the right order would do for an object otherwise.
    let begins = line.len() - line.trim_start().len();
    if !line[begins..].starts_with('{') {
        return Err(JsonFault {
            offset: begins,
            cause: "expected an object".to_owned(),
        });
    }
    read(line, line)
}

/// Reads a part of a line.
pub(crate) fn read<'a, T: Deserialize<'a>>(line: &str, part: &'a str) -> Result<T, JsonFault> {
    serde_json::from_str(part).map_err(|error| {
        let message = error.to_string();
        let place = format!(" at line {} column {}", error.line(), error.column());
        let cause = message.strip_suffix(&place).unwrap_or(&message);
        // What is not JSON has a place of its own, in bytes from 1; what is not meant is the value as a whole.
        let within = if error.is_data() { 1 } else { error.column() };
        JsonFault {
            offset: offset(line, part) + within.saturating_sub(1),
            cause: cause.to_owned(),
        }
    })
}

/// At which byte of a line a part of it begins.
pub(crate) fn offset(line: &str, part: &str) -> usize {
    part.as_ptr().addr() - line.as_ptr().addr()
}
