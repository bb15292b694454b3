//! The rows that an article takes at a width: title, one row of facts, paragraphs as in print.

use crate::corpus::{Article, TitleOrigin};
use crate::entity::Mention;
use crate::text::{Span, width, wrap};

/// Limits the columns of a name that is kept on one line; longer ones would tear holes.
const GLUED_COLUMNS: usize = 28;

/// Sets the average length from which lines are taken as paragraphs, which have space between.
const PARAGRAPH_BYTES: usize = 80;

/// Sets the columns by which captions are set in.
const CAPTION_INDENT: usize = 2;

/// Names what a row shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// A line of the title.
    Title,
    /// Date, length and the like.
    Facts,
    /// Nothing.
    Blank,
    /// A line of a paragraph.
    Body,
    /// A line of a photo caption, set in.
    Caption,
    /// The byline.
    Byline,
}

/// Represents one row of the reader; `span` is the text on it, empty where it is none of the
/// article's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// What it shows.
    pub kind: RowKind,
    /// Its bytes in the article's text.
    pub span: Span,
}

impl Row {
    /// Gives the columns that stay free before the text, of those that there are.
    pub fn indent(&self, text: &str, columns: usize) -> usize {
        match self.kind {
            RowKind::Caption => CAPTION_INDENT,
            RowKind::Byline => columns.saturating_sub(width(self.span.of(text))),
            _ => 0,
        }
    }
}

/// Holds the rows of an article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Layout {
    /// All rows, top to bottom.
    pub rows: Vec<Row>,
    /// How many of them belong to the title block.
    pub header: usize,
}

impl Layout {
    /// Lays an article out at a width; the mentions say which names stay on one line.
    pub fn new(article: &Article, mentions: &[Mention], columns: usize) -> Self {
        let mut builder = Builder::new(article, mentions, columns);
        builder.title();
        let header = builder.rows.len();
        builder.body();
        Self { rows: builder.rows, header }
    }

    /// Finds the row that shows the byte at `offset`.
    ///
    /// A derived title repeats the beginning of the body; there the body's row is meant.
    pub fn row_at(&self, offset: u32) -> usize {
        let (header, body) = self.rows.split_at(self.header);
        let starts_later = |row: &Row| row.span.start <= offset;
        match body.partition_point(starts_later).checked_sub(1) {
            Some(index) => self.header + index,
            None => header.partition_point(starts_later).saturating_sub(1),
        }
    }

    /// Gives the offset at which row `index` begins; `None` in the title block.
    pub fn offset_of(&self, index: usize) -> Option<u32> {
        (index >= self.header).then(|| self.rows.get(index).map(|row| row.span.start)).flatten()
    }
}

struct Builder<'a> {
    article: &'a Article,
    glue: Vec<Span>,
    columns: usize,
    rows: Vec<Row>,
}

impl<'a> Builder<'a> {
    fn new(article: &'a Article, mentions: &[Mention], columns: usize) -> Self {
        let longest = GLUED_COLUMNS.min(columns);
        let short =
            |span: &Span| span.len() <= 4 * longest && width(span.of(&article.text)) <= longest;
        let glue = mentions.iter().map(|mention| mention.span).filter(short).collect();
        Self { article, glue, columns, rows: Vec::new() }
    }

    fn push(&mut self, kind: RowKind, span: Span) {
        self.rows.push(Row { kind, span });
    }

    fn blank(&mut self) {
        let end = self.rows.last().map_or(0, |row| row.span.end);
        self.push(RowKind::Blank, Span { start: end, end });
    }

    fn paragraph(&mut self, kind: RowKind, area: Span) {
        let columns = match kind {
            RowKind::Caption => self.columns.saturating_sub(2 * CAPTION_INDENT).max(1),
            // Room for the ellipsis behind a title that was cut.
            RowKind::Title => self.columns.saturating_sub(1).max(1),
            _ => self.columns,
        };
        for line in wrap(&self.article.text, area, columns, &self.glue) {
            self.push(kind, line);
        }
    }

    fn title(&mut self) {
        self.paragraph(RowKind::Title, self.article.title);
        let end = match self.article.title_origin {
            TitleOrigin::Given => self.article.title.end,
            TitleOrigin::Derived => self.article.body.start,
        };
        self.push(RowKind::Facts, Span { start: end, end });
        self.push(RowKind::Blank, Span { start: end, end });
    }

    fn body(&mut self) {
        let spaced = self.lines_are_paragraphs();
        let mut gap = false;
        for line in self.article.body.lines(&self.article.text) {
            if line.of(&self.article.text).trim().is_empty() {
                gap = true;
                continue;
            }
            for (kind, piece) in self.pieces(line) {
                let first = self.rows.last().is_some_and(|row| row.kind == RowKind::Blank);
                let apart = gap || spaced || kind != RowKind::Body;
                if apart && !first {
                    self.blank();
                }
                gap = kind != RowKind::Body;
                self.paragraph(kind, piece);
            }
        }
    }

    /// Tells whether each line is a paragraph, as opposed to verse, lists and text that was
    /// wrapped before.
    fn lines_are_paragraphs(&self) -> bool {
        let body = self.article.body();
        let count = body.lines().filter(|line| !line.trim().is_empty()).count();
        body.len() >= PARAGRAPH_BYTES * count
    }

    /// Cuts a line into what is caption, byline and body.
    fn pieces(&self, line: Span) -> Vec<(RowKind, Span)> {
        if self.article.byline.is_some_and(|byline| line.overlaps(byline)) {
            return vec![(RowKind::Byline, line)];
        }
        let mut pieces = Vec::new();
        let mut at = line.start;
        let first = self.article.captions.partition_point(|caption| caption.end <= line.start);
        for caption in self.article.captions[first..].iter().take_while(|c| c.start < line.end) {
            let caption = Span { start: caption.start.max(at), end: caption.end.min(line.end) };
            pieces.push((RowKind::Body, Span { start: at, end: caption.start }));
            pieces.push((RowKind::Caption, caption));
            at = caption.end;
        }
        pieces.push((RowKind::Body, Span { start: at, end: line.end }));
        pieces.retain(|(_, span)| !span.of(&self.article.text).trim().is_empty());
        pieces
    }
}
