use proptest::prelude::*;

use super::*;

fn written(write: impl FnOnce(&mut Writer<Vec<u8>>)) -> Vec<u8> {
    let mut writer = Writer::default();
    write(&mut writer);
    writer.finish().expect("memory takes all")
}

fn reader(bytes: &[u8]) -> Reader<&[u8]> {
    Reader::new(bytes, bytes.len() as u64)
}

fn texts(reader: &mut Reader<&[u8]>) -> Option<Vec<String>> {
    let mut read = Vec::new();
    reader.texts(|all, ends| {
        parts(all, ends).try_for_each(|text| {
            read.push(text?.to_owned());
            Some(())
        })
    })?;
    Some(read)
}

proptest! {
    #[test]
    fn what_is_written_is_read(
        (number, short) in any::<(u64, u8)>(),
        list in prop::collection::vec(any::<u16>(), 0..9),
        all in prop::collection::vec("\\PC{0,5}", 0..5),
    ) {
        let bytes = written(|writer| {
            writer.number(number);
            writer.number(short);
            writer.list(list.iter().copied());
            writer.texts(all.iter().map(String::as_str));
            writer.text("đọc báo");
        });
        // A source with a buffer of few bytes, as if it came in frames.
        let small = io::BufReader::with_capacity(3, &*bytes);
        let mut small = Reader::new(small, bytes.len() as u64);
        let mut reader = reader(&bytes);
        prop_assert_eq!((reader.number(), reader.number()), (Some(number), Some(short)));
        prop_assert_eq!((small.number(), small.number()), (Some(number), Some(short)));
        prop_assert_eq!(small.list(), Some(list.clone().into_boxed_slice()));
        prop_assert_eq!(reader.list(), Some(list.into_boxed_slice()));
        prop_assert_eq!(texts(&mut reader), Some(all));
        prop_assert_eq!(reader.text(), Some("đọc báo".into()));
        prop_assert!(reader.is_at_end());
    }

    #[test]
    fn what_ends_early_is_missing(cut in 0_usize..30) {
        let bytes = written(|writer| writer.texts(["đ", "ọc"].into_iter()));
        prop_assert!(cut >= bytes.len() || texts(&mut reader(&bytes[..cut])).is_none());
        // The source has less than it should.
        let mut short = Reader::new(&bytes[..cut.min(bytes.len() - 1)], bytes.len() as u64);
        prop_assert!(texts(&mut short).is_none());
    }
}

#[test]
fn long_lists_and_texts_come_back() {
    let (list, text): (Vec<u32>, _) = ((0..9_999).collect(), "đọc".repeat(GROUP));
    let bytes = written(|writer| {
        writer.list(list.iter().copied());
        writer.texts(["a", &text, "b", &text[..text.len() / 3], ""].into_iter());
    });
    let mut reader = reader(&bytes);
    assert_eq!(reader.list(), Some(list.into_boxed_slice()));
    let expected = ["a", &text, "b", &text[..text.len() / 3], ""].map(String::from);
    assert_eq!(texts(&mut reader).expect("they are there"), expected);
    assert!(reader.is_at_end());
}

#[test]
fn a_length_is_not_believed() {
    let bytes = written(|writer| writer.number(u64::MAX));
    assert!(reader(&bytes).list::<u16>().is_none());
    assert!(reader(&bytes).list::<u8>().is_none());
    assert!(reader(&bytes).text().is_none());
    let bytes = written(|writer| {
        writer.list([u32::MAX].into_iter());
    });
    assert!(texts(&mut reader(&bytes)).is_none());
    let bytes = written(|writer| {
        writer.list([1_u32, 2].into_iter());
        writer.number(0x6161_C491_u32);
    });
    assert!(texts(&mut reader(&bytes)).is_none(), "it would cut a letter");
}

#[test]
fn a_place_that_fails_is_told_of() {
    let mut place = [0; 3];
    let mut writer = Writer::new(&mut place[..]);
    writer.number(1_u16);
    writer.number(2_u16);
    writer.number(3_u8);
    assert!(writer.finish().is_err());
    assert_eq!(place[..2], [1, 0]);
}

#[test]
fn ends_rise_to_the_end() {
    let check = |ends: &[u32], end, expected| assert_eq!(are_ends(ends, end), expected, "{ends:?}");
    check(&[], 0, true);
    check(&[], 1, false);
    check(&[0, 2, 2, 5], 5, true);
    check(&[0, 2, 1, 5], 5, false);
    check(&[0, 2, 2, 5], 6, false);
}
