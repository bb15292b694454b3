//! Reads one line of bounded length.

use std::io::{self, BufRead};

/// Tells what was read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// A line, without its line break.
    Read,
    /// A line over the limit; it was read over and is not kept.
    TooLong,
    /// The end of the input.
    End,
}

/// Reads one line into `line`, which keeps at most `limit` bytes and one buffer of the input.
pub(super) fn read_line(
    input: &mut impl BufRead,
    line: &mut Vec<u8>,
    limit: usize,
) -> io::Result<Line> {
    let mut length = 0;
    loop {
        let buffer = match input.fill_buf() {
            Ok(buffer) => buffer,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let newline = memchr::memchr(b'\n', buffer);
        let part = newline.unwrap_or(buffer.len());
        let over = buffer.is_empty();
        length += part;
        if length > limit {
            *line = Vec::new();
        } else {
            line.extend_from_slice(&buffer[..part]);
        }
        input.consume(part + usize::from(newline.is_some()));
        if newline.is_some() || over {
            return Ok(match length {
                0 if over => Line::End,
                _ if length > limit => Line::TooLong,
                _ => Line::Read,
            });
        }
    }
}
