//! One input with its label, help, findings and what can be done about them.

use flow_service::spec::{AuthField, AuthSpec, FieldKind};
use yew::Callback;

use super::act::{Act, On, button};
use super::element::{At, Element, div, element, paragraph};
use super::finding::Finding;
use super::views::Views;
use crate::screen::{Field, Model, Msg, Sandboxes, Token, TokenSource, element_id, words};

/// How an input is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Line,
    Lines,
    Secret,
    /// A secret of many lines.
    SecretLines,
    /// One of several values.
    Choice,
    /// What else there is, which only other sources than the built-in one ask for.
    Other,
    /// The same, of many lines.
    OtherLines,
}

impl Kind {
    /// How a parameter is drawn.
    pub const fn of_param(kind: &FieldKind) -> Self {
        match kind {
            FieldKind::Secret | FieldKind::LimitedSecret(_) => Self::Secret,
            FieldKind::Json(part) if part.holds_secret => Self::SecretLines,
            FieldKind::Json(_) => Self::OtherLines,
            FieldKind::Choice(_) => Self::Choice,
            FieldKind::Number(_) | FieldKind::Boolean => Self::Other,
            FieldKind::Text
            | FieldKind::EnvironmentUrl
            | FieldKind::ApiVersion
            | FieldKind::Limited(_) => Self::Line,
        }
    }

    const fn tag(self) -> &'static str {
        match self {
            Self::Lines | Self::SecretLines | Self::OtherLines => "textarea",
            Self::Choice => "select",
            Self::Line | Self::Secret | Self::Other => "input",
        }
    }

    /// A name that no key begins with.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Line => "",
            Self::Lines => "lines ",
            Self::Secret => "secret ",
            Self::SecretLines => "secret lines ",
            Self::Choice => "choice ",
            Self::Other => "other ",
            Self::OtherLines => "other lines ",
        }
    }

    pub const fn is_wide(self) -> bool {
        matches!(self, Self::Lines | Self::SecretLines | Self::OtherLines)
    }
}

/// What a field needs besides its name.
pub(super) struct Look<'a> {
    pub model: &'a Model,
    pub auth: &'a AuthSpec,
    pub act: &'a Callback<Act>,
    pub views: Option<Views>,
}

