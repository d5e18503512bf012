//! What came, held against what would be sent.

use flow_service::request::AUTHORIZATION;
use serde_json::Value;

use super::hard_request::HardRequest;
use super::received::Received;

#[track_caller]
pub fn check(received: &Received, sent: &HardRequest) {
    let HardRequest { request, .. } = sent;
    let open = request.open(&sent.secrets()).ok().unwrap();
    assert_eq!(received.method, request.method.as_str());
    assert_eq!(decoded(&received.target), decoded(&request.target));
    assert_eq!(received.header(AUTHORIZATION), Some(open.authorization.as_str()));
    for name in ["x-api-key", "x-gw-ims-org-id", "x-sandbox-name", "Content-Type", "If-Match"] {
        let expect = request.headers.iter().find(|(it, _)| *it == name);
        assert_eq!(received.header(name), expect.map(|(_, value)| value.as_str()), "{name}");
    }
    match &open.body {
        None => assert_eq!(received.body, ""),
        Some(body) => {
            let expect: Value = serde_json::from_str(body).unwrap();
            let found: Value = serde_json::from_str(&received.body)
                .unwrap_or_else(|error| panic!("{error}: {}", received.body));
            assert_same(&found, &expect);
        }
    }
}

/// Without percent-encoding: programs differ in what they encode of what need not be.
fn decoded(target: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = target.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        let code = code.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        if let Some(byte) = code.filter(|_| *first == b'%') {
            bytes.push(byte);
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    bytes
}

/// Equal as JSON. A number may be written in another way.
#[track_caller]
fn assert_same(found: &Value, expect: &Value) {
    match (found, expect) {
        (Value::Array(one), Value::Array(other)) => {
            assert_eq!(one.len(), other.len());
            one.iter().zip(other).for_each(|(one, other)| assert_same(one, other));
        }
        (Value::Object(one), Value::Object(other)) => {
            assert_eq!(one.len(), other.len(), "{one:#?}\n{other:#?}");
            for (key, value) in other {
                assert_same(one.get(key).unwrap_or_else(|| panic!("no {key:?}")), value);
            }
        }
        (Value::Number(one), Value::Number(other)) if one.is_f64() || other.is_f64() => {
            assert_eq!(one.as_f64(), other.as_f64());
        }
        _ => assert_eq!(found, expect),
    }
}
