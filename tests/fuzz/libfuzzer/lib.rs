//! The targets of `tests/fuzz`, for libFuzzer.

#[path = "../targets/mod.rs"]
mod targets;

/// Runs a target by its name.
///
/// # Panics
///
/// When there is none of that name, or something does not hold.
pub fn run(name: &str, bytes: &[u8]) {
    let target = targets::TARGETS.iter().find(|target| target.name == name);
    (target.unwrap().run)(bytes);
}
