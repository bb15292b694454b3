//! Which format a file has: by the ending of its name, else by its first bytes.

use super::decode::is_binary;

/// Tells how the bytes of a file are packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Packing {
    Gzip,
    Zstd,
}

/// Tells how the articles of a file are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// One article of plain text, in the seed form or not.
    Text,
    /// One article of Markdown.
    Markdown,
    /// One JSON object a line.
    JsonLines,
    /// JSON Lines, one JSON object over many lines, or other JSON: the content tells.
    Json,
}

/// Tells what the ending of a file name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    Known(Format),
    /// A format that cannot hold articles, or is not read.
    Unsupported,
    Unknown,
}

/// Endings of files that are never tried as text.
const UNSUPPORTED: [&str; 51] = [
    "7z", "arc", "avi", "avif", "bin", "bmp", "bz2", "csv", "db", "doc", "docx", "epub", "exe",
    "gif", "htm", "html", "ico", "jpeg", "jpg", "m4a", "mobi", "mov", "mp3", "mp4", "odt", "ods",
    "ogg", "otf", "parquet", "pdf", "png", "ppt", "pptx", "rar", "rtf", "so", "sqlite", "svg",
    "tar", "tgz", "tsv", "ttf", "warc", "wav", "webm", "webp", "wet", "woff", "woff2", "xml",
    "zip",
];

/// Splits the ending of a packed file off its name.
pub(super) fn unpacked_name(name: &str) -> &str {
    let ending = name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty());
    match ending {
        Some((stem, end)) if ["gz", "zst"].iter().any(|it| it.eq_ignore_ascii_case(end)) => stem,
        _ => name,
    }
}

/// Tells what the ending of an unpacked file name says.
pub(super) fn by_ending(name: &str) -> Ending {
    let Some((_, end)) = name.rsplit_once('.') else { return Ending::Unknown };
    match end.to_ascii_lowercase().as_str() {
        "txt" | "text" => Ending::Known(Format::Text),
        "md" | "markdown" => Ending::Known(Format::Markdown),
        "jsonl" | "ndjson" => Ending::Known(Format::JsonLines),
        "json" => Ending::Known(Format::Json),
        other if UNSUPPORTED.contains(&other) => Ending::Unsupported,
        _ => Ending::Unknown,
    }
}

/// Tells from the first bytes how a file is packed; no text begins like that.
pub(super) fn packing(start: &[u8]) -> Option<Packing> {
    match start {
        [0x1F, 0x8B, ..] => Some(Packing::Gzip),
        [0x28, 0xB5, 0x2F, 0xFD, ..] | [0x50..=0x5F, 0x2A, 0x4D, 0x18, ..] => Some(Packing::Zstd),
        _ => None,
    }
}

/// Tells the format from the first bytes; gives nothing for binary data.
pub(super) fn by_content(start: &[u8]) -> Option<Format> {
    let start = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start);
    let first = start.iter().find(|byte| !byte.is_ascii_whitespace());
    match first {
        _ if is_binary(start) => None,
        Some(b'{') => Some(Format::Json),
        _ => Some(Format::Text),
    }
}

#[cfg(test)]
mod tests {
    use super::{Ending, Format, Packing, by_content, by_ending, packing, unpacked_name};

    fn check(name: &str, expected: Ending) {
        assert_eq!(by_ending(unpacked_name(name)), expected, "{name}");
    }

    #[test]
    fn the_ending_tells_the_format() {
        check("a.txt", Ending::Known(Format::Text));
        check("A.TXT.GZ", Ending::Known(Format::Text));
        check("a.md", Ending::Known(Format::Markdown));
        check("a.jsonl.zst", Ending::Known(Format::JsonLines));
        check("a.json.gz", Ending::Known(Format::Json));
        check("a.pdf", Ending::Unsupported);
        check("a.parquet", Ending::Unsupported);
        check("a.warc.wet.gz", Ending::Unsupported);
        check("a.sgm", Ending::Unknown);
        check("a", Ending::Unknown);
        check(".gz", Ending::Unknown);
    }

    #[test]
    fn the_content_tells_the_format_of_the_others() {
        assert_eq!(by_content(b" \n{\"text\": 1}"), Some(Format::Json));
        assert_eq!(by_content(b"\xEF\xBB\xBF{}"), Some(Format::Json));
        assert_eq!(by_content(b"Tin"), Some(Format::Text));
        assert_eq!(by_content(b"\xFF\xFET\0"), Some(Format::Text));
        assert_eq!(by_content(b"\x89PNG\0\0"), None);
    }

    #[test]
    fn the_first_bytes_tell_the_packing() {
        assert_eq!(packing(&[0x1F, 0x8B, 8]), Some(Packing::Gzip));
        assert_eq!(packing(&[0x28, 0xB5, 0x2F, 0xFD]), Some(Packing::Zstd));
        assert_eq!(packing(&[0x5F, 0x2A, 0x4D, 0x18]), Some(Packing::Zstd));
        assert_eq!(packing(b"P*"), None);
        assert_eq!(packing(b""), None);
    }
}
