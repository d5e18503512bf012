//! A field of an auth spec in one line.

use flow_service::spec::{AuthField, Choice, FieldKind, JsonPart, NumberLimits, Place, TextLimits};

/// Key, `*` where it is required, label in brackets, kind, and what is special.
pub fn line(field: &AuthField) -> String {
    let required = if field.required { "*" } else { "" };
    let place = match &field.place {
        Place::Key => String::new(),
        Place::Path(path) if path.join(".") == field.key => String::new(),
        Place::Path(path) => format!(" at {path:?}"),
        Place::Chooses(path) => format!(" chooses {path:?}"),
    };
    let default = field.default.as_ref().map(|text| format!(" = {text:?}"));
    let when = field.when.as_ref().map(|it| format!(" when {}={}", it.key, it.values.join("|")));
    [
        format!("{}{required} [{}] {}", field.key, field.label, kind(&field.kind)),
        place,
        default.unwrap_or_default(),
        when.unwrap_or_default(),
        field.example.as_ref().map(|text| format!(" e.g. {text:?}")).unwrap_or_default(),
        if field.hidden { " hidden" } else { "" }.to_owned(),
    ]
    .concat()
}

fn kind(kind: &FieldKind) -> String {
    match kind {
        FieldKind::Text => "text".to_owned(),
        FieldKind::Secret => "secret".to_owned(),
        FieldKind::LimitedSecret(limits) => {
            ["secret ", &self::kind(&FieldKind::Limited(limits.clone()))].concat()
        }
        FieldKind::EnvironmentUrl => "url".to_owned(),
        FieldKind::ApiVersion => "version".to_owned(),
        FieldKind::Limited(TextLimits { pattern, shortest, longest }) => {
            format!("text /{}/ {shortest:?}..{longest:?}", pattern.as_deref().unwrap_or_default())
        }
        FieldKind::Choice(choices) => {
            let choices: Vec<_> = choices.iter().map(choice).collect();
            format!("choice({})", choices.join(", "))
        }
        FieldKind::Number(NumberLimits { integer, minimum, maximum }) => {
            let name = if *integer { "integer" } else { "number" };
            format!("{name} {minimum:?}..{maximum:?}")
        }
        FieldKind::Boolean => "boolean".to_owned(),
        FieldKind::Json(JsonPart { shape, holds_secret, .. }) => {
            format!("json {shape:?}{}", if *holds_secret { " with a secret" } else { "" })
        }
    }
}

fn choice(choice: &Choice) -> String {
    let value = if choice.bare { choice.value.clone() } else { format!("'{}'", choice.value) };
    if choice.label == choice.value { value } else { format!("{value}: {}", choice.label) }
}
