//! What a refusal says, in the shape of the gateway and in that of the service, and which
//! input it is about.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use flow_service::error::{CallError, Fault, Refusal};
use flow_service::operation::create_connection;
use flow_service::response::Response;
use serde_json::{Value, json};

mod given {
    pub mod answer;
}

use given::answer::json as answer;

/// The error that an operation gives for an answer. All operations share its reading.
fn error_of(response: Response) -> CallError {
    create_connection::response(response).unwrap_err()
}

fn refusal(status: u16, code: Option<&str>, message: &str) -> Refusal {
    let code = code.map(str::to_owned);
    let message = message.to_owned();
    Refusal { status, code, title: None, message, request_id: None, retry_after: None }
}

#[track_caller]
fn check(status: u16, body: Value, expect: &CallError) {
    assert_eq!(error_of(answer(status, body)), *expect);
}

/// A gateway's refusal, in the shape that Adobe's page on troubleshooting gives.
#[track_caller]
fn check_gateway(status: u16, code: &str, fault: Option<&Fault>) {
    let body = json!({ "error_code": code, "message": "in other words" });
    let expect = refusal(status, Some(code), "in other words");
    assert_eq!(expect.fault().as_ref(), fault);
    check(status, body, &CallError::RefusedByGateway(expect));
}

/// A service's refusal, in the shape that Adobe's pages on sources give.
#[track_caller]
fn check_service(code: &str, fault: Option<&Fault>) {
    let status = code.rsplit('-').next().unwrap().parse().unwrap();
    let body = json!({
        "type": (["https://ns.adobe.com/aep/errors/FLOW-", code].concat()),
        "title": "A title",
        "status": status,
        "report": { "detailed-message": "in other words", "request-id": "req-1" },
        "errorMessage": "less exact",
        "errorDetails": "less exact"
    });
    let expect = Refusal {
        title: Some("A title".to_owned()),
        request_id: Some("req-1".to_owned()),
        ..refusal(status, Some(code), "in other words")
    };
    assert_eq!(expect.fault().as_ref(), fault);
    check(status, body, &CallError::RefusedByService(expect));
}

#[track_caller]
fn check_fault_of_message(message: &str, param: Option<&str>) {
    let fault = param.map(|key| Fault::Param(key.to_owned()));
    assert_eq!(refusal(400, Some("1304-400"), message).fault(), fault);
}

#[track_caller]
fn check_code(problem_type: &str, code: Option<&str>) {
    let body = json!({ "type": problem_type, "detail": "d" });
    check(400, body, &CallError::RefusedByService(refusal(400, code, "d")));
}

#[test]
fn the_gateway_refuses_an_invalid_token() {
    check_gateway(401, "401013", Some(&Fault::AccessToken));
}

#[test]
fn the_gateway_refuses_an_invalid_api_key() {
    check_gateway(403, "403003", Some(&Fault::ApiKey));
}

#[test]
fn the_gateway_refuses_a_foreign_organization() {
    check_gateway(403, "403025", Some(&Fault::OrganizationId));
}

#[test]
fn the_gateway_refuses_for_reasons_that_no_input_mends() {
    check_gateway(403, "403027", None);
    check_gateway(429, "429050", None);
    check_gateway(500, "500000", None);
}

#[test]
fn the_gateway_may_send_its_code_as_a_number() {
    let expect = CallError::RefusedByGateway(refusal(403, Some("403010"), "m"));
    check(403, json!({ "error_code": 403_010, "message": "m" }), &expect);
}

#[test]
fn the_gateway_may_send_no_message() {
    let expect = CallError::RefusedByGateway(refusal(403, Some("403010"), ""));
    check(403, json!({ "error_code": "403010" }), &expect);
    check(403, json!({ "error_code": "403010", "message": { "a": 1 } }), &expect);
}

#[test]
fn the_gateway_may_send_a_request_id() {
    for key in ["request-id", "requestId"] {
        let with_id = Refusal { request_id: Some("r".to_owned()), ..refusal(403, Some("1"), "m") };
        let body = json!({ "error_code": "1", "message": "m", key: "r" });
        check(403, body, &CallError::RefusedByGateway(with_id));
    }
}

#[test]
fn an_error_code_of_another_type_leaves_the_shape_of_the_service() {
    for code in [json!(null), json!(-1), json!(1.5), json!([]), json!({ "a": 1 }), json!(true)] {
        let expect = CallError::RefusedByService(refusal(403, None, "m"));
        check(403, json!({ "error_code": code, "message": "m" }), &expect);
    }
}

#[test]
fn the_service_refuses_the_token() {
    check_service("2115-400", Some(&Fault::AccessToken));
}