impl Look<'_> {
    /// One input.
    pub fn field(&self, field: &Field, kind: Kind, required: bool) -> Element {
        self.labelled(field, kind, required, &words::label(field, self.auth))
    }

    /// One input of this label: within a group of inputs it leaves out what the group is called.
    pub fn labelled(&self, field: &Field, kind: Kind, required: bool, label: &str) -> Element {
        let id = field.id();
        let help = self.help(field);
        let Finding { error, remarks, note, remedy } = self.finding(field, label);
        let part = |end: &str| [&id, end].concat();
        // A text of this part of the field, there only while it says something.
        let said = |class, end, text: String| {
            paragraph(class)
                .set_string(At::Id, part(end))
                .flag(At::Hidden, text.is_empty())
                .string(text)
        };
        let mut described = String::new();
        for (end, there) in [
            ("-optional", !required),
            ("-help", !help.is_empty()),
            ("-error", error.is_some()),
            ("-remark", !remarks.is_empty()),
            ("-note", !note.is_empty()),
        ] {
            if there {
                add(&mut described, &part(end));
            }
        }
        let input = element(kind.tag())
            .set_string(At::Id, id.clone())
            .mark(At::Invalid, error.is_some())
            .set(At::Required, if required { "true" } else { "false" });
        let input =
            if described.is_empty() { input } else { input.set_string(At::DescribedBy, described) };
        let optional = element("span")
            .set(At::Class, "optional")
            .set_string(At::Id, part("-optional"))
            .flag(At::Hidden, required)
            .text(words::OPTIONAL);
        let heading = element("label").set_string(At::For, id.clone()).string(label.to_owned());
        let under = div("under")
            .child(said("error", "-error", error.unwrap_or_default()))
            .child(said("remark", "-remark", remarks))
            .child(self.remedy(field, remedy))
            .child(said("time-left", "-note", note))
            .child(said("help", "-help", help));
        div(if kind.is_wide() { "field wide" } else { "field" })
            .set(At::Part, "field")
            .child(div("label").child(heading).child(optional))
            .child(self.input(input, field, kind, label))
            .child(under)
    }

    /// What differs between the kinds of inputs.
    fn input(&self, input: Element, field: &Field, kind: Kind, label: &str) -> Element {
        if matches!(kind, Kind::Secret | Kind::SecretLines) {
            return self.secret(input, field, kind, label);
        }
        let param = self.param(field);
        if let (Kind::Choice | Kind::Other | Kind::OtherLines, Some(param), Some(views)) =
            (kind, param, self.views)
        {
            return (views.control)(self.model, self.act, param, input);
        }
        let text = match param {
            Some(param) => self.model.form.param_of(param),
            None => self.model.form.text(field),
        };
        let input = input
            .value(text.to_owned())
            .on(self.act, On::Type(field.clone()))
            .on(self.act, On::Leave(field.clone()))
            .on(self.act, On::Change);
        if kind == Kind::Lines {
            return input.set(At::Rows, "2");
        }
        let input = input
            .set(At::Type, "text")
            .set(At::Placeholder, words::placeholder(field, self.model.is_built_in()))
            .typed_by_hand("off");
        match (field, &self.model.door.sandboxes) {
            // Only where there is something to choose: a list makes another role of the input.
            (Field::Sandbox, Sandboxes::Known(..)) => {
                input.on(self.act, On::EnterSandbox).set(At::List, element_id::SANDBOXES)
            }
            (Field::Sandbox, _) => input.on(self.act, On::EnterSandbox),
            _ => input,
        }
    }

    /// The parameter of the auth spec that an input is for.
    fn param(&self, field: &Field) -> Option<&AuthField> {
        let Field::Param(key) = field else { return None };
        self.auth.fields.iter().find(|param| param.key == *key)
    }

    /// No `value`: what is typed here stays in the input.
    fn secret(&self, input: Element, field: &Field, kind: Kind, label: &str) -> Element {
        let shown = self.model.shown.contains(field);
        let verb = if shown { words::HIDE } else { words::SHOW };
        let input = if kind == Kind::SecretLines {
            input.set(At::Rows, "4").set(At::Class, if shown { "json" } else { "json veiled" })
        } else {
            input.set(At::Type, if shown { "text" } else { "password" })
        };
        let input = input
            .typed_by_hand("new-password")
            .on(self.act, On::EditSecret(field.clone()))
            .on(self.act, On::LeaveSecret(field.clone()));
        let show = element("button")
            .set(At::Type, "button")
            .set(At::Class, "quiet")
            .set_string(At::Label, [verb, " ", label].concat())
            .on(self.act, On::Show(field.clone(), !shown))
            .text(verb);
        div("secret").child(input).child(show)
    }

    fn help(&self, field: &Field) -> String {
        match (field, self.model.token) {
            (Field::AccessToken, Token::Held { source, expires_at }) => {
                words::token_held(source == TokenSource::HostPage, expires_at)
            }
            (Field::AccessToken, Token::Provided) => words::TOKEN_PROVIDED.to_owned(),
            (Field::Sandbox, _) => match &self.model.door.sandboxes {
                Sandboxes::Known(_, known) if !known.is_empty() => words::sandboxes(known),
                Sandboxes::Refused(_) => words::SANDBOXES_REFUSED.to_owned(),
                Sandboxes::Unknown | Sandboxes::Asked(_) | Sandboxes::Known(..) => {
                    self.plain_help(field)
                }
            },
            _ => {
                let help = self.plain_help(field);
                // Only other sources have limits to tell of.
                match (self.param(field), self.views) {
                    (Some(param), Some(views)) => (views.help)(param, &help),
                    _ => help,
                }
            }
        }
    }

    fn plain_help(&self, field: &Field) -> String {
        words::help(field, self.auth, self.model.is_built_in()).unwrap_or_default()
    }

    /// What is found about the input; nothing is before the half with the words is there.
    pub fn finding(&self, field: &Field, label: &str) -> Finding {
        let Some(views) = self.views else {
            let (remarks, note) = (String::new(), String::new());
            return Finding { error: None, remarks, note, remedy: None };
        };
        (views.finding)(self.model, self.act, field, label)
    }

    /// A button that mends the input, where there is one.
    fn remedy(&self, field: &Field, found: Option<Element>) -> Element {
        let held = *field == Field::AccessToken && matches!(self.model.token, Token::Held { .. });
        let forget = button(self.act, On::Click(|| Msg::ForgetToken)).text(words::FORGET_TOKEN);
        div("remedy").children(found.into_iter().chain(held.then_some(forget)))
    }
}

/// Puts a text behind others, after a space.
fn add(texts: &mut String, text: &str) {
    if !texts.is_empty() {
        texts.push(' ');
    }
    texts.push_str(text);
}

impl Element {
    /// An input that the browser leaves as it was typed.
    fn typed_by_hand(self, autocomplete: &'static str) -> Self {
        self.set(At::AutoComplete, autocomplete)
            .set(At::AutoCapitalize, "none")
            .set(At::SpellCheck, "false")
    }
}
