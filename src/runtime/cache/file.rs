//! Reading and writing the file of one corpus.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;
use std::process::id;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::SystemTime;

use super::contents::{Contents, Lengths, MAGIC, finish, write_block};
use super::frames::{Block, FrameReader, FrameWriter};
use super::identity::Identity;
use super::order::in_order;
use super::{MOST_BYTES, Piece, Wants};
use crate::bytes::Reader;
use crate::corpus::{Corpus, Diagnostic, Segment};
use crate::runtime::loader::Progress;
use crate::search::{EntityIndex, Index, SearchSegment, Searchable};

/// Opens a file, when it is there, whole, and of this identity.
pub(super) fn open(path: &Path, identity: &Identity) -> Option<Kept> {
    let file = File::open(path).ok()?;
    let size = file.metadata().ok().filter(fs::Metadata::is_file)?.len();
    let contents = Contents::read(&file, size).filter(|it| *it.identity == *identity.bytes)?;
    // When it was last used is told by its time.
    let _ = file.set_modified(SystemTime::now());
    Some(Kept { file, contents })
}

/// Represents a file that is read.
pub(super) struct Kept {
    file: File,
    pub contents: Contents,
}

impl Kept {
    /// Gives all segments in order to `take`, the articles alone or with what finds in them. Gives
    /// nothing when one of them is damaged, or `take` gives `false`.
    pub fn segments(
        &self,
        wants: Wants,
        take: &mut impl FnMut(Piece, Progress) -> bool,
    ) -> Option<Corpus> {
        let blocks = &self.contents.segments;
        let mut corpus = Corpus::default();
        let mut ends = blocks.iter().map(|[_, last]| *last);
        let taken = |(segment, index): (Arc<Segment>, Option<Arc<Index>>)| {
            if segment.first.index() != corpus.len() {
                return None;
            }
            corpus.push(Arc::clone(&segment));
            let progress = self.progress(&corpus, ends.next());
            let piece = match index {
                None => Piece::Articles(segment),
                Some(index) => Piece::Searchable(SearchSegment { segment, index }),
            };
            take(piece, progress).then_some(())
        };
        in_order(blocks.len(), |at| self.segment(blocks[at], wants), taken)?;
        (corpus.len() as u64 == self.contents.articles).then_some(corpus)
    }

    fn segment(
        &self,
        [articles, index]: [Block; 2],
        wants: Wants,
    ) -> Option<(Arc<Segment>, Option<Arc<Index>>)> {
        let segment = self.whole(articles, Segment::read)?;
        let count = segment.articles.len();
        let index = match wants {
            Wants::Articles => None,
            Wants::All => Some(self.whole(index, |reader| Index::read(reader, count))?.into()),
        };
        Some((segment.into(), index))
    }

    /// Gives the entities of all articles in order to `take`; tells whether they were sound, and
    /// taken.
    pub fn entities(
        &self,
        corpus: &Corpus,
        take: &mut impl FnMut(Piece, Progress) -> bool,
    ) -> bool {
        let blocks = &self.contents.entities;
        let (mut known, mut ends) = (0, blocks.iter().copied());
        let make = |at: usize| self.whole(blocks[at], |it| EntityIndex::read(it, corpus));
        let taken = |entities: EntityIndex| {
            let articles = entities.articles();
            let follows = articles.start.index() == known;
            known = articles.end.index();
            let progress = self.progress(corpus, ends.next());
            (follows && take(Piece::Entities(Arc::new(entities)), progress)).then_some(())
        };
        in_order(blocks.len(), make, taken).is_some() && known == corpus.len()
    }

    /// Reads a block, all of it.
    fn whole<'f, T>(
        &'f self,
        block: Block,
        read: impl FnOnce(&mut Reader<FrameReader<'f>>) -> Option<T>,
    ) -> Option<T> {
        let mut reader = Reader::new(FrameReader::new(&self.file, block), block.length);
        let read = read(&mut reader)?;
        reader.is_at_end().then_some(read)
    }

    fn progress(&self, corpus: &Corpus, block: Option<Block>) -> Progress {
        Progress {
            articles: corpus.len() as u64,
            bytes_read: block.map_or(0, |block| block.at + block.length),
            bytes_total: self.contents.size,
            ..Progress::default()
        }
    }
}

/// Counts the files that were begun: no two of them have the same name.
static WRITES: AtomicUsize = AtomicUsize::new(0);

/// Writes a file under another name, and gives it its name when it is whole.
pub(super) fn write(
    folder: &Path,
    identity: &Identity,
    on: &Searchable,
    said: &[Diagnostic],
) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let path = folder.join(identity.file_name());
    let number = WRITES.fetch_add(1, Ordering::Relaxed);
    let half = path.with_extension(format!("{}-{number}.half", id()));
    let _ = fs::remove_file(&half);
    let written = write_new(&half, identity, on, said).and_then(|()| fs::rename(&half, &path));
    if written.is_err() {
        let _ = fs::remove_file(&half);
    }
    written
}

fn write_new(
    path: &Path,
    identity: &Identity,
    on: &Searchable,
    said: &[Diagnostic],
) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(MAGIC)?;
    let mut frames = FrameWriter::new(file, MAGIC.len() as u64);
    let mut lengths = Lengths::default();
    for part in &on.segments {
        let articles = write_block(&mut frames, |writer| part.segment.write(writer))?;
        let index = write_block(&mut frames, |writer| part.index.write(writer))?;
        lengths.segments.push([articles, index]);
        is_small_enough(frames.at)?;
    }
    for entities in &on.entities {
        lengths.entities.push(write_block(&mut frames, |writer| entities.write(writer))?);
        is_small_enough(frames.at)?;
    }
    let articles = on.segments.last().map_or(0, |last| last.segment.end().index());
    if on.tagged() != articles {
        return Err(io::Error::other("the entities are not known"));
    }
    finish(frames, identity, articles as u64, said, &lengths)?;
    Ok(())
}

fn is_small_enough(bytes: u64) -> io::Result<()> {
    if bytes > MOST_BYTES { Err(io::Error::other("it is too big")) } else { Ok(()) }
}
