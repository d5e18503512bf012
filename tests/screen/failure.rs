//! The words for a refusal: those of the table, or honestly none.

use flow_connect::screen::words::{Advice, errors, failure};
use flow_service::error::{CallError, Fault, Refusal};
use flow_service::spec::{BASIC_AUTHENTICATION, OAUTH2_CLIENT_CREDENTIAL};

use crate::given::{by_gateway, by_service, by_service_with};

fn advice(error: &CallError) -> Advice {
    failure(error, OAUTH2_CLIENT_CREDENTIAL)
}

#[test]
fn a_documented_code_has_the_words_of_the_table() {
    let expect = Advice {
        what: "The Flow Service refused the request.".to_owned(),
        meaning: Some("The connection cannot be deleted while it is used."),
        cause: Some("One or more dataflows use it."),
        next: "Delete those dataflows first, then try again.",
        server_words: Some("In use".to_owned()),
    };
    assert_eq!(advice(&by_service("1418-400", "In use")), expect);
}

#[test]
fn of_an_unknown_code_nothing_is_claimed() {
    for error in [
        by_service("9999-400", "Own words"),
        by_service("1304-404", "Own words"),
        by_service("1418-40", "Own words"),
        by_gateway(403, "403999"),
        by_service("SMS-2003-403", "Own words"),
        by_service_with(403),
    ] {
        let advice = advice(&error);
        assert_eq!((advice.meaning, advice.cause), (None, None), "{error:?}");
        assert!(advice.next.starts_with("Read the words of the answer;"), "{error:?}");
        let words = error.refusal().unwrap().message.clone();
        assert_eq!(advice.server_words, Some(words));
    }
}

#[test]
fn a_title_stands_for_words_that_are_missing() {
    let error = CallError::RefusedByService(Refusal {
        status: 400,
        code: Some("9999-400".to_owned()),
        title: Some("A title".to_owned()),
        message: String::new(),
        request_id: None,
        retry_after: None,
    });
    assert_eq!(advice(&error).server_words.as_deref(), Some("A title"));
}

#[test]
fn of_an_unknown_code_the_status_may_tell_something() {
    for limited in [by_gateway(429, "429001"), by_service_with(429)] {
        let limited = advice(&limited);
        assert_eq!((limited.meaning, limited.cause), (None, None));
        assert_eq!(limited.next, "Wait a minute, then try again.");
    }
    for failed in [408, 500, 502, 599].map(by_service_with) {
        assert!(failed.outcome_unknown());
        let failed = advice(&failed);
        assert_eq!((failed.meaning, failed.cause), (None, None));
        assert!(failed.next.contains("look before you send it again"), "{}", failed.next);
        assert!(!failed.next.contains("Adobe"), "{}", failed.next);
    }
}

/// A proxy may refuse in the shape of the service.
#[test]
fn who_refused_is_said_only_where_a_code_tells() {
    let by_service_itself = "The Flow Service refused the request.";
    for own in [by_service("1304-400", ""), by_service("9999-400", "")] {
        assert_eq!(advice(&own).what, by_service_itself);
    }
    for open in [by_service_with(403), by_service_with(502), by_service("SMS-2003-403", "")] {
        assert_ne!(advice(&open).what, by_service_itself, "{open:?}");
    }
}

/// The same code stands for whatever goes wrong in a source.
#[test]
fn the_credentials_are_the_cause_only_where_the_source_says_so() {
    for (words, is_known) in [
        ("Error message: INVALID_LOGIN: Invalid username, password, security token", true),
        ("Error message: {\"error\":\"invalid_client\"}", true),
        ("Error message: LOGIN_RESTRICTED: the address is not in the allowlist", true),
        ("Error message: REQUEST_LIMIT_EXCEEDED: TotalRequests Limit exceeded.", false),
        ("Error message: INVALID_TYPE: sObject type 'Nothing' is not supported.", false),
        ("", false),
    ] {
        let advice = advice(&by_service("1308-400", words));
        assert_eq!(advice.cause.is_some(), is_known, "{words}");
        assert!(advice.next.starts_with("Read what the source says."), "{words}");
    }
}

