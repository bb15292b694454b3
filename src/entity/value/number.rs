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

/// Reads the number, or the range of numbers, that a text in lower case begins with; gives it as a
/// decimal number or as two with a hyphen between, and the rest of the text.
pub(super) fn read(text: &str) -> Option<(String, &str)> {
    let (from, rest) = sum(text.trim_start_matches(['$', '€', '£', ' ']));
    let low = from.total()?;
    let tail = rest.trim_start().trim_start_matches(['đ', '%', ' ']);
    let Some(tail) = tail.strip_prefix(['-', '–']) else { return Some((show(low), rest)) };
    let (to, rest) = sum(tail);
    let Some(high) = to.total() else { return Some((show(low), rest)) };
    // In `5-9 triệu` both are millions.
    let shared = if from.last < 1.0 && to.last >= 1e3 { to.last } else { 1.0 };
    Some((format!("{}-{}", show(low * shared), show(high)), rest))
}

fn sum(text: &str) -> (Sum, &str) {
    let (mut sum, mut rest) = (Sum::default(), text);
    while let Some((word, tail)) = next_word(rest) {
        if is_year(word, tail, &sum) || !sum.take(word) {
            break;
        }
        rest = tail;
    }
    (sum, rest)
}

/// Tells whether `năm` behind a number means years: as a numeral it would stand before a magnitude.
fn is_year(word: &str, tail: &str, sum: &Sum) -> bool {
    let counts =
        next_word(tail).is_some_and(|(next, _)| MAGNITUDES.iter().any(|(known, _)| *known == next));
    word == "năm" && sum.total().is_some() && !sum.linked && !counts
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
    /// What has been closed by a magnitude of a thousand or more.
    done: f64,
    /// The hundreds and tens that wait for a magnitude.
    tens: f64,
    /// The ones that wait for a magnitude.
    open: Option<f64>,
    /// How many digits those have, when they are written in plain digits.
    digits: usize,
    /// The last magnitude.
    last: f64,
    /// Whether the last word was `lẻ`, behind which only ones stand.
    linked: bool,
}

impl Sum {
    /// Takes a word in; tells whether it belongs to the number.
    fn take(&mut self, word: &str) -> bool {
        let found =
            |table: &[(&str, f64)]| table.iter().find(|(known, _)| *known == word).map(|(_, n)| *n);
        if let Some(number) = decimal(word) {
            let fresh = self.open.is_none();
            self.open = self.open.or(Some(number));
            self.digits = if word.bytes().all(|c| c.is_ascii_digit()) { word.len() } else { 0 };
            return fresh;
        }
        if let Some(magnitude) = found(&MAGNITUDES) {
            return self.multiply(magnitude);
        }
        if word == "rưỡi" && self.last > 0.0 {
            self.done += self.last / 2.0;
            return true;
        }
        if matches!(word, "lẻ" | "linh") && self.tens > 0.0 {
            self.linked = true;
            return true;
        }
        let Some(numeral) = found(&NUMERALS) else { return false };
        self.open = Some(self.open.unwrap_or(0.0) + numeral);
        true
    }

    fn multiply(&mut self, magnitude: f64) -> bool {
        let waiting = self.open.is_some() || self.tens > 0.0;
        match self.open.take() {
            Some(open) if magnitude < 1e3 => self.tens += open * magnitude,
            open if waiting => {
                self.done += (self.tens + open.unwrap_or(0.0)) * magnitude;
                self.tens = 0.0;
            }
            // A thousand billions.
            _ if self.done > 0.0 => self.done *= magnitude,
            _ => return false,
        }
        self.last = magnitude;
        true
    }

    fn total(&self) -> Option<f64> {
        let any = self.open.is_some() || self.tens > 0.0 || self.done > 0.0;
        any.then(|| self.done + self.tens + self.ones())
    }

    /// Gives what stands behind the last magnitude: in `6 tỷ 850` and `3k5` that is its fraction.
    fn ones(&self) -> f64 {
        let open = self.open.unwrap_or(0.0);
        let fraction = self.last >= 1e3 && (1..=3).contains(&self.digits);
        if fraction { open * self.last / 10_f64.powf(self.digits as f64) } else { open }
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
