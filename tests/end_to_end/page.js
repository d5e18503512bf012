// Finds what a person sees inside the app's open shadow root, by role and name.
// The names here only narrow the choice down: the browser's own have the last word.
// The body of a function; its arguments are the host's selector, what to do, and more.
const [hostSelector, action, ...rest] = arguments;
const host = document.querySelector(hostSelector);
const root = host?.shadowRoot ?? null;
if (!root) return null;

const SELECTORS = {
  alert: "[role=alert]",
  alertdialog: "[role=alertdialog]",
  button: "button, [role=button], input[type=button], input[type=submit]",
  checkbox: "input[type=checkbox], [role=checkbox]",
  columnheader: "th[scope=col]",
  combobox: "select, [role=combobox]",
  disclosure: "summary",
  gridcell: "[role=gridcell]",
  group: "fieldset, [role=group], [role=radiogroup]",
  heading: "h1, h2, h3, [role=heading]",
  link: "a[href], [role=link]",
  navigation: "nav, [role=navigation]",
  radio: "input[type=radio], [role=radio]",
  region: "section, [role=region]",
  status: "[role=status], output",
  tab: "[role=tab]",
  textbox:
    "input:not([type]), input[type=text], input[type=password], input[type=url], " +
    "input[type=search], textarea, [role=textbox], [role=combobox]",
  treeitem: "[role=treeitem]",
};

const NAMED_BY_CONTENT =
  "button, summary, a, h1, h2, h3, th, [role=button], [role=treeitem], [role=gridcell]";

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
    (element.matches(NAMED_BY_CONTENT) ? textFor(element) : "")
  );
}

const all = (role) => [...root.querySelectorAll(SELECTORS[role])].filter(visible);

function deepActive() {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

// The table, or what holds it, with this name.
function tableOf(name) {
  const holders = [...root.querySelectorAll("table, section, [role=group], [role=region]")];
  const tables = holders
    .filter((holder) => visible(holder) && nameOf(holder) === name)
    .map((holder) => (holder.matches("table") ? holder : holder.querySelector("table")));
  return tables.find((table) => table && visible(table));
}

const actions = {
  find: (role, name) => [
    all(role).filter((element) => nameOf(element) === name),
    all(role).map(nameOf),
  ],
  findIn: (navigation, name) =>
    all("navigation")
      .filter((element) => nameOf(element) === navigation)
      .flatMap((element) => [...element.querySelectorAll("a[href]")])
      .filter((link) => visible(link) && nameOf(link) === name),
  // The button with this name in the question that a person has to answer.
  buttonInQuestion: (name) =>
    all("alertdialog")
      .flatMap((dialog) => [...dialog.querySelectorAll("button")])
      .find((button) => visible(button) && nameOf(button) === name),
  names: (role) => all(role).map(nameOf),
  // The rows that a screen reader finds, those of headings first.
  rows: (name) =>
    [...(tableOf(name)?.rows ?? [])]
      .filter((row) => visible(row) && !row.ariaHidden)
      .map((row) => [...row.cells].filter((cell) => !cell.ariaHidden).map(textFor)),
  scrollTable: (name, top, left) => {
    const box = tableOf(name).closest(".scroll");
    box.scrollTo({ top, left, behavior: "instant" });
    return [box.scrollTop, box.scrollLeft];
  },
  // The cell of the preview with this heading, in this row, counted from 1.
  pressCell: (column, row) => {
    const rows = [...tableOf("Preview").rows].filter((found) => visible(found));
    const at = [...rows[0].cells].findIndex((heading) => textFor(heading) === column);
    rows.filter((found) => !found.ariaHidden)[row].cells[at].click();
  },
  focusCell: () => {
    const cell = root.querySelector("[role=gridcell][tabindex='0']");
    cell?.focus();
    return cell !== null && deepActive() === cell;
  },
  // The text of the cell that is read whole.
  wholeText: () => [...root.querySelectorAll("section > pre")].find(visible)?.textContent,
  // Elements that this app never makes.
  madeOfMarkup: () => root.querySelectorAll("b, script, img, [onclick], [onerror]").length,
  facts: (name) =>
    all("region")
      .filter((region) => nameOf(region) === name)
      .flatMap((region) => [...region.querySelectorAll("dl > div")].filter(visible))
      .map((pair) => [...pair.querySelectorAll("dt, dd")].map((part) => part.innerText.trim())),
  options: (list) =>
    [...list.options].map((option) => [option.value, option.label, option.textContent]),
  option: (list, text) => [...list.options].find((option) => squeeze(option.textContent) === text),
  offered: (control) =>
    [...(control.list?.options ?? [])].map((option) => [option.value, option.label]),
  elements: () => root.querySelectorAll("*").length,
  texts: (role) => all(role).map((element) => element.innerText.trim()).filter(Boolean),
  active: () => deepActive(),
  // Platform and the source may both ask for something of this name; the source comes last.
  lastOf: (name) => all("textbox").filter((element) => nameOf(element) === name).at(-1),
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
  // From now on what fits the pattern is remembered, however short it stands there.
  listen: (pattern) => {
    window.heard?.observer.disconnect();
    const texts = new Set();
    const observer = new MutationObserver(() => {
      const found = root.textContent.match(new RegExp(pattern, "g")) ?? [];
      found.forEach((text) => texts.add(text));
    });
    observer.observe(root, { subtree: true, childList: true, characterData: true });
    window.heard = { texts, observer };
  },
  heard: () => [...window.heard.texts],
  // Only the half of the app that is fetched later draws it.
  half: () => root.querySelector("[aria-controls=sources]") !== null,
  // What came of a press, and whether something is still going on.
  state: () => {
    const busy = "progress, [role=progressbar], [aria-busy=true], .progress";
    const isBusy = (element) => element.checkVisibility() && (textFor(element) || "busy");
    return [
      actions.visibleText(),
      actions.texts("alert").join("\n"),
      actions.texts("status").join("\n"),
      [...root.querySelectorAll(busy)].map(isBusy).filter(Boolean),
      all("button").map((button) => [
        nameOf(button),
        button.disabled || button.ariaDisabled === "true",
      ]),
      [...root.querySelectorAll("input, textarea")].map((control) => [
        nameOf(control),
        control.value,
        visible(control),
      ]),
    ];
  },
  visibleText: () => [...root.children].map((child) => child.innerText ?? "").join("\n"),
};
return actions[action](...rest);
