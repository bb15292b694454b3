//! Labels of tokens: outside, or the begin or the inside of a mention of a kind.

use super::super::Kind;
use super::super::decide::Candidate;

/// The number of labels: outside, and two for each kind.
pub(crate) const LABELS: usize = 19;

/// Represents what features weigh for each label, in hundredths. The sums of a token are far from
/// overflow: the largest weight is about 200, and no token has more than 100 features.
pub(crate) type Scores = [i16; LANES];

/// The number of labels, made up to a multiple of what a processor adds at once.
const LANES: usize = LABELS.next_multiple_of(8);

/// The label of a token that is in no mention.
pub(crate) const OUTSIDE: usize = 0;

/// Gives the label of the first token of a mention.
pub(crate) const fn begin(kind: Kind) -> usize {
    1 + 2 * kind.index()
}

/// Gives the label of the tokens of a mention after the first.
pub(crate) const fn inside(kind: Kind) -> usize {
    2 + 2 * kind.index()
}

/// Tells whether a label may stand after another one: a mention goes on only after itself.
pub(crate) const fn follows(before: usize, label: usize) -> bool {
    let goes_on = label > 0 && label.is_multiple_of(2);
    !goes_on || before == label || before + 1 == label
}

/// Tells whether a label may stand first.
pub(crate) const fn opens(label: usize) -> bool {
    label == OUTSIDE || label % 2 == 1
}

/// Reads the mentions off a row of labels; `first` is the position of the first one.
pub(crate) fn mentions(labels: &[u8], first: usize, found: &mut Vec<Candidate>) {
    let mut at = 0;
    while at < labels.len() {
        let label = labels[at] as usize;
        if label == OUTSIDE {
            at += 1;
            continue;
        }
        let kind = Kind::ALL[(label - 1) / 2];
        let tail = labels[at + 1..].iter().take_while(|next| **next as usize == inside(kind));
        let end = at + 1 + tail.count();
        found.push(Candidate { from: first + at, to: first + end, kind });
        at = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mention_goes_on_only_after_itself() {
        let (b, i) = (begin(Kind::Role), inside(Kind::Role));
        for (before, label, expected) in
            [(b, i, true), (i, i, true), (0, i, false), (b, b, true), (i, 0, true), (1, i, false)]
        {
            assert_eq!(follows(before, label), expected, "{before} {label}");
        }
        assert!(opens(b) && opens(0) && !opens(i));
    }

    #[test]
    fn labels_become_mentions() {
        let mut found = Vec::new();
        mentions(&[0, 1, 2, 1, 3, 4, 0], 10, &mut found);
        let spans: Vec<_> = found.iter().map(|c| (c.from, c.to, c.kind)).collect();
        let expected =
            [(11, 13, Kind::Person), (13, 14, Kind::Person), (14, 16, Kind::Organization)];
        assert_eq!(spans, expected);
    }
}
