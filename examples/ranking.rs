//! Makes queries from the titles and texts of a corpus, in ten kinds, and tells how well the article
//! that each was made from is ranked: `cargo run --release --example ranking -- PATH [COUNT]`.
//!
//! The queries depend on the corpus and a fixed seed only. With `fzf` installed it is asked the
//! same, on folded titles.

#![allow(clippy::print_stdout, reason = "a measurement is for reading")]

#[path = "common/random.rs"]
mod random;

use std::collections::HashMap;
use std::io::Write;
use std::process::{Command, Stdio};

use docbao::corpus::{Article, ArticleNo, Corpus, TitleOrigin};
use docbao::runtime::loader::{Input, load_all};
use docbao::search::{Hit, Limits, Query, Searchable, ranked, search};
use docbao::text::{Mark, ToneSet, fold_str, letter, words};
use random::Random;

const KINDS: [&str; 10] = [
    "accented",
    "plain",
    "shuffled",
    "cut last word",
    "one typo",
    "initials",
    "joined",
    "raw Telex",
    "half accented",
    "body sentence",
];

/// How many queries of each kind are made unless the command says.
const COUNT: usize = 60;
const LIMITS: Limits = Limits { titles: 100, entities: 0, passages: 100 };

fn main() {
    let mut args = std::env::args().skip(1);
    let input = args.next().map_or(Input::Stdin, |path| Input::Path(path.into()));
    let count = args.next().and_then(|count| count.parse().ok()).unwrap_or(COUNT);
    let (corpus, _) = load_all(vec![input]);
    let on = Searchable::of_articles(&corpus);
    let folded: Vec<_> = corpus.iter().map(|(_, article)| fold_str(article.title())).collect();
    println!("{} articles, {count} queries a kind", corpus.len());
    println!("{:<16}{:>8}{:>8}   fzf{:>5}{:>8}", "kind", "MRR", "top 10", "MRR", "top 10");
    let mut all = Vec::new();
    for (kind, name) in KINDS.iter().enumerate() {
        let queries = queries(&corpus, &folded, kind, count);
        let ours: Vec<_> = queries.iter().map(|(at, text)| rank(&on, text, *at)).collect();
        let theirs: Vec<_> = queries.iter().map(|(at, text)| fzf(&folded, text, *at)).collect();
        if std::env::args().any(|arg| arg == "--misses") {
            for ((at, text), rank) in
                queries.iter().zip(&ours).filter(|(_, rank)| **rank != Some(1))
            {
                let title = corpus.get(*at).map_or("", Article::title);
                println!("  {rank:?} {text} | {title}");
            }
        }
        println!("{name:<16}{}   fzf{}", row(&ours), row(&theirs));
        all.extend(ours);
    }
    println!("{:<16}{}", "all", row(&all));
}

fn row(ranks: &[Option<usize>]) -> String {
    let count = ranks.len().max(1) as f64;
    let reciprocal: f64 = ranks.iter().flatten().map(|&rank| 1.0 / rank as f64).sum();
    let ten = ranks.iter().flatten().filter(|&&rank| rank <= 10).count();
    format!("{:>8.3}{:>7.0}%", reciprocal / count, ten as f64 * 100.0 / count)
}

/// Gives the rank of an article among the articles that answer.
fn rank(on: &Searchable, text: &str, wanted: ArticleNo) -> Option<usize> {
    let results = search(on, &Query::parse(text), LIMITS, &|| false)?;
    let mut articles = Vec::new();
    for hit in ranked(&results) {
        let article = match hit {
            Hit::Article(hit) => hit.article,
            Hit::Passage(hit) => hit.article,
            Hit::Entity(_) => continue,
        };
        if !articles.contains(&article) {
            articles.push(article);
        }
    }
    articles.iter().position(|&article| article == wanted).map(|at| at + 1)
}

/// Gives the rank of a title in what fzf makes of the folded query.
fn fzf(folded: &[String], text: &str, wanted: ArticleNo) -> Option<usize> {
    let mut fzf = Command::new("fzf")
        .args(["--filter", &fold_str(text)])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    let mut input = fzf.stdin.take()?;
    let lines = folded.join("\n");
    let feed = std::thread::spawn(move || input.write_all(lines.as_bytes()));
    let output = fzf.wait_with_output().ok()?;
    let _ = feed.join();
    let output = String::from_utf8_lossy(&output.stdout);
    let wanted = folded.get(wanted.index())?;
    output.lines().position(|line| line == wanted).map(|at| at + 1)
}

/// Makes the queries of a kind, each with its article.
fn queries(
    corpus: &Corpus,
    folded: &[String],
    kind: usize,
    count: usize,
) -> Vec<(ArticleNo, String)> {
    let mut random = Random::new((kind as u64 + 1) << 32);
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for title in folded {
        *seen.entry(title).or_default() += 1;
    }
    let mut queries = Vec::new();
    for _ in 0..count * 200 {
        if queries.len() == count {
            break;
        }
        let number = ArticleNo(random.below(corpus.len()) as u32);
        let Some(article) = corpus.get(number) else { continue };
        let unique = seen.get(folded[number.index()].as_str()) == Some(&1);
        let made = if unique { make(article, kind, &mut random) } else { None };
        queries.extend(
            made.filter(|made| kind > 8 || one_right(folded, made)).map(|(text, _)| (number, text)),
        );
    }
    queries
}

