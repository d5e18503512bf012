//! What is written down by known rules is read as what it was, and no text panics.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use flow_service::code::{Language, Shown};
use flow_service::import::{Format, Ignored, Import, NothingFound, Target, Why};
use flow_service::operation::create_connection::{self, NewConnection};
use flow_service::request::{Body, Request};
use flow_service::secret::SecretName;
use flow_service::value::{ConnectionName, ConnectionSpecId, SpecVersion};
use proptest::prelude::*;
use proptest::sample::select;

mod given {
    pub mod access;
    pub mod connection_request;
    pub mod import;
    pub mod secrets;
    pub mod text;
}

use given::access::{API_KEY, ORGANIZATION, SANDBOX};
use given::connection_request::connection;
use given::import::import;
use given::secrets::TOKEN;

const BASE: &str = "https://platform.adobe.io";

/// Values that are no placeholder and not empty.
fn any_value() -> impl Strategy<Value = String> {
    given::text::any_text().prop_filter("it would stand for another value", |text| is_value(text))
}

fn is_value(text: &str) -> bool {
    let braced = text.contains("{{") || text.contains("${");
    let whole = ["{}", "<>", "%%", "``"].iter().any(|marks| {
        text.starts_with(&marks[..1]) && text.ends_with(&marks[1..]) && text.len() > 1
    });
    let marks = text.starts_with('$') || text.chars().all(|it| matches!(it, '*' | '•'));
    !text.trim().is_empty() && !text.contains('\u{fdd0}') && !braced && !whole && !marks
}

/// Secrets as they can be typed: no control character but the tab.
fn any_secret() -> impl Strategy<Value = String> {
    any_value()
        .prop_map(|text| text.chars().filter(|it| *it == '\t' || !it.is_control()).collect())
        .prop_filter("it would stand for another value", |text: &String| is_value(text))
}

/// Other texts that no command line can carry.
fn any_word() -> impl Strategy<Value = String> {
    any_value().prop_filter("no NUL", |text| !text.contains(['\0', '\r']))
}

/// A text as JSON, without the marks around it.
fn json(text: &str) -> String {
    let quoted = serde_json::to_string(text).unwrap();
    quoted[1..quoted.len() - 1].to_owned()
}

fn bash(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// As browsers write it for bash when there is a quote in it: code units of UTF-16.
fn bash_ansi(text: &str) -> String {
    let escaped = text.chars().map(|it| match it {
        '\\' => r"\\".to_owned(),
        '\'' => r"\'".to_owned(),
        '\n' => r"\n".to_owned(),
        ' '..='~' if it != '!' => it.to_string(),
        _ => {
            let mut units = [0; 2];
            let units = it.encode_utf16(&mut units).iter();
            units.map(|unit| format!("\\u{unit:04x}")).collect::<Vec<_>>().concat()
        }
    });
    format!("$'{}'", escaped.collect::<String>())
}

fn bash_double(text: &str) -> String {
    let escape = |it: char| if "\"\\$`".contains(it) { format!("\\{it}") } else { it.to_string() };
    format!("\"{}\"", text.chars().map(escape).collect::<String>())
}

/// As browsers write it for the command prompt.
fn cmd(text: &str) -> String {
    let mut escaped = String::new();
    for it in text.replace('\\', "\\\\").replace('"', "\\\"").chars() {
        match it {
            '\n' => escaped.push_str("^\n\n"),
            _ if it.is_ascii_alphanumeric() || " \t_-:=+~'/.',?;()*`".contains(it) => {
                escaped.push(it);
            }
            _ => escaped.extend(['^', it]),
        }
    }
    format!("^\"{escaped}^\"")
}

fn power_shell(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

fn value<'a>(import: &'a Import, target: &Target) -> Option<&'a str> {
    import.taken.iter().find(|taken| taken.target == *target).map(|taken| taken.value.as_str())
}

fn param<'a>(import: &'a Import, key: &str) -> Option<&'a str> {
    value(import, &Target::Param(key.to_owned()))
}

/// Holds what is read of a request against what it was made of.
fn check(text: &str, format: Format, params: &[(&str, &str)], name: &str, description: &str) {
    let import = import(text).unwrap();
    assert_eq!(import.format, format);
    let expect = [
        (Target::AccessToken, TOKEN),
        (Target::ApiKey, API_KEY),
        (Target::OrganizationId, ORGANIZATION),
        (Target::Sandbox, SANDBOX),
        (Target::ApiBase, BASE),
        (Target::Name, name),
        (Target::AuthSpec, "Basic Authentication"),
        (Target::SpecId, "cb66ab34-8619-49cb-96d1-39b37ede86ea"),
        (Target::SpecVersion, "1.0"),
    ];
    for (target, expect) in expect {
        assert_eq!(value(&import, &target), Some(expect), "{target:?}");
    }
    let description = Some(description).filter(|it| !it.trim().is_empty());
    assert_eq!(value(&import, &Target::Description), description);
    for (key, expect) in params {
        assert_eq!(param(&import, key), Some(*expect), "{key}");
    }
    assert_eq!(import.ignored.len(), 1, "the type of the content alone: {:?}", import.ignored);
}

