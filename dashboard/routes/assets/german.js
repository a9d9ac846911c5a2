/* Streamlit speaks English only. This script runs before it and does four things:
   German numbers and dates whatever the browser is set to, German for every built-in string, what keyboards and screen
   readers miss in tables, messages and the menu, and a calm message while the connection is down. dashboard/routes/look.py puts the words in. */
(() => {
  "use strict";
  const words = __WORDS__;

  for (const [name, value] of [["language", "de-DE"], ["languages", Object.freeze(["de-DE", "de"])]]) {
    Object.defineProperty(Navigator.prototype, name, { configurable: true, get: () => value });
  }

  /* Words of people are never touched: what stands in running text, tables, or our own blocks. */
  const CONTENT = "td, th, [role=gridcell], [class^='bk-'], textarea, pre, [data-testid=stMarkdownContainer]";
  const CONTROL = "button, [role=tooltip], [role=dialog] h2, [data-testid=stFileUploader] section";
  const ATTRIBUTES = ["aria-label", "aria-valuetext", "title", "placeholder", "alt"];
  const patterns = words.patterns.map(([from, to]) => [new RegExp(from), to]);

  const word = (book, key) => (Object.hasOwn(book, key) ? book[key] : undefined);

  function german(text, running) {
    const key = text.trim();
    if (!key || key.length > 400) return null;
    let found = word(words.sentences, key) ?? (running ? undefined : word(words.controls, key));
    const cut = key.indexOf(": "); // "Search: name of the table"
    if (found === undefined && !running && cut > 0 && Object.hasOwn(words.controls, key.slice(0, cut))) {
      const rest = key.slice(cut + 2);
      found = `${words.controls[key.slice(0, cut)]}: ${german(rest, false) ?? rest}`;
    }
    if (found === undefined && !running) {
      for (const [from, to] of patterns) {
        if (from.test(key)) {
          found = key.replace(from, to);
          break;
        }
      }
    }
    return found === undefined || found === key ? null : text.replace(key, () => found);
  }

  function isRunning(element) {
    const content = element.closest(CONTENT);
    return content !== null && content.closest(CONTROL) === null;
  }

  function translateText(node) {
    const parent = node.parentElement;
    if (!parent || parent.tagName === "SCRIPT" || parent.tagName === "STYLE") return;
    const found = german(node.nodeValue, isRunning(parent));
    if (found !== null) node.nodeValue = found;
  }

  function translateAttribute(element, name) {
    const value = element.getAttribute(name);
    if (value === null || (element.closest("[class^='bk-']") !== null)) return;
    const found = german(value, false);
    if (found !== null) element.setAttribute(name, found);
  }

  function translate(root) {
    if (root.nodeType === Node.TEXT_NODE) return translateText(root);
    if (root.nodeType !== Node.ELEMENT_NODE) return;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = root; node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) translateText(node);
      else for (const name of ATTRIBUTES) if (node.hasAttribute(name)) translateAttribute(node, name);
    }
  }

  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "characterData") translateText(change.target);
      else if (change.type === "attributes") {
        if (change.attributeName === "data-test-connection-state") connection(change.target);
        else if (change.attributeName !== "aria-labelledby") translateAttribute(change.target, change.attributeName);
      } else
        for (const node of change.addedNodes) {
          translate(node);
          if (node.nodeType === Node.ELEMENT_NODE) {
            watch(node);
            const app = node.matches("[data-test-connection-state]") ? node : node.querySelector("[data-test-connection-state]");
            if (app) connection(app);
          }
        }
    }
    named(); // at once: a screen reader says the name when it appears
    grouped();
  }).observe(document, {
    subtree: true, childList: true, characterData: true, attributes: true,
    attributeFilter: [...ATTRIBUTES, "aria-labelledby", "data-test-connection-state"],
  });

  /* A wide table scrolls inside a box of Streamlit's that the keyboard cannot reach. Whether it is wide shows when it
     is laid out: so every table and the boxes around it are watched. */
  const AROUND = 4;
  const sizes = new ResizeObserver(() => {
    for (const table of document.querySelectorAll("main table, [role=main] table, section table"))
      for (let box = table.parentElement, up = 0; box && up < AROUND; box = box.parentElement, up += 1)
        if (box.scrollWidth > box.clientWidth && /auto|scroll/.test(getComputedStyle(box).overflowX)) box.tabIndex = 0;
  });
  function watch(root) {
    for (const table of root.matches("table") ? [root] : root.querySelectorAll("table"))
      for (let box = table, up = 0; box && up <= AROUND; box = box.parentElement, up += 1) sizes.observe(box);
  }

  /* A short message of Streamlit's points to a name that does not exist. */
  function named() {
    for (const message of document.querySelectorAll("[role=alertdialog][aria-labelledby]"))
      if (!document.getElementById(message.getAttribute("aria-labelledby"))) {
        message.removeAttribute("aria-labelledby");
        message.setAttribute("aria-label", words.message);
      }
  }

  /* The menu's sections on a phone stand in a list whose children are no items: groups with a name instead. */
  function grouped() {
    for (const menu of document.querySelectorAll("nav ul:not([role])")) {
      const groups = [...menu.children].filter((child) => child.tagName !== "LI");
      if (groups.length === 0) continue;
      for (const part of [menu, ...menu.querySelectorAll("li")]) part.setAttribute("role", "none");
      for (const group of groups) {
        group.setAttribute("role", "group");
        group.setAttribute("aria-label", group.querySelector("header p")?.textContent ?? "");
      }
    }
  }

  /* The connection: silence for a moment, then a sentence, then, when it is hopeless, a way out. */
  const PATIENCE = 1200; // milliseconds before a short break is worth a word
  let wasConnected = false;
  let timer = 0;
  let banner = null;

  function connection(app) {
    const state = app.getAttribute("data-test-connection-state");
    clearTimeout(timer);
    if (state === "CONNECTED") {
      if (banner) say(words.back, { kind: "back" });
      if (banner) timer = setTimeout(hush, 2500);
      if (wasConnected) window.dispatchEvent(new Event("bk:connected"));
      wasConnected = true;
    } else if (state === "DISCONNECTED_FOREVER") say(words.gone, { reload: true });
    else if (wasConnected) timer = setTimeout(() => say(words.lost), PATIENCE);
  }

  function say(text, { reload = false, kind = "lost" } = {}) {
    if (!banner) {
      banner = document.body.appendChild(document.createElement("div"));
      banner.setAttribute("role", "status");
    }
    banner.className = `bk-connection bk-connection-${kind}`;
    banner.textContent = text;
    if (reload) {
      const button = banner.appendChild(document.createElement("button"));
      button.type = "button";
      button.textContent = words.reload;
      button.addEventListener("click", () => location.reload());
    }
  }

  function hush() {
    if (banner) banner.remove();
    banner = null;
  }
})();
