//! Values from curl commands for bash.

#![expect(clippy::panic, reason = "a test fails by panicking")]

use flow_service::import::{Format, NothingFound};

mod given {
    pub mod found;
    pub mod import;
    pub mod nothing;
}

const URL: &str = "https://platform.adobe.io/data/foundation/flowservice/connections";
const BASE: &str = "ApiBase = https://platform.adobe.io";

#[track_caller]
fn check(text: &str, expect: &[&str]) {
    for text in [text.to_owned(), text.replace('\n', "\r\n")] {
        given::found::check(&text, Format::Curl, expect);
    }
}

/// Arguments beside the address of connections.
#[track_caller]
fn check_arguments(arguments: &str, expect: &[&str]) {
    check(&format!("curl {URL} {arguments}"), &[&[BASE], expect].concat());
}

#[test]
fn the_request_of_the_tutorial_with_values() {
    check(
        "curl -X POST \\\n  'https://platform.adobe.io/data/foundation/flowservice/connections' \\\n  \
         -H 'Authorization: Bearer t' \\\n  -H 'x-api-key: k' \\\n  \
         -H 'x-gw-ims-org-id: o@AdobeOrg' \\\n  -H 'x-sandbox-name: s' \\\n  \
         -H 'Content-Type: application/json' \\\n  -d '{\n    \"name\": \"n\",\n    \"auth\": {\n\
         \"specName\": \"Basic Authentication\",\n\"params\": {\"username\": \"u\"}\n},\n\
         \"connectionSpec\": {\"id\": \"i\", \"version\": \"1.0\"}\n}'",
        &[
            BASE,
            "AccessToken = t",
            "ApiKey = k",
            "OrganizationId = o@AdobeOrg",
            "Sandbox = s",
            "Name = n",
            "AuthSpec = Basic Authentication",
            "username = u",
            "SpecId = i",
            "SpecVersion = 1.0",
            "!Content-Type Unknown",
        ],
    );
}

#[test]
fn the_request_of_the_tutorial_with_its_placeholders() {
    check(
        "curl -X POST 'https://platform.adobe.io/data/foundation/flowservice/connections' \
         -H 'Authorization: Bearer {ACCESS_TOKEN}' -H 'x-api-key: {API_KEY}' \
         -d '{\"name\":\"n\",\"auth\":{\"params\":{\"password\":\"{PASSWORD}\"}}}'",
        &[
            BASE,
            "Name = n",
            "!Authorization Placeholder",
            "!x-api-key Placeholder",
            "!password Placeholder",
        ],
    );
}

/// Postman's code for curl.
#[test]
fn as_postman_writes_it() {
    check(
        "curl --location --globoff '{{PLATFORM_GATEWAY}}/data/foundation/flowservice/connections' \\\n\
         --header 'Accept: application/json' \\\n--header 'x-api-key: k' \\\n\
         --data-raw '{\"name\":\"n\",\"auth\":{}}'",
        &["ApiKey = k", "Name = n", "!URL Placeholder", "!Accept Unknown"],
    );
    check(
        "curl --location --request POST 'https://ims-na1.adobelogin.com/ims/token/v3' \\\n\
         --header 'Content-Type: application/x-www-form-urlencoded' \\\n\
         --data-urlencode 'client_id=k' \\\n--data-urlencode 'client_secret=p8e-%+ =x'",
        &[
            "ImsBase = https://ims-na1.adobelogin.com",
            "ApiKey = k",
            "ClientSecret = p8e-%+ =x",
            "!Content-Type Unknown",
        ],
    );
}

/// Chrome and Firefox choose `$'…'` for texts with quotes, line breaks or `!`.
#[test]
fn as_browsers_copy_it_for_bash() {
    check_arguments(
        r#"--compressed -H 'x-api-key: k' --data-raw $'{"name":"it\'s \u0021 \\"q\\" \ud83d\ude00","auth":{}}'"#,
        &["ApiKey = k", "Name = it's ! \"q\" 😀"],
    );
}

/// Safari and, on macOS and Linux, Firefox write characters up to U+00FF by their code points,
/// and those beyond as UTF-16.
#[test]
fn as_safari_and_firefox_copy_letters_with_accents() {
    check_arguments(
        r#"--data-binary $'{"name":"Verbindung f\xfcr Acme \u2013 \xa7 5","auth":{"params":{"password":"Gr\xfc\xdfe1\u0021 \xc3\x89t\xe9"}}}'"#,
        &["Name = Verbindung für Acme – § 5", "password = Grüße1! Ã\u{89}té"],
    );
    // In one word everything is written alike.
    check_arguments(r"-H $'x-api-key: \xe9\xc3\xa9'", &["ApiKey = éÃ©"]);
    check_arguments(r"-H $'x-api-key: \xc3\xa9\xe2\x82\xac'", &["ApiKey = é€"]);
}

