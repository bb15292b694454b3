//! Segments and diagnostics as bytes, list by list, and back.

use std::io::{BufRead, Write};

use super::{Article, ArticleKey, ArticleNo, Date, Diagnostic, Segment, Severity, TitleOrigin};
use crate::bytes::{Reader, Writer};
use crate::text::{CleanText, Span};

impl Segment {
    /// Adds its articles to what is kept.
    pub(crate) fn write(&self, writer: &mut Writer<impl Write>) {
        let articles = self.articles.iter();
        writer.number(self.first.0);
        writer.list(articles.clone().map(flags));
        writer.list(articles.clone().map(|article| Date::number(article.date)));
        writer.list(articles.clone().map(|article| article.words));
        writer.list(articles.clone().map(|article| article.key.0));
        writer.list(articles.clone().map(|article| article.captions.len() as u32));
        let captions: Vec<Span> = articles.clone().flat_map(|it| &it.captions).copied().collect();
        write_spans(writer, articles.clone().map(|article| article.title));
        write_spans(writer, articles.clone().map(|article| article.body));
        write_spans(writer, articles.clone().map(|article| article.byline.unwrap_or_default()));
        write_spans(writer, captions.iter().copied());
        let urls: Vec<&str> =
            articles.clone().filter_map(|article| article.url.as_deref()).collect();
        writer.texts(articles.clone().map(|article| &*article.id));
        writer.texts(articles.clone().map(|article| &*article.source));
        writer.texts(urls.into_iter());
        writer.texts(articles.map(|article| &*article.text));
    }

    /// Reads what was kept; gives nothing when it is damaged.
    pub(crate) fn read(reader: &mut Reader<impl BufRead>) -> Option<Self> {
        let first = ArticleNo(reader.number()?);
        let flags = reader.list::<u8>()?;
        let count = flags.len();
        first.0.checked_add(u32::try_from(count).ok()?)?;
        let mut dates = reader.exactly::<u32>(count)?.into_iter();
        let mut words = reader.exactly::<u32>(count)?.into_iter();
        let mut keys = reader.exactly::<u64>(count)?.into_iter();
        let mut shares = reader.exactly::<u32>(count)?.into_iter();
        let mut titles = read_spans(reader)?;
        let mut bodies = read_spans(reader)?;
        let mut bylines = read_spans(reader)?;
        let mut captions = read_spans(reader)?;
        let mut ids = CleanText::read_all(reader)?.into_iter();
        let mut sources = CleanText::read_all(reader)?.into_iter();
        let mut urls = CleanText::read_all(reader)?.into_iter();
        let mut texts = CleanText::read_all(reader)?.into_iter();
        let mut article = |&flags: &u8| {
            let share = shares.next()? as usize;
            let byline = bylines.next()?;
            let article = Article {
                id: ids.next()?,
                source: sources.next()?,
                text: texts.next()?,
                key: ArticleKey(keys.next()?),
                title: titles.next()?,
                title_origin: if flags & DERIVED == 0 {
                    TitleOrigin::Given
                } else {
                    TitleOrigin::Derived
                },
                body: bodies.next()?,
                date: Date::of_number(dates.next()?).ok()?,
                url: if flags & URL == 0 { None } else { Some(urls.next()?) },
                captions: captions.by_ref().take(share).collect(),
                byline: (flags & BYLINE != 0).then_some(byline),
                words: words.next()?,
            };
            (article.captions.len() == share && is_sound(&article)).then_some(article)
        };
        let articles = flags.iter().map(&mut article).collect::<Option<Box<[_]>>>()?;
        Some(Self { first, articles })
    }
}

const DERIVED: u8 = 1;
const URL: u8 = 2;
const BYLINE: u8 = 4;

fn flags(article: &Article) -> u8 {
    let derived = if article.title_origin == TitleOrigin::Derived { DERIVED } else { 0 };
    let url = if article.url.is_some() { URL } else { 0 };
    derived | url | if article.byline.is_some() { BYLINE } else { 0 }
}

/// Tells whether all spans of an article lie where they may.
fn is_sound(article: &Article) -> bool {
    let text = article.text.as_str();
    let lies = |span: Span| text.get(span.range()).is_some();
    let in_body = |span: Span| lies(span) && article.body.covers(span);
    lies(article.title)
        && lies(article.body)
        && !article.title().contains('\n')
        && (article.title.end <= article.body.start || article.body.covers(article.title))
        && article.captions.iter().all(|&caption| in_body(caption))
        && article.captions.is_sorted_by(|one, other| one.end <= other.start)
        && article.byline.is_none_or(in_body)
}

fn write_spans(
    writer: &mut Writer<impl Write>,
    spans: impl ExactSizeIterator<Item = Span> + Clone,
) {
    writer.list(spans.clone().map(|span| span.start));
    writer.list(spans.map(|span| span.end));
}

fn read_spans<R: BufRead>(reader: &mut Reader<R>) -> Option<impl Iterator<Item = Span> + use<R>> {
    let starts = reader.list::<u32>()?;
    let ends = reader.exactly::<u32>(starts.len())?;
    Some(starts.into_iter().zip(ends).map(|(start, end)| Span { start, end }))
}

impl Date {
    /// Gives a date as a number: year, month and day in 16, 8 and 8 bits; 0 for none.
    pub(crate) fn number(date: Option<Self>) -> u32 {
        date.map_or(0, |Self { year, month, day }| {
            u32::from(year) << 16 | u32::from(month.unwrap_or(0)) << 8 | u32::from(day.unwrap_or(0))
        })
    }

    /// Reads such a number; fails when there is no such date.
    pub(crate) fn of_number(number: u32) -> Result<Option<Self>, ()> {
        let part = |shift: u32| Some((number >> shift & 0xFF) as u16).filter(|&part| part != 0);
        match number {
            0 => Ok(None),
            _ => Self::checked((number >> 16) as u16, part(8), part(0)).map(Some).ok_or(()),
        }
    }
}

impl Diagnostic {
    /// Adds diagnostics to what is kept.
    pub(crate) fn write_all(all: &[Self], writer: &mut Writer<impl Write>) {
        writer.list(all.iter().map(|it| u8::from(it.severity == Severity::Error)));
        // Lines count from 1.
        writer.list(all.iter().map(|it| it.line.unwrap_or(0)));
        writer.texts(all.iter().map(|it| &*it.file));
        writer.texts(all.iter().map(|it| &*it.message));
    }

    /// Reads what was kept; gives nothing when it is damaged.
    pub(crate) fn read_all(reader: &mut Reader<impl BufRead>) -> Option<Vec<Self>> {
        let errors = reader.list::<u8>()?;
        let lines = reader.exactly::<u64>(errors.len())?;
        let files = CleanText::read_all(reader)?;
        let messages = CleanText::read_all(reader)?;
        let fits = files.len() == errors.len() && messages.len() == errors.len();
        let places = errors.iter().zip(lines).zip(files).zip(messages);
        let all = places.map(|(((&error, line), file), message)| Self {
            severity: if error == 0 { Severity::Warning } else { Severity::Error },
            file,
            line: Some(line).filter(|&line| line > 0),
            message,
        });
        fits.then(|| all.collect())
    }
}

#[cfg(test)]
mod tests;
