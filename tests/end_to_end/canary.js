// Everything in which a secret would stay: by name of the place.
const done = arguments[arguments.length - 1];

const attributes = [];
const texts = [];
(function walk(node) {
  for (const attribute of node.attributes ?? []) attributes.push(`${attribute.name}=${attribute.value}`);
  if (node.nodeType === Node.TEXT_NODE || node.nodeType === Node.COMMENT_NODE) texts.push(node.data);
  if (node.shadowRoot) walk(node.shadowRoot);
  for (const child of node.childNodes) walk(child);
})(document);

const dump = (storage) => Object.keys(storage).map((key) => `${key}=${storage.getItem(key)}`);

(async () => ({
  url: location.href,
  name: window.name,
  title: document.title,
  history: JSON.stringify(history.state) ?? "",
  localStorage: dump(localStorage),
  sessionStorage: dump(sessionStorage),
  cookies: document.cookie,
  databases: ((await indexedDB.databases?.()) ?? []).map((database) => database.name),
  caches: window.caches ? await caches.keys() : [],
  requests: performance.getEntries().map((entry) => entry.name),
  attributes,
  text: texts,
}))().then(done, (error) => done({ error: String(error) }));
