//! The texts that can be copied.

use flow_service::json_text;

use super::message::CopyTarget;
use super::model::Model;
use super::{explore, removal};

/// The text, if there is one now.
pub(super) fn text(model: &Model, target: &CopyTarget) -> Option<String> {
    match target {
        CopyTarget::Id(id) => Some(id.as_str().to_owned()),
        CopyTarget::Raw => Some(json_text::pretty(&model.one.as_ref()?.inspected()?.raw)),
        CopyTarget::Path(text) | CopyTarget::SpecId(text) => Some(text.clone()),
        CopyTarget::Columns => explore::column_list(model),
        CopyTarget::Schema => explore::schema_text(model),
        CopyTarget::Removal => removal::report(model),
    }
}
