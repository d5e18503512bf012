// The class of the element, since a Rust type cannot extend HTMLElement, and what fetches the
// half of the app that is not needed at first. All else is in Rust.

const PROPERTIES = ["accessToken", "tokenProvider"];

export function define(name, observed, newHost) {
  // A page may load the app twice; the first definition stays.
  if (customElements.get(name)) return;
  customElements.define(
    name,
    class extends HTMLElement {
      static observedAttributes = observed;
      #host = newHost();

      connectedCallback() {
        // What was set before the definition hides the accessors of the class.
        for (const property of PROPERTIES) {
          if (Object.hasOwn(this, property)) {
            const value = this[property];
            delete this[property];
            this[property] = value;
          }
        }
        this.#host.connected(this);
      }

      disconnectedCallback() {
        // A move is a removal and an insertion in one task: wait until it is over.
        queueMicrotask(() => this.isConnected || this.#host.removed(this));
      }

      attributeChangedCallback() {
        if (this.isConnected) this.#host.changed(this);
      }

      // There is no getter for the token: what was given cannot be read back.
      set accessToken(token) {
        this.#host.set_access_token(token ?? undefined);
      }

      get tokenProvider() {
        return this.#host.token_provider();
      }

      set tokenProvider(provider) {
        this.#host.set_token_provider(provider ?? undefined);
      }
    },
  );
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

async function fetched(main) {
  // A build for development is not split: then the function is there already.
  if (main.connectionsPart) return main;
  const answer = await fetch(new URL("connections.wasm", import.meta.url), { cache });
  if (!answer.ok) throw new Error(answer.status);
  // Not while it streams: that asks for a content type which some hosts do not give.
  return (await WebAssembly.instantiate(await answer.arrayBuffer(), { main })).instance.exports;
}
