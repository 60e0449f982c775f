//! Room for the blocks that were read last: what is read of one is often followed by what stands behind it, such as one list
//! of a word by the other.

use std::cell::RefCell;

/// How many blocks there is room for. Each is a page of memory that is touched for the first time.
const ROOMS: usize = 8;

/// Room for a block.
#[derive(Debug, Default)]
pub(super) struct Room {
    /// The [`Blocks`](super::blocks::Blocks) and the number of the block that is in it, once its checksum was found right.
    pub(super) holds: Option<(u64, u64)>,
    pub(super) block: Vec<u8>,
}

thread_local! {
    static READ: RefCell<[Room; ROOMS]> = RefCell::default();
}

/// Hands over the room for a block.
pub(super) fn with_room<T>(number: u64, read: impl FnOnce(&mut Room) -> Option<T>) -> Option<T> {
    READ.with_borrow_mut(|rooms| {
        let place = usize::try_from(number % ROOMS as u64).ok()?;
        read(rooms.get_mut(place)?)
    })
}

#[cfg(test)]
mod tests {
    use crate::cache::blocks::{BlockWriter, Blocks, Bytes};

    #[test]
    fn blocks_of_one_file_are_not_taken_for_those_of_another() {
        let blocks = [b'a', b'b'].map(|byte| {
            let mut writer = BlockWriter::new(Vec::new());
            writer.write(&[byte; 100]).unwrap();
            Blocks::new(Bytes::Memory(writer.finish(b"").unwrap())).unwrap()
        });
        for _ in 0..3 {
            for (blocks, byte) in blocks.iter().zip([b'a', b'b']) {
                assert_eq!(blocks.read(0..3), [byte; 3]);
            }
        }
    }
}
