//! Values from HTTP requests.

#![expect(clippy::panic, reason = "a test fails by panicking")]

use flow_service::import::{Format, NothingFound};

mod given {
    pub mod found;
    pub mod import;
    pub mod nothing;
}

#[track_caller]
fn check(text: &str, expect: &[&str]) {
    for text in [text.to_owned(), text.replace('\n', "\r\n")] {
        given::found::check(&text, Format::HttpRequest, expect);
    }
}

#[test]
fn a_request_as_a_proxy_shows_it() {
    let text = "POST /data/foundation/flowservice/connections HTTP/1.1\n\
        Host: platform.adobe.io\n\
        authorization: bearer t\n\
        X-Api-Key:k\n\
        x-gw-ims-org-id: o@AdobeOrg\n\
        x-sandbox-name:   s  \n\
        Content-Type: application/json\n\
        \n\
        {\n\"name\": \"n\",\n\n\"auth\": {\"params\": {\"username\": \"u\"}}}\n";
    check(
        text,
        &[
            "ApiBase = https://platform.adobe.io",
            "AccessToken = t",
            "ApiKey = k",
            "OrganizationId = o@AdobeOrg",
            "Sandbox = s",
            "Name = n",
            "username = u",
            "!Content-Type Unknown",
        ],
    );
}

#[test]
fn a_whole_address() {
    check(
        "GET https://platform.adobe.io/data/foundation/flowservice/connections?limit=1",
        &["ApiBase = https://platform.adobe.io"],
    );
    check(
        "GET http://127.0.0.1:4010/data/foundation/x HTTP/2\nHost: other",
        &["ApiBase = http://127.0.0.1:4010"],
    );
    check("GET /data/foundation/x\nHost: localhost:4010", &["ApiBase = http://localhost:4010"]);
    check("GET /data/foundation/x\nx-api-key: k", &["ApiKey = k"]);
}

#[test]
fn headers_alone() {
    check(
        "Accept: */*\nAuthorization: Bearer t\nx-api-key: {API_KEY}",
        &["AccessToken = t", "!Accept Unknown", "!x-api-key Placeholder"],
    );
    check("x-api-key: k\n\n{\"name\":\"n\",\"auth\":{}}", &["ApiKey = k", "Name = n"]);
}

#[test]
fn a_header_over_several_lines() {
    check(
        "GET /\nAuthorization: Bearer\n\tt\nx-api-key:\n  k\n \nx-sandbox-name: no",
        &["AccessToken = t", "ApiKey = k", "!URL AnotherRequest", "!body AnotherRequest"],
    );
}

#[test]
fn comments_before_the_request() {
    check(
        "### create\n# @name x\n\n// ours\nGET /\nx-api-key: k",
        &["ApiKey = k", "!URL AnotherRequest"],
    );
}

#[test]
fn the_body_of_another_request_is_left_out() {
    let body = "x-api-key: k\n\n{\"name\":\"n\",\"auth\":{\"specName\":\"s\"}}";
    let connections = "/data/foundation/flowservice/connections";
    for (line, host) in [
        (format!("PATCH https://platform.adobe.io{connections}"), "https://platform.adobe.io"),
        (format!("GET https://h{connections}"), "https://h"),
        (format!("POST https://h{connections}/x"), "https://h"),
        ("POST https://h/data/foundation/flowservice/flows".to_owned(), "https://h"),
    ] {
        check(
            &format!("{line}\n{body}"),
            &[&format!("ApiBase = {host}"), "ApiKey = k", "!body AnotherRequest"],
        );
    }
}

#[test]
fn a_body_that_cannot_be_read_is_told() {
    let head = "POST https://h/data/foundation/flowservice/connections/\nx-api-key: k\n\n";
    for (body, why) in [("{\"params\":", "NotJson"), ("7", "NotJson"), ("{{body}}", "Placeholder")]
    {
        check(
            &[head, body].concat(),
            &["ApiBase = https://h", "ApiKey = k", &format!("!body {why}")],
        );
    }
    check(&[head, "{\"x\":1}"].concat(), &["ApiBase = https://h", "ApiKey = k", "!x Unknown"]);
}

