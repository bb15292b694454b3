//! The rows that an article takes at a width: title, one row of facts, paragraphs as in print.

use crate::corpus::{Article, TitleOrigin};
use crate::entity::Mention;
use crate::reading::PageStyle;
use crate::text::{Span, justify, width, wrap};

/// Limits the columns of a name that is kept on one line; longer ones would tear holes.
const GLUED_COLUMNS: usize = 28;

/// Sets the average length from which lines are taken as paragraphs, which have space between.
const PARAGRAPH_BYTES: usize = 80;

/// Sets the columns by which captions are set in.
const CAPTION_INDENT: usize = 2;

/// Sets the columns by which the first line of a paragraph is set in, and how many columns of text
/// there must be for each of them.
const FIRST_LINE: (usize, usize) = (4, 10);

/// Tells how an article is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// The columns of the text.
    pub columns: usize,
    /// What the reader likes.
    pub page: PageStyle,
}

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
    /// The columns that stay free before the text.
    pub indent: u16,
}

/// Holds the rows of an article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Layout {
    /// All rows, top to bottom.
    pub rows: Vec<Row>,
    /// How many of them belong to the title block.
    pub header: usize,
    /// The bytes of the body before which one more column stays free, in order.
    wide: Vec<u32>,
}

impl Layout {
    /// Lays an article out; the mentions say which names stay on one line.
    pub fn new(article: &Article, mentions: &[Mention], setting: Setting) -> Self {
        let mut builder = Builder::new(article, mentions, setting);
        builder.title();
        let header = builder.rows.len();
        builder.body();
        Self { rows: builder.rows, header, wide: builder.wide }
    }

    /// Gives the bytes of a row before which one more column stays free, in order.
    pub fn gaps(&self, row: &Row) -> &[u32] {
        // A derived title is the beginning of the body once more.
        if row.kind != RowKind::Body {
            return &[];
        }
        let first = self.wide.partition_point(|&at| at <= row.span.start);
        let after = self.wide.partition_point(|&at| at < row.span.end);
        &self.wide[first..after]
    }

    /// Gives the column at which the byte `at` stands in a row of `text`; before the row its first
    /// column, behind it the one after its last.
    ///
    /// All that is drawn, clicked on or labelled is measured by this.
    pub fn column(&self, row: &Row, text: &str, at: u32) -> usize {
        let before = Span { start: row.span.start, end: at.clamp(row.span.start, row.span.end) };
        let wide = self.gaps(row).partition_point(|&gap| gap <= at);
        usize::from(row.indent) + width(before.of(text)) + wide
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
    /// All names, and those that stay on one line.
    names: Vec<Span>,
    glue: Vec<Span>,
    setting: Setting,
    /// Whether each line of the body is a paragraph.
    prose: bool,
    /// The columns by which the first line of a paragraph is set in; paragraphs have an empty line
    /// between them where it is none.
    first: usize,
    rows: Vec<Row>,
    wide: Vec<u32>,
}

impl<'a> Builder<'a> {
    fn new(article: &'a Article, mentions: &[Mention], setting: Setting) -> Self {
        let (rows, wide) = (Vec::new(), Vec::new());
        let names: Vec<_> = mentions.iter().map(|mention| mention.span).collect();
        let (prose, glue) = (lines_are_paragraphs(article), Vec::new());
        let indents = prose && setting.page.indent;
        let first = if indents { FIRST_LINE.0.min(setting.columns / FIRST_LINE.1) } else { 0 };
        let mut builder = Self { article, names, glue, setting, prose, first, rows, wide };
        builder.glue = builder.short_names();
        builder
    }

    /// Gives the names that stay on one line.
    fn short_names(&self) -> Vec<Span> {
        let longest = GLUED_COLUMNS.min(self.setting.columns.saturating_sub(self.first));
        let text = &self.article.text;
        let short = |span: &&Span| span.len() <= 4 * longest && width(span.of(text)) <= longest;
        self.names.iter().filter(short).copied().collect()
    }

    fn push(&mut self, kind: RowKind, span: Span, indent: usize) {
        self.rows.push(Row { kind, span, indent: indent as u16 });
    }

    fn blank(&mut self) {
        let end = self.rows.last().map_or(0, |row| row.span.end);
        self.push(RowKind::Blank, Span { start: end, end }, 0);
    }

    fn paragraph(&mut self, kind: RowKind, area: Span) {
        let (text, columns) = (&self.article.text, self.setting.columns);
        let (columns, first) = match kind {
            RowKind::Caption => (columns.saturating_sub(2 * CAPTION_INDENT).max(1), 0),
            // Room for the ellipsis behind a title that was cut.
            RowKind::Title => (columns.saturating_sub(1).max(1), 0),
            RowKind::Body => (columns, self.first),
            _ => (columns, 0),
        };
        let lines = wrap(text, area, columns, first, &self.glue);
        let fills = kind == RowKind::Body && self.prose && self.setting.page.justify;
        for (number, &line) in lines.iter().enumerate() {
            let indent = match kind {
                RowKind::Caption => CAPTION_INDENT,
                RowKind::Byline => columns.saturating_sub(width(line.of(text))),
                _ if number == 0 => first,
                _ => 0,
            };
            self.push(kind, line, indent);
            if fills && number + 1 < lines.len() {
                self.wide.extend(justify(text, line, columns - indent, &self.names));
            }
        }
    }

    fn title(&mut self) {
        self.paragraph(RowKind::Title, self.article.title);
        let end = match self.article.title_origin {
            TitleOrigin::Given => self.article.title.end,
            TitleOrigin::Derived => self.article.body.start,
        };
        self.push(RowKind::Facts, Span { start: end, end }, 0);
        self.push(RowKind::Blank, Span { start: end, end }, 0);
    }

    fn body(&mut self) {
        let spaced = self.prose && self.first == 0;
        let mut gap = false;
        for line in self.article.body.lines(&self.article.text) {
            if line.of(&self.article.text).trim().is_empty() {
                gap |= self.first == 0;
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

/// Tells whether each line is a paragraph, as opposed to verse, lists and text that was wrapped
/// before.
fn lines_are_paragraphs(article: &Article) -> bool {
    let body = article.body();
    let count = body.lines().filter(|line| !line.trim().is_empty()).count();
    body.len() >= PARAGRAPH_BYTES * count
}
