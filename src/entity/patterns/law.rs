//! Legal documents: by number, by article, or by name.

use super::super::gazetteer::Class;
use super::super::token::{Form, Tokens};
use super::organization;
use super::title::{self, Manner};

/// Finds a document that begins at a token.
pub(crate) fn find(t: &Tokens, at: usize) -> Option<usize> {
    article(t, at).or_else(|| document(t, at)).or_else(|| treaty(t, at))
}

/// Finds a document by its kind, with its number or its name.
fn document(t: &Tokens, at: usize) -> Option<usize> {
    numbered(t, at).max(named(t, at))
}

/// Finds `Điều 134 Bộ luật Hình sự`, `khoản 1 Điều 9 Nghị định ...`.
fn article(t: &Tokens, at: usize) -> Option<usize> {
    let mut end = at;
    let mut articles = 0;
    while articles < 4 && t.any(end, &["điều", "khoản", "điểm", "chương"]) {
        let letter = t.low(end) == "điểm" && t.raw(end + 1).chars().count() == 1;
        if t.form(end + 1) != Form::Number && !letter {
            break;
        }
        end = list(t, end + 2);
        articles += 1;
        if t.raw(end) == ","
            && t.any(end + 1, &["điều", "khoản"])
            && t.form(end + 2) == Form::Number
        {
            end += 1;
        }
    }
    let fits = end > at && !t.any(at, &["điểm", "chương"]) || articles > 1;
    if !fits || t.low(at) == "điều" && t.small(at) && articles == 1 && document(t, end).is_none()
    {
        return None;
    }
    let end = if t.raw(end - 1) == "," { end - 1 } else { end };
    let end = if t.glued(end) && t.any(end, &["bis", "a"]) { end + 1 } else { end };
    let of = end + usize::from(t.low(end) == "của");
    Some(document(t, of).or_else(|| treaty(t, of)).filter(|_| t.same_line(at, of)).unwrap_or(end))
}

/// Skips `, 52 và 54` after a number.
fn list(t: &Tokens, mut end: usize) -> usize {
    let start = end;
    while end < start + 16
        && matches!(t.raw(end), "," | "và" | "-")
        && t.form(end + 1) == Form::Number
        && !t.is(end + 2, Class::CLASSIFIER.or(Class::TIME))
    {
        end += 2;
    }
    end
}

/// Finds a kind of document with its number: `Nghị quyết số 30-NQ/TW`.
fn numbered(t: &Tokens, at: usize) -> Option<usize> {
    let mut from = t.longest(at, Class::LAW_KIND)?;
    let said = t.low(from) == "số";
    from += usize::from(said);
    if t.form(from) != Form::Number || !t.same_line(at, from) {
        return None;
    }
    let end = code(t, from);
    let coded = end > from + 1 || said || t.raw(from).contains('/');
    let short = t.capital(at)
        && t.raw(from).len() <= 5
        && !t.raw(from).contains(['.', ','])
        && t.any(
            at,
            &["nghị", "chỉ", "thông", "quyết", "kết", "đề", "quy", "nđ", "tt", "nq", "qđ"],
        );
    let counted =
        t.is(end, Class::CLASSIFIER.or(Class::TIME).or(Class::MAGNITUDE)) || t.raw(end) == "%";
    (coded || short && !counted).then_some(end)
}

/// Skips a code that begins with a number: `100/2019/NĐ-CP`.
fn code(t: &Tokens, from: usize) -> usize {
    let mut end = from + 1;
    while end < from + 16 && t.glued(end) {
        let part = t.capital(end) || t.form(end) == Form::Number || t.raw(end) == "QĐi";
        let joint = matches!(t.raw(end), "/" | "-" | "&" | ".")
            && t.glued(end + 1)
            && (t.capital(end + 1) || t.form(end + 1) == Form::Number);
        if !part && !joint {
            break;
        }
        end += 1;
    }
    end
}

/// Finds a law or a document by its name: `Luật An ninh mạng`, `Quy chế bảo vệ ...`.
fn named(t: &Tokens, at: usize) -> Option<usize> {
    let kind = t.longest(at, Class::LAW_NAMED)?;
    if !t.capital(at) || !t.same_line(at, kind) {
        return None;
    }
    let open = at > 0 && matches!(t.raw(at - 1), "\"" | "“");
    if open && let Some(end) = quoted(t, at, kind) {
        return Some(end);
    }
    if let Some(end) = t.longest(kind, Class::LAW_TITLE).filter(|_| t.capital(kind)) {
        let country = t.longest(end, Class::COUNTRY).filter(|_| t.capital(end)).unwrap_or(end);
        return Some(coded(t, amended(t, country)));
    }
    let paper = t.longest(kind, Class::PROVINCE.or(Class::CITY)).is_some();
    if t.any(at, &["luật"]) && (t.any(kind, &["sư"]) || paper) {
        return None;
    }
    let end = if t.capital(kind) && !t.is(kind, Class::SURNAME) {
        Some(title::end(t, kind, Manner::Title)).filter(|&end| {
            end > kind + 1 || t.any(at, &["luật", "công", "hiệp", "tuyên", "nghị", "đạo"])
        })?
    } else if regulation(t, at, kind) {
        let about = kind + usize::from(t.low(kind) == "về");
        let end = Some(title::end(t, about, Manner::Title)).filter(|&end| end > about + 1)?;
        let owner = organization::find(t, end + 1).filter(|_| t.low(end) == "của");
        owner.or_else(|| (end > about + 2).then_some(end))?
    } else {
        return None;
    };
    (end > kind).then(|| coded(t, amended(t, end)))
}

/// Extends a law over the number that follows its name.
fn coded(t: &Tokens, end: usize) -> usize {
    let number = t.low(end) == "số" && t.form(end + 1) == Form::Number && t.same_line(end, end + 1);
    if number { code(t, end + 1) } else { end }
}

/// Tells whether a document of inner rules has its title after it in small letters.
fn regulation(t: &Tokens, at: usize, kind: usize) -> bool {
    let rules = t.low(at) == "quy" && (t.low(at + 1) == "chế" || t.low(kind) == "về");
    rules && !t.opens(at) && t.small(kind)
}

/// Finds the end of a title inside quotation marks, at most 24 words.
fn quoted(t: &Tokens, at: usize, kind: usize) -> Option<usize> {
    let end = (kind..kind + 24).find(|&end| matches!(t.raw(end), "\"" | "”"))?;
    (t.same_line(at, end) && end > kind + 1).then_some(end)
}

/// Extends a law over `(sửa đổi)`, `sửa đổi 2020` and its year.
fn amended(t: &Tokens, end: usize) -> usize {
    if t.raw(end) == "(" && t.low(end + 1) == "sửa" && t.raw(end + 3) == ")" {
        return end + 4;
    }
    let skip = usize::from(t.low(end) == "năm");
    let year = t.form(end + skip) == Form::Number
        && t.raw(end + skip).len() == 4
        && t.raw(end + skip).starts_with(['1', '2']);
    if year && end > 0 && t.same_line(end - 1, end + skip) { end + skip + 1 } else { end }
}

fn treaty(t: &Tokens, at: usize) -> Option<usize> {
    let end = t.longest(at, Class::LAW_WHOLE).filter(|_| t.capital(at))?;
    let acronym = end == at + 1 && t.form(at) == Form::Title;
    (!acronym).then(|| amended(t, end))
}

#[cfg(test)]
#[path = "law/tests.rs"]
mod tests;
