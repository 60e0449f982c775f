//! How the tables are written: what the build and the program have to agree on.

/// The byte before what is new in a text has so many bits for how many bytes it shares with the one before, and above them
/// the number that goes with it.
pub(crate) const SHARED_BITS: u32 = 4;

/// Marks the last byte of a text, which is ASCII.
pub(crate) const ENDS_TEXT: u8 = 0x80;

/// Marks the last stem of a member.
pub(crate) const ENDS_MEMBER: u16 = 1 << 15;

/// Marks the last stem of a group. The numbers of stems are below it.
pub(crate) const ENDS_GROUP: u16 = 1 << 14;

/// For so many stems together it is written where their part of the members begins, and for each, how far behind that its
/// own does: as many as keep the latter within a byte.
pub(crate) const STEMS_IN_BLOCK: usize = 16;

/// The first four bytes of a text, so that numbers rise as texts do; where there are none, 0.
pub(crate) fn head(text: &[u8]) -> u32 {
    let byte = |at: usize| text.get(at).copied().unwrap_or(0);
    u32::from_be_bytes([byte(0), byte(1), byte(2), byte(3)])
}
