//! Values from curl commands for Windows' command prompt and for PowerShell.

#![expect(clippy::panic, reason = "a test fails by panicking")]

use flow_service::import::Format;

mod given {
    pub mod found;
    pub mod import;
}

const URL: &str = "https://platform.adobe.io/data/foundation/flowservice/connections";
const BASE: &str = "ApiBase = https://platform.adobe.io";

#[track_caller]
fn check(text: &str, expect: &[&str]) {
    for text in [text.to_owned(), text.replace('\n', "\r\n")] {
        given::found::check(&text, Format::Curl, &[&[BASE], expect].concat());
    }
}

/// A caret before each mark, a quotation mark behind a backslash, two line breaks for one.
#[test]
fn as_browsers_copy_it_for_the_prompt() {
    check(
        "curl ^\"https://platform.adobe.io/data/foundation/flowservice/connections^\" ^\n  \
         -X ^\"POST^\" ^\n  -H ^\"authorization: Bearer t^\" ^\n  -H ^\"x-api-key: k^%^41^\" ^\n  \
         --data-raw ^\"^{^\n\n  ^\\^\"name^\\^\": ^\\^\"a ^\\^\\^\\^\"b^\\^\\^\\^\" 100^% ^& ^<c^> ^^ d\\\\n\
         \\\\\\\\^\\^\",^\n\n  ^\\^\"auth^\\^\": ^{^}^\n\n^}^\"",
        &["AccessToken = t", "ApiKey = k%41", "Name = a \"b\" 100% & <c> ^ d\n\\"],
    );
}

/// Firefox 140 puts a backslash before a dollar sign and a backtick.
#[test]
fn as_firefox_copies_what_bash_would_take_for_a_variable() {
    check(
        &format!(
            "curl ^\"{URL}^\" ^\n  -H ^\"x-api-key: k^\\^$1^\" ^\n  \
             --data-raw ^\"^{{^\\^\"name^\\^\":^\\^\"a^\\^$b^\\`c^\\^\\^\\^\\d^\\^\",^\\^\"auth^\\^\":^{{^}}^}}^\""
        ),
        &["ApiKey = k$1", "Name = a$b`c\\d"],
    );
}

/// Browsers of some years ago put the carets between quotation marks without one.
#[test]
fn as_older_browsers_copy_it_for_the_prompt() {
    check(
        &format!(
            "curl \"{URL}\" ^\n  -H \"x-api-key: k^&l\" ^\n  \
             --data-raw \"^{{^\\^\"name^\\^\":^\\^\"n^\\^\",^\\^\"auth^\\^\":^{{^}}^}}\" ^\n  --compressed"
        ),
        &["ApiKey = k&l", "Name = n"],
    );
    check(
        &format!(
            "curl \"{URL}\" -H \"x-api-key: k\" --data-binary \"{{\"\"name\"\":\"\"n\"\",\"\"auth\"\":{{}}}}\""
        ),
        &["ApiKey = k", "Name = n"],
    );
}

#[test]
fn as_people_write_it_for_the_prompt() {
    check(
        &format!(
            "curl.exe -X POST {URL} ^\n -H \"x-api-key: k^\" -H x-sandbox-name:s^&t ^ \n \
             -d \"{{\\\"name\\\":\\\"a ^^ b\\n\\\\\\\"c\\\",\\\"auth\\\":{{}}}}\" & echo done"
        ),
        &["ApiKey = k^", "Sandbox = s&t", "Name = a ^ b\n\"c"],
    );
}

#[test]
fn backslashes_before_a_quotation_mark_are_halved_and_others_kept() {
    check(
        &format!("curl {URL} ^\n -H \"x-api-key: \\\\a\\\\\" -H \"x-sandbox-name: \\\\\\\"s\""),
        &["ApiKey = \\\\a\\", "Sandbox = \\\"s"],
    );
}

#[test]
fn a_variable_of_the_prompt_is_a_placeholder() {
    check(
        &format!(
            "curl \"{URL}?a=%C3%A9\" ^\n -H \"x-api-key: a%API_KEY%\" -H \"x-sandbox-name: 5%\" ^\n \
             -H \"x-gw-ims-org-id: a%2x%\""
        ),
        &["Sandbox = 5%", "OrganizationId = a%2x%", "!x-api-key Placeholder"],
    );
}

/// As this app writes it: curl itself reads the variables.
#[test]
fn a_variable_of_curl_is_a_placeholder() {
    check(
        &format!(
            "curl --request POST \"{URL}\" ^\n  --variable %PCT%TOKEN ^\n  --variable KEY=/data/ ^\n  \
             --expand-header \"Authorization: Bearer {{{{TOKEN}}}}\" --header \"x-api-key: k\" ^\n  \
             --expand-data-raw \"{{\\\"name\\\":\\\"n\\\",\\\"auth\\\":{{\\\"params\\\":{{\\\"a\\\":\\\"{{{{KEY:json}}}}\\\",\
             \\\"b\\\":{{{{KEY}}}}}}}}}}\""
        ),
        &[
            "ApiKey = k",
            "Name = n",
            "!Authorization Placeholder",
            "!a Placeholder",
            "!b Placeholder",
        ],
    );
    check(
        &format!("curl.exe ^\n --expand-url \"{URL}\" --expand-json \"{{}}\" -H \"x-api-key: k\""),
        &["ApiKey = k"],
    );
}

#[test]
fn commands_of_the_prompt_end_with_their_line() {
    check(
        &format!(
            "curl \"https://a.example\" ^\n -k\ncurl \"{URL}\" -H \"x-api-key: k\" | more\necho"
        ),
        &["ApiKey = k"],
    );
    check(
        &format!(
            "curl ^\"{URL}^\" ^\n  -H ^\"x-api-key: k^\" &\n\ncurl ^\"{URL}^\" ^\n  -H ^\"x-api-key: l^\""
        ),
        &["ApiKey = k", "!curl Duplicate"],
    );
}

#[test]
fn as_people_write_it_for_powershell() {
    check(
        &format!(
            "curl.exe --location '{URL}' `\n  --header \"Authorization: Bearer $env:TOKEN\" ` \n  \
             --header \"x-api-key: a`\"b`$c\"\"d\" -H 'x-sandbox-name: it''s' # ours\n\
             curl.exe no"
        ),
        &["ApiKey = a\"b$c\"d", "Sandbox = it's", "!Authorization Placeholder"],
    );
    check(
        &format!(
            "curl.exe {URL} `\n -d '{{\\\"name\\\": \\\"n\\\", \\\"auth\\\": {{}}}}' | Out-Null"
        ),
        &["Name = n"],
    );
    check(
        &format!("curl.exe {URL} `\n -d \"{{`\"name`\": `\"a`tb`\", `\"auth`\": {{}}}}\"; ls"),
        &["!body NotJson"],
    );
    check(
        &format!("curl.exe {URL} -d \"{{`\"name`\": `\"n`\", `\"auth`\": {{}}}}\"; ls"),
        &["Name = n"],
    );
}

#[test]
fn a_variable_of_powershell_is_a_placeholder() {
    for value in ["$key", "$env:KEY", "${env:KEY}", "$(Get-Key)", "a$key"] {
        check(
            &format!(
                "curl.exe {URL} `\n -H \"x-api-key: {value}\" -d $body -H 'x-sandbox-name: $s'"
            ),
            &["Sandbox = $s", "!x-api-key Placeholder", "!body Placeholder"],
        );
    }
}
