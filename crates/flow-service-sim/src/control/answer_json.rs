//! Scripted answers as JSON, one or a list.

use std::collections::BTreeMap;

use axum::http::{HeaderName, HeaderValue, Method};
use serde::Deserialize;
use serde_json::Value;

use crate::script::{Reply, ScriptedAnswer};

/// Reads the body of `POST /control/answers`.
pub fn parse(body: &[u8]) -> Result<Vec<ScriptedAnswer>, String> {
    let value = serde_json::from_slice(body).map_err(|error| error.to_string())?;
    let items = match value {
        Value::Array(items) => items,
        item => vec![item],
    };
    items.into_iter().map(one).collect()
}

fn one(item: Value) -> Result<ScriptedAnswer, String> {
    let answer: AnswerJson = serde_json::from_value(item).map_err(|error| error.to_string())?;
    let usual = ScriptedAnswer::default();
    let method = answer.method.map(|method| Method::from_bytes(method.as_bytes())).transpose();
    if answer.times == Some(0) {
        return Err("an answer is given at least once: times is 1 or more".to_owned());
    }
    Ok(ScriptedAnswer {
        method: method.map_err(|error| error.to_string())?,
        path_prefix: answer.path_prefix,
        query: answer.query,
        times: answer.times.unwrap_or(usual.times),
        carry_out: answer.carry_out,
        delay_ms: answer.delay_ms,
        reply: answer.reply.map_or(Ok(usual.reply), ReplyJson::into_reply)?,
    })
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct AnswerJson {
    method: Option<String>,
    path_prefix: Option<String>,
    query: Option<String>,
    times: Option<u32>,
    #[serde(default)]
    carry_out: bool,
    #[serde(default)]
    delay_ms: u64,
    reply: Option<ReplyJson>,
}

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
enum ReplyJson {
    Real,
    Status {
        status: u16,
        #[serde(default)]
        headers: BTreeMap<String, String>,
        #[serde(default, rename = "retryAfter")]
        retry_after: Option<u32>,
        #[serde(default)]
        body: Value,
    },
    Documented {
        code: String,
    },
    CutBeforeAnswer,
    CutInBody {
        status: u16,
        #[serde(default)]
        body: Value,
    },
}

impl ReplyJson {
    fn into_reply(self) -> Result<Reply, String> {
        Ok(match self {
            Self::Real => Reply::Real,
            Self::CutBeforeAnswer => Reply::CutBeforeAnswer,
            Self::Documented { code } => Reply::documented(&code)
                .ok_or_else(|| format!("{code} is no code that Adobe documents"))?,
            Self::CutInBody { status, body } => {
                Reply::CutInBody { status: checked(status)?, body: bytes(&body) }
            }
            Self::Status { status, mut headers, retry_after, body } => {
                for (name, value) in &headers {
                    let sendable = HeaderName::try_from(name.as_str()).is_ok()
                        && HeaderValue::try_from(value.as_str()).is_ok();
                    if !sendable {
                        return Err(format!("the header {name} cannot be sent"));
                    }
                }
                let typed = headers.keys().any(|name| name.eq_ignore_ascii_case("content-type"));
                if !typed && (body.is_object() || body.is_array()) {
                    headers.insert("content-type".to_owned(), "application/json".to_owned());
                }
                let headers = headers.into_iter().collect();
                let reply = Reply::Status { status: checked(status)?, headers, body: bytes(&body) };
                match retry_after {
                    Some(seconds) => reply.retry_after(seconds),
                    None => reply,
                }
            }
        })
    }
}

fn checked(status: u16) -> Result<u16, String> {
    let possible = (200..=999).contains(&status);
    possible.then_some(status).ok_or_else(|| format!("{status} is no status of an answer"))
}

/// A text is sent as it is, nothing as nothing, any other value as JSON.
fn bytes(body: &Value) -> Vec<u8> {
    match body {
        Value::Null => Vec::new(),
        Value::String(text) => text.clone().into_bytes(),
        json => json.to_string().into_bytes(),
    }
}
