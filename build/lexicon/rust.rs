//! Tables as Rust has them.

use std::error::Error;
use std::fmt::{Display, Write as _};

pub(super) fn write_table<T: Display>(
    out: &mut String,
    name: &str,
    number: &str,
    values: impl IntoIterator<Item = T>,
) -> Result<(), Box<dyn Error>> {
    let values: Vec<String> = values.into_iter().map(|value| value.to_string()).collect();
    let (length, values) = (values.len(), values.join(","));
    writeln!(
        out,
        "pub(super) static {name}: [{number}; {length}] = [{values}];"
    )?;
    Ok(())
}

pub(super) fn write_text(out: &mut String, name: &str, text: &str) -> Result<(), Box<dyn Error>> {
    writeln!(out, "pub(super) static {name}: &str = {text:?};")?;
    Ok(())
}

pub(super) fn write_bytes(
    out: &mut String,
    name: &str,
    bytes: &[u8],
) -> Result<(), Box<dyn Error>> {
    let bytes = bytes.escape_ascii();
    writeln!(out, "pub(super) static {name}: &[u8] = b\"{bytes}\";")?;
    Ok(())
}
