// The class of the element, since a Rust type cannot extend HTMLElement; what is seen when the
// app has stopped, since Rust cannot say that any more; and what fetches the half of the app
// that is not needed at first. All else is in Rust.

const PROPERTIES = ["accessToken", "tokenProvider"];

// Where the files of the app are.
const HOME = new URL("../../../..", import.meta.url).href;

// Makes what an element keeps in the app that runs, and the words for when that stops.
let newHost, words;
// Where the app stopped; undefined while it runs.
let place;
// The elements in a document, and those of them that say that it stopped.
const elements = new Set();
const stoppedElements = new Set();

export function define(name, observed, makeHost, said) {
  const isRestart = place !== undefined;
  // A page may load the app twice; the first definition stays.
  if (customElements.get(name) && !isRestart) return;
  newHost = makeHost;
  words = said;
  place = undefined;
  if (isRestart) return;
  addEventListener("error", (event) => trapped(event.error));
  addEventListener("unhandledrejection", (event) => trapped(event.reason));
  customElements.define(
    name,
    class extends HTMLElement {
      static observedAttributes = observed;
      #host;
      #madeBy;
      #provider;

      // What the app keeps of this element; a restarted app begins anew.
      get #kept() {
        if (this.#madeBy !== newHost) {
          this.#madeBy = newHost;
          this.#host = newHost();
          if (this.#provider) this.#host.set_token_provider(this.#provider);
        }
        return this.#host;
      }

      connectedCallback() {
        elements.add(this);
        // What was set before the definition hides the accessors of the class.
        for (const property of PROPERTIES) {
          if (Object.hasOwn(this, property)) {
            const value = this[property];
            delete this[property];
            this[property] = value;
          }
        }
        if (place !== undefined) sayStopped(this);
        else if (!stoppedElements.has(this)) {
          this.#kept.connected(this);
          // The press in which the app stops is not held back by the app any more, and the
          // browser would leave the page.
          this.shadowRoot.addEventListener("submit", holdBack);
        }
      }

      disconnectedCallback() {
        // A move is a removal and an insertion in one task: wait until it is over.
        queueMicrotask(() => {
          if (this.isConnected) return;
          elements.delete(this);
          if (place === undefined) this.#kept.removed(this);
        });
      }

      attributeChangedCallback() {
        if (this.isConnected && place === undefined) this.#kept.changed(this);
      }

      // There is no getter for the token: what was given cannot be read back.
      set accessToken(token) {
        if (place === undefined) this.#kept.set_access_token(token ?? undefined);
      }

      get tokenProvider() {
        return this.#provider;
      }

      set tokenProvider(provider) {
        this.#provider = provider ?? undefined;
        if (place === undefined) this.#kept.set_token_provider(this.#provider);
      }
    },
  );
}

// The app stopped: nothing of it may be called any more.
export function stopped(where) {
  if (place !== undefined) return;
  place = where;
  // Not before the app has left the stack.
  queueMicrotask(() => elements.forEach(sayStopped));
}

const holdBack = (event) => event.preventDefault();

// Not every end of the app is a panic.
function trapped(error) {
  const is = error instanceof WebAssembly.RuntimeError || /call stack|recursion/.test(error);
  if (is && `${error.stack}`.includes(HOME)) stopped(error.message);
}

function made(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const name in properties) element.setAttribute(name, properties[name]);
  element.append(...children);
  return element;
}

// Puts what happened, what was typed and a way on in place of the app.
function sayStopped(element) {
  if (stoppedElements.has(element)) return;
  stoppedElements.add(element);
  const shadow = element.shadowRoot ?? element.attachShadow({ mode: "open" });
  const [heading, cause, outcome, typed, restart, reload, version] = words;
  // Only what the app itself has drawn from its model, which holds no secret.
  const texts = [...shadow.querySelectorAll("[data-plain]")].filter((input) => input.value);
  const lines = texts.map((input) => {
    const label = input.labels[0]?.textContent ?? input.getAttribute("aria-label");
    return `${label}: ${input.value}`;
  });
  const title = made("h1", { id: "stopped", tabindex: -1 }, heading);
  const failed = made("p", {});
  const alert = made("div", { role: "alert" }, made("p", {}, cause), made("p", {}, outcome), failed);
  const button = made("button", { type: "button", class: "accent" }, restart);
  const box = made("section", { class: "box negative", "aria-labelledby": "stopped" }, title, alert);
  if (lines.length) {
    const text = made("textarea", { id: "typed", readonly: "", rows: Math.min(lines.length + 1, 12) });
    text.value = lines.join("\n");
    box.append(made("div", { class: "label" }, made("label", { for: "typed" }, typed)), text);
  }
  box.append(made("div", { class: "actions" }, button), made("p", { class: "under" }, version + place));
  button.onclick = () => begin(element).catch(() => failed.replaceChildren(reload));
  const theme = shadow.querySelector("[data-theme]")?.dataset.theme ?? "system";
  const hadFocus = shadow.activeElement;
  shadow.replaceChildren(made("div", { class: "app", "data-theme": theme }, made("main", {}, box)));
  if (hadFocus) title.focus();
}

// Where the element owns the address it owns the page: that begins anew. Elsewhere the app does.
async function begin(element) {
  if (element.hasAttribute("hash-routes")) {
    // The app that stopped may still ask whether the page shall be left.
    addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), true);
    return location.reload();
  }
  if (place !== undefined) {
    part = undefined;
    await element.constructor.restart();
  }
  stoppedElements.delete(element);
  element.shadowRoot.replaceChildren();
  element.connectedCallback();
}

// What loads at this moment, or has been loaded: twice, it would write over what is in use.
let part;
// An answer that was of no use is not taken from the cache again.
let cache = "default";

export function loadPart(main) {
  part ??= fetched(main).then(
    (exports) => exports.connectionsPart(),
    (error) => {
      part = undefined;
      cache = "reload";
      throw error;
    },
  );
  return part;
}

// The network is back.
export const online = () =>
  new Promise((resolve) => addEventListener("online", resolve, { once: true }));

async function fetched(main) {
  // A build for development is not split: then the function is there already.
  if (main.connectionsPart) return main;
  const answer = await fetch(new URL("connections.wasm", import.meta.url), { cache });
  if (!answer.ok) throw new Error(answer.status);
  // Not while it streams: that asks for a content type which some hosts do not give.
  return (await WebAssembly.instantiate(await answer.arrayBuffer(), { main })).instance.exports;
}
