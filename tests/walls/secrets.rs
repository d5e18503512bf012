//! Secrets have no way to be shown, copied or compared, and are opened in few places.

use crate::source::{absent, file, holds, rust_files};

/// The attributes above the declaration of a type.
fn attributes<'a>(text: &'a str, declaration: &str) -> Vec<&'a str> {
    let (before, _) = text.split_once(declaration).unwrap_or_else(|| panic!("no {declaration}"));
    let above = before.lines().rev().skip_while(|line| line.is_empty());
    above
        .take_while(|line| line.starts_with("#[") || line.starts_with("///"))
        .filter(|line| line.starts_with("#["))
        .collect()
}

#[track_caller]
fn derives(path: &str, declaration: &str, expect: &[&str]) {
    assert_eq!(attributes(&file(path).text, declaration), expect, "{declaration}");
}

#[test]
fn what_holds_a_secret_derives_nothing_that_shows_or_copies_it() {
    derives("crates/flow-service/src/secret.rs", "pub struct Secret(", &[]);
    derives(
        "crates/flow-service/src/secret.rs",
        "pub struct Secrets ",
        &["#[derive(Debug, Default)]"],
    );
    derives(
        "crates/flow-service/src/value/access_token.rs",
        "pub struct AccessToken(",
        &["#[derive(Debug)]"],
    );
    derives("crates/flow-service/src/request.rs", "pub struct OpenRequest ", &[]);
    derives(
        "crates/flow-service/src/operation/get_token.rs",
        "pub struct NewToken ",
        &["#[derive(Debug)]"],
    );
    derives("src/web/session.rs", "struct Held ", &[]);
}

#[test]
fn no_trait_shows_or_copies_what_holds_a_secret() {
    let types = ["Secret", "Secrets", "AccessToken", "OpenRequest", "NewToken", "Held", "Session"];
    let mut found = Vec::new();
    for source in rust_files(&["src", "crates"]) {
        for (_, line) in source.code() {
            let Some((head, rest)) = line.split_once(" for ") else { continue };
            let name = rest.split(|it: char| !it.is_alphanumeric()).next().unwrap_or_default();
            if head.trim_start().starts_with("impl") && types.contains(&name) {
                found.push((source.path.clone(), line.trim().to_owned()));
            }
        }
    }
    let debug =
        ("crates/flow-service/src/secret.rs".to_owned(), "impl fmt::Debug for Secret {".to_owned());
    assert_eq!(found, [debug]);
}

#[test]
fn a_secret_is_wiped_when_it_is_dropped() {
    let text = file("crates/flow-service/src/secret.rs").text;
    assert!(text.contains("pub struct Secret(Zeroizing<String>);"));
    assert!(text.contains("f.write_str(\"[redacted]\")"));
}

/// Within `flow-service`: to fill a request, one for a token among them, to redact a text, to
/// read a token's claims.
#[test]
fn a_secret_is_opened_in_five_files() {
    let allowed = [
        "crates/flow-service/src/secret.rs",
        "crates/flow-service/src/request.rs",
        "crates/flow-service/src/request_text.rs",
        "crates/flow-service/src/token_request.rs",
        "crates/flow-service/src/value/access_token.rs",
    ];
    absent(&["crates/flow-service/src"], &[".open("], &allowed);
    assert!(
        file(allowed[0]).text.contains("pub(crate) fn open(&self) -> &str"),
        "no other crate can"
    );
}

#[test]
fn the_app_opens_a_request_where_it_is_sent() {
    let code = rust_files(&["src"]);
    let opens = code.iter().flat_map(|source| {
        source
            .code()
            .filter(|(_, line)| line.contains(".open(") && !line.contains(".open()"))
            .map(|_| source.path.as_str())
    });
    // One to Platform, one to IMS.
    assert_eq!(opens.collect::<Vec<_>>(), ["src/web/send.rs", "src/web/send.rs"]);
    let details =
        |line: &str| line.contains("HtmlDetailsElement") || line.contains("details.open()");
    for source in &code {
        for (number, line) in source.code().filter(|(_, line)| line.contains(".open()")) {
            assert!(details(line), "{}:{number}: {line}", source.path);
        }
    }
}

/// The model and the views know secrets by name only.
#[test]
fn screen_and_ui_have_no_secret_in_hand() {
    absent(
        &["src/ui"],
        &["flow_service::secret", "Secrets", "Secret::new", "AccessToken::parse"],
        &[],
    );
    absent(&["src/screen"], &["Secret::", "AccessToken::parse", "Zeroizing", "OpenRequest"], &[]);
    // To take them out of what a server says.
    let redact = [
        "src/screen/message.rs",
        "src/screen/connections/message.rs",
        "src/screen/check/message.rs",
    ];
    absent(&["src/screen"], &["Secrets"], &redact);
    for path in redact {
        let message = file(path);
        let lines: Vec<_> = message
            .code()
            .filter(|(_, line)| holds(line, "Secrets"))
            .map(|(_, line)| line.trim())
            .collect();
        let expect = [
            "use flow_service::secret::Secrets;",
            "pub fn redacted(mut self, secrets: &Secrets) -> Self {",
        ];
        assert_eq!(lines, expect, "{path}");
    }
}

/// Where what is typed or given becomes a secret, and where it is read from its input.
#[test]
fn few_files_take_a_secret_in_hand() {
    let pressing = "src/web/deeds.rs";
    let connections = "src/web/connections.rs";
    let inputs = "src/web/secret_inputs.rs";
    let (params, tokens) = ("src/web/params.rs", "src/web/get_token.rs");
    let makers = [pressing, params, connections, tokens];
    absent(&["src"], &["Secret::parse", "Secret::new"], &makers);
    absent(
        &["src"],
        &["AccessToken::parse"],
        &[inputs, "src/web/host_page.rs", "src/web/element.rs"],
    );
    // What an import writes over is kept until it is taken back.
    let reads = ["secret_inputs::read", "secret_inputs::read_one"];
    let readers = [pressing, params, connections, tokens, "src/web/import.rs"];
    absent(&["src"], &reads, &readers);
    absent(&["src"], &["set_typed"], &[pressing, tokens, "src/web/session.rs"]);
    absent(&["src"], &["keep_typed"], &[pressing, "src/web/session.rs"]);
}

/// When the app has stopped, only inputs are shown whose text comes from a model.
#[test]
fn what_is_shown_when_the_app_has_stopped_is_no_secret() {
    let script = file("src/web/element.js").text;
    assert_eq!(script.matches(".value}").count(), 1, "one text is read from inputs");
    assert_eq!(script.matches("querySelectorAll(").count(), 1);
    assert!(script.contains("querySelectorAll(\"[data-plain]\")"));
    absent(&["src"], &["At::Plain"], &["src/ui/element.rs"]);
    let element = file("src/ui/element.rs").text;
    let (_, value) = element.split_once("pub fn value(mut self, value: String)").unwrap();
    let (value, _) = value.split_once("\n    }").unwrap();
    assert!(value.contains("At::Plain"), "what has a value of the model is marked, and no other");
}
