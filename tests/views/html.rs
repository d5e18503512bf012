//! HTML as it is seen: elements with their roles, names and texts.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// A parsed page, its elements in the order of the document.
#[derive(Clone)]
pub struct Html {
    elements: Vec<Element>,
    /// The place of the element within which is looked; none for the whole page.
    scope: Option<usize>,
}

/// One element.
#[derive(Debug, Clone)]
pub struct Element {
    pub tag: String,
    attributes: Vec<(String, String)>,
    /// The text within it but for what is hidden there, white space made even.
    pub text: String,
    /// Whether it is neither hidden nor within something that is.
    pub is_seen: bool,
    /// The places of the elements that it is in, the innermost last.
    within: Vec<usize>,
}

impl Html {
    pub fn parse(text: &str) -> Self {
        let dom = parse_document(RcDom::default(), ParseOpts::default()).one(text);
        let mut elements = Vec::new();
        collect(&dom.document, &[], true, &mut elements);
        Self { elements, scope: None }
    }

    /// Each element.
    pub fn all(&self) -> impl Iterator<Item = &Element> {
        self.elements.iter()
    }

    /// Each element that is seen.
    pub fn seen(&self) -> impl Iterator<Item = &Element> {
        let in_scope =
            |element: &Element| self.scope.is_none_or(|place| element.within.contains(&place));
        self.all().filter(move |element| element.is_seen && in_scope(element))
    }

    pub fn by_id(&self, id: &str) -> Option<&Element> {
        self.all().find(|element| element.attribute("id") == Some(id))
    }

    /// The texts of what a list of `id`s names.
    pub fn texts_of(&self, ids: &str) -> String {
        let text =
            |id| self.by_id(id).unwrap_or_else(|| panic!("nothing has the id {id}")).text.clone();
        ids.split(' ').map(text).collect::<Vec<_>>().join(" ")
    }

    /// Those that are seen, have the role, and bear the name.
    pub fn with(&self, role: &str, name: &str) -> Vec<&Element> {
        self.seen().filter(|element| element.role() == role && self.name(element) == name).collect()
    }

    /// The one that is seen, has the role, and bears the name.
    #[track_caller]
    pub fn one(&self, role: &str, name: &str) -> &Element {
        match self.with(role, name).as_slice() {
            [element] => element,
            found => {
                panic!("{} of role {role} are named {name}: {:#?}", found.len(), self.names(role))
            }
        }
    }

    #[track_caller]
    pub fn none(&self, role: &str, name: &str) {
        assert!(self.with(role, name).is_empty(), "there is a {role} named {name}");
    }

    /// The names of all that are seen and have the role, in the order of the page.
    pub fn names(&self, role: &str) -> Vec<String> {
        self.seen()
            .filter(|element| element.role() == role)
            .map(|element| self.name(element))
            .collect()
    }

    /// The texts of all that are seen and have the role.
    pub fn texts(&self, role: &str) -> Vec<&str> {
        self.seen()
            .filter(|element| element.role() == role)
            .map(|element| element.text.as_str())
            .collect()
    }

    /// The same page, where only what is within the one of this role and name is seen.
    #[track_caller]
    pub fn inside(&self, role: &str, name: &str) -> Self {
        Self { scope: self.place(self.one(role, name)), elements: self.elements.clone() }
    }

    fn place(&self, element: &Element) -> Option<usize> {
        self.all().position(|other| std::ptr::eq(other, element))
    }

    /// The name that a screen reader says: as far as this page uses it.
    pub fn name(&self, element: &Element) -> String {
        if let Some(ids) = element.attribute("aria-labelledby") {
            return self.texts_of(ids);
        }
        if let Some(label) = element.attribute("aria-label") {
            return label.to_owned();
        }
        match element.tag.as_str() {
            "input" | "select" | "textarea" => self.label(element).unwrap_or_default(),
            "fieldset" => self.child(element, "legend"),
            "details" => self.child(element, "summary"),
            _ => element.text.clone(),
        }
    }

    fn label(&self, input: &Element) -> Option<String> {
        let around = input.within.iter().rev().find_map(|&place| {
            self.elements
                .get(place)
                .filter(|outer| outer.tag == "label")
                .map(|label| label.text.clone())
        });
        let id = input.attribute("id")?;
        let tied =
            self.all().find(|label| label.tag == "label" && label.attribute("for") == Some(id));
        tied.map(|label| label.text.clone()).or(around)
    }

    fn child(&self, element: &Element, tag: &str) -> String {
        let place = self.place(element);
        let child =
            self.all().find(|child| child.tag == tag && child.within.last().copied() == place);
        child.map(|child| child.text.clone()).unwrap_or_default()
    }
}

impl Element {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(held, _)| held == name).map(|(_, value)| value.as_str())
    }

    pub fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.attributes.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    pub fn has(&self, name: &str) -> bool {
        self.attribute(name).is_some()
    }

    /// The role, given or of its own.
    pub fn role(&self) -> &str {
        if let Some(role) = self.attribute("role") {
            return role;
        }
        match self.tag.as_str() {
            "a" => "link",
            "nav" => "navigation",
            "h1" | "h2" | "h3" => "heading",
            "textarea" => "textbox",
            "select" => "combobox",
            "fieldset" => "group",
            "details" => "disclosure",
            "section" => "region",
            "input" => match self.attribute("type") {
                Some("radio") => "radio",
                Some("checkbox") => "checkbox",
                // It has no role; it is asked for by this word here.
                Some("password") => "password",
                _ if self.has("list") => "combobox",
                _ => "textbox",
            },
            tag => tag,
        }
    }
}

fn collect(node: &Handle, within: &[usize], seen: bool, into: &mut Vec<Element>) {
    let NodeData::Element { name, attrs, .. } = &node.data else {
        for child in node.children.borrow().iter() {
            collect(child, within, seen, into);
        }
        return;
    };
    let attribute = |attribute: &html5ever::Attribute| {
        (attribute.name.local.to_string(), attribute.value.to_string())
    };
    let seen = seen && !has(node, "hidden");
    let mut text = String::new();
    texts(node, &mut text);
    let place = into.len();
    into.push(Element {
        tag: name.local.to_string(),
        attributes: attrs.borrow().iter().map(attribute).collect(),
        text: text.split_whitespace().collect::<Vec<_>>().join(" "),
        is_seen: seen,
        within: within.to_vec(),
    });
    let within = [within, &[place]].concat();
    for child in node.children.borrow().iter() {
        collect(child, &within, seen && !is_folded(node, child), into);
    }
}

fn texts(node: &Handle, into: &mut String) {
    if let NodeData::Text { contents } = &node.data {
        into.push_str(&contents.borrow());
    }
    for child in node.children.borrow().iter() {
        if !has(child, "hidden") && !is_folded(node, child) {
            texts(child, into);
        }
    }
}

/// Of a disclosure that is closed, only the summary is seen.
fn is_folded(outer: &Handle, child: &Handle) -> bool {
    is(outer, "details") && !has(outer, "open") && !is(child, "summary")
}

fn is(node: &Handle, tag: &str) -> bool {
    matches!(&node.data, NodeData::Element { name, .. } if &*name.local == tag)
}

fn has(node: &Handle, attribute: &str) -> bool {
    let NodeData::Element { attrs, .. } = &node.data else { return false };
    attrs.borrow().iter().any(|held| &*held.name.local == attribute)
}
