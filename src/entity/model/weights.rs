//! The trained weights, as they are looked up.

use super::cache::Pool;
use super::features::cluster_key;
use super::file::{MAGIC, Origin, Reader};
use super::label::{LABELS, Scores};
use super::steps::Steps;

/// Represents a feature and what it weighs: the label and the weight where it has one alone, as most
/// do; else where its weights stand in their list.
#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    key: u32,
    weighs: Weighs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Weighs {
    #[default]
    Nothing,
    One(u8, i16),
    /// From this place of the list, which holds their number there.
    Many(u16),
}

/// Holds the weights of features for labels, and of labels for the labels after them.
pub(crate) struct Weights {
    /// What they were trained from.
    pub origin: Origin,
    /// The weights of label after label.
    pub steps: Steps,
    slots: Vec<Slot>,
    filter: Vec<u64>,
    list: Vec<(u8, i16)>,
    /// What the clusters weigh, by place in the window, level and number.
    pub clusters: [[Vec<Scores>; 3]; 5],
    /// Caches of what groups of features weigh.
    pub caches: Pool,
}

const FILTER_BITS: u32 = 18;

/// The number of clusters of each level.
const CLUSTERS: [u16; 3] = [128, 512, 1_500];

/// How many features are looked up at a time.
const CHUNK: usize = 32;

impl Weights {
    /// Reads weights; what cannot be read weighs nothing.
    pub fn read(data: &[u8]) -> Self {
        let mut this = Self {
            origin: Origin::default(),
            steps: Steps::new(&[[0; LABELS]; LABELS]),
            slots: vec![Slot::default(); 1],
            filter: vec![0; 1 << (FILTER_BITS - 6)],
            list: Vec::new(),
            clusters: Default::default(),
            caches: Pool::default(),
        };
        let complete = this.fill(&mut Reader { data });
        if complete.is_none() {
            this.list.clear();
            this.filter.fill(0);
            this.slots.fill(Slot::default());
        }
        this.sum_clusters();
        this
    }

    fn fill(&mut self, reader: &mut Reader) -> Option<()> {
        if reader.take(4)? != MAGIC {
            return None;
        }
        self.origin = Origin { corpus: reader.long()?, features: reader.long()? };
        let mut steps = [[0; LABELS]; LABELS];
        for weight in steps.iter_mut().flatten() {
            *weight = reader.short()?;
        }
        self.steps = Steps::new(&steps);
        let count = reader.long()? as usize;
        self.slots = vec![Slot::default(); (count.min(1 << 24) * 2).next_power_of_two()];
        let mut key = 0_u32;
        for _ in 0..count {
            key = key.wrapping_add(reader.number()?);
            let count = reader.byte()?;
            let weighs = if count == 1 {
                Weighs::One(reader.label()?, reader.short()?)
            } else {
                let start = u16::try_from(self.list.len()).ok()?;
                self.list.push((count, 0));
                for _ in 0..count {
                    self.list.push((reader.label()?, reader.short()?));
                }
                Weighs::Many(start)
            };
            self.insert(Slot { key, weighs });
        }
        Some(())
    }

    /// Sums beforehand what each cluster weighs.
    fn sum_clusters(&mut self) {
        for place in 0..5 {
            for (level, count) in CLUSTERS.into_iter().enumerate() {
                let sum = |cluster| {
                    let mut sum = Scores::default();
                    if let Some(key) = cluster_key(place, level, cluster) {
                        self.add(&[key], &mut sum);
                    }
                    sum
                };
                self.clusters[place][level] = (0..=count).map(sum).collect();
            }
        }
    }

    fn insert(&mut self, slot: Slot) {
        let bit = slot.key >> (32 - FILTER_BITS);
        self.filter[(bit >> 6) as usize] |= 1 << (bit & 63);
        let mask = self.slots.len() - 1;
        let mut at = slot.key as usize & mask;
        while self.slots[at].weighs != Weighs::Nothing {
            at = (at + 1) & mask;
        }
        self.slots[at] = slot;
    }

    /// Adds what features weigh for each label.
    ///
    /// The three steps are loops of their own, so that the processor waits for the memory of many
    /// features at a time.
    pub fn add(&self, keys: &[u32], scores: &mut Scores) {
        for keys in keys.chunks(CHUNK) {
            let mut likely = [0_u32; CHUNK];
            let mut count = 0;
            for &key in keys {
                let bit = key >> (32 - FILTER_BITS);
                likely[count] = key;
                count += (self.filter[(bit >> 6) as usize] >> (bit & 63) & 1) as usize;
            }
            let mask = self.slots.len() - 1;
            let mut found = [Slot::default(); CHUNK];
            for (found, &key) in found.iter_mut().zip(&likely[..count]) {
                *found = self.slots[key as usize & mask];
            }
            for (slot, &key) in found.iter().zip(&likely[..count]) {
                match self.weighs(*slot, key) {
                    Weighs::Nothing => {}
                    Weighs::One(label, weight) => put(scores, label, weight),
                    Weighs::Many(start) => {
                        let start = usize::from(start);
                        let end = start + usize::from(self.list[start].0);
                        for &(label, weight) in &self.list[start + 1..=end] {
                            put(scores, label, weight);
                        }
                    }
                }
            }
        }
    }

    /// Gives what a key weighs, whose first slot is known.
    fn weighs(&self, mut slot: Slot, key: u32) -> Weighs {
        let mask = self.slots.len() - 1;
        let mut at = key as usize & mask;
        while slot.key != key && slot.weighs != Weighs::Nothing {
            at = (at + 1) & mask;
            slot = self.slots[at];
        }
        slot.weighs
    }
}

fn put(scores: &mut Scores, label: u8, weight: i16) {
    let score = &mut scores[usize::from(label)];
    *score = score.wrapping_add(weight);
}

#[cfg(test)]
mod tests {
    use super::super::file::write;
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let origin = Origin { corpus: 7, features: 9 };
        let mut steps = [[0; LABELS]; LABELS];
        steps[1][2] = -300;
        let rows = [(5, vec![(1, 20)]), (300, vec![(0, -7), (2, 400)]), (u32::MAX, vec![(18, 1)])];
        let data = write(origin, &steps, &rows);
        let weights = Weights::read(&data);
        let (best, back) = weights.steps.best(&[0; LABELS]);
        assert_eq!((weights.origin, best[2], back[2]), (origin, 0, 2));
        for (key, row) in &rows {
            let mut scores = Scores::default();
            weights.add(&[*key], &mut scores);
            let found = row.iter().all(|(label, weight)| scores[usize::from(*label)] == *weight);
            assert!(found, "{key}: {scores:?}");
        }
        for end in 0..data.len() {
            let mut scores = Scores::default();
            Weights::read(&data[..end]).add(&[5], &mut scores);
            assert_eq!(scores, Scores::default());
        }
    }
}
