//! Numbers as Vietnamese newspapers write them: `1.998`, `12,5`, `3,2 tỉ`, `hai mươi lăm`.

/// Lists the words that multiply what stands before them.
const MAGNITUDES: [(&str, f64); 12] = [
    ("trăm", 1e2),
    ("nghìn", 1e3),
    ("ngàn", 1e3),
    ("k", 1e3),
    ("vạn", 1e4),
    ("triệu", 1e6),
    ("tr", 1e6),
    ("tỷ", 1e9),
    ("tỉ", 1e9),
    ("tỹ", 1e9),
    ("mươi", 1e1),
    ("chục", 1e1),
];

/// Lists the numerals.
const NUMERALS: [(&str, f64); 17] = [
    ("không", 0.0),
    ("một", 1.0),
    ("mốt", 1.0),
    ("hai", 2.0),
    ("ba", 3.0),
    ("bốn", 4.0),
    ("tư", 4.0),
    ("năm", 5.0),
    ("lăm", 5.0),
    ("sáu", 6.0),
    ("bảy", 7.0),
    ("bẩy", 7.0),
    ("tám", 8.0),
    ("chín", 9.0),
    ("mười", 10.0),
    ("nửa", 0.5),
    ("rưỡi", 0.5),
];

/// Reads the number that a text in lower case begins with; gives it as a decimal number, and the
/// rest of the text.
pub(super) fn read(text: &str) -> Option<(String, &str)> {
    let mut sum = Sum::default();
    let mut rest = text.trim_start_matches(['$', '€', '£', ' ']);
    while let Some((word, tail)) = next_word(rest) {
        if is_year(word, tail, &sum) || !sum.take(word) {
            break;
        }
        rest = tail;
    }
    Some((show(sum.total()?), rest))
}

/// Tells whether `năm` behind a number means years: as a numeral it would stand before a magnitude.
fn is_year(word: &str, tail: &str, sum: &Sum) -> bool {
    let counts =
        next_word(tail).is_some_and(|(next, _)| MAGNITUDES.iter().any(|(known, _)| *known == next));
    word == "năm" && sum.total().is_some() && !counts
}

/// Cuts the first word off: a number with its signs, or letters.
fn next_word(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start();
    let first = text.chars().next()?;
    let numeric = first.is_ascii_digit();
    let same = |c: char| {
        if numeric { c.is_ascii_digit() || matches!(c, '.' | ',') } else { c.is_alphabetic() }
    };
    let end = text.find(|c| !same(c)).unwrap_or(text.len());
    if end == 0 {
        return None;
    }
    let word = text[..end].trim_end_matches(['.', ',']);
    Some((word, &text[word.len()..]))
}

/// Adds up a number word by word.
#[derive(Default)]
struct Sum {
    /// What has been closed by a magnitude.
    done: f64,
    /// What waits for a magnitude.
    open: Option<f64>,
    /// The last magnitude.
    last: f64,
}

impl Sum {
    /// Takes a word in; tells whether it belongs to the number.
    fn take(&mut self, word: &str) -> bool {
        let found =
            |table: &[(&str, f64)]| table.iter().find(|(known, _)| *known == word).map(|(_, n)| *n);
        if let Some(number) = decimal(word) {
            let fresh = self.open.is_none();
            self.open = self.open.or(Some(number));
            return fresh;
        }
        if let Some(magnitude) = found(&MAGNITUDES) {
            return self.multiply(magnitude);
        }
        if word == "rưỡi" && self.last > 0.0 {
            self.done += self.last / 2.0;
            return true;
        }
        let Some(numeral) = found(&NUMERALS) else { return false };
        self.open = Some(self.open.unwrap_or(0.0) + numeral);
        true
    }

    fn multiply(&mut self, magnitude: f64) -> bool {
        match self.open.take() {
            Some(open) if magnitude < 1e3 => self.open = Some(open * magnitude),
            Some(open) => self.done += open * magnitude,
            // A thousand billions.
            None if self.done > 0.0 => self.done *= magnitude,
            None => return false,
        }
        self.last = magnitude;
        true
    }

    fn total(&self) -> Option<f64> {
        let any = self.open.is_some() || self.done > 0.0;
        any.then(|| self.done + self.open.unwrap_or(0.0))
    }
}

/// Reads digits: points between groups of three are thousands, a comma begins the fraction.
fn decimal(word: &str) -> Option<f64> {
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let groups = |sign: char| word.split(sign).skip(1).all(|part| part.len() == 3);
    let plain = match (word.contains('.'), word.matches(',').count()) {
        (true, 0) if groups('.') => word.replace('.', ""),
        (true, 0) => word.to_owned(),
        (false, 2..) if groups(',') => word.replace(',', ""),
        _ => word.replace('.', "").replace(',', "."),
    };
    plain.parse().ok()
}

/// Writes a number without an exponent and without needless zeros.
fn show(number: f64) -> String {
    let text = format!("{number:.6}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
