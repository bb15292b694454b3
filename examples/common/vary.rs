//! Many articles out of few, so that a corpus can be as large as one likes and still be like news.
//!
//! The articles come first as they are. After them each gives further ones: half of the sentences
//! are its own, the others from anywhere; of the title one half is its own. Names and words are
//! changed for others of the corpus, as often as those are there, digits are drawn anew, and now and
//! then a word is put together from the halves of two: so the number of distinct words grows about
//! as it does in a real corpus. All of it depends on the articles and their order only.

use std::fmt::Write;

use docbao::corpus::{Article, Corpus, TitleOrigin};

use crate::random::Random;

/// Sets how often, once in so many, a name or another word is changed for another one of the corpus.
const NAME: usize = 4;
const WORD: usize = 40;

/// Sets how often a changed name or word is a new one.
const NEW_NAME: usize = 36;
const NEW_WORD: usize = 150;

/// Holds the articles that others are made from.
pub struct Maker {
    articles: Vec<Made>,
    /// Each name and each other word, as often as it is there.
    names: Vec<String>,
    words: Vec<String>,
}

/// Represents an article as text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Made {
    /// Nothing where it has none of its own.
    pub title: String,
    /// The sentences, each with the space or the line break that ends it.
    pub sentences: Vec<String>,
    /// As `2023-04-27`.
    pub date: String,
}

impl Made {
    fn new(article: &Article, number: usize) -> Self {
        let given = article.title_origin == TitleOrigin::Given;
        let body = if given { article.body() } else { &article.text };
        let lines = body.trim().split_inclusive('\n');
        let sentences = lines.flat_map(|line| line.split_inclusive(". ")).map(str::to_owned);
        let date = article.date.map_or_else(|| any_date(number), |date| date.to_string());
        let title = if given { article.title() } else { "" }.to_owned();
        Self { title, sentences: sentences.collect(), date }
    }

    /// Gives it as a line of JSON Lines.
    pub fn to_json(&self, number: usize) -> String {
        let text = self.sentences.concat();
        let mut line = format!("{{\"id\":\"{number}\",\"timestamp\":\"{}\",", self.date);
        if !self.title.is_empty() {
            let _ = write!(line, "\"title\":{},", serde_json::Value::from(self.title.as_str()));
        }
        let _ = writeln!(line, "\"text\":{}}}", serde_json::Value::from(text));
        line
    }
}

impl Maker {
    /// Makes new articles from those of a corpus.
    pub fn new(corpus: &Corpus) -> Self {
        let made = corpus.iter().map(|(number, article)| Made::new(article, number.index()));
        let articles: Vec<_> = made.collect();
        let sentences = articles.iter().flat_map(|article| &article.sentences);
        let inner = sentences.flat_map(|sentence| sentence.split_whitespace().skip(1));
        let inner = inner.map(bare).filter(|word| word.chars().all(char::is_alphabetic));
        let inner = inner.filter(|word| !word.is_empty()).map(str::to_owned);
        let (names, words) = inner.partition(|word| is_name(word));
        Self { articles, names, words }
    }

    /// Makes the article with a number; the first ones are those of the corpus.
    pub fn make(&self, number: usize) -> Made {
        let Some(own) = self.articles.get(number % self.articles.len().max(1)) else {
            return Made::default();
        };
        if number < self.articles.len() {
            return own.clone();
        }
        let mut random = of_article(number);
        let sentences = own.sentences.iter().map(|sentence| {
            let chosen =
                if once_in(2, &mut random) { sentence } else { self.sentence(&mut random) };
            let end = if sentence.ends_with('\n') { "\n" } else { " " };
            format!("{}{end}", self.change(chosen.trim_end(), &mut random))
        });
        let sentences = sentences.collect();
        let title = self.title(&own.title, &mut random);
        Made { title, sentences, date: any_date(number) }
    }

    fn sentence(&self, random: &mut Random) -> &str {
        let article = pick(&self.articles, random);
        article.and_then(|article| pick(&article.sentences, random)).map_or("", String::as_str)
    }

    fn title(&self, own: &str, random: &mut Random) -> String {
        let other = pick(&self.articles, random).map_or("", |article| &article.title);
        let (first, second) = (own.split(' '), other.split(' '));
        let (left, right) = (first.clone().count(), second.clone().count());
        if own.is_empty() || other.is_empty() {
            return own.to_owned();
        }
        let words: Vec<_> = first.take(left.div_ceil(2)).chain(second.skip(right / 2)).collect();
        self.change(&words.join(" "), random)
    }

    /// Changes some words of a sentence, but not the first.
    fn change(&self, sentence: &str, random: &mut Random) -> String {
        let mut changed = String::with_capacity(sentence.len() + 16);
        for (at, word) in sentence.split(' ').enumerate() {
            if at > 0 {
                changed.push(' ');
            }
            let core = bare(word);
            match self.other(core, random).filter(|_| at > 0 && !core.is_empty()) {
                Some(other) => changed.push_str(&word.replacen(core, &other, 1)),
                None => changed.push_str(word),
            }
        }
        changed
    }

    /// Gives what stands in the stead of a word, if it is to be changed.
    fn other(&self, word: &str, random: &mut Random) -> Option<String> {
        let is_year = word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
        if word.contains(|c: char| c.is_ascii_digit()) && !is_year {
            let digit = |c: char| match c {
                '1'..='9' => char::from(b'1' + random.below(9) as u8),
                _ => c,
            };
            return Some(word.chars().map(digit).collect());
        }
        let (pool, often, new) = if is_name(word) {
            (&self.names, NAME, NEW_NAME)
        } else {
            (&self.words, WORD, NEW_WORD)
        };
        let other = once_in(often, random).then(|| pick(pool, random))??;
        if !once_in(new, random) {
            return Some(other.clone());
        }
        let half = |word: &str| {
            let middle = word.chars().count().div_ceil(2);
            word.char_indices().nth(middle).map_or(word.len(), |(at, _)| at)
        };
        let end = pick(pool, random)?;
        Some(format!("{}{}", &other[..half(other)], &end[half(end)..]))
    }
}

/// Gives the random numbers of an article, which nothing but its number decides.
const fn of_article(number: usize) -> Random {
    Random::new((number as u64 + 1).wrapping_mul(0xD134_2543_DE82_EF95))
}

/// Tells yes once in `times`, on average.
fn once_in(times: usize, random: &mut Random) -> bool {
    random.below(times) == 0
}

fn pick<'t, T>(things: &'t [T], random: &mut Random) -> Option<&'t T> {
    things.get(random.below(things.len()))
}

/// Gives a word without the signs around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Gives a date for an article that has none.
fn any_date(number: usize) -> String {
    let mut random = of_article(!number);
    let (year, month, day) = (2015 + random.below(9), 1 + random.below(12), 1 + random.below(28));
    format!("{year}-{month:02}-{day:02}")
}
