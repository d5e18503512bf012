//! Writes the virtual DOM, element by element.
//!
//! `html!` lays out each element anew, at about 300 bytes of the app for each; a call here
//! is 10. So the views read `div("label").child(…)`, and `html!` is not used.

use std::rc::Rc;

use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, VList, VTag, VText};
use yew::{AttrValue, Html};

/// Names the attributes of the page once, as variants and as HTML has them.
macro_rules! attributes {
    ($($variant:ident $name:literal,)*) => {
        /// An attribute.
        #[derive(Clone, Copy)]
        pub(super) enum At { $($variant,)* }

        /// The names of all attributes, in the order of [`At`].
        const NAMES: &[&str] = &[$($name,)*];
    };
}

attributes! {
    ActiveDescendant "aria-activedescendant",
    AutoCompletes "aria-autocomplete",
    AutoCapitalize "autocapitalize",
    AutoComplete "autocomplete",
    Class "class",
    ColumnCount "aria-colcount",
    ColumnIndex "aria-colindex",
    ColumnSpan "colspan",
    Controls "aria-controls",
    Current "aria-current",
    DateTime "datetime",
    DescribedBy "aria-describedby",
    Disabled "aria-disabled",
    Expanded "aria-expanded",
    For "for",
    Height "height",
    Hidden "hidden",
    HiddenFromReaders "aria-hidden",
    Href "href",
    Id "id",
    InputMode "inputmode",
    Invalid "aria-invalid",
    Label "aria-label",
    LabelledBy "aria-labelledby",
    Level "aria-level",
    List "list",
    Name "name",
    NoValidate "novalidate",
    Open "open",
    OptionLabel "label",
    Part "part",
    Place "aria-posinset",
    Placeholder "placeholder",
    Plain "data-plain",
    ReadOnly "readonly",
    Required "aria-required",
    Role "role",
    RowCount "aria-rowcount",
    RowIndex "aria-rowindex",
    Rows "rows",
    Scope "scope",
    Selected "selected",
    SelectedNow "aria-selected",
    SetSize "aria-setsize",
    Sort "aria-sort",
    SpellCheck "spellcheck",
    TabIndex "tabindex",
    Theme "data-theme",
    Title "title",
    Type "type",
    Value "value",
    Width "width",
}

/// An element that is being written. Its parts are those that it has in HTML.
pub(super) struct Element(Box<Parts>);

struct Parts {
    tag: &'static str,
    /// A place for each of [`NAMES`]: what all elements share, Yew compares fastest.
    attributes: Box<[Option<AttributeOrProperty>]>,
    value: Option<AttrValue>,
    checked: Option<bool>,
    key: Option<Key>,
    listeners: Vec<Option<Rc<dyn Listener>>>,
    children: Vec<Html>,
}

/// An element without anything.
#[inline(never)]
pub(super) fn element(tag: &'static str) -> Element {
    Element(Box::new(Parts {
        tag,
        attributes: NAMES.iter().map(|_| None).collect(),
        value: None,
        checked: None,
        key: None,
        listeners: Vec::new(),
        children: Vec::new(),
    }))
}

/// A `div` of this class.
#[inline(never)]
pub(super) fn div(class: &'static str) -> Element {
    element("div").set(At::Class, class)
}

/// A paragraph of this class.
#[inline(never)]
pub(super) fn paragraph(class: &'static str) -> Element {
    element("p").set(At::Class, class)
}

impl Element {
    /// An attribute.
    #[inline(never)]
    pub fn set(self, at: At, value: &'static str) -> Self {
        self.attribute(at, AttrValue::Static(value))
    }

    /// An attribute whose value is made while drawing.
    #[inline(never)]
    pub fn set_string(self, at: At, value: String) -> Self {
        self.attribute(at, AttrValue::from(value))
    }

    /// An attribute that says all by being there, such as `hidden`.
    #[inline(never)]
    pub fn flag(self, at: At, on: bool) -> Self {
        let name = NAMES.get(at as usize).copied().unwrap_or_default();
        if on { self.set(at, name) } else { self }
    }

    /// An attribute that is `true` or not there, such as `aria-invalid`.
    #[inline(never)]
    pub fn mark(self, at: At, on: bool) -> Self {
        if on { self.set(at, "true") } else { self }
    }

    #[inline(never)]
    fn attribute(mut self, at: At, value: AttrValue) -> Self {
        if let Some(place) = self.0.attributes.get_mut(at as usize) {
            *place = Some(AttributeOrProperty::Attribute(value));
        }
        self
    }

    /// What an `input` or `textarea` shows. Without it, what is typed is the browser's alone.
    /// What comes from a model is no secret: it is marked as what may be shown when the app
    /// has stopped.
    pub fn value(mut self, value: String) -> Self {
        self.0.value = Some(value.into());
        self.mark(At::Plain, true)
    }

    /// The same mark, for a choice of the model that is drawn otherwise.
    #[inline(never)]
    pub fn plain(self) -> Self {
        self.mark(At::Plain, true)
    }

    /// Whether a choice is made.
    pub fn checked(mut self, checked: bool) -> Self {
        self.0.checked = Some(checked);
        self
    }

    /// The name by which the element is known again among its neighbours.
    pub fn key(mut self, key: &str) -> Self {
        self.0.key = Some(key.into());
        self
    }

    /// Who is told what happens to the element.
    #[inline(never)]
    pub fn listener(mut self, listener: Rc<dyn Listener>) -> Self {
        self.0.listeners.push(Some(listener));
        self
    }

    /// A text in the element.
    #[inline(never)]
    pub fn text(self, text: &'static str) -> Self {
        self.node(VText::new(text).into())
    }

    /// A text in the element, made while drawing.
    #[inline(never)]
    pub fn string(self, text: String) -> Self {
        self.node(VText::new(text).into())
    }

    /// An element in the element.
    #[inline(never)]
    pub fn child(self, child: Self) -> Self {
        self.node(child.into())
    }

    /// Elements in the element.
    pub fn children(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// Anything in the element.
    #[inline(never)]
    pub fn node(mut self, node: Html) -> Self {
        self.0.children.push(node);
        self
    }
}

impl From<Element> for Html {
    fn from(element: Element) -> Self {
        let parts = *element.0;
        let mut tag = VTag::new(parts.tag);
        tag.set_attributes(Attributes::Dynamic { keys: NAMES, values: parts.attributes });
        tag.set_value(parts.value);
        if let Some(checked) = parts.checked {
            tag.set_checked(checked);
        }
        tag.key = parts.key;
        tag.set_listeners(parts.listeners.into());
        if let Some(children) = tag.children_mut() {
            *children = VList::from(parts.children).into();
        }
        tag.into()
    }
}
