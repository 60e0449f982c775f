//! What the allocator keeps from one question to the next.

use std::hint::black_box;

/// Larger than what is allocated for one question in one piece; a question of a thousand entries takes a third of it in all.
const LARGEST_PIECE: usize = 1 << 20;

/// Has memory that is free again stay with the process, so that the next question does not touch it for the first time.
///
/// glibc gives back what is free at the end of a heap from 128 kB on, until the program frees a larger piece: then from twice the
/// size of that piece on, since the next one will come (mallopt(3), `M_MMAP_THRESHOLD`). Here is one, which is never touched.
/// With other allocators nothing comes of it.
pub(super) fn keep_memory() {
    drop(black_box(Vec::<u8>::with_capacity(LARGEST_PIECE)));
}

#[cfg(test)]
#[cfg(all(target_os = "linux", target_env = "gnu"))]
mod tests {
    use super::*;

    /// The pages that this thread touched for the first time.
    fn first_touches() -> usize {
        let stat = std::fs::read_to_string("/proc/thread-self/stat").unwrap();
        // Behind the name come the state and six numbers.
        let (_, behind_name) = stat.rsplit_once(") ").unwrap();
        behind_name
            .split(' ')
            .nth(7)
            .and_then(|it| it.parse().ok())
            .unwrap()
    }

    #[test]
    fn memory_of_one_question_serves_the_next() {
        keep_memory();
        let ask = || drop(black_box(vec![vec![1_u8; 100_000]; 8]));
        ask();
        let before = first_touches();
        for _ in 0..20 {
            ask();
        }
        let touched = first_touches() - before;
        assert!(
            touched < 200,
            "{touched} pages, of 195 that one question takes"
        );
    }
}
