use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::corpus::{ArticleNo, Corpus, Record, SEEDS, Segment, Shape, Source, parse_record};
use crate::entity::{Entity, Tagger};
use crate::search::{Limits, Query, Results, SearchSegment, Searchable, search};

const TEXTS: [&str; 3] = [
    "Ông Phạm Văn Sơn ở Lâm Đồng\n\nNgày 27/4, cầu thủ Phạm Văn Sơn (SN 1996) tới tỉnh Lâm Đồng.",
    "Một bài dài\n\nBộ trưởng Bộ Công an Tô Lâm họp ở Hà Nội với 90 triệu đồng.",
    "Tin 日本\n\nTin về nước Nhật.",
];

/// Makes a corpus of two segments with what is computed of it.
fn searchable() -> (Corpus, Searchable) {
    let article = |bytes: &[u8]| {
        let record = Record { bytes: bytes.to_vec(), line: 1, shape: Shape::Text };
        parse_record(&record, &Source::new("a.txt")).expect("the text is fine").article
    };
    let seeds = SEEDS.map(|(_, bytes)| article(bytes));
    let second = ArticleNo(seeds.len() as u32);
    let mut corpus = Corpus::default();
    corpus.push(Arc::new(Segment { first: ArticleNo(0), articles: seeds.into() }));
    let articles = TEXTS.iter().map(|text| article(text.as_bytes())).collect();
    corpus.push(Arc::new(Segment { first: second, articles }));
    let mut on = Searchable::of_articles(&corpus);
    for segment in corpus.segments() {
        on.add_entities(Arc::new(EntityIndex::build(segment, Tagger::shared())));
    }
    (corpus, on)
}

/// Gives the index of each segment and the entities as bytes.
fn written(on: &Searchable) -> Vec<Vec<u8>> {
    let bytes = |write: &dyn Fn(&mut Writer<Vec<u8>>)| {
        let mut writer = Writer::new(Vec::new());
        write(&mut writer);
        writer.finish().expect("memory takes all")
    };
    let indexes = on.segments.iter().map(|part| bytes(&|writer| part.index.write(writer)));
    indexes.chain(on.entities.iter().map(|known| bytes(&|writer| known.write(writer)))).collect()
}

/// Reads them back.
fn read(corpus: &Corpus, blocks: &[Vec<u8>]) -> Option<Searchable> {
    let mut on = Searchable::default();
    let (indexes, entities) = blocks.split_at(corpus.segments().len());
    for (segment, bytes) in corpus.segments().iter().zip(indexes) {
        let mut reader = Reader::new(&**bytes, bytes.len() as u64);
        let index = Arc::new(Index::read(&mut reader, segment.articles.len())?);
        let segment = Arc::clone(segment);
        on.segments.push(SearchSegment { segment, index });
    }
    for bytes in entities {
        let mut reader = Reader::new(&**bytes, bytes.len() as u64);
        on.add_entities(Arc::new(EntityIndex::read(&mut reader, corpus)?));
    }
    Some(on)
}

/// Asks all that can be asked.
fn answers(corpus: &Corpus, on: &Searchable) -> Vec<Results> {
    for (number, _) in corpus.iter() {
        let resolved = on.entities.iter().find_map(|known| known.table.article(number));
        assert!(resolved.is_some());
    }
    let told = |entity: Entity| {
        entity.names().map(str::len).sum::<usize>()
            + entity.roles().count()
            + entity.traits().count()
    };
    for known in &on.entities {
        assert!(known.table.entities().map(told).sum::<usize>() > 0 || known.table.is_empty());
    }
    let limits = Limits { titles: 9, entities: 9, passages: 9 };
    let queries =
        ["lam dong", "lâm đồng an ninh", "kind:person s", "@\"lam dong\"", "b", "an mang lam"];
    let ask = |query: &&str| search(on, &Query::parse(query), limits, &|| false);
    queries.iter().filter_map(ask).collect()
}

#[test]
fn what_was_computed_comes_back_as_it_was() {
    let (corpus, on) = searchable();
    let read = read(&corpus, &written(&on)).expect("nothing is damaged");
    assert_eq!(format!("{:?}", read.segments), format!("{:?}", on.segments));
    assert_eq!(answers(&corpus, &read), answers(&corpus, &on));
}

#[test]
fn an_article_in_two_parts_comes_back() {
    // A part numbers 65,535 words; this has more.
    let words: Vec<String> = (0..70_000).map(|n| format!("x{n}")).collect();
    let record = Record { bytes: words.join(" ").into_bytes(), line: 1, shape: Shape::Text };
    let parsed = parse_record(&record, &Source::new("a.txt")).expect("the text is fine");
    let segment = Segment { first: ArticleNo(0), articles: [parsed.article].into() };
    let index = Index::of_articles(&segment);
    let mut writer = Writer::new(Vec::new());
    index.write(&mut writer);
    let bytes = writer.finish().expect("memory takes all");
    let read = Index::read(&mut Reader::new(&*bytes, bytes.len() as u64), 1);
    let read = read.expect("nothing is damaged");
    assert!(read.parts().len() > 1);
    assert_eq!(format!("{read:?}"), format!("{index:?}"));
}

#[test]
fn what_belongs_to_other_articles_is_refused() {
    let (corpus, on) = searchable();
    let blocks = written(&on);
    let check = |blocks: &[&Vec<u8>], expected| {
        let blocks: Vec<Vec<u8>> = blocks.iter().copied().cloned().collect();
        assert_eq!(read(&corpus, &blocks).is_some(), expected);
    };
    let [first, second, of_first, of_second] = &blocks[..] else { panic!("four blocks") };
    check(&[first, second, of_first, of_second], true);
    check(&[second, second, of_first, of_second], false);
    check(&[of_first, second, of_first, of_second], false);
    check(&[first, second, first, of_second], false);
    // The entities tell of articles that are not there.
    let mut few = Corpus::default();
    few.push(Arc::clone(&corpus.segments()[0]));
    let entities = |bytes: &[u8]| {
        EntityIndex::read(&mut Reader::new(bytes, bytes.len() as u64), &few).is_some()
    };
    assert!(entities(of_first) && !entities(of_second));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Without a checksum, whatever is read can be used without a panic.
    #[test]
    fn damage_is_refused_or_harmless(
        changes in prop::collection::vec((0_usize..4, any::<prop::sample::Index>(), any::<u8>()), 1..3),
    ) {
        let (corpus, on) = searchable();
        let whole = written(&on);
        for (block, at, byte) in changes {
            let mut blocks = whole.clone();
            let at = at.index(blocks[block].len());
            blocks[block][at] = byte;
            read(&corpus, &blocks).as_ref().map(|on| answers(&corpus, on));
            blocks[block].clone_from(&whole[block]);
            blocks[block].truncate(at);
            prop_assert!(read(&corpus, &blocks).is_none());
        }
    }
}
