//! A file or a text that a person drops, pastes or chooses, for the form to be filled from.

use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Element, Event, File, HtmlInputElement};
use zeroize::Zeroizing;

use crate::screen::element_id;

/// What is given.
pub enum Given {
    /// A file, and the text that is given beside it: its name, or what a picture shows.
    File(File, Zeroizing<String>),
    /// A text, which may hold secrets.
    Text(Zeroizing<String>),
    /// Several files at once.
    Files,
    /// What stands in the input of the tool.
    Typed,
    /// What waited for its source.
    Rest,
}

/// What an event gives: a drop, a paste, or the choice of a file. What belongs to an input
/// stays the browser's.
#[must_use]
pub fn given(event: &Event) -> Option<Given> {
    match event.type_().as_str() {
        "dragover" => {
            if !is_in_an_input(event) || has_files(event) {
                // Without this there is no drop.
                event.prevent_default();
            }
            None
        }
        "drop" => {
            let data = event.dyn_ref::<DragEvent>()?.data_transfer()?;
            if is_in_an_input(event) && !has_files(event) {
                return None;
            }
            // Else the browser leaves the page for the file, and all that was typed is lost.
            event.prevent_default();
            of_data(&data)
        }
        "paste" => {
            let data = event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?;
            let given = of_data(&data)?;
            if is_in_an_input(event) && !is_a_command(&given) {
                return None;
            }
            event.prevent_default();
            Some(given)
        }
        _ => {
            let input = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
            let file = input.files()?.get(0)?;
            // The same file can be chosen again.
            input.set_value("");
            Some(Given::File(file, Zeroizing::default()))
        }
    }
}

fn of_data(data: &DataTransfer) -> Option<Given> {
    let text = Zeroizing::new(data.get_data("text/plain").ok()?);
    if let Some(files) = data.files().filter(|files| files.length() > 0) {
        // Which one would count is not for the page to choose.
        let one = if files.length() == 1 { files.get(0) } else { None };
        return Some(one.map_or(Given::Files, |file| Given::File(file, text)));
    }
    (!text.is_empty()).then_some(Given::Text(text))
}

fn has_files(event: &Event) -> bool {
    let data = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
    // The browser writes it with a capital letter.
    let is_files =
        |kind: JsValue| kind.as_string().is_some_and(|kind| kind.eq_ignore_ascii_case("files"));
    data.is_some_and(|data| data.types().iter().any(is_files))
}

/// Whether it happens in an input that takes texts of its own. Choices and buttons do not.
fn is_in_an_input(event: &Event) -> bool {
    event.composed_path().get(0).dyn_ref::<Element>().is_some_and(|target| {
        target.matches(":read-write,[readonly]").unwrap_or(false)
            && target.id() != element_id::IMPORT_TEXT
    })
}

/// No input of the form takes a command.
fn is_a_command(given: &Given) -> bool {
    let Given::Text(text) = given else { return false };
    // The marks of prompts come along where a line is copied from a page or a terminal.
    let text = text.trim_start_matches([' ', '\t', '\r', '\n', '$', '%', '>']);
    ["curl ", "curl\t", "curl.exe "].iter().any(|command| text.starts_with(command))
}