/// A change that may have been carried out is never simply to be sent again.
#[test]
fn where_the_outcome_is_unknown_looking_comes_first() {
    let codes = ["1102-500", "1103-503", "1104-504", "1006-408"];
    for error in codes.map(|code| by_service(code, "")) {
        assert!(error.outcome_unknown());
        assert!(advice(&error).next.contains("look before you send it again"), "{error:?}");
    }
}

#[test]
fn the_content_type_is_known_by_its_words_alone() {
    let words = "A valid content-type must be specified";
    let error = |code: Option<&str>, message: &str| {
        let mut refusal = by_service("0-400", message).refusal().unwrap().clone();
        refusal.code = code.map(str::to_owned);
        CallError::RefusedByService(refusal)
    };
    assert!(advice(&error(None, words)).meaning.is_some());
    assert_eq!(advice(&error(None, "Something else")).meaning, None);
    assert_eq!(advice(&error(Some("9999-400"), words)).meaning, None);
}

#[test]
fn the_end_of_basic_authentication_is_the_cause_only_where_it_was_sent() {
    for code in ["1415-400", "1301-400", "1302-400"] {
        let error = by_service(code, "");
        let basic = failure(&error, BASIC_AUTHENTICATION);
        assert_eq!((basic.cause, basic.next), (Some(errors::BASIC_ENDED.0), errors::BASIC_ENDED.1));
        for other in [OAUTH2_CLIENT_CREDENTIAL, ""] {
            let advice = failure(&error, other);
            let none = "The source does not offer this kind of authentication.";
            assert_eq!(advice.cause, Some(none));
            assert!(advice.next.starts_with("Choose another one under Authentication,"));
            assert_eq!(advice.meaning, basic.meaning);
        }
    }
    let other = failure(&by_service("1413-400", ""), BASIC_AUTHENTICATION);
    assert_ne!(other.next, errors::BASIC_ENDED.1);
}

fn entries() -> impl Iterator<Item = &'static errors::Entry> {
    errors::CATALOGUE.iter().flat_map(|(_, entries)| entries.iter())
}

#[test]
fn each_entry_is_there_once_and_whole() {
    for entry in entries() {
        assert_eq!(entries().filter(|other| other.sign == entry.sign).count(), 1, "{entry:?}");
        for text in [Some(entry.meaning), entry.cause, Some(entry.next)].into_iter().flatten() {
            let is_sentence = text.ends_with('.') && text.starts_with(char::is_uppercase);
            assert!(is_sentence && text.trim() == text, "{entry:?}");
        }
        assert_ne!(entry.cause, Some(entry.meaning), "{entry:?}");
        // There is not always a button to press again.
        assert!(!entry.next.contains("press again"), "{entry:?}");
    }
}

/// Where Adobe's two tables have the same code, nobody claims to know which is meant.
#[test]
fn a_code_of_two_tables_has_both_meanings() {
    for code in ["1100-400", "1401-400", "1403-400"] {
        let advice = advice(&by_service(code, "Own words"));
        let meaning = advice.meaning.unwrap();
        assert!(meaning.contains("Flow Service has this code for"), "{code}: {meaning}");
        assert!(meaning.contains("Connectors have it for"), "{code}: {meaning}");
        let condition = "Where the service's own words speak of";
        assert!(advice.cause.is_none_or(|cause| cause.starts_with(condition)), "{code}");
        assert!(advice.next.contains("the service's own words"), "{code}");
    }
}

/// Every code that is about an input is in the table, or nobody would be told why.
#[test]
fn each_fault_has_an_entry() {
    let faults: Vec<_> = entries().filter_map(|entry| entry.fault("")).collect();
    for (fault, count) in [
        (Fault::AccessToken, 2),
        (Fault::ApiKey, 1),
        (Fault::OrganizationId, 3),
        (Fault::Sandbox, 1),
        (Fault::SpecId, 1),
        (Fault::AuthSpec, 3),
    ] {
        assert_eq!(faults.iter().filter(|found| **found == fault).count(), count, "{fault:?}");
    }
    let by_words = entries().filter(|entry| {
        let words = "The mandatory field password is not provided";
        entry.fault(words) == Some(Fault::Param("password".to_owned()))
    });
    assert_eq!(
        by_words.map(|entry| entry.sign).collect::<Vec<_>>(),
        [errors::Sign::Code("1304-400")]
    );
}
