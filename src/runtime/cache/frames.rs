//! Blocks of bytes in frames: some bytes, then their checksum, so that nothing is used before it was
//! looked at, and a block of any length is read with little memory.

use std::fs::File;
use std::io::{self, BufRead, Read, Write};
use std::os::unix::fs::FileExt;

use crc32fast::Hasher;

/// Sets the bytes of all frames of a block but the last; they stay near the processor.
const FRAME: usize = 1 << 17;

/// The bytes of a checksum.
const SUM: usize = 4;

/// Represents where a block lies in a file, and the bytes in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Block {
    pub at: u64,
    pub length: u64,
}

impl Block {
    /// Gives the place after the block with its checksums; nothing when there is no such place.
    pub fn end(self) -> Option<u64> {
        let sums = self.length.div_ceil(FRAME as u64).checked_mul(SUM as u64)?;
        self.at.checked_add(self.length)?.checked_add(sums)
    }
}

/// Sums up a frame; one that lies at another place is another one.
fn checksum(bytes: &[u8], at: u64) -> [u8; SUM] {
    let mut hasher = Hasher::new_with_initial(at as u32);
    hasher.update(bytes);
    hasher.finalize().to_le_bytes()
}

/// Writes blocks.
pub(super) struct FrameWriter<W> {
    to: W,
    /// Where the next frame begins.
    pub at: u64,
    frame: Vec<u8>,
    length: u64,
}

impl<W: Write> FrameWriter<W> {
    /// Writes from a place on.
    pub fn new(to: W, at: u64) -> Self {
        Self { to, at, frame: Vec::with_capacity(FRAME + SUM), length: 0 }
    }

    /// Ends a block; gives how many bytes are in it.
    pub fn end(&mut self) -> io::Result<u64> {
        self.send()?;
        Ok(std::mem::take(&mut self.length))
    }

    /// Gives back the place where it writes, between two blocks.
    pub fn into_inner(self) -> W {
        self.to
    }

    fn send(&mut self) -> io::Result<()> {
        if self.frame.is_empty() {
            return Ok(());
        }
        self.frame.extend(checksum(&self.frame, self.at));
        self.to.write_all(&self.frame)?;
        self.at += self.frame.len() as u64;
        self.frame.clear();
        Ok(())
    }
}

impl<W: Write> Write for FrameWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = &bytes[..bytes.len().min(FRAME - self.frame.len())];
        self.frame.extend_from_slice(taken);
        self.length += taken.len() as u64;
        if self.frame.len() == FRAME {
            self.send()?;
        }
        Ok(taken.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Reads a block; fails where it is not what was written.
#[derive(Debug)]
pub(super) struct FrameReader<'f> {
    file: &'f File,
    rest: Block,
    frame: Vec<u8>,
    used: usize,
}

impl<'f> FrameReader<'f> {
    /// Reads from the beginning of a block.
    pub const fn new(file: &'f File, block: Block) -> Self {
        Self { file, rest: block, frame: Vec::new(), used: 0 }
    }

    fn next_frame(&mut self) -> io::Result<()> {
        let length = self.rest.length.min(FRAME as u64) as usize;
        self.used = 0;
        self.frame.resize(length + SUM, 0);
        let read = self.file.read_exact_at(&mut self.frame, self.rest.at);
        let sum = self.frame.split_off(length);
        if sum != checksum(&self.frame, self.rest.at) {
            self.frame.clear();
            return Err(read.err().unwrap_or_else(|| io::ErrorKind::InvalidData.into()));
        }
        self.rest.length -= length as u64;
        self.rest.at += (length + SUM) as u64;
        Ok(())
    }
}

impl BufRead for FrameReader<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.used == self.frame.len() && self.rest.length > 0 {
            self.next_frame()?;
        }
        Ok(&self.frame[self.used..])
    }

    fn consume(&mut self, count: usize) {
        self.used += count;
    }
}

impl Read for FrameReader<'_> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(bytes)?;
        self.consume(count);
        Ok(count)
    }
}
