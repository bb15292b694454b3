//! Numbers, lists of numbers and texts as bytes, and back: what is kept of a corpus is made of them.
//!
//! Everything is little-endian; a list and a text stand behind their length, 8 bytes. Whoever reads
//! trusts nothing: a length is compared with the bytes that are left before anything is allocated.
//! What is read goes from the buffer of the source to where it stays, piece by piece.

use std::io::{self, BufRead, Write};

/// Sets how many bytes of a list are turned into numbers at once.
const PIECE: usize = 1 << 12;

/// Sets how many bytes of short texts are looked at together.
const GROUP: usize = 1 << 16;

/// Represents a place that bytes are written to.
#[derive(Debug, Default)]
pub(crate) struct Writer<W> {
    to: W,
    failed: Option<io::Error>,
}

impl<W: Write> Writer<W> {
    /// Writes to a place; a buffered one, since it is given a few bytes at a time.
    pub const fn new(to: W) -> Self {
        Self { to, failed: None }
    }

    /// Ends writing; gives back the place.
    ///
    /// # Errors
    /// With the first error of the place, after which nothing was written.
    pub fn finish(self) -> io::Result<W> {
        self.failed.map_or(Ok(self.to), Err)
    }

    fn put(&mut self, bytes: &[u8]) {
        if self.failed.is_none() {
            self.failed = self.to.write_all(bytes).err();
        }
    }

    /// Adds a number.
    pub fn number<N: Number>(&mut self, number: N) {
        self.put(number.bytes().as_ref());
    }

    /// Adds a list.
    pub fn list<N: Number>(&mut self, numbers: impl ExactSizeIterator<Item = N>) {
        self.number(numbers.len() as u64);
        numbers.for_each(|number| self.number(number));
    }

    /// Adds a text.
    pub fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.put(text.as_bytes());
    }

    /// Adds many texts as one: their lengths, then their letters.
    pub fn texts<'t>(&mut self, texts: impl ExactSizeIterator<Item = &'t str> + Clone) {
        self.list(texts.clone().map(|text| text.len() as u32));
        texts.for_each(|text| self.put(text.as_bytes()));
    }
}

/// Represents bytes that are being read; each part is missing when the bytes end before it does, or
/// their source fails.
#[derive(Debug)]
pub(crate) struct Reader<R> {
    from: R,
    left: u64,
    buffer: Vec<u8>,
}

impl<R: BufRead> Reader<R> {
    /// Reads so many bytes of a source.
    pub const fn new(from: R, length: u64) -> Self {
        Self { from, left: length, buffer: Vec::new() }
    }

    /// Tells whether nothing is left.
    pub const fn is_at_end(&self) -> bool {
        self.left == 0
    }

    fn fill(&mut self, bytes: &mut [u8]) -> Option<()> {
        self.left = self.left.checked_sub(bytes.len() as u64)?;
        self.from.read_exact(bytes).ok()
    }

    /// Reads the length of something of which each part takes `size` bytes, when these are there.
    fn length(&mut self, size: usize) -> Option<usize> {
        let length = self.number::<u64>()?;
        let there = length.checked_mul(size as u64)? <= self.left;
        usize::try_from(length).ok().filter(|_| there)
    }

    /// Reads a number.
    pub fn number<N: Number>(&mut self) -> Option<N> {
        let mut bytes = [0; size_of::<u64>()];
        let bytes = &mut bytes[..size_of::<N>()];
        self.fill(bytes)?;
        N::all(bytes).next()
    }

    /// Reads a list.
    pub fn list<N: Number>(&mut self) -> Option<Box<[N]>> {
        let count = self.length(size_of::<N>())?;
        let mut list = Vec::with_capacity(count);
        let mut piece = [0; PIECE];
        let mut rest = count * size_of::<N>();
        while rest > 0 {
            let bytes = &mut piece[..rest.min(PIECE)];
            self.fill(bytes)?;
            list.extend(N::all(bytes));
            rest -= bytes.len();
        }
        Some(list.into_boxed_slice())
    }

    /// Reads a list that must have so many numbers.
    pub fn exactly<N: Number>(&mut self, count: usize) -> Option<Box<[N]>> {
        self.list().filter(|list| list.len() == count)
    }

    /// Reads a text.
    pub fn text(&mut self) -> Option<Box<str>> {
        let length = self.length(1)?;
        self.letters(length).map(Into::into)
    }

    fn letters(&mut self, length: usize) -> Option<&str> {
        if length as u64 > self.left {
            return None;
        }
        let mut buffer = std::mem::take(&mut self.buffer);
        if buffer.len() < length {
            buffer.resize(length, 0);
        }
        self.fill(&mut buffer[..length])?;
        self.buffer = buffer;
        simdutf8::basic::from_utf8(&self.buffer[..length]).ok()
    }

    /// Reads many texts, and gives some at a time to `take`, one behind the other, with the ends of
    /// each; gives nothing when `take` does.
    pub fn texts(&mut self, mut take: impl FnMut(&str, &[usize]) -> Option<()>) -> Option<()> {
        let lengths = self.list::<u32>()?;
        let mut rest = lengths.iter().map(|&length| length as usize).peekable();
        let mut ends = Vec::new();
        while let Some(first) = rest.next() {
            let mut end = first;
            ends.clear();
            ends.push(end);
            while let Some(length) = rest.next_if(|length| end + length <= GROUP) {
                end += length;
                ends.push(end);
            }
            take(self.letters(end)?, &ends)?;
        }
        Some(())
    }
}

/// Cuts texts that stand one behind the other apart; one that would cut a letter is missing.
pub(crate) fn parts<'t>(all: &'t str, ends: &[usize]) -> impl Iterator<Item = Option<&'t str>> {
    let starts = [0].into_iter().chain(ends.iter().copied());
    starts.zip(ends).map(move |(start, &end)| all.get(start..end))
}

/// Represents a number of some bytes.
pub(crate) trait Number: Copy {
    /// Gives its bytes.
    fn bytes(self) -> impl AsRef<[u8]>;

    /// Reads all numbers of some bytes.
    fn all(bytes: &[u8]) -> impl ExactSizeIterator<Item = Self>;
}

macro_rules! number {
    ($($number:ty)*) => {$(
        impl Number for $number {
            fn bytes(self) -> impl AsRef<[u8]> {
                self.to_le_bytes()
            }

            fn all(bytes: &[u8]) -> impl ExactSizeIterator<Item = Self> {
                bytes.as_chunks().0.iter().map(|chunk| Self::from_le_bytes(*chunk))
            }
        }
    )*};
}

number!(u8 u16 u32 u64);

/// Tells whether ends of stretches that follow one another never go back, and reach `end` at last.
pub(crate) fn are_ends<N: Number + Into<u64> + Ord>(ends: &[N], end: usize) -> bool {
    ends.is_sorted() && ends.last().map_or(0, |&last| last.into()) == end as u64
}

#[cfg(test)]
mod tests;