#[test]
fn the_service_refuses_the_organization() {
    for code in ["2000-401", "1339-400"] {
        check_service(code, Some(&Fault::OrganizationId));
    }
}

#[test]
fn the_service_refuses_the_sandbox() {
    check_service("2100-404", Some(&Fault::Sandbox));
}

#[test]
fn the_service_refuses_the_spec_id() {
    check_service("1413-400", Some(&Fault::SpecId));
}

#[test]
fn the_service_refuses_the_kind_of_authentication() {
    for code in ["1415-400", "1301-400", "1302-400"] {
        check_service(code, Some(&Fault::AuthSpec));
    }
}

#[test]
fn the_service_refuses_for_reasons_that_no_input_mends() {
    for code in [
        "1100-400", "1101-404", "1102-500", "1103-503", "1104-504", "1308-400", "1401-400",
        "1404-412", "1418-400", "1439-404", "2110-400", "2118-403", "2120-403", "2121-403",
        "1006-408",
    ] {
        check_service(code, None);
    }
}

#[test]
fn a_missing_parameter_is_named_by_the_message() {
    check_fault_of_message(
        "The mandatory field securityToken is not provided",
        Some("securityToken"),
    );
    check_fault_of_message("the mandatory field 'password' is not provided.", Some("password"));
    check_fault_of_message("mandatory field \"clientId\".", Some("clientId"));
    check_fault_of_message("The mandatory field {apiVersion} is not provided", Some("apiVersion"));
}

#[test]
fn a_message_without_a_name_is_about_no_input() {
    check_fault_of_message("The mandatory field", None);
    check_fault_of_message("The mandatory field ", None);
    check_fault_of_message("The mandatory field is not provided", None);
    check_fault_of_message("The mandatory field '' is not provided", None);
    check_fault_of_message("something is not provided", None);
    check_fault_of_message("", None);
}

#[test]
fn a_refusal_without_code_is_about_no_input() {
    assert_eq!(refusal(400, None, "mandatory field password").fault(), None);
}

#[test]
fn the_type_of_a_placeholder_is_no_code() {
    let body = json!({
        "type": "/placeholder/type/uri", "status": 400, "title": "BadRequestError", "detail": "no type"
    });
    let title = Some("BadRequestError".to_owned());
    let expect = Refusal { title, ..refusal(400, None, "no type") };
    check(400, body, &CallError::RefusedByService(expect));
}

#[test]
fn a_code_is_the_last_part_of_the_type() {
    check_code("https://ns.adobe.com/aep/errors/FLOW-1439-404", Some("1439-404"));
    check_code("FLOW-1439-404", Some("1439-404"));
    check_code("1439-404", Some("1439-404"));
    check_code("/errors/1439-404", Some("1439-404"));
}

#[test]
fn another_type_is_no_code() {
    for problem_type in [
        "",
        "/",
        "about:blank",
        "FLOW-",
        "FLOW--",
        "-",
        "1439-",
        "-404",
        "FLOW-1439-404/",
        "https://tools.ietf.org/html/rfc7231#section-6.5.1",
        "https://example.com/probs/out-of-credit",
    ] {
        check_code(problem_type, None);
    }
}

/// Another service of Adobe's, or a bug: it is shown, and nothing is known of it.
#[test]
fn a_code_of_another_shape_is_taken_as_it_is() {
    check_code("https://ns.adobe.com/aep/errors/SMS-2003-403", Some("SMS-2003-403"));
    check_code("https://ns.adobe.com/aep/errors/XYZ-1056-404", Some("XYZ-1056-404"));
    check_code("FLOW-14x9-404", Some("FLOW-14x9-404"));
    check_code("FLOW-1439", Some("FLOW-1439"));
    let longer = ["SMS-", &"9".repeat(40), "-404"].concat();
    check_code(&longer, None);
}

#[test]
fn a_code_may_have_a_member_of_its_own() {
    let check_body = |body: Value, code: Option<&str>| {
        check(400, body, &CallError::RefusedByService(refusal(400, code, "m")));
    };
    check_body(json!({ "message": "m", "code": "rate_limited" }), Some("rate_limited"));
    check_body(json!({ "message": "m", "errorCode": "E-7", "code": "other" }), Some("E-7"));
    check_body(json!({ "message": "m", "code": 7 }), Some("7"));
    check_body(json!({ "message": "m", "code": 400 }), None);
    check_body(json!({ "message": "m", "code": "a whole sentence" }), None);
    check_body(json!({ "message": "m", "code": "" }), None);
    check_body(json!({ "message": "m", "code": { "a": 1 } }), None);
    check_body(json!({ "type": "FLOW-1439-404", "message": "m", "code": "x" }), Some("1439-404"));
}

