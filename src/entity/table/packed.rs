//! Mentions in a few bytes each: how far behind the one before it begins, how long it is, and the
//! number of its name, seven bits a byte.

use crate::text::Span;

/// Holds the mentions of many articles.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Packed {
    pub bytes: Box<[u8]>,
    /// Where the bytes of each article end.
    pub ends: Box<[usize]>,
}

impl Packed {
    /// Packs the mentions of each article, sorted and apart.
    pub fn new<M: IntoIterator<Item = (Span, u32)>>(articles: impl Iterator<Item = M>) -> Self {
        let (mut bytes, mut ends) = (Vec::new(), Vec::new());
        for mentions in articles {
            let mut at = 0;
            for (span, name) in mentions {
                push(&mut bytes, span.start - at);
                push(&mut bytes, span.end - span.start);
                push(&mut bytes, name);
                at = span.end;
            }
            ends.push(bytes.len());
        }
        Self { bytes: bytes.into_boxed_slice(), ends: ends.into_boxed_slice() }
    }

    /// Counts the articles.
    pub const fn len(&self) -> usize {
        self.ends.len()
    }

    /// Gives the mentions of each article.
    pub fn lists(&self) -> impl Iterator<Item = impl Iterator<Item = (Span, u32)>> {
        (0..self.len()).filter_map(|article| self.list(article))
    }

    /// Gives the mentions of an article with the numbers of their names.
    pub fn list(&self, article: usize) -> Option<impl Iterator<Item = (Span, u32)>> {
        let end = *self.ends.get(article)?;
        let start = article.checked_sub(1).map_or(0, |before| self.ends[before]);
        let mut bytes = self.bytes[start..end].iter();
        let mut at: u32 = 0;
        Some(std::iter::from_fn(move || {
            // What was kept in a file may not fit; it is seen to before it is used.
            let start = at.saturating_add(take(&mut bytes)?);
            at = start.saturating_add(take(&mut bytes)?);
            Some((Span { start, end: at }, take(&mut bytes)?))
        }))
    }

    /// Gives the bytes that it takes.
    pub fn size(&self) -> usize {
        self.bytes.len() + size_of_val(&*self.ends)
    }
}

/// Adds a number, its lowest seven bits first; the top bit of a byte says that more follow.
fn push(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn take<'b>(bytes: &mut impl Iterator<Item = &'b u8>) -> Option<u32> {
    let mut number = 0;
    for shift in (0..u32::BITS).step_by(7) {
        let byte = *bytes.next()?;
        number |= u32::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            break;
        }
    }
    Some(number)
}
