//! What a value must be, for all commands.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use faq::Format;
use faq::limits::Size;

/// The formats that a FAQ can be read in.
pub(super) fn read() -> impl Iterator<Item = Format> {
    Format::ALL
        .into_iter()
        .filter(|format| format.is_built_in())
}

/// The formats that a FAQ can be written in.
pub(super) fn written() -> impl Iterator<Item = Format> {
    Format::ALL.into_iter().filter(|format| format.is_written())
}

/// The names of formats.
pub(super) fn one_of(
    formats: impl IntoIterator<Item = Format>,
) -> impl TypedValueParser<Value = Format> {
    let value = |format: Format| PossibleValue::new(format.name()).aliases(format.extensions());
    PossibleValuesParser::new(formats.into_iter().map(value)).try_map(|name| name.parse::<Format>())
}

pub(super) fn size(text: &str) -> Result<Size, String> {
    Size::parse(text).ok_or_else(|| "it must be a number of bytes, or of K, M, G or T".to_owned())
}

pub(super) fn probability(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(value) if (0.0..=1.0).contains(&value) => Ok(value),
        _ => Err("it must be a number from 0 to 1".to_owned()),
    }
}

pub(super) fn whole_number(text: &str) -> Result<usize, String> {
    text.parse()
        .map_err(|_| "it must be a whole number from 0 on".to_owned())
}

pub(super) fn at_least_one(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(value) if value > 0 => Ok(value),
        _ => Err("it must be a whole number from 1 on".to_owned()),
    }
}