#[test]
fn a_token_for_somebody_else_is_left_out() {
    check(
        "GET https://acme.my.salesforce.com/services\nAuthorization: Bearer t\nx-api-key: k",
        &["!URL AnotherService", "!Authorization AnotherService", "!x-api-key AnotherService"],
    );
    check(
        "GET /services HTTP/1.1\nHost: acme.my.salesforce.com\nAuthorization: Bearer t",
        &["!URL AnotherService", "!Authorization AnotherService"],
    );
    check(
        "GET /x HTTP/1.1\nHost: platform.adobe.io\nAuthorization: Bearer t",
        &["AccessToken = t", "!URL AnotherRequest"],
    );
    check(
        "GET https://notadobe.io/x\nAuthorization: Bearer t",
        &["!URL AnotherService", "!Authorization AnotherService"],
    );
    check(
        "GET https://platform.adobe.io.example/x\nAuthorization: Bearer t",
        &["!URL AnotherService", "!Authorization AnotherService"],
    );
    check(
        "GET https://proxy.example/x\nAuthorization: Bearer t\nx-gw-ims-org-id: o",
        &["AccessToken = t", "OrganizationId = o", "!URL AnotherRequest"],
    );
    check(
        "GET https://cc.Adobe.io/x\nAuthorization: Bearer t",
        &["AccessToken = t", "!URL AnotherRequest"],
    );
}

#[test]
fn an_address_with_a_path_before_that_of_the_api_is_no_base() {
    check(
        "GET https://h/proxy/data/foundation/x\nx-api-key: k",
        &["ApiKey = k", "!URL NotAnAddress"],
    );
    check("GET {{base}}/data/foundation/x\nx-api-key: k", &["ApiKey = k", "!URL Placeholder"]);
    check("GET {{url}}\nx-api-key: k", &["ApiKey = k", "!URL Placeholder"]);
}

#[test]
fn a_request_for_a_token() {
    let expect = [
        "ImsBase = https://ims-na1.adobelogin.com",
        "ApiKey = k",
        "ClientSecret = p8e-+x y",
        "Scopes = openid,AdobeID",
    ];
    let form = "client_id=k&client_secret=p8e%2d%2Bx+y&scope=openid%2CAdobeID";
    let target = "https://ims-na1.adobelogin.com/ims/token/v3";
    check(&format!("POST {target}\n\n{form}"), &expect);
    check(&format!("POST {target}?{form}"), &expect);
    check(&format!("POST /ims/token/v2 HTTP/1.1\nHost: ims-na1.adobelogin.com\n\n{form}"), &expect);
    check(
        &format!("POST {target}\n\ngrant_type=client_credentials&client_secret=%zz&&="),
        &[
            "ImsBase = https://ims-na1.adobelogin.com",
            "ClientSecret = %zz",
            "!grant_type Unknown",
            "!body Unknown",
        ],
    );
}

#[test]
fn what_only_looks_like_a_request_is_none() {
    for text in [
        "POST something",
        "get /x",
        "GET /x HTTP/1.1 more",
        "GET /x FTP/1",
        "Host: platform.adobe.io",
        "x api key: k",
        "https://platform.adobe.io/data/foundation/",
        "eyJhbGciOiJub25lIn0.eyJjYW5hcnkiOnRydWV9 canary",
        "x:\ny:",
    ] {
        given::nothing::check_nothing(text, &NothingFound::NotUnderstood);
    }
}

/// As a page has them in a list or in a block of code.
#[test]
fn indented_lines_are_headers() {
    let head = "POST https://platform.adobe.io/data/foundation/flowservice/connections\n  \
                Authorization: Bearer t\n  x-api-key: k\n  x-gw-ims-org-id: o\n\n  {\n    \"name\": \"n\"\n  }";
    let expect = [
        "ApiBase = https://platform.adobe.io",
        "AccessToken = t",
        "ApiKey = k",
        "OrganizationId = o",
        "Name = n",
    ];
    check(head, &expect);
    check("  Authorization: Bearer t\n\tx-api-key: k", &["AccessToken = t", "ApiKey = k"]);
    check(
        "  :authority: platform.adobe.io\n  :path: /x\n  x-api-key: k",
        &["ApiKey = k", "!URL AnotherRequest"],
    );
}

/// The head of a request of HTTP/2, and a file for editors with several requests.
#[test]
fn other_ways_to_write_a_request_down() {
    check(
        ":authority: evil.example\n:method: GET\n:path: /x\nauthorization: Bearer t\nx-api-key: k",
        &["!URL AnotherService", "!authorization AnotherService", "!x-api-key AnotherService"],
    );
    check(
        "POST https://platform.adobe.io/data/foundation/flowservice/connections\nx-api-key: k\n\n\
         {\"name\":\"n\"}\n\n### another\nGET https://platform.adobe.io/\n",
        &["ApiBase = https://platform.adobe.io", "ApiKey = k", "Name = n"],
    );
}
