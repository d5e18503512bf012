// Flow Connect: loads the app and defines the element <flow-connect>.
// This file is made with each build and always has this name; what it loads has names that change.
const say = (sentence) => {
  for (const line of document.querySelectorAll("flow-connect [data-flow-connect-status]")) {
    line.textContent = sentence;
  }
};

// Both are asked for at once.
const start = (script) =>
  Promise.all([script, fetch(new URL("{wasm}", import.meta.url))]).then(([module, answer]) =>
    module.default({ module_or_path: answer }),
  );

if (typeof WebAssembly === "object") {
  // The import is written so that its failure can be said.
  start(import("{js}"))
    .then(() => {
      // An app that stopped is started again as another one: its script has another address.
      const element = customElements.get("flow-connect");
      element.restart ??= () => start(import("{js}?" + Date.now()));
    })
    .catch((error) => {
      say("Flow Connect could not be loaded. Check the connection and load the page again.");
      console.error("Flow Connect could not be loaded:", error);
    });
} else {
  say("Flow Connect needs WebAssembly, which this browser does not have or does not allow.");
}
