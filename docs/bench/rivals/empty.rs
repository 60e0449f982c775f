//! What starting a process costs.

fn main() {}
