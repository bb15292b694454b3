use super::decode;
use proptest::prelude::*;

fn check(bytes: &[u8], expected: &str) {
    let shown = match decode(bytes) {
        Ok(decoded) => match decoded.replaced {
            None => decoded.text.into_owned(),
            Some(fault) => format!("{} ({:?}: {})", decoded.text, fault.line, fault.message),
        },
        Err(fault) => format!("error {:?}: {}", fault.line, fault.message),
    };
    assert_eq!(shown, expected);
}

#[test]
fn reads_utf_8_and_utf_16() {
    check(b"", "");
    check("Bình Duyên\n".as_bytes(), "Bình Duyên\n");
    check(b"\xEF\xBB\xBFTin", "Tin");
    check(b"\xFF\xFET\0i\0n\0", "Tin");
    check(b"\xFE\xFF\0T\0i\0n", "Tin");
    check(b"\xFF\xFE\xBF\x1E", "ế");
    check(b"\x0C\x1B[0m\x07", "\x0C\x1B[0m\x07");
}

#[test]
fn replaces_a_few_invalid_bytes_and_names_the_first() {
    let text = b"one\ntwo \xA3 three";
    check(text, "one\ntwo \u{FFFD} three (Some(2): byte 9 (0xA3) is not UTF-8 and was replaced)");
    let late = "is not valid UTF-16; what was invalid was replaced";
    check(b"\xFF\xFE\n\0\x00\xD8", &format!("\n\u{FFFD} (Some(2): {late})"));
    check(b"\xFF\xFEa\0b", &format!("a (Some(1): {late})"));
}

#[test]
fn refuses_what_is_not_text() {
    check(b"a\0b", "error None: is binary data, not text");
    check(b"\x01\x02\x03abc", "error None: is binary data, not text");
    check(b"a\n\xA3\xA3b", "error Some(2): is not UTF-8: 2 bytes are invalid, the first is byte 3");
}

#[test]
fn a_nul_far_into_the_text_is_binary_too() {
    let mut bytes = vec![b'a'; 100_000];
    bytes.push(0);
    check(&bytes, "error None: is binary data, not text");
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = decode(&bytes);
        let mut marked = vec![0xFF, 0xFE];
        marked.extend(&bytes);
        prop_assert!(decode(&marked).is_ok());
    }

    #[test]
    fn valid_text_is_not_changed(text in "[^\u{0}-\u{1f}\u{feff}]{0,80}") {
        let decoded = decode(text.as_bytes()).unwrap();
        prop_assert_eq!(&*decoded.text, text.as_str());
        prop_assert_eq!(decoded.replaced, None);
    }
}
