//! What bounds an import, and what its errors and `Debug` texts never have.

#![expect(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use flow_service::import::{
    COUNT_LIMIT, Format, Import, NothingFound, TEXT_LIMIT, Target, VALUE_LIMIT, Why, read,
};

mod given {
    pub mod found;
    pub mod import;
    pub mod nothing;
}

use given::import::import;
use given::nothing::check_nothing;

#[test]
fn a_text_without_anything_is_empty() {
    for text in ["", " \r\n\t ", "\u{feff}", "\u{feff}\n"] {
        check_nothing(text, &NothingFound::Empty);
    }
}

#[test]
fn a_text_beyond_the_limit_is_not_read() {
    let filled = |length: usize| format!("API_KEY=k\n#{}", "x".repeat(length - 11));
    assert_eq!(filled(TEXT_LIMIT).len(), TEXT_LIMIT);
    given::found::check(&filled(TEXT_LIMIT), Format::DotEnv, &["ApiKey = k"]);
    check_nothing(&filled(TEXT_LIMIT + 1), &NothingFound::TooLarge);
}

#[test]
fn a_value_beyond_the_limit_is_not_taken() {
    let value = "x".repeat(VALUE_LIMIT);
    let text = format!("SF_PASSWORD={value}\nAPI_KEY={value}y\nSANDBOX=s");
    let found = import(&text).unwrap();
    let taken: Vec<_> = found.taken.iter().map(|taken| taken.value.len()).collect();
    assert_eq!(taken, [VALUE_LIMIT, 1]);
    assert_eq!(found.ignored.first().map(|ignored| ignored.why), Some(Why::TooLong));
}

#[test]
fn no_more_values_are_told_than_the_limit() {
    let members = |from: usize, to: usize| {
        (from..to).map(|at| format!("\"k{at}\":\"v\"")).collect::<Vec<_>>().join(",")
    };
    let text = |params: &str| format!("{{\"auth\":{{\"params\":{{{params}}}}}}}");
    let found = import(&text(&members(0, COUNT_LIMIT))).unwrap();
    assert_eq!((found.taken.len(), found.ignored.len()), (COUNT_LIMIT, 0));
    let found = import(&text(&members(0, 3 * COUNT_LIMIT))).unwrap();
    assert_eq!((found.taken.len(), found.ignored.len()), (COUNT_LIMIT, COUNT_LIMIT));
    assert!(found.ignored.iter().all(|ignored| ignored.why == Why::TooMany));
    let lines = "X=1\n".repeat(3 * COUNT_LIMIT);
    let Err(NothingFound::NothingUsable(Format::DotEnv, ignored)) = import(&lines) else {
        panic!("nothing is known there");
    };
    assert_eq!(ignored.len(), COUNT_LIMIT);
}

#[test]
fn a_long_name_is_told_in_part() {
    let name = "é".repeat(65);
    let text = format!("{{\"{name}\":1,\"auth\":{{\"params\":{{\"{name}\":\"v\"}}}}}}");
    let found = import(&text).unwrap();
    let expect = format!("{}…", "é".repeat(64));
    assert_eq!(found.taken.first().unwrap().name, expect);
    assert_eq!(found.taken.first().unwrap().target, Target::Param(name));
    assert_eq!(found.ignored.first().unwrap().name, expect);
    given::found::check("{\"API KEY\":\"k\"}", Format::Json, &["ApiKey = k"]);
}

#[test]
fn json_that_nests_too_deep_is_not_parsed() {
    let nested = |depth: usize| {
        let inner = depth - 3;
        format!("{{\"auth\":{{\"params\":{{\"a\":{}1{}}}}}}}", "[".repeat(inner), "]".repeat(inner))
    };
    assert!(import(&nested(64)).is_ok());
    let parse = |_: &str| panic!("it was given to the parser");
    assert_eq!(read(&nested(65), &parse).err(), Some(NothingFound::NotJson));
    let curl = format!("curl $U -d '{}'", nested(65));
    let expect = |why| flow_service::import::Ignored { name: "body".to_owned(), why };
    let Err(NothingFound::NothingUsable(_, ignored)) = import(&curl) else { panic!() };
    assert_eq!(ignored.last(), Some(&expect(Why::NotJson)));
}

const CANARY: &str = "canary-4f1d";

