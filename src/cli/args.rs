//! The arguments, as the user types them.

use std::env::consts::{ARCH, OS};
use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::LazyLock;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::app::{Language, ThemeName};
use crate::entity::Kind;
use crate::runtime::loader::Input;

/// Read a corpus of articles in the terminal: an article list, a reader with highlighted entities,
/// and a fuzzy search line that knows how Vietnamese is typed.
///
/// Without a path docbao opens the articles that it carries. A path is a file or a folder, read
/// with all folders in it; `-` is standard input. It reads text, Markdown and JSON Lines (`text`,
/// and `title`, `timestamp`, `url` where present), each also as .gz and .zst. What cannot be read
/// is skipped, and said.
#[derive(Debug, Parser)]
#[command(version, long_version = LONG_VERSION.as_str(), args_conflicts_with_subcommands = true, max_term_width = 96)]
// Else help would quote the name that the program was called by, which may hold anything.
#[command(bin_name = "docbao")]
#[command(after_help = AFTER_HELP)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Option<Command>,

    #[command(flatten)]
    pub(super) sources: Sources,

    /// Neither read nor keep what was computed of a corpus before
    #[arg(long, global = true)]
    pub(super) no_cache: bool,

    /// Do not look for changes of the files while they are open
    #[arg(long)]
    pub(super) no_watch: bool,

    /// The colours: for a dark or for a light background, or for that which the terminal tells
    #[arg(long, value_enum)]
    pub(super) theme: Option<ThemeArg>,

    /// The language of the screens, if not that of the locale
    #[arg(long, value_enum)]
    pub(super) lang: Option<LanguageArg>,

    /// Begin at the beginning, not where you were last time
    #[arg(long)]
    pub(super) fresh: bool,
}

/// Names the version with what matters when something goes wrong.
static LONG_VERSION: LazyLock<String> = LazyLock::new(|| {
    let build = if cfg!(debug_assertions) { "debug" } else { "release" };
    let (version, licence) = (env!("CARGO_PKG_VERSION"), env!("CARGO_PKG_LICENSE"));
    format!("{version}\n{build} build for {OS} on {ARCH}\n{licence}")
});

const AFTER_HELP: &str = "\
Inside, `?` shows all keys. NO_COLOR is respected.
Exit status: 0 found, 1 nothing found, 2 trouble.

Files in the configuration folder (on Linux ~/.config/docbao/), if you put them there:
  config.toml                       keys, language, colours, widths; see `docbao config`
  abbreviations.tsv                 your own abbreviations, short form, tab, long form on a line
  themes/dark.toml, light.toml      your own colours

Examples:
  docbao news/ more.jsonl.zst       read these
  docbao search 'lam dong' news/    find articles, names and passages
  docbao entities --json news/      every mention of every article, as JSON Lines
  docbao export --matching 'lam dong date:2023' news/ > found.jsonl
                                    articles with their mentions, for other programs
  docbao cache --clear              remove what is kept of corpora for the next start
  zstdcat big.zst | docbao list -   what is on standard input";

/// What to read.
#[derive(Debug, ClapArgs)]
pub(super) struct Sources {
    /// Files and folders; `-` is standard input
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
}

impl Sources {
    /// Gives the inputs in the order of the arguments; without any, the embedded articles.
    pub(super) fn inputs(self) -> Vec<Input> {
        inputs(self.paths)
    }
}

/// Gives the inputs that paths name.
pub(super) fn inputs(paths: Vec<PathBuf>) -> Vec<Input> {
    if paths.is_empty() {
        return vec![Input::Seeds];
    }
    let one =
        |path: PathBuf| if path.as_os_str() == "-" { Input::Stdin } else { Input::Path(path) };
    paths.into_iter().map(one).collect()
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Find articles, entities and passages, best first
    ///
    /// The query is words in any order; the last one may be cut short. Marks that you type must be
    /// there, marks that you leave out are free: `lam dong` finds Lâm Đồng, `lâm` does not find
    /// lạm. Also: "a phrase", -not, 'exact, @entity, kind:person, date:2023-04,
    /// date:2022-06..2023-04. Before a query that begins with a hyphen write --.
    Search(SearchArgs),
    /// List the entities that each article speaks of, or those of the whole corpus
    Entities(EntitiesArgs),
    /// Print what the corpus says of one entity: its card
    Entity(EntityArgs),
    /// Print the articles with their mentions, as JSON Lines, or write them as standoff files
    Export(ExportArgs),
    /// Print one article
    Show(ShowArgs),
    /// List the articles
    List(OutputArgs),
    /// Print what makes a shell complete the arguments
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page
    Man,
    /// List what is kept of corpora that were opened, so that they open faster
    Cache(CacheArgs),
    /// Print the default configuration, or tell what is wrong with yours
    Config(ConfigArgs),
}