/// The script of a tutorial: a token first, then a connection.
#[test]
fn a_token_and_what_it_is_for_are_taken_together() {
    check(
        "curl -X POST https://ims-na1.adobelogin.com/ims/token/v3 -d 'client_id=k&client_secret=s'\n\
         curl https://platform.adobe.io/data/foundation/flowservice/connections \
         -H 'x-gw-ims-org-id: o' -H 'x-api-key: k'\ncurl -H 'x-api-key: z' -k",
        &[
            "ImsBase = https://ims-na1.adobelogin.com",
            "ApiKey = k",
            "ClientSecret = s",
            BASE,
            "OrganizationId = o",
            "!x-api-key Duplicate",
            "!curl Duplicate",
        ],
    );
}

#[test]
fn a_command_in_a_block_of_markdown() {
    check(
        "Ask for it:\n\n```bash\ncurl -H 'x-api-key: k' $URL\n```\n\nand read `id`.",
        &["ApiKey = k", "!URL Placeholder"],
    );
}

#[test]
fn options_in_all_their_forms() {
    for header in [
        "-H 'x-api-key: k'",
        "-H'x-api-key: k'",
        "-H x-api-key:k",
        "-sSLkH 'x-api-key: k'",
        "--header 'X-API-KEY:  k '",
        "-XGET -H \"x-api-key: k\"",
        "-m 10 --max-time 10 -o out.json -H 'x-api-key: k' > out 2>&1",
        "--compressed --proxy http://p:1 -x http://q -u a:b -H 'x-api-key: k'",
    ] {
        let told = if header.contains("-u") {
            &["ApiKey = k", "!--user Unknown"][..]
        } else {
            &["ApiKey = k"]
        };
        check_arguments(header, told);
    }
    check_arguments("-b 'a=b' --cookie c", &["!--cookie Unknown", "!--cookie Unknown"]);
    check_arguments("--oauth2-bearer t", &["AccessToken = t"]);
    check_arguments("-H 'x-api-key: k' -H", &["ApiKey = k"]);
    check_arguments(
        "-H nothing -H @file -H 'x-api-key;'",
        &["!--header Empty", "!--header File", "!--header Empty"],
    );
}