/// Each format, with a value that must not be shown wherever a value may be.
fn texts_with_values() -> Vec<String> {
    let url = "https://platform.adobe.io/data/foundation/flowservice/connections";
    let body = format!(
        "{{\"name\":\"{CANARY}\",\"auth\":{{\"specName\":\"{CANARY}\",\"params\":{{\"a\":\"{CANARY}\",\
         \"b\":[\"{CANARY}\"]}}}},\"id\":\"{CANARY}\"}}"
    );
    vec![
        format!("TOKEN={CANARY}\nMINE={CANARY}\nSF_PASSWORD='{CANARY}\n"),
        format!("TOKEN=Basic {CANARY}\nAPI_BASE=https://{CANARY}@host\nJWT={CANARY}"),
        format!("$env:TOKEN=\"{CANARY}\"\nset API_KEY={CANARY}"),
        format!("PRIVATE_KEY=-----BEGIN KEY-----\n{CANARY}=\n-----END KEY-----\nAPI_KEY=k"),
        format!(
            "[{{\"key\":\"TOKEN\",\"value\":\"{CANARY}\"}},{{\"key\":\"X\",\"value\":\"{CANARY}\"}}]"
        ),
        format!("{{\"info\":{{}},\"item\":[],\"x\":\"{CANARY}\"}}"),
        format!("{{\"token\":\"{CANARY}\",\"x\":\"{CANARY}\"}}"),
        body.clone(),
        format!("curl {url} -u {CANARY} -b {CANARY} -H '{CANARY}' -H 'x: {CANARY}' -d '{body}'"),
        format!("curl https://{CANARY}.example -d '{CANARY}' -H 'Authorization: {CANARY}'"),
        format!("curl https://h/ims/token/v3 -d 'client_secret={CANARY}&x={CANARY}'"),
        format!("POST {url}\nAuthorization: Bearer {CANARY}\nCookie: {CANARY}\n\n{body}"),
        format!("POST {url}\nx-api-key: k\n\n{CANARY}"),
        format!(
            "POST https://h/ims/token/v3\n\n{{\"client_secret\":\"{CANARY}\",\"x\":\"a={CANARY}\"}}"
        ),
        format!("POST https://h/ims/token/v3\n\n{CANARY}&client_id=k"),
        format!("curl https://h/ims/token/v3 --data-urlencode {CANARY} -H 'Bearer {CANARY}: x'"),
        format!("not understood: {CANARY}"),
        format!("{CANARY}="),
        format!("{CANARY}==\nAPI_KEY=k"),
    ]
}

#[test]
fn no_debug_text_and_no_error_has_a_value() {
    for text in texts_with_values() {
        let found = import(&text);
        let mut shown = format!("{found:?} {found:#?}");
        if let Err(error) = &found {
            shown.push_str(&error.to_string());
        }
        assert!(!shown.contains(CANARY), "{text}\n{shown}");
    }
}

#[test]
fn debug_tells_names_and_targets() {
    let shown = format!("{:?}", import("SF_PASSWORD=p\nX=y").unwrap());
    for part in ["Param(\"password\")", "\"SF_PASSWORD\"", "[redacted]", "\"X\"", "Unknown"] {
        assert!(shown.contains(part), "{shown}");
    }
}

#[test]
fn errors_have_words_of_their_own() {
    let errors = [
        NothingFound::Empty,
        NothingFound::TooLarge,
        NothingFound::NotUnderstood,
        NothingFound::PostmanCollection,
        NothingFound::NothingUsable(Format::Json, Vec::new()),
    ];
    let mut words: Vec<_> = errors.iter().map(ToString::to_string).collect();
    words.dedup();
    assert_eq!(words.len(), 5);
}

/// Each text is longer than a person's by far. Were the time of one in proportion to the
/// square of its length, that one alone would take more than all of them may.
#[test]
fn long_texts_take_little_time() {
    let url = "curl https://h/data/foundation/flowservice/connections -d ";
    let begun = std::time::Instant::now();
    for piece in [
        "A=\"\n",
        "A='",
        "A=\"\\\"\n",
        "$A=\"`",
        "$A=''",
        "set A=^",
        "A=-----BEGIN\n",
        "-----END\n",
        "$'",
        "$'\\x",
        "\\ ",
        "$(",
        "${",
        "`",
        "\"$(",
        "^\"",
        "\"^\n",
        "%A%",
        "\\\\\"",
        "curl\n",
        "-d ",
        "{",
        "[",
        "\"",
        "a:b\n",
        "a:\n ",
        "&a=%",
        "#\n",
        "export A='';",
        "A='a'b\n",
    ] {
        for start in ["", url, "curl.exe `\n", "curl ^\n", "GET /ims/token\n\n", "{\"a\":\""] {
            let mut text = start.to_owned();
            text.push_str(&piece.repeat(TEXT_LIMIT / 16 / piece.len()));
            let _: Result<Import, NothingFound> = import(&text);
        }
    }
    assert!(begun.elapsed().as_secs() < 60, "{:?}", begun.elapsed());
}
