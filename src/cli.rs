//! The command line: what was typed, and the commands that need no screen.

mod args;
mod cache;
mod config;
mod entities;
mod entity;
mod export;
mod list;
mod manual;
mod out;
mod search;
mod tagged;

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser;
use rayon::prelude::*;

use crate::app::{Language, Prefs};
use crate::corpus::Diagnostic;
use crate::entity::{Corrections, Tagger};
use crate::runtime::cache::{Cache, Wants};
use crate::runtime::environment::{Themes, abbreviations, can_be_asked, config, language, tier};
use crate::runtime::journal::remembered;
use crate::runtime::loader::{Input, Opened, open_all};
use crate::runtime::{Outcome, Start, can_draw, check_limits, corrections, run, set_panic_hook};
use crate::search::Searchable;
use crate::text::{clean, clean_line};

use args::{Args, Command, EntitiesArgs, EntityArgs, ExportArgs, SearchArgs, ShowArgs, inputs};
use entity::Wanted;
use export::Export;
use search::Form;

/// The language of all that is printed without a screen: scripts read it.
const ENGLISH: Language = Language::English;

/// The status when something was found, or all went well.
const FOUND: u8 = 0;
/// The status when nothing was found.
const NOTHING: u8 = 1;
/// The status when something is wrong.
const TROUBLE: u8 = 2;

/// Does what the command line asks, and gives the status to end with.
pub fn main() -> ExitCode {
    set_panic_hook();
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => return explain(&error),
    };
    if let Err(why) = check_limits() {
        return trouble(&why);
    }
    let kept = if args.no_cache { None } else { Cache::of_user() };
    match args.command {
        None => screen(args, kept),
        Some(Command::Search(search)) => self::search(search, kept.as_ref()),
        Some(Command::List(list)) => {
            headless(list.sources.inputs(), (kept.as_ref(), Wants::Articles), |opened, out| {
                list::list(&opened.corpus, list.json, out)
            })
        }
        Some(Command::Entities(entities)) => self::entities(entities, kept.as_ref()),
        Some(Command::Entity(entity)) => self::entity(entity, kept.as_ref()),
        Some(Command::Export(export)) => self::export(export, kept.as_ref()),
        Some(Command::Show(show)) => self::show(show, kept.as_ref()),
        Some(Command::Cache(files)) => cache::tend(files.clear),
        Some(Command::Completions { shell }) => print(Ok(manual::completions(shell))),
        Some(Command::Man) => print(manual::manual()),
        Some(Command::Config(config)) => config::print_or_check(config),
    }
}

/// Prints what clap has to say: help, the version, or what is wrong with the arguments.
fn explain(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        let _ = error.print();
        return ExitCode::from(FOUND);
    }
    // It quotes the arguments, which may hold anything.
    let _ = write!(io::stderr(), "{}", clean(&error.render().to_string()));
    ExitCode::from(TROUBLE)
}

/// Prints what was made in memory.
fn print(text: io::Result<Vec<u8>>) -> ExitCode {
    match text.and_then(|text| io::stdout().lock().write_all(&text)) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => trouble(&error.to_string()),
        _ => ExitCode::from(FOUND),
    }
}

/// Opens the screen.
fn screen(args: Args, cache: Option<Cache>) -> ExitCode {
    if let Err(why) = can_draw() {
        return trouble(why);
    }
    let (config, mut troubles) = config();
    let (themes, more) = Themes::load(tier(), &config.kinds);
    troubles.extend(more);
    let (abbreviations, more) = abbreviations();
    troubles.extend(more);
    let (corrections, more) = corrections();
    troubles.extend(more);
    let (memory, journal, more) = remembered();
    troubles.extend(more);
    let language = args.lang.map(Into::into).or(config.language).unwrap_or_else(language);
    let theme = args.theme.map_or(config.theme, Into::into);
    let auto_theme = theme.is_none() && can_be_asked();
    let start = Start {
        inputs: args.sources.inputs(),
        prefs: Prefs { auto_theme, language, ..config.prefs },
        keymap: config.keymap,
        theme,
        fresh: args.fresh,
        watch: config.watch && !args.no_watch,
        abbreviations,
        corrections,
        troubles,
        memory,
        journal,
        cache,
    };
    match run(start, &themes) {
        Ok(Outcome::Quit) => ExitCode::from(FOUND),
        // The loop has given the terminal back; only the status is left to tell.
        Ok(Outcome::Signal(status)) => ExitCode::from(u8::try_from(status).unwrap_or(TROUBLE)),
        Err(error) => trouble(&error.to_string()),
    }
}

fn search(args: SearchArgs, cache: Option<&Cache>) -> ExitCode {
    let mut rest = args.rest.into_iter();
    let queries = match &args.queries {
        Some(path) => match read_queries(path) {
            Ok(queries) => queries,
            Err(error) => return trouble(&format!("{}: {error}", path.display())),
        },
        None => match rest.next() {
            Some(query) => vec![query.to_string_lossy().into_owned()],
            None => return trouble("search what? give a query, or a file of them with --queries"),
        },
    };
    let form = match (args.json, &args.queries) {
        (false, _) => Form::Text,
        (true, None) => Form::Json,
        (true, Some(_)) => Form::JsonWithQueries,
    };
    let paths = rest.map(PathBuf::from).collect();
    let (abbreviations, troubles) = abbreviations();
    troubles.iter().for_each(report);
    let corrections = own_corrections();
    headless(inputs(paths), (cache, Wants::All), |opened, out| {
        let on = Searchable {
            abbreviations: Arc::new(abbreviations),
            ..searchable(opened, corrections).clone()
        };
        search::answer((&opened.corpus, &on), &queries, args.limit, form, out)
    })
}