/// The curl text of the app, its variables replaced by their values.
fn filled(request: &Request, params: &[(&str, &str)]) -> String {
    let mut text = request.to_curl(BASE).replacen("$ACCESS_TOKEN", TOKEN, 1);
    for (variable, (_, value)) in ["$PASSWORD", "$SECURITY_TOKEN"].iter().zip(params) {
        let (before, after) = text.rsplit_once(&format!("\"$(json \"{variable}\")\"")).unwrap();
        text = [before, &bash(&json(value)), after].concat();
    }
    text
}

/// The languages that are read.
const READ: [Language; 3] = [Language::Http, Language::Bash, Language::Cmd];

fn code(request: &Request, language: Language) -> String {
    request.to_code(BASE, language, Shown::AsVariables).unwrap().to_string()
}

/// No other language is taken for something that it is not.
#[test]
fn code_of_the_other_languages_gives_nothing() {
    let request = connection("Acme", "For the daily report", "acme");
    for language in Language::ALL.into_iter().filter(|it| !READ.contains(it)) {
        let read = import(&code(&request, language));
        let is_right = match language {
            Language::Postman => matches!(read, Err(NothingFound::PostmanCollection)),
            Language::PowerShell | Language::Python => {
                matches!(read, Err(NothingFound::NothingUsable(..)))
            }
            _ => matches!(read, Err(NothingFound::NotUnderstood)),
        };
        assert!(is_right, "{language:?}: {read:?}");
    }
}

/// A secret that is JSON stands there without quotes, and all around it is read.
#[test]
fn a_text_of_the_app_with_json_that_is_secret() {
    let params = ["clientSecret", "requestHeaders"].map(|key| {
        let name = SecretName::of_param(key);
        (key, if key == "clientSecret" { Body::Secret(name) } else { Body::SecretJson(name) })
    });
    let host = ("host", Body::Text("a \\\" $HOST {{ b".to_owned()));
    let params = params.into_iter().chain([host]).map(|(key, body)| (key.to_owned(), body));
    let new = NewConnection {
        name: ConnectionName::parse("Acme").unwrap(),
        description: None,
        spec_id: ConnectionSpecId::service_cloud(),
        spec_version: SpecVersion::parse(SpecVersion::USUAL).unwrap(),
        auth_spec: "oAuth2RefreshCode".to_owned(),
        params: Body::Object(params.collect()),
    };
    let request = create_connection::request(&given::access::access(), new);
    let texts = READ.map(|language| code(&request, language));
    // As the app wrote it before a source's secret had a name of its own.
    let older = texts.each_ref().map(|text| text.replace("SOURCE_CLIENT_SECRET", "CLIENT_SECRET"));
    for text in texts.iter().chain(&older) {
        let import = import(text).unwrap();
        assert_eq!(value(&import, &Target::Name), Some("Acme"), "{text}");
        assert_eq!(param(&import, "host"), Some("a \\\" $HOST {{ b"), "{text}");
        for key in ["clientSecret", "requestHeaders"] {
            assert_eq!(param(&import, key), None, "{text}");
        }
        assert_eq!(value(&import, &Target::ClientSecret), None, "{text}");
    }
}

