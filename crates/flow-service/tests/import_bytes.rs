//! Files in the encodings that programs write.

use flow_service::import::text_of;

const TEXT: &str = "SF_PASSWORD='Grü€\u{1f511}'\r\n";

fn utf16(mark: &[u8], unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    mark.iter().copied().chain(TEXT.encode_utf16().flat_map(unit)).collect()
}

#[test]
fn utf8_with_and_without_its_mark() {
    assert_eq!(*text_of(TEXT.as_bytes()), TEXT);
    assert_eq!(*text_of(&[b"\xef\xbb\xbf", TEXT.as_bytes()].concat()), TEXT);
}

/// What Windows PowerShell writes with `>`.
#[test]
fn utf16_of_either_order() {
    assert_eq!(*text_of(&utf16(b"\xff\xfe", u16::to_le_bytes)), TEXT);
    assert_eq!(*text_of(&utf16(b"\xfe\xff", u16::to_be_bytes)), TEXT);
}

#[test]
fn what_is_no_text_is_read_all_the_same() {
    for bytes in [&b""[..], b"\xff", b"\xff\xfe", b"\xff\xfea", b"\xef\xbb", b"\xfe\xff\xd8\x00"] {
        let text = text_of(bytes);
        assert!(text.chars().all(|it| it == char::REPLACEMENT_CHARACTER), "{bytes:?}: {:?}", *text);
    }
}