fn entities(args: EntitiesArgs, cache: Option<&Cache>) -> ExitCode {
    let corrections = own_corrections();
    let EntitiesArgs { output, corpus, kind, min, csv } = args;
    let json = output.json;
    headless(output.sources.inputs(), (cache, Wants::All), |opened, out| {
        if !corpus {
            return entities::entities(opened, &corrections, json, out);
        }
        let form = match (json, csv) {
            (true, _) => entity::Form::Json,
            (_, true) => entity::Form::Csv,
            _ => entity::Form::Text,
        };
        entity::list(searchable(opened, corrections), &Wanted { kind, min }, form, out)
    })
}

fn entity(args: EntityArgs, cache: Option<&Cache>) -> ExitCode {
    let corrections = own_corrections();
    let json = args.output.json;
    headless(args.output.sources.inputs(), (cache, Wants::All), |opened, out| {
        let found =
            entity::card(searchable(opened, corrections), (&args.name, args.kind), json, out)?;
        if !found {
            complain(&format!("no entity is called {}", args.name));
        }
        Ok(found)
    })
}

fn export(args: ExportArgs, cache: Option<&Cache>) -> ExitCode {
    let corrections = own_corrections();
    let ExportArgs { sources, matching, standoff } = args;
    let what = Export { matching, standoff };
    headless(sources.inputs(), (cache, Wants::All), |opened, out| {
        export::export(opened, &corrections, &what, out)
    })
}

/// Makes what was opened searchable, with its entities, unless it is so already.
fn searchable(opened: &mut Opened, corrections: Corrections) -> &Searchable {
    let corpus = &opened.corpus;
    let build = || Searchable::new(corpus, Tagger::shared());
    let on = opened.searchable.get_or_insert_with(build);
    on.corrections = Arc::new(corrections);
    on
}

/// Reads the user's corrections, and says what is wrong with them.
fn own_corrections() -> Corrections {
    let (corrections, troubles) = corrections();
    troubles.iter().for_each(report);
    corrections
}

/// Reads a file of queries, one a line; `-` is standard input.
fn read_queries(path: &Path) -> io::Result<Vec<String>> {
    let bytes = if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        io::Read::read_to_end(&mut io::stdin(), &mut bytes)?;
        bytes
    } else {
        std::fs::read(path)?
    };
    Ok(String::from_utf8_lossy(&bytes).lines().map(str::to_owned).collect())
}

fn show(args: ShowArgs, cache: Option<&Cache>) -> ExitCode {
    let json = args.output.json;
    headless(args.output.sources.inputs(), (cache, Wants::Articles), |opened, out| {
        let found = list::show(&opened.corpus, &args.id, json, out)?;
        if !found {
            complain(&format!("no article has the id {}", args.id));
        }
        Ok(found)
    })
}

/// Opens what is wanted, lets `work` write, and gives the status. What was computed of everything is
/// kept.
fn headless(
    inputs: Vec<Input>,
    (cache, wants): (Option<&Cache>, Wants),
    work: impl FnOnce(&mut Opened, &mut BufWriter<io::StdoutLock<'static>>) -> io::Result<bool>,
) -> ExitCode {
    config().1.iter().for_each(report);
    let missing = inputs.iter().any(is_missing);
    let mut opened = open_all(inputs, cache, wants);
    opened.diagnostics.iter().for_each(report);
    let mut out = BufWriter::new(io::stdout().lock());
    let found = work(&mut opened, &mut out).and_then(|found| out.flush().map(|()| found));
    drop(out);
    if let (Some(cache), Some(on)) = (cache, &opened.searchable) {
        cache.write(on, &opened.diagnostics).iter().for_each(report);
    }
    let Opened { corpus, diagnostics, .. } = opened;
    match found {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::from(FOUND),
        Err(error) => trouble(&error.to_string()),
        Ok(_) if missing || corpus.is_empty() && !diagnostics.is_empty() => ExitCode::from(TROUBLE),
        Ok(true) => ExitCode::from(FOUND),
        Ok(false) => ExitCode::from(NOTHING),
    }
}

/// Tells whether an input was named that is not there.
fn is_missing(input: &Input) -> bool {
    matches!(input, Input::Path(path) if !path.exists())
}

/// Maps items on all processors, in order.
fn parallel<T: Sync, R: Send>(items: &[T], map: impl Fn(&T) -> R + Sync + Send) -> Vec<R> {
    items.par_iter().map(map).collect()
}

fn report(diagnostic: &Diagnostic) {
    complain(&diagnostic.to_string());
}

fn trouble(text: &str) -> ExitCode {
    complain(text);
    ExitCode::from(TROUBLE)
}

/// Says something on standard error; where that is closed, nobody listens.
fn complain(text: &str) {
    let _ = writeln!(io::stderr(), "docbao: {}", clean_line(text));
}
