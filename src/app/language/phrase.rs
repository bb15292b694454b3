//! All that the screens say, as a type: a phrase carries what its text has places for, and a test
//! holds the type against the table of texts.

use super::fill::Value;

/// Declares the phrases with their fields, and how each tells its key in the table and its values.
macro_rules! phrases {
    ($($name:ident $({ $($field:ident: $kind:ty),* })?,)*) => {
        /// Names what the screens say; `assets/strings.tsv` has the text of each in each language.
        ///
        /// Where a text has two forms, `count` tells which.
        #[derive(Debug, Clone, Copy, PartialEq)]
        #[allow(missing_docs, reason = "the table of texts tells what each one says")]
        pub enum Phrase<'a> {
            $($name $({ $($field: $kind),* })?,)*
        }

        impl Phrase<'_> {
            /// Gives the key in the table.
            pub(super) const fn key(&self) -> &'static str {
                match self {
                    $(Self::$name { .. } => stringify!($name),)*
                }
            }

            /// Lets `use_them` work on the values, each with the name of its place.
            pub(super) fn with_values<T>(
                &self,
                use_them: impl FnOnce(&[(&'static str, Value)]) -> T,
            ) -> T {
                match *self {
                    $(Self::$name $({ $($field),* })? => {
                        use_them(&[$($((stringify!($field), Value::from($field)),)*)?])
                    })*
                }
            }
        }

        /// Lists the keys of all phrases with the names of their places.
        #[cfg(test)]
        pub(super) const PLACES: &[(&str, &[&str])] =
            &[$((stringify!($name), &[$($(stringify!($field)),*)?]),)*];
    };
}

phrases! {
    // What is counted.
    Articles { count: usize },
    Words { count: usize },
    Minutes { count: usize },
    Mentions { count: usize },
    Matches { count: usize },
    Entities { count: usize },
    Titles { count: usize },
    Passages { count: usize },
    Problems { count: usize },
    Monthless { count: usize },
    NewArticles { count: usize },
    ChangedArticles { count: usize },
    GoneArticles { count: usize },
    ShownOf { shown: usize, total: usize },
    SomeArticles { shown: usize, count: usize },
    HitsSoFar { count: usize },
    Took { milliseconds: f64 },

    // The search line.
    SearchHint,
    FindPrompt,
    EntitiesOfArticle,
    EntitiesOfAll,

    // Lists, results, cards, months.
    Loading,
    NoArticles,
    NothingFound,
    GroupTitles,
    GroupEntities,
    GroupPassages,
    Looking,
    NotKnownYet,
    Gathering,
    MentionsIn { mentions: &'a str, articles: &'a str },
    MentionsHere { mentions: &'a str },
    AlsoNamed { names: &'a str },
    AppearsWith,
    PeakMonth { month: &'a str, number: usize },
    ByMonth { of: &'a str },
    AllArticles,
    NoMonths,
    Counting,

    // The screens that lie over the others.
    HelpTitle,
    PaletteTitle,
    DiagnosticsTitle,
    HelpHint,
    PaletteHint,
    DiagnosticsHint,
    TypeToFind,
    InSearchLine,
    AllRead,
    PlaceAnywhere,
    PlaceList,
    PlaceReader,
    PlaceCard,

    // Orders, groups and stars.
    SortPlain,
    SortBest,
    SortDate,
    SortTitle,
    SortLength,
    SortUnread,
    SortStarred,
    GroupNone,
    GroupMonth,
    GroupSource,
    NoDate,
    StarGiven,
    StarTaken,
    MarkedRead,
    MarkedUnread,

    // The status line.
    OnlyKind { what: &'a str },
    MentionPlace { at: usize, total: usize },
    EntityPlace { at: usize, total: usize },
    ArticlePlace { at: usize, total: usize },
    MatchPlace { at: usize, total: usize },
    LoadingSoFar { articles: usize, megabytes: f64 },
    TimeLeft { minutes: &'a str },
    EntitiesSoFar { percent: usize },
    NoteDecoded { text: &'a str },
    NoteReadAs { typed: &'a str, text: &'a str },
    NoteAllButOne,
    NoteLeftOut { word: &'a str },

    // What can be pressed.
    HintAll,
    HintArticle,
    HintAsItWas,
    HintBack,
    HintCapitals,
    HintCard,
    HintChangeSearch,
    HintChoose,
    HintClose,
    HintEntities,
    HintFind,
    HintFollow,
    HintGoThere,
    HintGroup,
    HintHelp,
    HintKeep,
    HintKeepMonth,
    HintKinds,
    HintLabels,
    HintLetters,
    HintList,
    HintMatch,
    HintMonth,
    HintNext,
    HintOpen,
    HintOpenCard,
    HintQuit,
    HintRead,
    HintScope,
    HintSearch,
    HintThisOne,
    HintWithWithout,
    HintYear,
    HintZoom,

    // The files as they are by now.
    FileChanged,
    FileGone,

    // What is said once.
    NotWatched { error: &'a str },
    NothingToFollow,
    NoMoreHere { label: &'a str },
    NoMoreHereBack { label: &'a str },
    LastMatchHere,
    FirstMatchHere,
    LastMention,
    FirstMention,
    LastMatch,
    FirstMatch,
    Merged { name: &'a str, other: &'a str },
    MergeWithWhom { name: &'a str },
    EntityRejected { name: &'a str },
    MentionRejected { name: &'a str },
    WhichKind { name: &'a str, kinds: &'a str },
    KindChanged { name: &'a str, kind: &'a str },
    NothingToUndo,
    Undone { name: &'a str },
    FocusToCorrect,
    FocusForCard,
    FocusToFilter,
    FocusToFollow,
    NoCard { name: &'a str },
    NotInAllYet { name: &'a str },
    Following { name: &'a str },
    Filtered { count: usize, names: &'a str },
    LabelsNeedArticle,
    AnyEntity,
    NoneHere { what: &'a str },
    NoneFurther { what: &'a str },
    NoneEarlier { what: &'a str },
    NoneOnScreen { what: &'a str },
    NoOtherOnScreen { what: &'a str },
    MeasureNow { columns: usize },
    Justified,
    Ragged,
    Indented,
    Spaced,
    Dimmed,
    Even,
    HistoryEnds,
    NotInArticle { text: &'a str },
    PasteWhere,
    NoAddress,
    CannotOpen { error: &'a str },
    EndedBadly { end: &'a str },
    MouseOurs,
    MouseGiven,
    CopyWhat,
    Copied { text: &'a str },
    NothingToCopy,
    TooLongToCopy,
    CorrectionNotKept { error: &'a str },
    NoShell,

    // Who may be several people.
    DoubtGivenName,
    DoubtPeople { count: usize, said: &'a str },
    Born { year: &'a str },
    BornAbout { year: &'a str },
    Man,
    Woman,
    Footballer,
    Artist,
    Doctor,
    Lawyer,
    Driver,

    // What can be typed into the search line.
    QueryMarksFree,
    QueryMarksBind,
    QueryAllWords,
    QueryInitials,
    QueryAbbreviations,
    QueryTelex,
    QueryTypo,
    QueryPhrase,
    QueryNot,
    QueryExact,
    QueryEntity,
    QueryKind,
    QueryDate,
}
