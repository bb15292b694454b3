//! What is in the file of one corpus: a magic number, the blocks, and behind them a block that tells
//! whose file it is and where the others lie. A file that was cut has no such block at its end.
//!
//! Each segment has a block of articles and then one of their index; entities come behind all
//! segments, since nobody waits for them, in blocks that need not begin where segments do.

use std::fs::File;
use std::io::{self, Write};
use std::os::unix::fs::FileExt;

use super::frames::{Block, FrameReader, FrameWriter};
use super::identity::Identity;
use crate::bytes::{Reader, Writer, parts};
use crate::corpus::Diagnostic;

/// The first bytes; the last of them is the version of the form.
pub(super) const MAGIC: &[u8; 8] = b"docbao\x00\x03";

/// The bytes at the end: the length of the block before them.
const TAIL: u64 = 8;

/// Holds the lengths of blocks, in the order of the file.
#[derive(Debug, Default)]
pub(super) struct Lengths {
    /// Those of articles and of their index, for each segment.
    pub segments: Vec<[u64; 2]>,
    pub entities: Vec<u64>,
}

/// Holds what the last block tells.
#[derive(Debug)]
pub(super) struct Contents {
    pub identity: Box<[u8]>,
    /// The paths of the corpus, as they are shown.
    pub paths: Vec<String>,
    pub articles: u64,
    pub diagnostics: Vec<Diagnostic>,
    pub segments: Vec<[Block; 2]>,
    pub entities: Vec<Block>,
    /// The bytes of all other blocks and what stands before them.
    pub size: u64,
}

impl Contents {
    /// Reads the last block of a file of `size` bytes.
    pub fn read(file: &File, size: u64) -> Option<Self> {
        let mut bytes = [0; MAGIC.len()];
        file.read_exact_at(&mut bytes, 0).ok().filter(|()| bytes == *MAGIC)?;
        file.read_exact_at(&mut bytes, size.checked_sub(TAIL)?).ok()?;
        let length = u64::from_le_bytes(bytes);
        let room = Block { at: 0, length }.end()?;
        let block = Block { at: size.checked_sub(TAIL)?.checked_sub(room)?, length };
        let mut reader = Reader::new(FrameReader::new(file, block), length);
        let identity = reader.list()?;
        let mut paths = Vec::new();
        reader.texts(|all, ends| {
            parts(all, ends).try_for_each(|path| {
                paths.push(path?.to_owned());
                Some(())
            })
        })?;
        let articles = reader.number()?;
        let diagnostics = Diagnostic::read_all(&mut reader)?;
        let mut places = Places(MAGIC.len() as u64);
        let of_segments = reader.list::<u64>()?;
        let segments = of_segments.as_chunks().0.iter();
        let segments =
            segments.map(|&[articles, index]| Some([places.next(articles)?, places.next(index)?]));
        let segments = segments.collect::<Option<_>>()?;
        let entities = reader.list::<u64>()?;
        let entities = entities.iter().map(|&length| places.next(length)).collect::<Option<_>>()?;
        let whole = places.0 == block.at && reader.is_at_end();
        let size = block.at;
        whole.then_some(Self { identity, paths, articles, diagnostics, segments, entities, size })
    }
}

/// Finds the places of blocks that follow one another; it holds the next one.
struct Places(u64);

impl Places {
    fn next(&mut self, length: u64) -> Option<Block> {
        let block = Block { at: self.0, length };
        self.0 = block.end()?;
        Some(block)
    }
}

/// Writes the last block and the end of a file.
pub(super) fn finish<W: Write>(
    mut frames: FrameWriter<W>,
    identity: &Identity,
    articles: u64,
    said: &[Diagnostic],
    lengths: &Lengths,
) -> io::Result<W> {
    let length = write_block(&mut frames, |writer| {
        writer.list(identity.bytes.iter().copied());
        writer.texts(identity.paths.iter().map(String::as_str));
        writer.number(articles);
        Diagnostic::write_all(said, writer);
        writer.list(lengths.segments.as_flattened().iter().copied());
        writer.list(lengths.entities.iter().copied());
    })?;
    let mut to = frames.into_inner();
    to.write_all(&length.to_le_bytes())?;
    Ok(to)
}

/// Writes a block; gives how many bytes are in it.
pub(super) fn write_block<W: Write>(
    frames: &mut FrameWriter<W>,
    write: impl FnOnce(&mut Writer<&mut FrameWriter<W>>),
) -> io::Result<u64> {
    let mut writer = Writer::new(frames);
    write(&mut writer);
    writer.finish()?.end()
}
