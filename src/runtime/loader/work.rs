//! The workers: they parse batches side by side. A panic costs the record that caused it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender};
use std::sync::{Arc, Mutex};
use std::thread::spawn;

use super::batch::{Batch, Item, ParsedBatch};
use crate::corpus::{Diagnostic, Parsed, Record, Source, parse_record};

/// Starts workers that end when there are no more batches, or nobody wants them.
pub(super) fn spawn_workers(
    count: usize,
    batches: Receiver<Batch>,
    parsed: &SyncSender<ParsedBatch>,
) {
    let batches = Arc::new(Mutex::new(batches));
    for _ in 0..count {
        let (batches, parsed) = (Arc::clone(&batches), parsed.clone());
        spawn(move || {
            while let Some(batch) = next(&batches) {
                if parsed.send(parse(batch)).is_err() {
                    break;
                }
            }
        });
    }
}

/// Waits for the next batch.
fn next(batches: &Mutex<Receiver<Batch>>) -> Option<Batch> {
    // Nothing panics while the lock is held, so it is never poisoned.
    batches.lock().ok()?.recv().ok()
}

/// Parses the records of a batch.
fn parse(batch: Batch) -> ParsedBatch {
    let mut articles = Vec::with_capacity(batch.items.len());
    let mut diagnostics = Vec::new();
    for item in batch.items {
        match item {
            Item::Diagnostic(diagnostic) => diagnostics.push(diagnostic),
            Item::Record(source, record) => match parse_safely(&record, &source, parse_record) {
                Ok(Parsed { article, warning }) => {
                    articles.push(article);
                    diagnostics.extend(warning);
                }
                Err(diagnostic) => diagnostics.push(diagnostic),
            },
        }
    }
    ParsedBatch { number: batch.number, articles, diagnostics, so_far: batch.so_far }
}

/// Parses a record; a panic becomes an error.
pub(in crate::runtime) fn parse_safely(
    record: &Record,
    source: &Source,
    parse: fn(&Record, &Source) -> Result<Parsed, Diagnostic>,
) -> Result<Parsed, Diagnostic> {
    // The parser has no state that a panic could leave torn.
    catch_unwind(AssertUnwindSafe(|| parse(record, source))).unwrap_or_else(|_| {
        let message = "is skipped: the parser failed on it (a bug)";
        Err(Diagnostic::error(&source.shown, Some(record.line), message))
    })
}

#[cfg(test)]
mod tests {
    use super::{Diagnostic, Parsed, Record, Source, parse_record, parse_safely};
    use crate::corpus::Shape;

    fn fails(_: &Record, _: &Source) -> Result<Parsed, Diagnostic> {
        panic!("a planted panic")
    }

    #[test]
    fn a_panic_costs_one_record() {
        let record = Record { bytes: b"Tin".to_vec(), line: 3, shape: Shape::Text };
        let source = Source::new("a.jsonl");
        let error = parse_safely(&record, &source, fails).unwrap_err();
        assert_eq!(error.to_string(), "a.jsonl:3: is skipped: the parser failed on it (a bug)");
        assert!(parse_safely(&record, &source, parse_record).is_ok());
    }
}
