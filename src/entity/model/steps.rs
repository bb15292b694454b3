//! The weights of label after label, and the best way from one token to the next.
//!
//! A mention goes on only after itself, so that most steps are those to the labels that may follow
//! any other: outside, and the begins. For them, labels that are so far behind that no step can
//! make it good are passed over, which are nearly all.

use super::super::Kind;
use super::label::{LABELS, OUTSIDE, begin, inside};

/// A score that no path can make good.
pub(crate) const NEVER: i32 = i32::MIN / 4;

/// The number of labels that may follow any other.
const FREE: usize = 1 + Kind::ALL.len();

/// Holds the weights of label after label.
pub(crate) struct Steps {
    /// From each label to outside and to each begin.
    free: [[i32; FREE]; LABELS],
    /// From the begin and from the inside of each kind to its inside.
    inside: [[i32; 2]; Kind::ALL.len()],
    /// How far the weights to free labels are apart.
    spread: i32,
}

impl Steps {
    /// Takes the weights, by the label before and the label after; those of impossible steps are
    /// left aside.
    pub fn new(weights: &[[i16; LABELS]; LABELS]) -> Self {
        let weight = |before: usize, label: usize| i32::from(weights[before][label]);
        let free: [[i32; FREE]; LABELS] =
            std::array::from_fn(|before| std::array::from_fn(|to| weight(before, label(to))));
        let all = || free.iter().flatten().copied();
        let spread = all().max().unwrap_or(0) - all().min().unwrap_or(0);
        let inside = Kind::ALL
            .map(|kind| [begin(kind), inside(kind)].map(|before| weight(before, inside(kind))));
        Self { free, inside, spread }
    }

    /// Gives the best score of each label after the scores before, and from which label it comes;
    /// the first one where several are best.
    pub fn best(&self, before: &[i32; LABELS]) -> ([i32; LABELS], [u8; LABELS]) {
        let least = before.iter().copied().max().unwrap_or(0) - self.spread;
        let (mut free, mut from) = ([NEVER; FREE], [0; FREE]);
        for (label, (row, reached)) in (0_i32..).zip(self.free.iter().zip(before)) {
            if *reached < least {
                continue;
            }
            for (to, weight) in row.iter().enumerate() {
                let better = reached + weight > free[to];
                free[to] = if better { reached + weight } else { free[to] };
                from[to] = if better { label } else { from[to] };
            }
        }
        let (mut best, mut back) = ([NEVER; LABELS], [0; LABELS]);
        for to in 0..FREE {
            best[label(to)] = free[to];
            back[label(to)] = from[to] as u8;
        }
        for kind in Kind::ALL {
            let [first, more] = self.inside[kind.index()];
            let (begins, goes_on) = (before[begin(kind)] + first, before[inside(kind)] + more);
            let origin = if goes_on > begins { inside(kind) } else { begin(kind) };
            best[inside(kind)] = begins.max(goes_on);
            back[inside(kind)] = origin as u8;
        }
        (best, back)
    }
}

/// Gives the label of a free place: outside, then the begins by kind.
const fn label(place: usize) -> usize {
    if place == 0 { OUTSIDE } else { 2 * place - 1 }
}

#[cfg(test)]
mod tests {
    use super::super::label::follows;
    use super::*;

    /// Checks the best steps against all of them.
    #[test]
    fn the_best_step_is_the_best_of_all() {
        let mut seed = 1_u32;
        let mut random = |range: i32| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 8).cast_signed() % range - range / 2
        };
        for round in 0..200 {
            let weights = std::array::from_fn(|_| std::array::from_fn(|_| random(600) as i16));
            let before: [i32; LABELS] = std::array::from_fn(|_| random(200 + 10 * round));
            let (best, back) = Steps::new(&weights).best(&before);
            for label in 0..LABELS {
                let score = |from: usize| before[from] + i32::from(weights[from][label]);
                let befores = (0..LABELS).filter(|&from| follows(from, label));
                let expected = befores.max_by_key(|&from| (score(from), LABELS - from));
                assert_eq!(Some(usize::from(back[label])), expected);
                assert_eq!(best[label], score(usize::from(back[label])));
            }
        }
    }
}
