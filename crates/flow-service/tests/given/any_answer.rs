//! Answers of every kind.

use flow_service::response::{Response, ResponseBody};
use proptest::prelude::*;

use super::json::any_json;

pub fn any_answer() -> impl Strategy<Value = Response> {
    let body = prop_oneof![
        8 => any_json().prop_map(ResponseBody::Json),
        1 => any::<String>().prop_map(ResponseBody::Text),
        1 => Just(ResponseBody::Empty),
        1 => Just(ResponseBody::TooLarge),
        1 => Just(ResponseBody::Cut),
    ];
    let status = prop_oneof![200_u16..300, 200_u16..600, any::<u16>()];
    (status, body).prop_map(|(status, body)| Response { status, body })
}
