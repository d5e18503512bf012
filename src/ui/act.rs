//! What a person does, as the views report it.

use std::rc::Rc;

use web_sys::wasm_bindgen::JsCast;
use web_sys::{
    Event, FocusEvent, HtmlDetailsElement, HtmlInputElement, HtmlTextAreaElement, InputEvent,
    MouseEvent,
};
use yew::virtual_dom::{Listener, ListenerKind};
use yew::{Callback, TargetCast};

use super::element::{At, Element, element};
use super::given::{Given, given};
use crate::screen::{CopyTarget, Disclosure, Field, Model, Msg, Route, Theme, words};

/// What a person did. Where the browser has to be asked first, there is no message yet.
pub enum Act {
    /// Something that the model can be told at once.
    Tell(Msg),
    /// *Create connection* was pressed: the secrets have to be read.
    Press,
    /// A secret was changed and left: it has to be looked at.
    LeaveSecret(Field),
    /// The input of the sandbox was entered: the access token has to be looked at.
    EnterSandbox,
    /// Something was given to fill the form from.
    Give(Given),
}

/// What is made of an event.
pub(super) type Heard = Rc<dyn Fn(&Event) -> Option<Msg>>;

/// What an element listens to, and what that means.
pub(super) enum On {
    /// A press that says this.
    Click(fn() -> Msg),
    /// A press that copies this.
    Copy(CopyTarget),
    /// A press that shows or hides a secret.
    Show(Field, bool),
    /// A press on a link of the navigation.
    Follow(Route),
    /// A press on a link to an input.
    Seek(Field),
    /// A text is typed.
    Type(Field),
    /// A secret is typed; what it is stays in the input.
    EditSecret(Field),
    /// A text is left for another input. When it is left for a button, nothing may appear
    /// that moves the button away from under the pointer.
    Leave(Field),
    /// The same of a secret.
    LeaveSecret(Field),
    /// A changed text is left, for whatever.
    Change,
    /// The input of the sandbox is entered.
    EnterSandbox,
    /// This auth spec is chosen.
    ChooseAuth(String),
    /// A look is chosen.
    ChooseTheme,
    /// What the half that is fetched later listens to: it makes the message, where there is one.
    Hear(ListenerKind, Heard),
    /// Something is given to fill the form from, by an event of this kind.
    Give(ListenerKind),
    /// The same, by what stands in the input of the tool.
    GiveTyped,
    /// Anything of the page is entered.
    Enter,
    /// Enter in an input, or *Create connection*.
    Submit,
    /// A disclosure is opened or closed, by a person or by the page.
    Toggle(Disclosure),
}

/// One kind of listener for the whole page: a closure for each place costs more of the app.
struct Ear {
    act: Callback<Act>,
    on: On,
}

impl Listener for Ear {
    fn kind(&self) -> ListenerKind {
        match &self.on {
            On::Hear(kind, _) | On::Give(kind) => kind.clone(),
            On::GiveTyped
            | On::Click(_)
            | On::Copy(_)
            | On::Show(..)
            | On::Follow(_)
            | On::Seek(_) => ListenerKind::onclick,
            On::Type(_) | On::EditSecret(_) => ListenerKind::oninput,
            On::Leave(_) | On::LeaveSecret(_) => ListenerKind::onfocusout,
            On::ChooseAuth(_) | On::ChooseTheme | On::Change => ListenerKind::onchange,
            On::EnterSandbox | On::Enter => ListenerKind::onfocusin,
            On::Submit => ListenerKind::onsubmit,
            On::Toggle(_) => ListenerKind::ontoggle,
        }
    }

    fn handle(&self, event: Event) {
        // The browser's `value` is read alike from all elements that have one.
        let value = || event.target_unchecked_into::<HtmlInputElement>().value();
        let msg = match &self.on {
            On::Click(msg) => msg(),
            On::Copy(target) => Msg::CopyPressed(*target),
            On::Show(field, show) => Msg::ShowSecret(field.clone(), *show),
            On::Follow(_) if opens_elsewhere(&event) => return,
            On::Follow(route) => {
                event.prevent_default();
                Msg::LinkFollowed(route.clone())
            }
            On::Seek(field) => {
                event.prevent_default();
                Msg::FieldSought(field.clone())
            }
            On::Type(field) => Msg::Typed(field.clone(), value()),
            On::EditSecret(field) => {
                let edited = Msg::SecretEdited(field.clone());
                // What is pasted is whole: it is looked at before it is left.
                if event.unchecked_ref::<InputEvent>().input_type() == PASTED {
                    self.act.emit(Act::Tell(edited));
                    return self.act.emit(Act::LeaveSecret(field.clone()));
                }
                edited
            }
            On::Leave(_) | On::LeaveSecret(_) if !goes_to_an_input(&event) => return,
            On::Leave(field) => Msg::Left(field.clone()),
            On::LeaveSecret(field) => return self.act.emit(Act::LeaveSecret(field.clone())),
            On::Change => Msg::AccessChanged,
            On::EnterSandbox => return self.act.emit(Act::EnterSandbox),
            On::Give(_) => match given(&event) {
                Some(given) => return self.act.emit(Act::Give(given)),
                None => return,
            },
            On::GiveTyped => return self.act.emit(Act::Give(Given::Typed)),
            On::Hear(_, message) => match message(&event) {
                Some(msg) => msg,
                None => return,
            },
            On::Enter => Msg::Entered,
            On::ChooseAuth(name) => Msg::AuthChosen(name.clone()),
            On::ChooseTheme => Msg::ThemeChosen(Theme::of_key(&value())),
            On::Submit => {
                // The browser itself never sends a form.
                event.prevent_default();
                return self.act.emit(Act::Press);
            }
            On::Toggle(part) => {
                Msg::Unfolded(*part, event.target_unchecked_into::<HtmlDetailsElement>().open())
            }
        };
        self.act.emit(Act::Tell(msg));
    }

    fn passive(&self) -> bool {
        false
    }
}

/// What an input says of a text that was pasted.
const PASTED: &str = "insertFromPaste";

/// Whether a click opens another tab or window: then it stays the browser's.
pub(super) fn opens_elsewhere(event: &Event) -> bool {
    let click = event.unchecked_ref::<MouseEvent>();
    click.ctrl_key() || click.meta_key() || click.shift_key()
}

fn goes_to_an_input(event: &Event) -> bool {
    let target = event.unchecked_ref::<FocusEvent>().related_target();
    target.is_some_and(|target| {
        target.has_type::<HtmlInputElement>() || target.has_type::<HtmlTextAreaElement>()
    })
}

impl Element {
    /// Reports what is done to the element.
    #[inline(never)]
    pub(super) fn on(self, act: &Callback<Act>, on: On) -> Self {
        self.listener(Rc::new(Ear { act: act.clone(), on }))
    }
}

/// A button, still without its text.
pub(super) fn button(act: &Callback<Act>, on: On) -> Element {
    element("button").set(At::Type, "button").set(At::Class, "secondary").on(act, on)
}

/// A button that copies a text, and says beside itself what came of it.
pub(super) fn copy_button(
    model: &Model,
    text: &'static str,
    target: CopyTarget,
    act: &Callback<Act>,
) -> Element {
    let said = match model.copied {
        Some((copied, true)) if copied == target => words::COPIED,
        Some((copied, false)) if copied == target => words::not_copied(target),
        _ => "",
    };
    element("span")
        .set(At::Class, "copy")
        .child(button(act, On::Copy(target)).text(text))
        .child(element("span").set(At::Class, "said").set(At::HiddenFromReaders, "true").text(said))
}
