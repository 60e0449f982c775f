//! Something about each word, found out when it is first asked for: of most words, nobody ever asks.

use std::sync::OnceLock;

/// So many numbered things, of which few are ever there: they take memory in blocks.
#[derive(Debug)]
pub(super) struct Sparse<T> {
    blocks: Vec<OnceLock<Block<T>>>,
}

type Block<T> = Box<[OnceLock<T>; BLOCK]>;

/// How many are in a block: with more, one that is asked for brings more with it that are not; with fewer, there are more
/// blocks to be told apart.
const BLOCK: usize = 8;

impl<T> Sparse<T> {
    /// Room for so many.
    pub(super) fn new(count: usize) -> Self {
        let mut blocks = Vec::new();
        blocks.resize_with(count.div_ceil(BLOCK), OnceLock::new);
        Self { blocks }
    }

    /// The one of a number, which is less than there is room for.
    pub(super) fn get_or_init(&self, number: usize, find_out: impl FnOnce() -> T) -> &T {
        let block = &self.blocks[number / BLOCK];
        let block = block.get_or_init(|| Box::new([const { OnceLock::new() }; BLOCK]));
        block[number % BLOCK].get_or_init(find_out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_found_out_once() {
        let sparse = Sparse::new(100);
        for number in (0..100).rev().chain(0..100) {
            assert_eq!(*sparse.get_or_init(number, || 2 * number), 2 * number);
        }
        assert_eq!(*sparse.get_or_init(99, || 0), 198);
    }
}
