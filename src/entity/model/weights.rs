//! The trained weights, as they are kept in `assets/entities/weights.bin` and as they are looked up.
//!
//! The file: the four letters `DBW1`; the hash of the training articles and that of all their
//! features, 8 bytes each; the weights from label to label; then, by rising key, each feature's
//! distance from the one before it (as a number of 7-bit groups), how many labels it weighs, and
//! for each a byte for the label and two for the weight. Everything is little-endian; a weight is
//! the hundredth part of its number.

use super::label::{LABELS, follows};

const MAGIC: &[u8; 4] = b"DBW1";

/// The number that a weight of 1 is kept as.
pub(crate) const SCALE: f64 = 100.0;

/// A score that no path can make good.
pub(crate) const NEVER: i32 = i32::MIN / 4;

/// Tells what weights were trained from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Origin {
    /// The hash of the training articles.
    pub corpus: u64,
    /// The hash of the features of all their tokens.
    pub features: u64,
}

/// Represents the weights of a feature: the first one, and where the others stand in their list.
/// Most features have one alone, and the memory of the list is not touched for them.
#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    key: u32,
    start: u32,
    weight: i16,
    label: u8,
    count: u8,
}

/// Holds the weights of features for labels, and of labels for the labels after them.
pub(crate) struct Weights {
    /// What they were trained from.
    pub origin: Origin,
    /// The weights of label after label.
    pub steps: [[i32; LABELS]; LABELS],
    slots: Vec<Slot>,
    filter: Vec<u64>,
    list: Vec<(u8, i16)>,
}

const FILTER_BITS: u32 = 18;

/// How many features are looked up at a time.
const CHUNK: usize = 64;

impl Weights {
    /// Reads weights; what cannot be read weighs nothing.
    pub fn read(data: &[u8]) -> Self {
        let mut this = Self {
            origin: Origin::default(),
            steps: [[0; LABELS]; LABELS],
            slots: vec![Slot::default(); 1],
            filter: vec![0; 1 << (FILTER_BITS - 6)],
            list: Vec::new(),
        };
        let complete = this.fill(&mut Reader { data });
        if complete.is_none() {
            this.list.clear();
            this.filter.fill(0);
            this.slots.fill(Slot::default());
        }
        for (before, row) in this.steps.iter_mut().enumerate() {
            for (label, weight) in row.iter_mut().enumerate() {
                if !follows(before, label) {
                    *weight = NEVER;
                }
            }
        }
        this
    }

    fn fill(&mut self, reader: &mut Reader) -> Option<()> {
        if reader.take(4)? != MAGIC {
            return None;
        }
        self.origin = Origin { corpus: reader.long()?, features: reader.long()? };
        for row in &mut self.steps {
            for weight in row {
                *weight = i32::from(reader.short()?);
            }
        }
        let count = reader.long()? as usize;
        self.slots = vec![Slot::default(); (count.min(1 << 24) * 2).next_power_of_two()];
        let mut key = 0_u32;
        for _ in 0..count {
            key = key.wrapping_add(reader.number()?);
            let count = reader.byte()?;
            let (label, weight) = (reader.label()?, reader.short()?);
            let start = self.list.len() as u32;
            for _ in 1..count {
                self.list.push((reader.label()?, reader.short()?));
            }
            self.insert(Slot { key, start, weight, label, count });
        }
        Some(())
    }

    fn insert(&mut self, slot: Slot) {
        let bit = slot.key >> (32 - FILTER_BITS);
        self.filter[(bit >> 6) as usize] |= 1 << (bit & 63);
        let mask = self.slots.len() - 1;
        let mut at = slot.key as usize & mask;
        while self.slots[at].count > 0 {
            at = (at + 1) & mask;
        }
        self.slots[at] = slot;
    }

    /// Adds what features weigh for each label.
    ///
    /// The three steps are loops of their own, so that the processor waits for the memory of many
    /// features at a time.
    pub fn add(&self, keys: &[u32], scores: &mut [i32; LABELS]) {
        for keys in keys.chunks(CHUNK) {
            let mut likely = [0_u32; CHUNK];
            let mut count = 0;
            for &key in keys {
                let bit = key >> (32 - FILTER_BITS);
                likely[count] = key;
                count += (self.filter[(bit >> 6) as usize] >> (bit & 63) & 1) as usize;
            }
            let mut found = [Slot::default(); CHUNK];
            for (found, &key) in found.iter_mut().zip(&likely[..count]) {
                *found = self.find(key);
            }
            for slot in &found[..count] {
                scores[usize::from(slot.label)] += i32::from(slot.weight);
                if slot.count > 1 {
                    let start = slot.start as usize;
                    for &(label, weight) in &self.list[start..start + usize::from(slot.count) - 1] {
                        scores[usize::from(label)] += i32::from(weight);
                    }
                }
            }
        }
    }

    /// Finds the slot of a key; an empty one when it has no weights.
    fn find(&self, key: u32) -> Slot {
        let mask = self.slots.len() - 1;
        let mut at = key as usize & mask;
        while self.slots[at].count > 0 && self.slots[at].key != key {
            at = (at + 1) & mask;
        }
        self.slots[at]
    }
}

struct Reader<'a> {
    data: &'a [u8],
}

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (head, rest) = self.data.split_at_checked(count)?;
        self.data = rest;
        Some(head)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1).map(|bytes| bytes[0])
    }

    fn label(&mut self) -> Option<u8> {
        self.byte().filter(|label| usize::from(*label) < LABELS)
    }

    fn short(&mut self) -> Option<i16> {
        self.take(2).map(|bytes| i16::from_le_bytes([bytes[0], bytes[1]]))
    }

    fn long(&mut self) -> Option<u64> {
        let mut bytes = [0; 8];
        bytes.copy_from_slice(self.take(8)?);
        Some(u64::from_le_bytes(bytes))
    }

    fn number(&mut self) -> Option<u32> {
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

/// Writes weights as [`Weights::read`] reads them; the rows must be sorted by key.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let origin = Origin { corpus: 7, features: 9 };
        let mut steps = [[0; LABELS]; LABELS];
        steps[1][2] = -300;
        let rows = [(5, vec![(1, 20)]), (300, vec![(0, -7), (2, 400)]), (u32::MAX, vec![(18, 1)])];
        let data = write(origin, &steps, &rows);
        let weights = Weights::read(&data);
        assert_eq!((weights.origin, weights.steps[1][2]), (origin, -300));
        assert_eq!(weights.steps[0][2], NEVER);
        for (key, row) in &rows {
            let mut scores = [0; LABELS];
            weights.add(&[*key], &mut scores);
            let found =
                row.iter().all(|(label, weight)| scores[usize::from(*label)] == i32::from(*weight));
            assert!(found, "{key}: {scores:?}");
        }
        for end in 0..data.len() {
            let mut scores = [0; LABELS];
            Weights::read(&data[..end]).add(&[5], &mut scores);
            assert_eq!(scores, [0; LABELS]);
        }
    }
}
