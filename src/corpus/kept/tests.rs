use proptest::prelude::*;

use super::*;
use crate::corpus::{Record, SEEDS, Shape, Source, parse_record};
use crate::text::clean;

fn segment() -> Segment {
    let mut articles: Vec<Article> = SEEDS
        .iter()
        .map(|(name, bytes)| {
            let record = Record { bytes: bytes.to_vec(), line: 1, shape: Shape::Text };
            parse_record(&record, &Source::new(name)).expect("the text is fine").article
        })
        .collect();
    let last = articles[0].clone();
    articles.push(Article { url: Some(clean("http://x/1")), date: None, byline: None, ..last });
    Segment { first: ArticleNo(7), articles: articles.into() }
}

fn written(segment: &Segment) -> Vec<u8> {
    let mut writer = Writer::new(Vec::new());
    segment.write(&mut writer);
    writer.finish().expect("memory takes all")
}

fn reader(bytes: &[u8]) -> Reader<&[u8]> {
    Reader::new(bytes, bytes.len() as u64)
}

#[test]
fn articles_come_back_as_they_were() {
    let segment = segment();
    let bytes = written(&segment);
    let mut reader = reader(&bytes);
    let read = Segment::read(&mut reader).expect("nothing is damaged");
    assert!(reader.is_at_end());
    assert_eq!((read.first, read.articles), (segment.first, segment.articles));
}

#[test]
fn spans_that_do_not_fit_are_refused() {
    let check = |what: &str, change: fn(&mut Article)| {
        let mut segment = segment();
        change(&mut segment.articles[0]);
        assert!(Segment::read(&mut reader(&written(&segment))).is_none(), "{what}");
    };
    check("a title behind the end", |it| it.title = Span::new(0, it.text.len() + 1));
    check("a title that ends before it begins", |it| it.title = Span::new(5, 3));
    check("a body that cuts a letter", |it| {
        it.body.start = it.text.find('à').unwrap_or(0) as u32 + 1;
    });
    check("a title of two lines", |it| it.title = it.body);
    check("a caption outside", |it| it.captions = vec![Span::new(0, it.text.len() + 1)]);
    check("captions that overlap", |it| it.captions = vec![it.body, it.body]);
    check("a byline outside", |it| it.byline = Some(Span::new(0, it.text.len() + 1)));
    check("no date", |it| it.date = Some(Date { year: 2023, month: Some(2), day: Some(30) }));
}

#[test]
fn complaints_come_back_as_they_were() {
    let file = clean("báo.jsonl");
    let all =
        [Diagnostic::error(&file, Some(7), "no text"), Diagnostic::warning(&file, None, "is odd")];
    let mut writer = Writer::new(Vec::new());
    Diagnostic::write_all(&all, &mut writer);
    let bytes = writer.finish().expect("memory takes all");
    let read = Diagnostic::read_all(&mut reader(&bytes));
    assert_eq!(read.as_deref(), Some(&all[..]));
}

proptest! {
    /// Whatever is read, all that can be asked of it can be answered.
    #[test]
    fn damage_is_refused_or_harmless(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
        end in any::<prop::sample::Index>(), cut: bool,
    ) {
        let mut bytes = written(&segment());
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        bytes.truncate(if cut { end.index(bytes.len()) } else { bytes.len() });
        if let Some(segment) = Segment::read(&mut reader(&bytes)) {
            for (_, article) in segment.iter() {
                let spans = article.captions.iter().chain(&article.byline);
                let shown: usize = spans.map(|span| span.of(&article.text).len()).sum();
                prop_assert!(shown <= 2 * article.text.len());
                prop_assert!(article.shown_title().len() + article.body().len() > 0);
            }
        }
    }
}
