//! Standard input and output as what they are: those of the standard library take one that cannot be read or written for
//! an empty one, so that lost output would look like success.

use std::io::{self, Read, Write};

/// Standard output, unbuffered; whatever goes wrong with it is an error.
#[cfg(unix)]
pub(crate) fn output() -> io::Result<impl Write> {
    use std::os::fd::AsFd;
    let stdout = io::stdout().as_fd().try_clone_to_owned()?;
    Ok(std::fs::File::from(stdout))
}

/// Standard output.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it may fail")]
pub(crate) fn output() -> io::Result<impl Write> {
    Ok(io::stdout().lock())
}

/// Standard input, unbuffered; whatever goes wrong with it is an error.
#[cfg(unix)]
pub(crate) fn input() -> io::Result<impl Read> {
    use std::os::fd::AsFd;
    let stdin = io::stdin().as_fd().try_clone_to_owned()?;
    Ok(std::fs::File::from(stdin))
}

/// Standard input.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it may fail")]
pub(crate) fn input() -> io::Result<impl Read> {
    Ok(io::stdin().lock())
}