#[derive(Debug, ClapArgs)]
pub(super) struct ConfigArgs {
    /// Tell what is wrong with FILE, or with your own configuration
    #[arg(long)]
    pub(super) check: bool,

    /// The file to check
    #[arg(value_name = "FILE", requires = "check")]
    pub(super) file: Option<PathBuf>,
}

#[derive(Debug, ClapArgs)]
pub(super) struct CacheArgs {
    /// Remove it
    #[arg(long)]
    pub(super) clear: bool,
}

#[derive(Debug, ClapArgs)]
pub(super) struct SearchArgs {
    /// The query, then files and folders; with --queries only these
    #[arg(value_name = "QUERY] [PATH")]
    pub(super) rest: Vec<OsString>,

    /// Answer each line of FILE on one load
    #[arg(long, value_name = "FILE")]
    pub(super) queries: Option<PathBuf>,

    /// The most hits for a query
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub(super) limit: usize,

    /// Print JSON Lines
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, ClapArgs)]
pub(super) struct OutputArgs {
    #[command(flatten)]
    pub(super) sources: Sources,

    /// Print JSON Lines
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, ClapArgs)]
pub(super) struct EntitiesArgs {
    #[command(flatten)]
    pub(super) output: OutputArgs,

    /// All entities of the corpus instead, most mentions first
    #[arg(long)]
    pub(super) corpus: bool,

    /// Only entities of this kind: person, organization, location, role, law or event
    #[arg(long, value_parser = kind, requires = "corpus")]
    pub(super) kind: Option<Kind>,

    /// Only entities with so many mentions
    #[arg(long, value_name = "N", default_value_t = 1, requires = "corpus")]
    pub(super) min: usize,

    /// Print CSV
    #[arg(long, requires = "corpus", conflicts_with = "json")]
    pub(super) csv: bool,
}

#[derive(Debug, ClapArgs)]
pub(super) struct EntityArgs {
    /// One of its names, as a search would find it
    pub(super) name: String,

    /// Only entities of this kind
    #[arg(long, value_parser = kind)]
    pub(super) kind: Option<Kind>,

    #[command(flatten)]
    pub(super) output: OutputArgs,
}

#[derive(Debug, ClapArgs)]
pub(super) struct ExportArgs {
    #[command(flatten)]
    pub(super) sources: Sources,

    /// Only articles that have all words of a query and pass its filters
    #[arg(long, value_name = "QUERY", allow_hyphen_values = true)]
    pub(super) matching: Option<String>,

    /// Write a .txt and a .ann of each article into a folder, in the standoff form of brat
    #[arg(long, value_name = "FOLDER")]
    pub(super) standoff: Option<PathBuf>,
}

fn kind(name: &str) -> Result<Kind, String> {
    Kind::from_name(name).filter(|kind| kind.is_named()).ok_or_else(|| {
        let kinds = Kind::ALL.into_iter().filter(|kind| kind.is_named());
        format!("a kind is one of {}", kinds.map(Kind::name).collect::<Vec<_>>().join(", "))
    })
}

#[derive(Debug, ClapArgs)]
pub(super) struct ShowArgs {
    /// The article's id, or its number in `docbao list` after a #
    pub(super) id: String,

    #[command(flatten)]
    pub(super) output: OutputArgs,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum ThemeArg {
    Auto,
    Dark,
    Light,
}

impl From<ThemeArg> for Option<ThemeName> {
    fn from(theme: ThemeArg) -> Self {
        match theme {
            ThemeArg::Auto => None,
            ThemeArg::Dark => Some(ThemeName::Dark),
            ThemeArg::Light => Some(ThemeName::Light),
        }
    }
}

/// Names a language, as locales do.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum LanguageArg {
    En,
    Vi,
}

impl From<LanguageArg> for Language {
    fn from(language: LanguageArg) -> Self {
        match language {
            LanguageArg::En => Self::English,
            LanguageArg::Vi => Self::Vietnamese,
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_definitions_hold_together() {
        Args::command().debug_assert();
    }
}
