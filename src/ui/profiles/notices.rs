//! What is said of profiles above the form: what a link offers, and what the use of one
//! changed.

use yew::Callback;

use super::super::act::Act;
use super::super::element::{At, Element, div, element, paragraph};
use super::View;
use crate::screen::profiles::{
    Awaited, Changed, ID_OF_NOTICE, Msg, Profile, Said, Unreadable, Used, outlook,
};
use crate::screen::sources::{Wish, name_of};
use crate::screen::words::{SOURCE, label, profiles as words};
use crate::screen::{Field, Model, profiles};

pub(in super::super) fn notices(model: &Model, act: &Callback<Act>) -> Element {
    let view = View { model, act };
    let offer = match &model.profiles.offer {
        Some(Ok(profile)) => view.offer(profile),
        Some(Err(why)) => view.bad_link(*why),
        None => div("slot"),
    };
    let used = div("slot").set(At::Id, ID_OF_NOTICE).set(At::TabIndex, "-1");
    let used = match &model.profiles.used {
        Some(done) => used.child(view.used(done)),
        None => used,
    };
    div("slot").child(div("slot").child(offer)).child(used)
}

impl View<'_> {
    /// What a link would fill in. The places of the name are filled when it is used.
    fn offer(&self, profile: &Profile) -> Element {
        let shown = profiles::Profile { name_pattern: String::new(), ..profile.clone() };
        let mut outlook = outlook(self.model, &shown, 0);
        if !profile.name_pattern.is_empty() {
            outlook.changes.push(Changed {
                field: Field::Name,
                before: self.model.form.name.clone(),
                after: profile.name_pattern.clone(),
            });
        }
        let actions = div("actions")
            .child(self.button(|| Msg::OfferTaken).text(words::USE_PROFILE))
            .child(self.button(|| Msg::OfferDismissed).text(words::DISMISS));
        let model = self.model;
        let refused = model.profiles.said == Some(Said::NotNow) && !model.phase.is_filling();
        let not_now = paragraph("remark").flag(At::Hidden, !refused).text(words::NOT_NOW);
        element("section")
            .set(At::Class, "box")
            .set(At::LabelledBy, "profiles-offer")
            .child(element("h2").set(At::Id, "profiles-offer").text(words::OFFERED))
            .child(paragraph("about").child(element("strong").string(profile.name.clone())))
            .child(element("p").text(words::OFFERED_INTRO))
            .child(self.changes(&outlook, outlook.source_offered(self.model)))
            .child(not_now)
            .child(actions)
    }

    fn bad_link(&self, why: Unreadable) -> Element {
        let dismiss = self.button(|| Msg::OfferDismissed).text(words::DISMISS);
        let text = element("p").text(words::LINK_NOT_USED).text(" ").text(words::unreadable(why));
        div("box").set(At::Role, "alert").child(text).child(div("actions").child(dismiss))
    }

    fn used(&self, used: &Used) -> Element {
        let undo = self.button(|| Msg::UndoPressed).text(words::UNDO);
        let undo = element("span").flag(At::Hidden, used.changes.is_empty()).child(undo);
        let dismiss = self.button(|| Msg::NoticeDismissed).text(words::DISMISS);
        let text = words::profile_used(&used.name, used.changes.len());
        div("box")
            .child(element("p").string(text))
            .child(self.changes(used, used.source_in(self.model)))
            .child(div("actions").child(undo).child(dismiss))
    }

    /// Each input with what stood in it and what stands in it since, and what is left alone.
    fn changes(&self, used: &Used, awaited: Option<Awaited>) -> Element {
        let auth = self.model.auth();
        let items = used.changes.iter().map(|Changed { field, before, after }| {
            let is_source = *field == Field::SpecId;
            let shown = |text| if is_source { name_of(self.model, text) } else { text };
            let label = if is_source { SOURCE.to_owned() } else { label(field, &auth) };
            let before = if before.is_empty() {
                element("span").text(words::EMPTY)
            } else {
                element("s").string(shown(before).to_owned())
            };
            element("li")
                .child(element("span").string(label))
                .child(before)
                .child(element("strong").string(shown(after).to_owned()))
        });
        let base = used.other_base.as_ref();
        let base = base.map(|base| words::other_base(base, self.model.api_base()));
        let unknown = used.auth_unknown_in(self.model).map(words::unknown_auth);
        let awaited = awaited.map(|stands| match stands {
            Awaited::Not(Wish::Waits) => words::AWAITED_SOURCE.to_owned(),
            Awaited::Not(Wish::Absent) => words::ABSENT_SOURCE.to_owned(),
            Awaited::Not(Wish::Unsure) => words::UNSURE_SOURCE.to_owned(),
            Awaited::Came => words::SOURCE_CAME.to_owned(),
        });
        let left = [base, unknown, awaited].map(|text| {
            paragraph("remark").flag(At::Hidden, text.is_none()).string(text.unwrap_or_default())
        });
        let list = element("ul")
            .set(At::Class, "changes")
            .flag(At::Hidden, used.changes.is_empty())
            .children(items);
        div("slot").child(list).children(left)
    }
}
