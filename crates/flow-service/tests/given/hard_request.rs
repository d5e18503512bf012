//! Requests that are hard to write as code, with their secrets.

use flow_service::operation::list_connections;
use flow_service::request::{Body, Request};
use flow_service::secret::{SecretName, Secrets};
use flow_service::value::Etag;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use super::access::access;
use super::secrets::{TOKEN, secrets};
use super::text::any_text;

/// Texts that one language or another gives a meaning to.
pub const TEXTS: [&str; 30] = [
    "",
    " edges\t",
    "it's",
    "say \"hi\"",
    "'''\"\"\"",
    "\\",
    "end\\",
    "C:\\new\\table \\u0041 \\\" \\'",
    "$HOME ${HOME} $(exit 1) `exit 1` $env:PATH $($x)",
    "%PATH% %% 100% %1 %~dp0 !PATH! ^ ^^ ^%",
    "a & b && c | d || e > f < g ; h # i",
    "(a) [b] {c} {{d}} {{{e}}} }} {{$guid}} \\{{f}} {{ACCESS_TOKEN}}",
    "*?~ {a,b} <(ls) =1+1 @echo off",
    "@/etc/hostname",
    "--version",
    "/* c */ // d <!-- e --> r#\"f\"# \"#",
    "' + $env:PATH + '",
    "\" + os.environ[\"PATH\"] + \"",
    "{0} %s %d {name!r} f\"{x}\" ${x} #{x}",
    "‘single’ ‚low‛ “double” „low‟ ´ ′",
    "Zoë Söhne 漢字 ſ表\\ ß",
    "😀👩‍👩‍👧",
    "\u{202e}abc\u{202c} \u{2066}x\u{2069} \u{200f}",
    "\u{feff}\u{2028}\u{2029}\u{85}\u{a0}\u{fffd}\u{ffff}\u{10ffff}",
    "null",
    "__proto__",
    "constructor",
    "!!",
    "1",
    "^\"&calc.exe",
];

/// Texts that have line breaks or other control characters.
pub const CONTROLS: [&str; 4] =
    ["a\nb\r\nc\rd\t\n", "\u{1}\u{8}\u{b}\u{c}\u{1b}\u{1f}\u{7f}\u{9b}", "\r\n'@\r\n", "a\\\nb"];

/// A request with what fills it. The names of its secrets are its own, so that many run with
/// the same variables.
#[derive(Debug)]
pub struct HardRequest {
    pub request: Request,
    /// Key of the parameter, and the secret.
    pub params: Vec<(String, String)>,
    /// The same of secrets that are JSON.
    pub json: Vec<(String, Value)>,
}

impl HardRequest {
    fn plain(request: Request) -> Self {
        Self { request, params: Vec::new(), json: Vec::new() }
    }

    pub fn secrets(&self) -> Secrets {
        let params: Vec<_> =
            self.params.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
        let mut secrets = secrets(&params);
        for (key, json) in &self.json {
            secrets.insert_json(name(key), json.clone());
        }
        secrets
    }

    /// The variables that its code reads.
    pub fn variables(&self) -> Vec<(String, String)> {
        let params = self.params.iter();
        let named = params.map(|(key, text)| (name(key).as_str().to_owned(), text.clone()));
        let json = self.json.iter();
        let json = json.map(|(key, json)| (name(key).as_str().to_owned(), json.to_string()));
        named.chain(json).chain([("ACCESS_TOKEN".to_owned(), TOKEN.to_owned())]).collect()
    }
}

fn name(key: &str) -> SecretName {
    SecretName::of_param(key)
}