#[test]
fn bodies_in_all_their_forms() {
    let body = r#"'{"name":"n","auth":{}}'"#;
    for option in [
        "-d ",
        "-d",
        "--data ",
        "--data-raw ",
        "--data-ascii ",
        "--data-binary ",
        "--json ",
        "-X POST -d ",
        "-XPOST -d",
        "--request post -d ",
        "-sd",
    ] {
        check_arguments(&[option, body].concat(), &["Name = n"]);
    }
    check_arguments(r#"-kd'{"name":"GIG","auth":{}}'"#, &["Name = GIG"]);
    check_arguments("-d '{\"name\":' -d '\"n\",\"auth\":{}}'", &["!body NotJson"]);
    check_arguments(r#"-d '{\"name\":\"a\\\"b\",\"auth\":{}}'"#, &["Name = a\"b"]);
}

#[test]
fn files_are_not_read() {
    check_arguments(
        "-d @body.json --data-binary @- --json @f -T f -K f --data-urlencode a@f",
        &[
            "!--data File",
            "!--data-binary File",
            "!--json File",
            "!--upload-file File",
            "!--config File",
            "!--data-urlencode File",
        ],
    );
    check_arguments("--data-raw @body.json", &["!body NotJson"]);
}

#[test]
fn the_address_in_all_its_places() {
    let rest = "-H 'x-api-key: k'";
    for text in [
        format!("curl {rest} {URL}"),
        format!("curl --url {URL} {rest}"),
        format!("curl -X GET \"{URL}?a=b&c=d#e\" {rest}"),
        format!("curl 'platform.adobe.io/data/foundation/x' {rest}"),
        format!("curl --max-time 10 --retry 3 {rest} {URL} https://other.example"),
    ] {
        check(&text, &[BASE, "ApiKey = k"]);
    }
    check("curl http://127.0.0.1:4010/data/foundation/x -k", &["ApiBase = http://127.0.0.1:4010"]);
    check("curl http://h/data/foundation/x -H 'x-api-key: k'", &["ApiKey = k", "!URL NotHttps"]);
    check("curl $URL -H 'x-api-key: k'", &["ApiKey = k", "!URL Placeholder"]);
    check("curl -H 'x-api-key: k'", &["ApiKey = k"]);
}

#[test]
fn the_body_of_another_request_is_left_out() {
    let body = r#"-d '{"name":"n","auth":{"specName":"s"}}'"#;
    for method in ["-X PATCH", "--request PUT", "-G", "--get", "-I", "--head"] {
        check_arguments(&[body, " ", method].concat(), &["!body AnotherRequest"]);
    }
    check(
        &format!("curl https://platform.adobe.io/data/foundation/flowservice/flows {body}"),
        &[BASE, "!body AnotherRequest"],
    );
    check_arguments("-F 'a=b'", &["!--form AnotherRequest"]);
    check(&format!("curl $URL {body}"), &["Name = n", "AuthSpec = s", "!URL Placeholder"]);
    check("curl $URL -d '{\"a\":1}'", &["!URL Placeholder", "!body AnotherRequest"]);
}

#[test]
fn what_a_shell_would_fill_in_is_a_placeholder() {
    for value in [
        "$K",
        "${K}",
        "${K:-\\}x}",
        "$(cat k)",
        "$(cat \"$(f ')')\" ')')",
        "`cat \\`k`",
        "a$K",
        "$1",
        "$$",
        "$?",
    ] {
        check_arguments(
            &format!("-H \"x-api-key: {value}\" -H x-sandbox-name:s"),
            &["Sandbox = s", "!x-api-key Placeholder"],
        );
    }
    check_arguments(
        "-H x-api-key:$(f ')' \\) x) -H x-sandbox-name:s",
        &["Sandbox = s", "!x-api-key Placeholder"],
    );
    check_arguments(r#"-d "$BODY" -H "$HEADER""#, &["!--header Placeholder", "!body Placeholder"]);
    check_arguments(
        r"-H 'x-api-key: $KEY' -H 'x-sandbox-name: $key'",
        &["Sandbox = $key", "!x-api-key Placeholder"],
    );
    check_arguments(
        r#"-H "x-api-key: \$a" -H "x-sandbox-name: 5$ "#,
        &["ApiKey = $a", "Sandbox = 5$"],
    );
}

#[test]
fn quotes_and_escapes_of_bash() {
    let password = |word: &str, expect: &str| {
        check_arguments(&format!("-H 'x-api-key: '{word}"), &[&format!("ApiKey = {expect}")]);
    };
    password(r"'it'\''s'", "it's");
    password(r#""a\"b\\c\d\`e""#, "a\"b\\c\\d`e");
    password(r"a\ b\c", "a bc");
    password("'a'\"b\"c", "abc");
    password("\"a\\\nb\"c", "abc");
    password("a\\\nb", "ab");
    password("a#b # c", "a#b");
    password(r"$'a\tb\x41\101\u00e9\U1f600\\\'\q'", "a\tbAAé😀\\'\\q");
    password(r"$'\xc3\xa9\303\251x'", "ééx");
    password(r"$'\xff\xe2\x82x'", "ÿâ\u{82}x");
    password(r"$'\ud83d\u0041\udc00'", "\u{fffd}A\u{fffd}");
    password("$\"a b\"", "a b");
}

#[test]
fn a_line_goes_on_behind_a_backslash_and_blanks() {
    check_arguments("\\ \t\n -H 'x-api-key: k' \\", &["ApiKey = k"]);
}

#[test]
fn commands_around_curl() {
    check(
        &format!(
            "#!/bin/bash\nset -e # strict\njson() {{ local s=${{1//\\\\/\\\\\\\\}}; }}\n\
             $ curl {URL} -H 'x-api-key: k' | jq . && echo 'done'"
        ),
        &[BASE, "ApiKey = k"],
    );
    check(&format!("  % CURL.exe {URL}"), &[BASE]);
}

#[test]
fn of_several_commands_the_first_with_a_value_is_taken() {
    check(
        &format!(
            "curl https://acme.my.salesforce.com -H 'Authorization: Bearer no'\n\
             curl {URL} -H 'x-api-key: k'; curl {URL} -H 'x-api-key: l'"
        ),
        &[BASE, "ApiKey = k", "!curl Duplicate"],
    );
    check("curl https://a.example\ncurl $URL", &["!URL AnotherService"]);
    check("curl --help", &[]);
}

#[test]
fn a_quote_that_is_not_closed_ends_with_the_text() {
    check_arguments("-H 'x-api-key: k", &["ApiKey = k"]);
    check_arguments("-H \"x-api-key: k", &["ApiKey = k"]);
    check_arguments("-H $'x-api-key: k", &["ApiKey = k"]);
    check_arguments("-H x-api-key:$(k", &["!x-api-key Placeholder"]);
    check_arguments("-H x-api-key:`k", &["!x-api-key Placeholder"]);
    check_arguments("-H x-api-key:${k", &["!x-api-key Placeholder"]);
}

#[test]
fn a_text_about_curl_is_no_command() {
    for text in ["use curl to send it", "curly", "# curl", "mycurl x"] {
        given::nothing::check_nothing(text, &NothingFound::NotUnderstood);
    }
}
