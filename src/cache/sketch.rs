//! An entry in two bytes, for reckoning which ones to look at.

use std::sync::LazyLock;

use crate::search::index::stored::Sketch;

/// The bytes of a sketch.
pub(super) const SIZE: usize = 2;

/// Steps in a doubling of what is stored.
const STEPS: f64 = 16.0;
/// The unit of a length.
const LENGTH: f32 = 64.0;

/// What the phrasings of an entry weigh, the lightest of which counts, and how long it is beside the mean.
pub(super) fn encode(totals: &[f32], length: f64) -> [u8; SIZE] {
    let lightest = totals.iter().copied().fold(f32::INFINITY, f32::min);
    [
        logarithm(lightest.into()),
        logarithm(length * f64::from(LENGTH)),
    ]
}

/// About what was written.
pub(super) fn decode(bytes: &[u8]) -> Sketch {
    static POWERS: LazyLock<[f32; 256]> = LazyLock::new(|| std::array::from_fn(power));
    let power = |place: usize| POWERS[usize::from(bytes.get(place).copied().unwrap_or_default())];
    Sketch {
        weight: power(0),
        length: power(1) / LENGTH,
    }
}

#[expect(clippy::cast_possible_truncation, reason = "rounded anyway")]
fn power(steps: usize) -> f32 {
    ((steps as f64 / STEPS).exp2() - 1.0) as f32
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "from 0 to 255"
)]
fn logarithm(value: f64) -> u8 {
    (STEPS * (value.max(0.0) + 1.0).log2())
        .round()
        .clamp(0.0, 255.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sketch_is_about_right() {
        for (weight, length) in [(0.0, 0.0), (1.0, 0.1), (37.5, 1.0), (900.0, 30.0)] {
            let sketch = decode(&encode(&[weight, weight + 1.0], length));
            assert!((sketch.weight - weight).abs() <= 0.05 * weight + 0.05);
            assert!((f64::from(sketch.length) - length).abs() <= 0.05 * length + 0.05);
        }
    }
}
