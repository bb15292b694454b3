//! How fast each layer is, on the articles that the repository holds, or on those of the path that
//! `DOCBAO_CORPUS` names: `cargo bench`. Whole corpora are measured by the example `table`.

#[path = "../examples/common/base.rs"]
mod base;
#[path = "../examples/common/queries.rs"]
mod queries;

use std::hint::black_box;

use criterion::{BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main};
use docbao::corpus::{Article, Corpus};
use docbao::dossier::dossier;
use docbao::entity::{Entity, EntityTable, Kind, Tagger};
use docbao::search::{EntityIndex, Index, Limits, Query, Searchable, search};
use docbao::text::{Span, clean, fold, wrap};

/// How many articles the costly measurements take.
const SOME: usize = 200;

/// The columns of the reader's text.
const COLUMNS: usize = 66;

const LIMITS: Limits = Limits { titles: 50, entities: 12, passages: 60 };

fn corpus() -> Corpus {
    base::base(std::env::var("DOCBAO_CORPUS").ok().as_slice())
}

/// Measures what is done with each of some articles, by the bytes of their text.
fn each<T>(
    group: &mut BenchmarkGroup<'_, criterion::measurement::WallTime>,
    name: &str,
    articles: &[&Article],
    work: impl Fn(&Article) -> T,
) {
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function(name, |bencher| {
        bencher.iter(|| {
            for article in articles {
                black_box(work(article));
            }
        });
    });
}

fn articles(criterion: &mut Criterion) {
    let corpus = corpus();
    let some: Vec<&Article> = corpus.iter().take(SOME).map(|(_, article)| article).collect();
    let mut group = criterion.benchmark_group("articles");
    group.sample_size(20);
    each(&mut group, "clean", &some, |article| clean(&article.text));
    each(&mut group, "fold", &some, |article| fold(&article.text));
    each(&mut group, "wrap", &some, |article| {
        wrap(&article.text, Span::new(0, article.text.len()), COLUMNS, 0, &[])
    });
    let tagger = Tagger::shared();
    each(&mut group, "tag", &some, |article| tagger.tag(&article.text));
    each(&mut group, "read", &some, |article| tagger.read(article));
    group.finish();
}

fn segments(criterion: &mut Criterion) {
    let corpus = corpus();
    let Some(segment) = corpus.segments().first() else { return };
    let bytes: usize = segment.articles.iter().map(|article| article.text.len()).sum();
    let mut group = criterion.benchmark_group("segments");
    group.sample_size(10).throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("index", |bencher| bencher.iter(|| Index::of_articles(segment)));
    let tagger = Tagger::shared();
    group
        .bench_function("entities", |bencher| bencher.iter(|| EntityIndex::build(segment, tagger)));
    group.finish();
}

fn keystrokes(criterion: &mut Criterion) {
    let on = Searchable::new(&corpus(), Tagger::shared());
    let mut group = criterion.benchmark_group("keystrokes");
    group.sample_size(20);
    for query in queries::QUERIES {
        group.throughput(Throughput::Elements(queries::strokes(query).count() as u64));
        group.bench_function(query, |bencher| {
            bencher.iter(|| {
                for typed in queries::strokes(query) {
                    black_box(search(&on, &Query::parse(typed), LIMITS, &|| false));
                }
            });
        });
    }
    group.finish();
}

/// Measures the cards of the entities that most articles speak of.
fn cards(criterion: &mut Criterion) {
    let on = Searchable::new(&corpus(), Tagger::shared());
    let mut group = criterion.benchmark_group("cards");
    group.sample_size(20);
    for kind in [Kind::Person, Kind::Location] {
        let tables = on.entities.iter().map(|known| known.table());
        let of_kind = tables.flat_map(EntityTable::entities).filter(|it| it.kind() == kind);
        let most = of_kind.max_by_key(|entity| entity.articles().len());
        let Some(most) = most.map(Entity::id) else { continue };
        let articles = on.articles_of(most).len();
        group.bench_function(format!("{} in {articles}", kind.name()), |bencher| {
            bencher.iter(|| black_box(dossier(&on, most)));
        });
    }
    group.finish();
}

criterion_group!(benches, articles, segments, keystrokes, cards);
criterion_main!(benches);
