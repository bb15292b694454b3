//! The cheap, sequential half of reading: cuts a source into records, one article each, without
//! looking into them. [`parse_record`](super::parse_record) is the costly half.
//!
//! Memory stays bounded whatever the source unpacks to: a record that is too long is read over.

use std::io::{self, BufRead, BufReader, Cursor, Read};

use flate2::bufread::MultiGzDecoder;

use super::format::{Ending, Format, Packing, by_content, packing};
use super::zstd::ZstdFrames;
use super::{Diagnostic, Source, decode};

mod line;

use line::{Line, read_line};

/// The bytes of the longest record.
pub const LONGEST_RECORD: usize = 256 << 20;
/// The bytes at the start of a source that tell its packing and format.
const PEEK: usize = 4096;
/// The bytes that are enough for that.
const ENOUGH: usize = 64;
/// The buffer behind a decompressor.
const BUFFER: usize = 128 << 10;

/// Tells how the bytes of a record are to be parsed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A whole file of plain text.
    Text,
    /// A whole file of Markdown.
    Markdown,
    /// One line with a JSON object.
    JsonLine,
    /// A whole file that holds one JSON object, or no JSON that can be read.
    JsonFile,
}

/// Represents the raw bytes of one article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The bytes, as they stand in the (unpacked) source.
    pub bytes: Vec<u8>,
    /// The line of the source on which the bytes begin, from 1.
    pub line: u64,
    /// How to parse the bytes.
    pub shape: Shape,
}

/// Tells what is to be read next.
enum Next {
    Line,
    JsonStart,
    Whole(Shape),
    Nothing,
}

/// Represents the records of one source that are not yet read.
pub struct Records<'r> {
    source: &'r Source,
    input: Box<dyn BufRead + 'r>,
    next: Next,
    line: u64,
    limit: usize,
    /// Whether its bytes are not those of the records.
    packed: bool,
    /// Whether it could not be read to its end.
    broken: bool,
}

impl<'r> Records<'r> {
    /// Begins to read a source: unpacks it and finds out its format.
    ///
    /// # Errors
    /// If it is empty, binary, of an unsupported format, or cannot be read.
    pub fn open(source: &'r Source, raw: impl BufRead + 'r) -> Result<Self, Diagnostic> {
        if source.ending == Ending::Unsupported {
            return Err(warn(source, "is skipped: files of this kind are not read"));
        }
        let ((start, input), packed) =
            unpacked(raw).map_err(|error| unreadable(source, None, &error))?;
        if start.is_empty() {
            return Err(warn(source, "is empty"));
        }
        let by_content = by_content(&start);
        let format = match source.ending {
            Ending::Known(format) => format,
            _ => by_content.ok_or_else(|| warn(source, "is skipped: it is binary data"))?,
        };
        let wide = start.starts_with(b"\xFF\xFE") || start.starts_with(b"\xFE\xFF");
        if wide && matches!(format, Format::Json | Format::JsonLines) {
            return Self::open_wide(source, input);
        }
        let next = match format {
            Format::Text => Next::Whole(Shape::Text),
            Format::Markdown => Next::Whole(Shape::Markdown),
            Format::JsonLines => Next::Line,
            Format::Json if by_content == Some(Format::Json) => Next::JsonStart,
            Format::Json => Next::Whole(Shape::JsonFile),
        };
        Ok(Self { source, input, next, line: 0, limit: LONGEST_RECORD, packed, broken: false })
    }

    /// Begins to read on in a source that has one record on each line, behind so many lines.
    pub fn resume(source: &'r Source, input: impl BufRead + 'r, line: u64) -> Self {
        let input = Box::new(input);
        let (next, limit) = (Next::Line, LONGEST_RECORD);
        Self { source, input, next, line, limit, packed: false, broken: false }
    }

    /// Gives the lines that were read, when what is added to the source later can be read on from
    /// there: it has one record on each line and is not packed.
    pub const fn lines(&self) -> Option<u64> {
        if self.packed || !matches!(self.next, Next::Line) { None } else { Some(self.line) }
    }

    /// Tells whether the source could not be read on: there may be more records.
    pub const fn is_broken(&self) -> bool {
        self.broken
    }

    /// Begins to read JSON in UTF-16, of which no lines can be cut at newline bytes: all of it is
    /// decoded first.
    fn open_wide(source: &'r Source, input: impl BufRead) -> Result<Self, Diagnostic> {
        let mut bytes = Vec::new();
        let read = input.take(LONGEST_RECORD as u64 + 1).read_to_end(&mut bytes);
        read.map_err(|error| unreadable(source, None, &error))?;
        if bytes.len() > LONGEST_RECORD {
            return Err(too_long(source, None, LONGEST_RECORD));
        }
        let text = decode(&bytes).map(|decoded| decoded.text.into_owned()).unwrap_or_default();
        let records = Self::open(source, Cursor::new(text.into_bytes()))?;
        Ok(Self { packed: true, ..records })
    }

