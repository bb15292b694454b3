//! `docbao entity` and `docbao entities --corpus`.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::io::{self, Write};

use serde::Serialize;

use crate::dossier::{Dossier, dossier, line};
use crate::entity::{EntityId, Kind};
use crate::search::{Limits, Query, Searchable, search};

use super::ENGLISH;
use super::out::{date, json_line};

/// Sets the columns of a line of the concordance, and those before the mention.
const LINE: (usize, usize) = (76, 30);

#[derive(Serialize)]
struct EntityRecord<'a> {
    kind: Kind,
    canonical: &'a str,
    mentions: usize,
    articles: usize,
    first: Option<String>,
    last: Option<String>,
}

/// Names how entities are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Text,
    Json,
    Csv,
}

/// Says which entities are wanted.
pub(super) struct Wanted {
    pub kind: Option<Kind>,
    /// How often they must be mentioned.
    pub min: usize,
}

/// Prints the entities of a corpus, those of most mentions first; tells whether there was any.
pub(super) fn list(
    on: &Searchable,
    wanted: &Wanted,
    form: Form,
    out: &mut impl Write,
) -> io::Result<bool> {
    if form == Form::Csv {
        writeln!(out, "kind,canonical,mentions,articles,first,last")?;
    }
    let all = all(on, wanted);
    for (id, kind, mentions) in &all {
        let articles = on.articles_of(*id);
        let dates = articles.iter().filter_map(|&number| on.article(number)?.date);
        let dates: Vec<_> = dates.collect();
        let shown = |date: Option<&crate::corpus::Date>| date.map(ToString::to_string);
        let record = EntityRecord {
            kind: *kind,
            canonical: on.name(*id).unwrap_or_default(),
            mentions: *mentions,
            articles: articles.len(),
            first: shown(dates.iter().min()),
            last: shown(dates.iter().max()),
        };
        print(&record, form, out)?;
    }
    Ok(!all.is_empty())
}

/// Gives the wanted entities with their mentions.
fn all(on: &Searchable, wanted: &Wanted) -> Vec<(EntityId, Kind, usize)> {
    let entities = on.entities.iter().flat_map(|known| known.table().entities());
    let mut ids: Vec<EntityId> =
        entities.map(|entity| on.corrections.canonical(entity.id())).collect();
    ids.sort_unstable();
    ids.dedup();
    let found = ids.into_iter().filter_map(|id| {
        let (kind, mentions) = (on.kind(id)?, on.mentions_of(id));
        let fits = wanted.kind.is_none_or(|wanted| wanted == kind) && mentions >= wanted.min;
        (fits && mentions > 0).then_some((id, kind, mentions))
    });
    let mut found: Vec<_> = found.collect();
    found.sort_by_cached_key(|&(id, kind, mentions)| (Reverse(mentions), kind, on.name(id)));
    found
}

fn print(record: &EntityRecord, form: Form, out: &mut impl Write) -> io::Result<()> {
    match form {
        Form::Json => json_line(out, record),
        Form::Text => writeln!(
            out,
            "{:>7} mentions {:>7} articles  {:<13} {}",
            record.mentions,
            record.articles,
            record.kind.name(),
            record.canonical
        ),
        Form::Csv => writeln!(
            out,
            "{},{},{},{},{},{}",
            record.kind.name(),
            quoted(record.canonical),
            record.mentions,
            record.articles,
            record.first.as_deref().unwrap_or_default(),
            record.last.as_deref().unwrap_or_default()
        ),
    }
}

/// Writes a field as RFC 4180 has it. A sign with which a spreadsheet would begin a formula is made
/// text.
fn quoted(field: &str) -> String {
    let guard = if field.starts_with(['=', '+', '-', '@']) { "'" } else { "" };
    format!("\"{guard}{}\"", field.replace('"', "\"\""))
}

#[derive(Serialize)]
struct DossierRecord<'a> {
    kind: Kind,
    canonical: &'a str,
    aliases: &'a [String],
    roles: Vec<RoleRecord<'a>>,
    doubt: Option<Cow<'a, str>>,
    mentions: usize,
    articles: usize,
    timeline: Vec<MonthRecord>,
    undated: usize,
    companions: Vec<CompanionRecord<'a>>,
    concordance: Vec<LineRecord<'a>>,
}

#[derive(Serialize)]
struct RoleRecord<'a> {
    role: &'a str,
    articles: usize,
}

#[derive(Serialize)]
struct MonthRecord {
    month: String,
    articles: usize,
}

#[derive(Serialize)]
struct CompanionRecord<'a> {
    kind: Kind,
    canonical: &'a str,
    articles: usize,
}

