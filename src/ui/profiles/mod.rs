//! The tool *Profiles*: those that are saved, how one is saved, handed on and forgotten.

mod notices;

pub(super) use notices::notices;

use std::rc::Rc;

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};
use yew::Callback;
use yew::virtual_dom::ListenerKind;

use super::act::{Act, On, button};
use super::element::{At, Element, div, element, paragraph};
use crate::screen::profiles::{ID_OF_FILE, ID_OF_QUESTION, Msg, Profile, Question, Said};
use crate::screen::sources::name_of;
use crate::screen::words::profiles as words;
use crate::screen::{Model, Msg as AppMsg};

/// What these views need.
struct View<'a> {
    model: &'a Model,
    act: &'a Callback<Act>,
}

/// The panel.
pub(super) fn panel(model: &Model, act: &Callback<Act>) -> Element {
    let view = View { model, act };
    div("profiles")
        .child(paragraph("intro").text(words::PROFILES_INTRO))
        .child(view.list())
        .child(view.question())
        .child(view.said())
        .child(view.link())
        .child(view.saving())
        .child(view.handing_on())
        .child(view.kept())
}

impl View<'_> {
    /// Tells something when this happens.
    fn hear(
        &self,
        element: Element,
        kind: ListenerKind,
        msg: impl Fn(&Event) -> Option<Msg> + 'static,
    ) -> Element {
        element.on(self.act, On::Hear(kind, Rc::new(move |event| msg(event).map(AppMsg::Profiles))))
    }

    /// A button, still without its text.
    fn button(&self, msg: impl Fn() -> Msg + 'static) -> Element {
        let heard = Rc::new(move |_: &Event| Some(AppMsg::Profiles(msg())));
        button(self.act, On::Hear(ListenerKind::onclick, heard))
    }

    fn list(&self) -> Element {
        let list = self.model.profiles.list.as_deref().unwrap_or_default();
        let none = paragraph("none").flag(At::Hidden, !list.is_empty()).text(words::NO_PROFILES);
        let items = element("ul")
            .set(At::Label, words::SAVED_PROFILES)
            .flag(At::Hidden, list.is_empty())
            .children(list.iter().map(|profile| self.item(profile)));
        div("saved").child(none).child(items)
    }

    fn item(&self, profile: &Profile) -> Element {
        let name = &profile.name;
        let named = |text: &'static str, msg: fn(String) -> Msg| {
            let told = name.clone();
            let label = [text, " ", name].concat();
            self.button(move || msg(told.clone())).set_string(At::Label, label).text(text)
        };
        let mut about = profile.organization_id.clone();
        let source = name_of(self.model, &profile.spec_id);
        let texts = [&*profile.sandbox, source, &profile.auth_name];
        for text in texts.into_iter().filter(|it| !it.is_empty()) {
            if !about.is_empty() {
                about.push_str(" · ");
            }
            about.push_str(text);
        }
        let link = element("span").flag(At::Hidden, !self.model.profiles.links);
        let actions = div("actions")
            .child(named(words::USE, Msg::UsePressed))
            .child(link.child(named(words::COPY_LINK, Msg::LinkPressed)))
            .child(named(words::DELETE, Msg::DeletePressed));
        let about = div("about")
            .child(element("strong").string(name.clone()))
            .child(paragraph("help").string(about));
        element("li").key(name).child(about).child(actions)
    }

    fn question(&self) -> Element {
        let asked = div("slot").set(At::Id, ID_OF_QUESTION).set(At::TabIndex, "-1");
        let Some(question) = &self.model.profiles.question else { return asked };
        let others = self.button(|| Msg::OthersOnly).text(words::IMPORT_OTHERS);
        let others = element("span")
            .flag(At::Hidden, !matches!(question, Question::Twice(..)))
            .child(others);
        let actions = div("actions")
            .child(self.button(|| Msg::Confirmed).text(words::profiles_yes(question)))
            .child(others)
            .child(self.button(|| Msg::Cancelled).text(crate::screen::words::CANCEL));
        let text = element("p").string(words::profiles_question(question));
        asked.child(div("box asked").child(text).child(actions))
    }

    /// What came of the last press. What failed is an alert; the live region says the rest.
    fn said(&self) -> Element {
        let said = self.model.profiles.said;
        let failed = matches!(
            said,
            Some(
                Said::NotKept
                    | Said::Unreadable(_)
                    | Said::NameMissing
                    | Said::Unfit(_)
                    | Said::LeftOut(_)
                    | Said::NotNow
                    | Said::Copied(false)
            )
        );
        let text = paragraph(if failed { "error" } else { "accepted" });
        let text = if failed { text.set(At::Role, "alert") } else { text };
        div("slot").child(
            text.flag(At::Hidden, said.is_none())
                .text(said.map(words::profiles_said).unwrap_or_default()),
        )
    }

    fn link(&self) -> Element {
        let link = &self.model.profiles.link;
        let label = element("label").set(At::For, "profiles-link").text(words::LINK_TO_PROFILE);
        let text = element("input")
            .set(At::Type, "text")
            .set(At::Id, "profiles-link")
            .flag(At::ReadOnly, true)
            .value(link.clone().unwrap_or_default());
        div("field").flag(At::Hidden, link.is_none()).child(div("label").child(label)).child(text)
    }

    fn saving(&self) -> Element {
        let profiles = &self.model.profiles;
        let pattern = profiles.pattern.as_ref().unwrap_or(&self.model.form.name);
        let help = paragraph("help").set(At::Id, "profiles-pattern-help");
        let name = self.line("profiles-name", words::PROFILE_NAME, &profiles.name, Msg::NameTyped);
        let pattern =
            self.line("profiles-pattern", words::NAME_PATTERN, pattern, Msg::PatternTyped);
        let help = div("under").child(help.text(words::NAME_PATTERN_HELP));
        let save = element("button").set(At::Type, "submit").set(At::Class, "secondary");
        let form = element("form").flag(At::NoValidate, true).set(At::AutoComplete, "off");
        self.hear(form, ListenerKind::onsubmit, |event| {
            event.prevent_default();
            Some(Msg::SavePressed)
        })
        .child(div("fields").child(name).child(pattern.child(help)))
        .child(div("actions").child(save.text(words::SAVE_PROFILE)))
    }

    fn line(
        &self,
        id: &'static str,
        label: &'static str,
        text: &str,
        msg: fn(String) -> Msg,
    ) -> Element {
        let input = element("input")
            .set(At::Type, "text")
            .set(At::Id, id)
            .set(At::SpellCheck, "false")
            .value(text.to_owned());
        let input = if id == "profiles-pattern" {
            input.set(At::DescribedBy, "profiles-pattern-help")
        } else {
            input
        };
        let input = self.hear(input, ListenerKind::oninput, move |event| {
            // The browser's `value` is read alike from all elements that have one.
            Some(msg(event.target()?.unchecked_ref::<HtmlInputElement>().value()))
        });
        let label = element("label").set(At::For, id).text(label);
        div("field").child(div("label").child(label)).child(input)
    }

    fn handing_on(&self) -> Element {
        let none = self.model.profiles.list.as_ref().is_none_or(Vec::is_empty);
        let export = self.button(|| Msg::ExportPressed).text(words::EXPORT_PROFILES);
        let input = element("input").set(At::Type, "file").set(At::Id, ID_OF_FILE);
        let input = self.hear(input, ListenerKind::onchange, |_| Some(Msg::FileChosen));
        let label = element("label").set(At::For, ID_OF_FILE).text(words::IMPORT_PROFILES);
        div("handing-on")
            .child(div("field").child(div("label").child(label)).child(input))
            .child(element("span").flag(At::Hidden, none).child(export))
    }

    fn kept(&self) -> Element {
        let kept = &self.model.profiles.kept;
        let items = kept.iter().flatten().map(|(key, value)| {
            let value = element("pre").set(At::TabIndex, "0").string(value.clone());
            element("li").key(key).child(element("code").string(key.clone())).child(value)
        });
        let none = kept.as_ref().is_some_and(Vec::is_empty);
        let list = div("shown")
            .flag(At::Hidden, kept.is_none())
            .child(paragraph("none").flag(At::Hidden, !none).text(words::NOTHING_KEPT))
            .child(
                element("ul")
                    .set(At::Label, words::KEPT_HERE)
                    .flag(At::Hidden, none)
                    .children(items),
            );
        let show = if kept.is_some() { words::HIDE_KEPT } else { words::SHOW_KEPT };
        let actions = div("actions")
            .child(self.button(|| Msg::KeptPressed).text(show))
            .child(self.button(|| Msg::ForgetPressed).text(words::FORGET_EVERYTHING));
        div("kept").child(actions).child(list)
    }
}