    /// Reads the rest of the source as one record that begins with `bytes`.
    fn whole(&mut self, mut bytes: Vec<u8>, shape: Shape) -> Result<Record, Diagnostic> {
        self.next = Next::Nothing;
        let room = (self.limit - bytes.len()) as u64 + 1;
        let read = self.input.by_ref().take(room).read_to_end(&mut bytes);
        self.broken = read.is_err();
        read.map_err(|error| unreadable(self.source, None, &error))?;
        if bytes.len() > self.limit {
            return Err(too_long(self.source, None, self.limit));
        }
        Ok(Record { bytes, line: 1, shape })
    }

    /// Reads the next line that is not blank.
    fn line(&mut self) -> Option<Result<Record, Diagnostic>> {
        loop {
            let mut bytes = Vec::new();
            self.line += 1;
            let line = Some(self.line);
            match read_line(&mut self.input, &mut bytes, self.limit) {
                Ok(Line::End) => {
                    self.line -= 1;
                    return None;
                }
                Ok(Line::TooLong) => return Some(Err(too_long(self.source, line, self.limit))),
                Ok(Line::Read) if bytes.trim_ascii().is_empty() => {}
                Ok(Line::Read) => {
                    return Some(Ok(Record { bytes, line: self.line, shape: Shape::JsonLine }));
                }
                Err(error) => {
                    (self.next, self.broken) = (Next::Nothing, true);
                    return Some(Err(unreadable(self.source, line, &error)));
                }
            }
        }
    }

    /// Reads the first line and decides: a whole JSON object means that there is one on each line.
    fn json_start(&mut self) -> Option<Result<Record, Diagnostic>> {
        self.next = Next::Line;
        let record = match self.line()? {
            Ok(record) => record,
            Err(diagnostic) => return Some(Err(diagnostic)),
        };
        let json = record.bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&record.bytes);
        match serde_json::from_slice::<serde::de::IgnoredAny>(json) {
            Err(error) if error.is_eof() => Some(self.whole(record.bytes, Shape::JsonFile)),
            _ => Some(Ok(record)),
        }
    }
}

impl Iterator for Records<'_> {
    type Item = Result<Record, Diagnostic>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.next {
            Next::Line => self.line(),
            Next::JsonStart => self.json_start(),
            Next::Whole(shape) => Some(self.whole(Vec::new(), shape)),
            Next::Nothing => None,
        }
    }
}

/// Represents the first bytes of an input, and the input from its start.
type Peeked<'r> = (Vec<u8>, Box<dyn BufRead + 'r>);

/// Takes the packing off an input; tells whether there was one.
fn unpacked<'r>(raw: impl BufRead + 'r) -> io::Result<(Peeked<'r>, bool)> {
    let (start, input) = peeked(raw)?;
    let inner = match packing(&start) {
        None => return Ok(((start, input), false)),
        Some(Packing::Gzip) => peeked(BufReader::with_capacity(BUFFER, MultiGzDecoder::new(input))),
        Some(Packing::Zstd) => peeked(BufReader::with_capacity(BUFFER, ZstdFrames::new(input))),
    };
    Ok((inner?, true))
}

/// Reads the first bytes of an input and puts them back.
fn peeked<'r>(mut input: impl BufRead + 'r) -> io::Result<Peeked<'r>> {
    let (mut start, mut length) = (vec![0; PEEK], 0);
    // What trickles in from a pipe is not waited for once there is enough to tell the format.
    while length < ENOUGH {
        match input.read(&mut start[length..])? {
            0 => break,
            read => length += read,
        }
    }
    start.truncate(length);
    let whole = Cursor::new(start.clone()).chain(input);
    Ok((start, Box::new(whole)))
}

/// Makes a warning about a source as a whole.
fn warn(source: &Source, message: &str) -> Diagnostic {
    Diagnostic::warning(&source.shown, None, message)
}

/// Makes the error for a source that cannot be read on.
pub fn unreadable(source: &Source, line: Option<u64>, error: &io::Error) -> Diagnostic {
    Diagnostic::error(&source.shown, line, &format!("cannot be read: {error}"))
}

/// Makes the error for a record that is skipped.
fn too_long(source: &Source, line: Option<u64>, limit: usize) -> Diagnostic {
    let message = format!("is skipped: it is longer than {} MB", limit >> 20);
    Diagnostic::error(&source.shown, line, &message)
}

#[cfg(test)]
mod tests;