/// One body that holds all texts, as keys and as values, as secrets, and each kind of JSON.
pub fn everything(secrets: &[&str]) -> HardRequest {
    // No secret is empty: nothing would be sent.
    let secrets = secrets.iter().filter(|secret| !secret.is_empty());
    let text = |text: &&str| Body::Text((*text).to_owned());
    let texts = TEXTS.iter().chain(&CONTROLS);
    let members = texts.clone().map(|key| ((*key).to_owned(), text(key))).collect();
    let bare = ["null", "true", "false", "0", "-7", "1.5", "-2.5e-7", "9007199254740991"];
    let bare = bare.map(|bare| Body::Bare(bare.to_owned())).into();
    let json: Vec<_> = [
        json!({ "Authorization": TEXTS.concat(), "{{a}}": [1, -2.5, null, [{}]], "__proto__": "x" }),
        json!([]),
        json!("a text"),
    ]
    .into_iter()
    .enumerate()
    .map(|(index, json)| (format!("json{index}"), json))
    .collect();
    let parts = json.iter().map(|(key, _)| (key.clone(), Body::SecretJson(name(key)))).collect();
    let params: Vec<_> = secrets
        .enumerate()
        .map(|(index, secret)| (format!("all{index}"), (*secret).to_owned()))
        .collect();
    let secrets = params.iter().map(|(key, _)| (key.clone(), Body::Secret(name(key)))).collect();
    let many = (0..100).map(|index| (index.to_string(), Body::Bare("null".to_owned())));
    let body = Body::Object(vec![
        ("texts".to_owned(), Body::Array(texts.map(text).collect())),
        ("members".to_owned(), Body::Object(members)),
        ("bare".to_owned(), Body::Array(bare)),
        ("empty".to_owned(), Body::Array(vec![Body::Array(vec![]), Body::Object(vec![])])),
        ("secrets".to_owned(), Body::Object(secrets)),
        ("parts".to_owned(), Body::Object(parts)),
        ("many".to_owned(), Body::Object(many.collect())),
    ]);
    HardRequest { request: Request::post(&access(), "/data/everything", body), params, json }
}

/// Numbers that not every language holds.
pub fn large_numbers() -> HardRequest {
    let numbers = ["-9223372036854775808", "18446744073709551615", "2147483648", "1e300", "5e-324"];
    let numbers = numbers.map(|number| Body::Bare(number.to_owned())).into();
    HardRequest::plain(Request::post(&access(), "/data/numbers", Body::Array(numbers)))
}

/// Each method, with what is hard about it.
pub fn each_method() -> Vec<HardRequest> {
    let query: Vec<_> = TEXTS.iter().chain(&CONTROLS).map(|text| ("property", *text)).collect();
    let next = "/connections?a='b'&c=$d;e|f*`g`&h=[1-3]&i={x,y}&j=^k!l&m=(n)&o=%22%25%26";
    let etags = [
        "\"0200-$HOME'`ls`%PATH%&|<>^()!\"",
        "W/\"a\"",
        "\"a\\\"",
        "plain\"&b",
        "a\\\\\"b",
        "\\\\",
    ];
    let changes = etags.iter().enumerate().map(|(index, etag)| {
        let key = format!("change{index}");
        let body = Body::Array(vec![Body::Secret(name(&key)), Body::Text((*etag).to_owned())]);
        let request = Request::patch(&access(), "/data/a", &Etag::parse(etag).unwrap(), body);
        HardRequest { params: vec![(key, "p\"\\'$w".to_owned())], ..HardRequest::plain(request) }
    });
    let requests = [
        Request::get(&access(), "/data/connections", &query),
        list_connections::next_request(&access(), next).unwrap(),
        Request::delete(&access(), "/data/a/b"),
        Request::post(&access(), "/data/text", Body::Text("it's\n\"so\"".to_owned())),
        Request::post(&access(), "/data/empty", Body::Object(vec![])),
    ];
    let alone = Request::post(&access(), "/data/secret", Body::Secret(name("alone")));
    let params = vec![("alone".to_owned(), "'p\"\\".to_owned())];
    let secret = HardRequest { params, ..HardRequest::plain(alone) };
    requests.into_iter().map(HardRequest::plain).chain(changes).chain([secret]).collect()
}

/// Bodies of any texts, with secrets of this kind.
pub fn any_requests(secret: impl Fn(String) -> String) -> Vec<HardRequest> {
    let texts = (any_text(), any_text(), any_text(), any_text(), any_text());
    let mut runner = TestRunner::default();
    let samples = (0..8).map(|_| texts.new_tree(&mut runner).unwrap().current());
    samples
        .enumerate()
        .map(|(index, (key, text, third, first, second))| {
            let keys = ["password", "token"].map(|key| format!("{key}{index}"));
            let body = Body::Object(vec![
                ([&key, "-"].concat(), Body::Text(text)),
                ("description".to_owned(), Body::Text(third)),
                (keys[0].clone(), Body::Secret(name(&keys[0]))),
                (keys[1].clone(), Body::Secret(name(&keys[1]))),
            ]);
            let [one, two] = keys;
            // No secret is empty.
            let secret = |text| ["-", &secret(text)].concat();
            let params = vec![(one, secret(first)), (two, secret(second))];
            HardRequest {
                params,
                ..HardRequest::plain(Request::post(&access(), "/data/any", body))
            }
        })
        .collect()
}