#[derive(Serialize)]
struct LineRecord<'a> {
    article: u32,
    id: &'a str,
    date: Option<String>,
    before: String,
    mention: String,
    after: String,
}

/// Prints what the corpus says of the entity that a name fits best; tells whether there is one.
pub(super) fn card(
    on: &Searchable,
    (name, kind): (&str, Option<Kind>),
    json: bool,
    out: &mut impl Write,
) -> io::Result<bool> {
    let found = find(on, name, kind).and_then(|id| dossier(on, id));
    let Some(found) = found else { return Ok(false) };
    if json {
        json_line(out, &record(on, &found))?;
    } else {
        print_card(on, &found, out)?;
    }
    Ok(true)
}

/// Finds an entity: by its very name, or else the first that a search finds.
fn find(on: &Searchable, name: &str, kind: Option<Kind>) -> Option<EntityId> {
    let kinds = Kind::ALL.into_iter().filter(|it| kind.is_none_or(|kind| kind == *it));
    let exact = kinds.map(|kind| EntityId::of(kind, name));
    let count = |id: &EntityId| on.articles_of(*id).len();
    if let Some(best) = exact.filter(|id| count(id) > 0).max_by_key(count) {
        return Some(best);
    }
    let of_kind = kind.map_or_else(String::new, |kind| format!("kind:{} ", kind.name()));
    let query = Query::parse(&format!("{of_kind}{name}"));
    let limits = Limits { titles: 0, entities: 1, passages: 0 };
    Some(search(on, &query, limits, &|| false)?.entities.first()?.id)
}

fn record<'a>(on: &'a Searchable, it: &'a Dossier) -> DossierRecord<'a> {
    let roles = it.roles.iter().map(|(role, articles)| RoleRecord { role, articles: *articles });
    let months = it.timeline.months().filter(|&(_, articles)| articles > 0);
    let companions = it.companions.iter().map(|with| CompanionRecord {
        kind: with.kind,
        canonical: &with.name,
        articles: with.articles,
    });
    DossierRecord {
        kind: it.kind,
        canonical: &it.name,
        aliases: &it.aliases,
        roles: roles.collect(),
        doubt: it.doubt.as_ref().map(|it| ENGLISH.doubt(it)),
        mentions: it.mentions,
        articles: it.articles.len(),
        timeline: months
            .map(|(month, articles)| MonthRecord { month: month.to_string(), articles })
            .collect(),
        undated: it.timeline.undated,
        companions: companions.collect(),
        concordance: lines(on, it).collect(),
    }
}

fn lines<'a>(on: &'a Searchable, it: &'a Dossier) -> impl Iterator<Item = LineRecord<'a>> {
    it.articles.iter().filter_map(|&(number, span)| {
        let article = on.article(number)?;
        let line = line(article, span, LINE.1, LINE.0);
        Some(LineRecord {
            article: number.0,
            id: &article.id,
            date: article.date.map(|date| date.to_string()),
            before: line.before,
            mention: line.mention,
            after: line.after,
        })
    })
}

fn print_card(on: &Searchable, it: &Dossier, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{}  {}", it.kind.name(), it.name)?;
    let many = |number: usize| if number == 1 { "" } else { "s" };
    let (mentions, articles) = (it.mentions, it.articles.len());
    let (s, t) = (many(mentions), many(articles));
    writeln!(out, "{mentions} mention{s} in {articles} article{t}")?;
    for (role, articles) in &it.roles {
        writeln!(out, "  role   {role} ({articles})")?;
    }
    it.aliases.iter().try_for_each(|alias| writeln!(out, "  also   {alias}"))?;
    let doubt = it.doubt.as_ref().map(|it| ENGLISH.doubt(it));
    doubt.iter().try_for_each(|doubt| writeln!(out, "  doubt  {doubt}"))?;
    for (month, articles) in it.timeline.months().filter(|&(_, articles)| articles > 0) {
        writeln!(out, "  month  {month} {articles}")?;
    }
    for with in &it.companions {
        writeln!(out, "  with   {} {} ({})", with.kind.name(), with.name, with.articles)?;
    }
    for (line, &(number, _)) in lines(on, it).zip(&it.articles) {
        let date = on.article(number).map(date).unwrap_or_default();
        writeln!(out, "#{:<6} {date:<10} {}{}{}", number.0, line.before, line.mention, line.after)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_quoted() {
        for (field, written) in
            [("Lâm Đồng", "\"Lâm Đồng\""), ("A \"B\", C", "\"A \"\"B\"\", C\""), ("=1", "\"'=1\"")]
        {
            assert_eq!(quoted(field), written);
        }
    }
}
