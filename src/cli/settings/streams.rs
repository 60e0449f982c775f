//! The names of standard input and output, where a file may be named.

use std::path::Path;

/// Whether a file is standard input under one of its names.
pub(in crate::cli) fn is_standard_input(file: &Path) -> bool {
    ["-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"]
        .iter()
        .any(|name| file.as_os_str() == *name)
}

/// Whether a file is standard output under one of its names.
pub(in crate::cli) fn is_standard_output(file: &Path) -> bool {
    ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"]
        .iter()
        .any(|name| file.as_os_str() == *name)
}
