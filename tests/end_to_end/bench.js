// Measures the page from within. The body of an asynchronous function: its arguments are what
// to do, more for that, and in the end the function that takes the result.
const [action, ...rest] = arguments;
const done = rest.pop();
const root = document.querySelector("flow-connect").shadowRoot;

const seen = (element) => element.checkVisibility();
const labelled = (name) =>
  [...root.querySelectorAll("label")]
    .filter((label) => seen(label) && label.textContent.trim() === name)
    .map((label) => root.getElementById(label.htmlFor) ?? label.control)[0];
const button = (name) =>
  [...root.querySelectorAll("button, [role=tab], a, [role=treeitem], [role=row]")].filter(
    (one) => seen(one) && one.textContent.trim() === name,
  )[0];
const frame = () => new Promise((go) => requestAnimationFrame(() => setTimeout(go)));

async function until(condition) {
  for (;;) {
    const found = condition();
    if (found) return found;
    await frame();
  }
}

// The time of the script that an event sets off, from the event to the last change of the page,
// and the time until its layout is known as well, in milliseconds.
async function timed(act) {
  const begin = performance.now();
  let last = begin;
  const observer = new MutationObserver(() => (last = performance.now()));
  observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  act();
  last = Math.max(last, performance.now());
  await new Promise((go) => setTimeout(go));
  const settled = performance.now();
  root.host.getBoundingClientRect();
  const layout = performance.now() - settled;
  await frame();
  observer.disconnect();
  return [last - begin, last - begin + layout];
}

function type(input, text) {
  input.value = text;
  input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
}

// Types a text letter by letter and takes it back, several times.
async function keystrokes(label, text, rounds) {
  const times = [];
  for (let round = 0; round < rounds; round++) {
    for (let end = 1; end <= text.length; end++) {
      times.push(await timed(() => type(labelled(label), text.slice(0, end))));
    }
    for (let end = text.length - 1; end >= 0; end--) {
      times.push(await timed(() => type(labelled(label), text.slice(0, end))));
    }
  }
  return times;
}

async function scrolls(selector, steps, by) {
  const scrolled = [...root.querySelectorAll(selector)].filter(seen)[0];
  const times = [];
  for (let step = 0; step < steps; step++) {
    times.push(
      await timed(() => {
        scrolled.scrollBy(by);
        scrolled.dispatchEvent(new Event("scroll"));
      }),
    );
  }
  return times;
}

const actions = {
  async list(all) {
    type(root.querySelector("#access-token"), "eyJhbGciOiJub25lIn0.e30.bench");
    type(root.querySelector("#api-key"), "0123456789abcdef0123456789abcdef");
    type(root.querySelector("#organization-id"), "0123456789ABCDEF01234567@AdobeOrg");
    button("Show connections").click();
    const show = await until(() => labelled("Show"));
    await until(() => button("Load all"));
    show.value = [...show.options].at(-1).value;
    show.dispatchEvent(new Event("change", { bubbles: true, composed: true }));
    await frame();
    const loadAll = await until(
      () => root.querySelectorAll("tbody a").length > 10 && button("Load all"),
    );
    if (all) {
      loadAll.click();
      await until(() => root.textContent.includes("All are loaded."));
    }
  },
  async open(id) {
    location.hash = `#/connections/${id}`;
    (await until(() => button("Explore"))).click();
    (await until(() => labelled("Search tables"))).focus();
    await until(() => button("Account"));
    type(labelled("Search tables"), "Wide");
    const begin = performance.now();
    (await until(() => button("WideTable__c"))).click();
    await until(() => labelled("Search columns"));
    return performance.now() - begin;
  },
  keystrokes,
  scrolls,
  async sizes() {
    // The script gives the exports of the wasm that runs already.
    const script = document.querySelector("link[rel=modulepreload][href*=flow-connect-app]").href;
    const { memory } = await (await import(script)).default();
    return [root.querySelectorAll("*").length, memory.buffer.byteLength];
  },
};

actions[action](...rest).then(
  (result) => done({ result }),
  (error) => done({ error: `${error}` }),
);
