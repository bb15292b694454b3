//! Types queries letter by letter over a corpus and prints how long the answers take:
//! `cargo run --release --example keystrokes -- PATH...`; without a path it reads standard input.

#![allow(clippy::print_stdout, reason = "a measurement is for reading")]

use std::time::{Duration, Instant};

use docbao::entity::Tagger;
use docbao::runtime::loader::{Input, load_all};
use docbao::search::{Limits, Query, Searchable, search};

const QUERIES: [&str; 32] = [
    "lam dong",
    "Lâm Đồng",
    "an ninh mang",
    "an ninh mạng",
    "covid",
    "covid-19",
    "btqp",
    "tphcm",
    "TP.HCM kẹt xe",
    "lamdong",
    "hoa",
    "hòa bình",
    "của và là có",
    "nguyen phu trong",
    "Nguyễn Phú Trọng",
    "30-NQ/TW",
    "\"bộ quốc phòng\"",
    "giá vàng -sjc",
    "gia xang tang manh",
    "đội tuyển việt nam",
    "u23 viet nam",
    "ngân hàng nhà nước",
    "bien dong trung quoc",
    "dich ta lon chau phi",
    "tai nan giao thong",
    "khong khi lanh",
    "@hà nội date:2023 kẹt xe",
    "date:2019..2020 bong da",
    "kind:location da",
    "'hoa sen",
    "thu tuong pham minh chinh",
    "y te",
];

fn main() {
    let start = Instant::now();
    let paths = std::env::args_os().skip(1).map(|path| Input::Path(path.into()));
    let mut inputs: Vec<Input> = paths.collect();
    if inputs.is_empty() {
        inputs.push(Input::Stdin);
    }
    let (corpus, _) = load_all(inputs);
    let on = Searchable::new(&corpus, Tagger::shared());
    println!("{} articles made searchable in {:?}", corpus.len(), start.elapsed());
    let mut all = Vec::new();
    for query in QUERIES {
        let times = typed(&on, query);
        let worst = times.iter().max().copied().unwrap_or_default();
        println!("{:8.1} ms at most  {query}", ms(worst));
        all.extend(times);
    }
    all.sort_unstable();
    let at = |share: f64| ms(all[((all.len() - 1) as f64 * share) as usize]);
    let (p50, p90, p99, max) = (at(0.5), at(0.9), at(0.99), at(1.0));
    println!("{} strokes: p50 {p50:.1} p90 {p90:.1} p99 {p99:.1} max {max:.1} ms", all.len());
}

/// Types the query and times the answer to each stroke.
fn typed(on: &Searchable, query: &str) -> Vec<Duration> {
    let limits = Limits { titles: 50, entities: 50, passages: 50 };
    let ends = query.char_indices().map(|(at, c)| at + c.len_utf8());
    let time = |end: usize| {
        let start = Instant::now();
        let results = search(on, &Query::parse(&query[..end]), limits, &|| false);
        std::hint::black_box(results);
        start.elapsed()
    };
    ends.map(time).collect()
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