/// Tells whether only one title has the words that a query was made from.
fn one_right(folded: &[String], (_, chosen): &(String, Vec<String>)) -> bool {
    let chosen: Vec<_> = chosen.iter().map(|word| fold_str(word)).collect();
    let has = |title: &&String| {
        let there: Vec<_> = words(title).map(|span| span.of(title)).collect();
        chosen.iter().all(|word| there.contains(&word.as_str()))
    };
    folded.iter().filter(has).count() == 1
}

/// Makes a query of a kind from an article; gives it with the words that it was made from.
fn make(article: &Article, kind: usize, random: &mut Random) -> Option<(String, Vec<String>)> {
    if article.title_origin == TitleOrigin::Derived {
        return None;
    }
    let title = article.title();
    let all: Vec<_> = words(title).map(|span| span.of(title).to_lowercase()).collect();
    if kind == 9 {
        return from_sentence(article.body(), random);
    }
    if all.len() < 6 {
        return None;
    }
    let start = random.below(all.len() - 4);
    let mut chosen = all[start..start + 5].to_vec();
    let text = match kind {
        0 => chosen.join(" "),
        1 => fold_str(&chosen.join(" ")),
        2 => {
            (1..chosen.len()).rev().for_each(|at| chosen.swap(at, random.below(at + 1)));
            fold_str(&chosen.join(" "))
        }
        3 => {
            let last = fold_str(&chosen.pop()?);
            let cut = last.chars().take(last.len().div_ceil(2)).collect::<String>();
            let text = format!("{} {cut}", fold_str(&chosen.join(" ")));
            return Some((text, chosen));
        }
        4 => with_typo(&chosen, random)?,
        5 => {
            chosen.clone_from(&all);
            all.iter().filter_map(|word| fold_str(word).chars().next()).collect()
        }
        6 => {
            let pair = random.below(chosen.len() - 1);
            let mut parts: Vec<_> = chosen.iter().map(|word| fold_str(word)).collect();
            let second = parts.remove(pair + 1);
            parts[pair].push_str(&second);
            parts.join(" ")
        }
        7 => chosen.iter().map(|word| telex(word)).collect::<Vec<_>>().join(" "),
        _ => {
            let half = |(at, word): (usize, &String)| match (at + random.below(2)) % 2 {
                0 => word.clone(),
                _ => fold_str(word),
            };
            chosen.iter().enumerate().map(half).collect::<Vec<_>>().join(" ")
        }
    };
    Some((text, chosen))
}

fn from_sentence(body: &str, random: &mut Random) -> Option<(String, Vec<String>)> {
    let sentences: Vec<_> = body.split(['.', '\n']).filter(|s| s.split(' ').count() > 9).collect();
    let sentence = sentences.get(random.below(sentences.len()))?;
    let all: Vec<_> = words(sentence).map(|span| span.of(sentence).to_lowercase()).collect();
    let start = random.below(all.len().saturating_sub(8));
    let mut chosen = all.get(start..start + 9)?.to_vec();
    while chosen.len() > 6 {
        chosen.remove(random.below(chosen.len()));
    }
    Some((fold_str(&chosen.join(" ")), chosen))
}

fn with_typo(chosen: &[String], random: &mut Random) -> Option<String> {
    let mut parts: Vec<_> = chosen.iter().map(|word| fold_str(word)).collect();
    let long: Vec<_> =
        (0..parts.len()).filter(|&at| parts[at].len() >= 4 && parts[at].is_ascii()).collect();
    let at = *long.get(random.below(long.len()))?;
    let mut letters: Vec<_> = parts[at].chars().collect();
    let place = random.below(letters.len());
    match random.below(4) {
        0 => letters.insert(place, 'x'),
        1 => drop(letters.remove(place)),
        2 if place > 0 => letters.swap(place - 1, place),
        _ => letters[place] = if letters[place] == 'e' { 'o' } else { 'e' },
    }
    parts[at] = letters.into_iter().collect();
    Some(parts.join(" "))
}

/// Writes a word as one types it in Telex.
fn telex(word: &str) -> String {
    let (mut out, mut tone) = (String::new(), None);
    for c in word.chars() {
        let taken = letter(c);
        out.push(taken.base);
        match taken.mark {
            Mark::Circumflex | Mark::Bar => out.push(taken.base),
            Mark::Breve | Mark::Horn => out.push('w'),
            _ => {}
        }
        for (set, key) in [
            (ToneSet::GRAVE, 'f'),
            (ToneSet::ACUTE, 's'),
            (ToneSet::HOOK, 'r'),
            (ToneSet::TILDE, 'x'),
            (ToneSet::DOT, 'j'),
        ] {
            if taken.tone == set {
                tone = Some(key);
            }
        }
    }
    out.extend(tone);
    out
}
