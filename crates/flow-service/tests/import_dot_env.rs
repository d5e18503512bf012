//! Values from `.env` files, and from lines that set variables in a shell.

#![expect(clippy::panic, reason = "a test fails by panicking")]

use flow_service::import::{Format, NothingFound};

mod given {
    pub mod found;
    pub mod import;
    pub mod nothing;
}

use given::nothing::check_nothing;

#[track_caller]
fn check(text: &str, expect: &[&str]) {
    given::found::check(text, Format::DotEnv, expect);
}

#[test]
fn a_file_with_all_that_a_file_may_have() {
    let text = "\u{feff}# Adobe\r\n\r\nAPI_KEY=abc\r\nexport IMS_ORG = o@AdobeOrg\r\n\r\n\
        SANDBOX_NAME='acme-dev' # ours\r\nTECHNICAL_ACCOUNT_ID=x\r\n";
    check(
        text,
        &[
            "ApiKey = abc",
            "OrganizationId = o@AdobeOrg",
            "Sandbox = acme-dev",
            "!TECHNICAL_ACCOUNT_ID Unknown",
        ],
    );
}

#[test]
fn a_value_without_quotes_ends_with_its_line_or_before_a_comment() {
    check("SF_PASSWORD=a b=c  # d", &["password = a b=c"]);
    check("SF_PASSWORD=a#b", &["password = a#b"]);
    check("SF_PASSWORD=a\\nb$'\"", &["password = a\\nb$'\""]);
    check("SF_PASSWORD = \ta\t#b\nAPI_KEY=k", &["password = a", "ApiKey = k"]);
    check("SF_PASSWORD=é😀", &["password = é😀"]);
}

#[test]
fn no_value_is_empty() {
    check(
        "API_KEY=\nSANDBOX= # none\nIMS_ORG=\"\"\nSF_PASSWORD=''",
        &["!API_KEY Empty", "!SANDBOX Empty", "!IMS_ORG Empty", "!SF_PASSWORD Empty"],
    );
    check("API_KEY=\nAPI_KEY=k", &["ApiKey = k", "!API_KEY Empty"]);
}

#[test]
fn single_quotes_keep_all() {
    check("SF_PASSWORD=' a\\n\"$HOME\" #b '", &["password =  a\\n\"$HOME\" #b "]);
    check("SF_PASSWORD='a'#b", &["password = a"]);
}

