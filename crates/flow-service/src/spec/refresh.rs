//! A built-in spec, brought up to date by what the service says.

use super::{AuthField, AuthSpec, ConnectionSpec, FieldKind, OAUTH2_CLIENT_CREDENTIAL};

/// What a live spec makes of a built-in one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refresh {
    /// The spec from now on.
    pub spec: ConnectionSpec,
    /// The auth specs that are not offered any more.
    pub lost_auth_specs: Vec<String>,
    /// For each of those, what becomes of what was typed for it.
    pub moves: Vec<Move>,
}

/// What becomes of what was typed for an auth spec that is not offered any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// The auth spec that is gone.
    pub from: String,
    /// The one to take instead.
    pub to: String,
    /// The keys that both have: what is typed there goes on to count. A secret goes on only
    /// as a secret, and nothing else as one.
    pub kept: Vec<String>,
    /// The keys that only the old one has.
    pub dropped: Vec<String>,
}

impl ConnectionSpec {
    /// This built-in spec, as the live one has it.
    ///
    /// The live one says what there is and what is required. For what both have, the
    /// built-in one says how it is called, in which order it stands, and what kind of text
    /// it is, unless the live one knows that better than by "a text".
    #[must_use]
    pub fn refreshed_from(&self, live: &Self) -> Refresh {
        let mut auth_specs: Vec<AuthSpec> = Vec::new();
        for known in &self.auth_specs {
            auth_specs.extend(live.auth_spec(&known.name).map(|live| refreshed(known, live)));
        }
        let news = live.auth_specs.iter().filter(|auth| self.auth_spec(&auth.name).is_none());
        auth_specs.extend(news.cloned());
        let spec = Self { auth_specs, ..live.clone() };
        let lost = self.auth_specs.iter().filter(|auth| spec.auth_spec(&auth.name).is_none());
        let target = spec.auth_spec(OAUTH2_CLIENT_CREDENTIAL).or_else(|| spec.auth_specs.first());
        Refresh {
            lost_auth_specs: lost.clone().map(|auth| auth.name.clone()).collect(),
            moves: target
                .map(|to| lost.map(|from| Move::between(from, to)).collect())
                .unwrap_or_default(),
            spec,
        }
    }
}

impl Move {
    fn between(from: &AuthSpec, to: &AuthSpec) -> Self {
        let is_secret = |field: &AuthField| field.kind.is_secret();
        let goes_on = |field: &&AuthField| {
            let same = to.fields.iter().find(|other| other.key == field.key);
            same.is_some_and(|other| is_secret(other) == is_secret(field) && !other.hidden)
        };
        let (kept, dropped): (Vec<_>, Vec<_>) = from.fields.iter().partition(goes_on);
        let keys =
            |fields: Vec<&AuthField>| fields.iter().map(|field| field.key.to_string()).collect();
        Self {
            from: from.name.clone(),
            to: to.name.clone(),
            kept: keys(kept),
            dropped: keys(dropped),
        }
    }
}

fn refreshed(known: &AuthSpec, live: &AuthSpec) -> AuthSpec {
    let of = |fields: &[AuthField], key: &str| fields.iter().find(|it| it.key == key).cloned();
    let both = known.fields.iter().filter_map(|held| {
        let mut field = of(&live.fields, &held.key)?;
        field.label.clone_from(&held.label);
        let is_text = matches!(field.kind, FieldKind::Text | FieldKind::Limited(_));
        if is_text && held.kind != FieldKind::Text {
            field.kind = held.kind.clone();
        }
        if field.kind.is_secret() {
            field.default = None;
        }
        Some(field)
    });
    let news = live.fields.iter().filter(|field| of(&known.fields, &field.key).is_none());
    AuthSpec { name: live.name.clone(), fields: both.chain(news.cloned()).collect() }
}
