//! Makes a searchable corpus of JSON Lines with `text` and perhaps `title`, for measuring only: it
//! knows no other format, and its entities are just runs of capitalised words.

use std::io::{self, BufRead};
use std::sync::Arc;

use docbao::corpus::{Article, ArticleNo, Date, Segment, TitleOrigin};
use docbao::entity::{EntityTable, Kind, Mention};
use docbao::search::{SearchSegment, Searchable, SegmentText};
use docbao::text::{Span, clean, clean_line, cut, words};

const PER_SEGMENT: usize = 4096;

/// Reads all articles of `input`.
pub fn read(input: impl BufRead) -> io::Result<Vec<Article>> {
    let mut articles = Vec::new();
    for line in input.lines() {
        let fields: serde_json::Value = serde_json::from_str(&line?)?;
        let field = |name: &str| fields[name].as_str().unwrap_or_default();
        let date = Date::parse(field("timestamp"));
        articles.push(article(field("title"), field("text"), date));
    }
    Ok(articles)
}

fn article(title: &str, text: &str, date: Option<Date>) -> Article {
    let title = clean_line(title.trim());
    let body = clean(text.trim());
    let body = body.strip_prefix(&*title).unwrap_or(&body).trim();
    let (text, title, body) = if title.is_empty() {
        let line = body.lines().next().unwrap_or_default();
        let end = match cut(line, 100) {
            short if short == line => line.len(),
            long => long.rfind(' ').unwrap_or(long.len()),
        };
        (body.to_owned(), Span::new(0, end), Span::new(0, body.len()))
    } else {
        let text = format!("{}\n{body}", &*title);
        let body = Span::new(title.len() + 1, text.len());
        (text, Span::new(0, title.len()), body)
    };
    Article {
        id: clean(""),
        source: clean(""),
        title_origin: if body.start == 0 { TitleOrigin::Derived } else { TitleOrigin::Given },
        words: text.split_whitespace().count() as u32,
        text: clean(&text),
        title,
        body,
        date,
        url: None,
        captions: Vec::new(),
        byline: None,
    }
}

/// Makes the articles searchable.
pub fn searchable(mut articles: Vec<Article>) -> Searchable {
    let mut segments = Vec::new();
    let mut first = 0;
    while !articles.is_empty() {
        let rest = articles.split_off(articles.len().min(PER_SEGMENT));
        let segment = Segment { first: ArticleNo(first), articles: articles.into_boxed_slice() };
        first = segment.end().0;
        let mentions = segment.articles.iter().map(|article| names(&article.text)).collect();
        let entities = Some(Arc::new(EntityTable::new(&segment, mentions)));
        let text = Arc::new(SegmentText::build(&segment));
        segments.push(SearchSegment { segment: Arc::new(segment), text, entities });
        articles = rest;
    }
    Searchable { segments }
}

/// Takes runs of two to five capitalised words as names.
fn names(text: &str) -> Vec<Mention> {
    let mut runs: Vec<(Span, usize)> = Vec::new();
    for word in words(text).filter(|word| word.of(text).starts_with(char::is_uppercase)) {
        match runs.last_mut() {
            Some((run, count))
                if *count < 5 && &text[run.end as usize..word.start as usize] == " " =>
            {
                run.end = word.end;
                *count += 1;
            }
            _ => runs.push((word, 1)),
        }
    }
    runs.retain(|&(_, count)| count > 1);
    runs.into_iter().map(|(span, _)| Mention { span, kind: Kind::Location }).collect()
}