#[test]
fn double_quotes_have_escapes() {
    check(r#"SF_PASSWORD="a\"b\\c\$d\`e\tf\q""#, &["password = a\"b\\c$d`e\tf\\q"]);
    check(r#"SF_PASSWORD="a\nb\rc""#, &["password = a\nb\rc"]);
    check("SF_PASSWORD=\"a # b\" # c", &["password = a # b"]);
    check("SF_PASSWORD=\"a\\\nb\"", &["password = ab"]);
}

#[test]
fn a_quoted_value_may_have_lines() {
    check("DESCRIPTION='a\r\nAPI_KEY=b'\nAPI_KEY=c", &["Description = a\nAPI_KEY=b", "ApiKey = c"]);
    check("DESCRIPTION=\"a\n#b\"\nAPI_KEY=c", &["Description = a\n#b", "ApiKey = c"]);
}

#[test]
fn a_value_may_be_quoted_piece_by_piece() {
    check(r"export SF_PASSWORD='it'\''s'", &["password = it's"]);
    check(r#"SF_PASSWORD='a'"b"c d"#, &["password = abc"]);
    check("SF_PASSWORD='it'\\''s'\nAPI_KEY=k", &["password = it's", "ApiKey = k"]);
    check("SF_PASSWORD=\"a\"$B", &["!SF_PASSWORD Placeholder"]);
}

#[test]
fn several_in_one_line() {
    check(
        "export API_KEY='a'; export SANDBOX=\"b\" && export IMS_ORG=c\nSF_PASSWORD='d'; ",
        &["ApiKey = a", "Sandbox = b", "OrganizationId = c", "password = d"],
    );
}

#[test]
fn a_quote_that_is_not_closed_is_told_and_the_next_line_read() {
    check("SF_PASSWORD='a\nAPI_KEY=k", &["ApiKey = k", "!SF_PASSWORD NotClosed"]);
    check("SF_PASSWORD=\"a\\\"\nAPI_KEY=k", &["ApiKey = k", "!SF_PASSWORD NotClosed"]);
    check("$env:SF_PASSWORD = \"a`\"\n$env:API_KEY='k'", &["ApiKey = k", "!SF_PASSWORD NotClosed"]);
}

#[test]
fn a_private_key_is_left_out_with_all_its_lines() {
    let key = "-----BEGIN PRIVATE KEY-----\nMIIE=vQ==\nAPI_KEY=no\n-----END PRIVATE KEY-----";
    for text in [
        format!("PRIVATE_KEY={key}\nAPI_KEY=k"),
        format!("PRIVATE_KEY=\"{key}\"\nAPI_KEY=k"),
        "PRIVATE_KEY=\"-----BEGIN PRIVATE KEY-----\\nMI-----END\"\nAPI_KEY=k".to_owned(),
    ] {
        check(&text, &["ApiKey = k", "!PRIVATE_KEY OnlyForOldTokens"]);
    }
    check(&format!("API_KEY=k\n{key}"), &["ApiKey = k"]);
    check(&format!("API_KEY={key}"), &["!API_KEY NotAText"]);
    check(&format!("MINE={key}"), &["!MINE Unknown"]);
    check(
        "API_KEY=k\nPRIVATE_KEY=-----BEGIN\nMIIEvQ==",
        &["ApiKey = k", "!PRIVATE_KEY OnlyForOldTokens"],
    );
}

#[test]
fn what_powershell_sets() {
    check("$env:API_KEY = \"k\"\r\n$Env:SANDBOX='s'", &["ApiKey = k", "Sandbox = s"]);
    check("$ApiKey = 'it''s'", &["ApiKey = it's"]);
    check("$env:SF_PASSWORD = \"a`\"b`$c`n`td\"\"e\\n\"", &["password = a\"b$c\n\td\"e\\n"]);
    check("$env:API_KEY = 'k' # ours", &["ApiKey = k"]);
    check("$env:API_KEY='k'; $env:SANDBOX='s'", &["ApiKey = k", "Sandbox = s"]);
    check("$env:SF_API_VERSION = 60.0;", &["apiVersion = 60.0"]);
}

#[test]
fn what_powershell_would_run_is_a_placeholder() {
    check(
        "$env:API_KEY = $other\n$env:SANDBOX = \"a$b\"\n$token = Get-Secret\n$env:ORG=\"$(x)\"",
        &["!API_KEY Placeholder", "!SANDBOX Placeholder", "!token Placeholder", "!ORG Placeholder"],
    );
    check_nothing("$local:API_KEY = 'k'", &NothingFound::NotUnderstood);
}

#[test]
fn what_the_command_prompt_sets() {
    check(
        "@SET API_KEY=k\r\nset \"SF_PASSWORD=a^b&c'd \"\r\n",
        &["ApiKey = k", "password = a^b&c'd "],
    );
    check("set SF_PASSWORD=a^&b^^c#d", &["password = a&b^c#d"]);
    check("set SF_PASSWORD=\"a b\"", &["password = a b"]);
    check("set API_KEY=%OTHER%\nset SANDBOX=", &["!API_KEY Placeholder", "!SANDBOX Empty"]);
}

#[test]
fn lines_that_set_nothing_are_left_alone() {
    check("QUJDREVGR0g=\nAPI_KEY=k\nQUJDREVGRw==", &["ApiKey = k"]);
    check("set -e\nnot a line\nAPI_KEY=k\n=x\n1A=b\na.b=c\nA B=c", &["ApiKey = k"]);
    check_nothing("set -e\nlines of words", &NothingFound::NotUnderstood);
    check_nothing("-----BEGIN PRIVATE KEY-----\nMII=\n", &NothingFound::NotUnderstood);
    check_nothing(&format!("{}=v", "a".repeat(65)), &NothingFound::NotUnderstood);
    check(&format!("{}=v", "a".repeat(64)), &[&format!("!{} Unknown", "a".repeat(64))]);
}

#[test]
fn a_variable_is_a_placeholder() {
    for value in ["$TOKEN", "${TOKEN}", "\"${TOKEN}\"", "'{{token}}'", "$(cat token)", "`cat x`"] {
        check(&format!("ACCESS_TOKEN={value}"), &["!ACCESS_TOKEN Placeholder"]);
    }
    check("API_BASE=https://${HOST}/", &["!API_BASE Placeholder"]);
}