proptest! {
    #[test]
    fn a_curl_text_of_the_app_with_values(
        name in any_value(),
        description in any_value(),
        username in any_value(),
        password in any_secret(),
        security_token in any_secret(),
    ) {
        let request = connection(&name, &description, &username);
        let secrets = [("password", password.as_str()), ("securityToken", &security_token)];
        let params = [&secrets[..], &[("username", &username)]].concat();
        check(&filled(&request, &secrets), Format::Curl, &params, &name, &description);
    }

    #[test]
    fn an_http_text_of_the_app_with_values(
        name in any_value(),
        username in any_value(),
        password in any_secret(),
        security_token in any_secret(),
    ) {
        let request = connection(&name, "", &username);
        let secrets = [("password", password.as_str()), ("securityToken", &security_token)];
        let open = request.open(&given::secrets::secrets(&secrets)).ok().unwrap();
        let text = request.to_http(BASE);
        let (head, _) = text.split_once("\n\n").unwrap();
        let head = head.replace("Bearer $ACCESS_TOKEN", &open.authorization);
        let body = open.body.unwrap();
        let params = [&secrets[..], &[("username", &username)]].concat();
        for text in [format!("{head}\n\n{}", *body), format!("{}\r\n\r\n{}", head.replace('\n', "\r\n"), *body)] {
            check(&text, Format::HttpRequest, &params, &name, "");
        }
        let read = import(&body).unwrap();
        prop_assert_eq!(read.format, Format::Json);
        for (key, expect) in params {
            prop_assert_eq!(param(&read, key), Some(expect));
        }
    }

    /// With its placeholders it gives all but the secrets.
    #[test]
    fn a_text_of_the_app_as_it_is(name in any_value(), username in any_value()) {
        for language in READ {
            let code = code(&connection(&name, "", &username), language);
            let import = import(&code).unwrap();
            prop_assert_eq!(value(&import, &Target::Name), Some(name.as_str()), "{}", code);
            prop_assert_eq!(param(&import, "username"), Some(username.as_str()), "{}", code);
            for target in ["password", "securityToken"] {
                prop_assert_eq!(param(&import, target), None);
                let told = |it: &Ignored| it.name == target && it.why == Why::Placeholder;
                prop_assert!(import.ignored.iter().any(told), "{}", code);
            }
            prop_assert_eq!(value(&import, &Target::AccessToken), None);
        }
    }

    #[test]
    fn quoted_for_each_shell(text in any_word()) {
        let body = format!("{{\"name\":\"{}\",\"auth\":{{}}}}", json(&text));
        let line = |start: &str, quote: fn(&str) -> String| {
            format!("{start} -H {} --data-raw {}", quote("x-api-key: k"), quote(&body))
        };
        for command in [
            line("curl $U", bash),
            line("curl $U", bash_ansi),
            line("curl $U \\\n", bash_double),
            line("curl ^\"https://platform.adobe.io/data/foundation/flowservice/connections^\" ^\n", cmd),
            line("curl.exe $U `\n", power_shell),
        ] {
            let import = import(&command).unwrap();
            prop_assert_eq!(value(&import, &Target::Name), Some(text.as_str()), "{}", command);
            prop_assert_eq!(value(&import, &Target::ApiKey), Some("k"));
        }
    }

    #[test]
    fn quoted_for_a_file(text in any_word()) {
        let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
        let mut files = vec![
            format!("SF_PASSWORD=\"{escaped}\" # comment\nAPI_KEY=k"),
            format!("$env:SF_PASSWORD = {}\nAPI_KEY=k", power_shell(&text)),
        ];
        if !text.contains('\'') {
            files.push(format!("export SF_PASSWORD='{text}'\r\nAPI_KEY=k"));
        }
        for file in files {
            // A private key is not read.
            prop_assume!(!text.contains("-----"));
            let import = import(&file).unwrap();
            prop_assert_eq!(param(&import, "password"), Some(text.as_str()), "{}", file);
            prop_assert_eq!(value(&import, &Target::ApiKey), Some("k"));
        }
    }

    #[test]
    fn any_text_is_read_without_a_panic(text in any::<String>()) {
        let _ = import(&text);
    }

    #[test]
    fn any_pieces_are_read_without_a_panic(text in any_pieces()) {
        if let Ok(import) = import(&text) {
            prop_assert!(!import.taken.is_empty());
            for taken in &import.taken {
                prop_assert!(!taken.value.is_empty());
            }
        }
    }
}

const PIECES: [&str; 45] = [
    "--expand-",
    "curl ",
    "curl.exe ",
    "https://platform.adobe.io/data/foundation/flowservice/connections ",
    "https://h/ims/token/v3 ",
    "-H ",
    "-d ",
    "-X",
    "--data-urlencode ",
    "'",
    "\"",
    "\\",
    "^",
    "`",
    "$",
    "${",
    "$(",
    "$'",
    "\\u",
    "\\ud83d",
    "\\x",
    "%41",
    "%A_B%",
    "\n",
    "\r\n",
    " ",
    "=",
    "&",
    "#",
    "API_KEY",
    "export ",
    "set ",
    "$env:",
    "POST ",
    "x-api-key: ",
    "Authorization: Bearer ",
    "{\"auth\":{\"params\":{",
    "\"a\":",
    "[",
    "]",
    "}",
    ",",
    "{\"values\":[{\"key\":\"TOKEN\",\"value\":",
    "-----BEGIN",
    "-----END",
];

fn any_pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => select(&PIECES[..]).prop_map(str::to_owned),
        1 => "[a-z0-9]{1,4}",
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}
