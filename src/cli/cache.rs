//! `docbao cache`.

use std::io::{self, Write};
use std::process::ExitCode;
use std::time::Duration;

use crate::runtime::cache::{Kept, MOST_BYTES, clear, list};
use crate::text::CleanText;

use super::{FOUND, NOTHING, trouble};

/// Lists the files that are kept, or removes them, and gives the status.
pub(super) fn tend(clears: bool) -> ExitCode {
    let mut out = io::stdout().lock();
    let done = if clears {
        clear().and_then(|count| {
            writeln!(out, "{count} removed")?;
            Ok(true)
        })
    } else {
        list().and_then(|kept| {
            kept.iter().try_for_each(|kept| print(kept, &mut out))?;
            let total = kept.iter().map(|kept| kept.bytes).sum::<u64>();
            let (total, most) = (mebibytes(total), mebibytes(MOST_BYTES));
            if !kept.is_empty() {
                writeln!(out, "{total:>6} MiB of {most} at most")?;
            }
            Ok(!kept.is_empty())
        })
    };
    match done {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::from(FOUND),
        Err(error) => trouble(&error.to_string()),
        Ok(true) => ExitCode::from(FOUND),
        Ok(false) => ExitCode::from(NOTHING),
    }
}

fn print(kept: &Kept, out: &mut impl Write) -> io::Result<()> {
    let paths: Vec<&str> = kept.paths.iter().map(CleanText::as_str).collect();
    let paths = if paths.is_empty() { "(cannot be read)".to_owned() } else { paths.join(" ") };
    let size = mebibytes(kept.bytes);
    let age = kept.used.elapsed().unwrap_or_default();
    writeln!(out, "{size:>6} MiB {:>9} articles {:>10}  {paths}", kept.articles, ago(age))
}

const fn mebibytes(bytes: u64) -> u64 {
    bytes.div_ceil(1 << 20)
}

/// Tells how long ago something was, in the greatest unit of which it is at least one.
fn ago(age: Duration) -> String {
    match age.as_secs() {
        0..60 => "now".to_owned(),
        seconds @ 60..3_600 => format!("{} min ago", seconds / 60),
        seconds @ 3_600..86_400 => format!("{} h ago", seconds / 3_600),
        seconds => format!("{} d ago", seconds / 86_400),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_is_told_in_one_unit() {
        let check =
            |seconds, expected: &str| assert_eq!(ago(Duration::from_secs(seconds)), expected);
        check(59, "now");
        check(60, "1 min ago");
        check(7_199, "1 h ago");
        check(200_000, "2 d ago");
    }
}
