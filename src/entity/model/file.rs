//! The weights as `assets/entities/weights.bin` keeps them.
//!
//! The four letters `DBW1`; the hash of the training articles and that of all their features, 8
//! bytes each; the weights from label to label; then, by rising key, each feature's distance from
//! the one before it (as a number of 7-bit groups), how many labels it weighs, and for each a byte
//! for the label and two for the weight. Everything is little-endian; a weight is the hundredth part
//! of its number.

use super::label::LABELS;

/// Tells what weights were trained from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Origin {
    /// The hash of the training articles.
    pub corpus: u64,
    /// The hash of the features of all their tokens.
    pub features: u64,
}

/// The first bytes of the file.
pub(super) const MAGIC: &[u8; 4] = b"DBW1";

/// The number that a weight of 1 is kept as.
pub(crate) const SCALE: f64 = 100.0;

/// Reads numbers one after another; each is missing when the data ends before it.
pub(super) struct Reader<'a> {
    /// What is still to be read.
    pub data: &'a [u8],
}

impl<'a> Reader<'a> {
    /// Takes a number of bytes.
    pub fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (head, rest) = self.data.split_at_checked(count)?;
        self.data = rest;
        Some(head)
    }

    /// Takes a byte.
    pub fn byte(&mut self) -> Option<u8> {
        self.take(1).map(|bytes| bytes[0])
    }

    /// Takes a label.
    pub fn label(&mut self) -> Option<u8> {
        self.byte().filter(|label| usize::from(*label) < LABELS)
    }

    /// Takes a number of two bytes.
    pub fn short(&mut self) -> Option<i16> {
        self.take(2).map(|bytes| i16::from_le_bytes([bytes[0], bytes[1]]))
    }

    /// Takes a number of eight bytes.
    pub fn long(&mut self) -> Option<u64> {
        let mut bytes = [0; 8];
        bytes.copy_from_slice(self.take(8)?);
        Some(u64::from_le_bytes(bytes))
    }

    /// Takes a number in groups of seven bits.
    pub fn number(&mut self) -> Option<u32> {
        let (mut number, mut shift) = (0_u32, 0);
        loop {
            let byte = self.byte()?;
            number |= u32::from(byte & 127).checked_shl(shift)?;
            shift += 7;
            if byte < 128 {
                return Some(number);
            }
        }
    }
}

/// Represents what a feature weighs: its key, and label by label its weight in hundredths.
pub(crate) type Row = (u32, Vec<(u8, i16)>);

/// Writes weights as `Weights::read` reads them; the rows must be sorted by key.
pub(crate) fn write(origin: Origin, steps: &[[i16; LABELS]; LABELS], rows: &[Row]) -> Vec<u8> {
    let mut data = MAGIC.to_vec();
    data.extend(origin.corpus.to_le_bytes());
    data.extend(origin.features.to_le_bytes());
    data.extend(steps.iter().flatten().flat_map(|weight| weight.to_le_bytes()));
    data.extend((rows.len() as u64).to_le_bytes());
    let mut last = 0;
    for (key, weights) in rows {
        let mut distance = key - last;
        last = *key;
        while distance >= 128 {
            data.push(distance as u8 | 128);
            distance >>= 7;
        }
        data.push(distance as u8);
        data.push(weights.len() as u8);
        for (label, weight) in weights {
            data.push(*label);
            data.extend(weight.to_le_bytes());
        }
    }
    data
}