/// A header that did not arrive was taken out on the way: what was typed is not at fault.
#[test]
fn what_did_not_arrive_is_no_fault_of_an_input() {
    for (code, concerned) in [
        ("403010", Fault::AccessToken),
        ("403000", Fault::ApiKey),
        ("400003", Fault::OrganizationId),
        ("2001-401", Fault::OrganizationId),
        ("2002-401", Fault::OrganizationId),
        ("2105-400", Fault::Sandbox),
        ("2114-400", Fault::AccessToken),
    ] {
        let refusal = refusal(400, Some(code), "m");
        assert_eq!((refusal.fault(), refusal.concerns()), (None, Some(concerned)), "{code}");
    }
    let refusal = refusal(403, Some("403003"), "m");
    assert_eq!((refusal.fault(), refusal.concerns()), (Some(Fault::ApiKey), Some(Fault::ApiKey)));
}

#[test]
fn the_status_is_that_of_the_answer_not_that_of_the_body() {
    let expect = CallError::RefusedByService(refusal(403, None, "d"));
    check(403, json!({ "status": 400, "detail": "d" }), &expect);
}

#[test]
fn a_report_may_be_absent() {
    let body = json!({ "type": "FLOW-1439-404", "errorMessage": "e" });
    check(404, body, &CallError::RefusedByService(refusal(404, Some("1439-404"), "e")));
}

#[test]
fn the_most_specific_text_is_the_message() {
    let mut body = json!({
        "message": "5", "title": " ", "detail": "3", "errorMessage": "2",
        "report": { "detailed-message": "1" }
    });
    let title = Some(" ".to_owned());
    for (expect, next) in
        [("1", "report"), ("2", "errorMessage"), ("3", "detail"), ("5", "message")]
    {
        let expect = Refusal { title: title.clone(), ..refusal(400, None, expect) };
        check(400, body.clone(), &CallError::RefusedByService(expect));
        body.as_object_mut().unwrap().remove(next);
    }
}

#[test]
fn a_title_alone_is_the_message_too() {
    let expect = Refusal { title: Some("Forbidden".to_owned()), ..refusal(403, None, "Forbidden") };
    check(403, json!({ "title": "Forbidden" }), &CallError::RefusedByService(expect));
}

#[test]
fn an_error_message_alone_is_a_refusal() {
    check(
        400,
        json!({ "errorMessage": "e" }),
        &CallError::RefusedByService(refusal(400, None, "e")),
    );
    check(400, json!({ "message": "m" }), &CallError::RefusedByService(refusal(400, None, "m")));
}

#[test]
fn a_type_alone_is_a_refusal_without_words() {
    let expect = refusal(404, Some("1439-404"), "");
    check(404, json!({ "type": "FLOW-1439-404" }), &CallError::RefusedByService(expect));
}

#[test]
fn texts_of_another_type_are_passed_over() {
    for wrong in [json!(null), json!(1), json!([]), json!({}), json!("")] {
        let body = json!({
            "report": { "detailed-message": wrong, "request-id": 7 },
            "errorMessage": wrong, "detail": wrong, "title": 7, "message": "m", "requestId": "r"
        });
        let expect = Refusal { request_id: Some("r".to_owned()), ..refusal(400, None, "m") };
        check(400, body, &CallError::RefusedByService(expect));
    }
    for report in [json!(null), json!("detailed-message"), json!(["a"]), json!(1)] {
        let body = json!({ "report": report, "message": "m" });
        check(400, body, &CallError::RefusedByService(refusal(400, None, "m")));
    }
}

#[test]
fn every_text_of_a_refusal_is_capped() {
    let long = "😀".repeat(5000);
    let capped = ["😀".repeat(1000).as_str(), "…"].concat();
    let expect = Refusal {
        title: Some(capped.clone()),
        request_id: Some(capped.clone()),
        ..refusal(400, None, &capped)
    };
    let body = json!({ "detail": long, "title": long, "requestId": long });
    check(400, body, &CallError::RefusedByService(expect));
    let expect =
        Refusal { request_id: Some(capped.clone()), ..refusal(400, Some(&capped), &capped) };
    let body = json!({ "error_code": long, "message": long, "report": { "request-id": long } });
    check(400, body, &CallError::RefusedByGateway(expect));
}

#[test]
fn the_code_of_the_service_is_capped() {
    let long = ["1-", "9".repeat(5000).as_str()].concat();
    let code = error_of(answer(400, json!({ "type": long }))).refusal().unwrap().code.clone();
    assert!(code.is_none_or(|code| code.chars().count() <= 1001));
}
