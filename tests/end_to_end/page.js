// Finds what a person sees inside the app's open shadow root, by role and name.
// The names here only narrow the choice down: the browser's own have the last word.
// The body of a function; its arguments are the host's selector, what to do, and more.
const [hostSelector, action, ...rest] = arguments;
const host = document.querySelector(hostSelector);
const root = host?.shadowRoot ?? null;
if (!root) return null;

const SELECTORS = {
  alert: "[role=alert]",
  button: "button, [role=button], input[type=button], input[type=submit]",
  combobox: "select, [role=combobox]",
  disclosure: "summary",
  group: "fieldset, [role=group], [role=radiogroup]",
  heading: "h1, h2, h3, [role=heading]",
  link: "a[href], [role=link]",
  navigation: "nav, [role=navigation]",
  radio: "input[type=radio], [role=radio]",
  region: "section, [role=region]",
  status: "[role=status], output",
  textbox:
    "input:not([type]), input[type=text], input[type=password], input[type=url], " +
    "input[type=search], textarea, [role=textbox], [role=combobox]",
};

const squeeze = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const visible = (element) => element.checkVisibility({ visibilityProperty: true });
const textOfIds = (element, attribute) =>
  squeeze(
    (element.getAttribute(attribute) ?? "")
      .split(/\s+/)
      .map((id) => (id && root.getElementById(id)?.textContent) || "")
      .join(" "),
  );

function textFor(element) {
  const copy = element.cloneNode(true);
  copy.querySelectorAll("[aria-hidden=true], [hidden], svg").forEach((hidden) => hidden.remove());
  return squeeze(copy.textContent);
}

function nameOf(element) {
  return (
    textOfIds(element, "aria-labelledby") ||
    squeeze(element.getAttribute("aria-label")) ||
    squeeze([...(element.labels ?? [])].map(textFor).join(" ")) ||
    (element.matches("fieldset") && textFor(element.querySelector("legend") ?? element)) ||
    (element.matches("button, summary, a, h1, h2, h3, [role=button]") ? textFor(element) : "")
  );
}

const all = (role) => [...root.querySelectorAll(SELECTORS[role])].filter(visible);

function deepActive() {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

const actions = {
  find: (role, name) => [
    all(role).filter((element) => nameOf(element) === name),
    all(role).map(nameOf),
  ],
  texts: (role) => all(role).map((element) => element.innerText.trim()).filter(Boolean),
  active: () => deepActive(),
  labelOf: (control) => control.labels?.[0] ?? control,
  value: (control) => control.value,
  text: (element) => element.innerText,
  field: (control) => ({
    invalid: control.getAttribute("aria-invalid") === "true",
    describedBy: (control.getAttribute("aria-describedby") ?? "")
      .split(/\s+/)
      .map((id) => id && root.getElementById(id))
      .filter((element) => element && visible(element))
      .map((element) => [element.id, element.innerText.trim()]),
  }),
  linksIn: (role) => all(role).flatMap((element) => [...element.querySelectorAll("a")].map(nameOf)),
  choiceIsInvalid: (name) =>
    [...root.querySelectorAll("[aria-invalid=true]")].some((marked) => {
      const group = marked.matches(SELECTORS.group) ? marked : marked.closest(SELECTORS.group);
      return nameOf(marked) === name || (group && nameOf(group) === name);
    }),
  values: () => [...root.querySelectorAll("input, textarea")].map((control) => control.value),
  visibleText: () => [...root.children].map((child) => child.innerText ?? "").join("\n"),
};
return actions[action](...rest);
