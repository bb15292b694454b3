use std::sync::Arc;
use std::sync::mpsc::{channel, sync_channel};

use super::{Collector, LoadEvent, ParsedBatch, Stop};
use crate::corpus::{Diagnostic, Record, Shape, Source, parse_record};
use crate::runtime::loader::batch::ReadSoFar;
use crate::text::clean;

/// Makes a batch with one article of `length` bytes and one complaint that says its number.
fn batch(number: u64, length: usize) -> ParsedBatch {
    let record = Record { bytes: vec![b'x'; length], line: 1, shape: Shape::Text };
    let article = parse_record(&record, &Source::new(&number.to_string())).unwrap().article;
    let complaint = Diagnostic::error(&clean("a"), None, &number.to_string());
    let so_far = ReadSoFar { bytes: number, files: number };
    ParsedBatch { number, articles: vec![article], diagnostics: vec![complaint], so_far }
}

/// Collects batches that come in the order `numbers`; gives the ids and complaints as one text.
fn check(numbers: &[u64], length: usize, expected: &str) {
    let (permits, returned) = sync_channel(99);
    let (parsed, batches) = sync_channel(99);
    let (sender, events) = channel();
    for &number in numbers {
        permits.send(()).unwrap();
        parsed.send(batch(number, length)).unwrap();
    }
    drop(parsed);
    let send = move |event| sender.send(event).is_ok();
    Collector::new(send, returned, Arc::default(), Stop::default()).run(&batches);
    let shown = events.iter().filter_map(|event| match event {
        LoadEvent::Segment(segment) => {
            let ids: Vec<_> =
                segment.iter().map(|(n, it)| format!("{}={}", n.0, &*it.id)).collect();
            Some(format!("[{}]", ids.join(" ")))
        }
        LoadEvent::Diagnostic(diagnostic) => Some(diagnostic.message.to_string()),
        LoadEvent::Progress(_) | LoadEvent::Kept(_) | LoadEvent::Entities(_) => None,
        LoadEvent::Done => Some("done".into()),
    });
    assert_eq!(shown.collect::<Vec<_>>().join(" "), expected);
}

#[test]
fn batches_are_put_back_in_order() {
    check(&[], 1, "done");
    check(&[0, 1, 2], 25 << 20, "0 [0=0] 1 [1=1] 2 [2=2] done");
    check(&[3, 2, 1, 0], 13 << 20, "0 1 [0=0 1=1] 2 3 [2=2 3=3] done");
}
