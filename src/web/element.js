// The class of the element: a Rust type cannot extend HTMLElement. All else is in Rust.

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
