/* A text field that never loses a word: it saves while one writes, when one leaves it, and when the page goes away. */

const PAUSE = 600; // milliseconds without a key before what is written is saved
const NEAR = 0.9; // share of the space from which the rest is announced

const views = new WeakMap();

export default function longtext({ parentElement, data, setStateValue }) {
  let view = views.get(parentElement);
  if (!view) {
    view = build(parentElement, data);
    views.set(parentElement, view);
  }
  view.send = (value) => setStateValue("value", value);
  view.describe(data);

  const untouched = view.saved === view.area.value && view.shadow().activeElement !== view.area;
  if (data.value !== view.saved && untouched) {
    view.area.value = data.value;
    view.saved = data.value;
  }
  view.count();

  document.addEventListener("visibilitychange", view.leave); // the same listeners each time, so they are there once
  window.addEventListener("pagehide", view.flush);
  window.addEventListener("bk:connected", view.again);
  return () => {
    document.removeEventListener("visibilitychange", view.leave);
    window.removeEventListener("pagehide", view.flush);
    window.removeEventListener("bk:connected", view.again);
    view.flush();
  };
}

function build(parentElement, data) {
  const root = document.createElement("div");
  root.className = "frame";
  root.innerHTML = `<label for="area"></label><p class="hint" id="hint"></p>
    <textarea id="area" rows="4" aria-describedby="hint count"></textarea>
    <p class="count" id="count"></p><p class="spoken" role="status"></p>`;
  parentElement.appendChild(root);
  const find = (selector) => root.querySelector(selector);
  const area = find("textarea");
  const view = { area, saved: data.value, send: () => undefined, shadow: () => root.getRootNode() };
  area.value = data.value;

  let timer = 0;
  let words = data;
  view.flush = () => {
    clearTimeout(timer);
    if (area.value === view.saved) return;
    view.saved = area.value;
    view.send(area.value);
  };
  view.leave = () => document.visibilityState === "hidden" && view.flush();
  view.again = () => area.value !== words.value && view.send(area.value);
  view.count = () => {
    const left = words.limit - area.value.length;
    find(".count").textContent = words.left.replace("{n}", left.toLocaleString("de-DE"));
    find(".spoken").textContent = area.value.length >= words.limit * NEAR ? find(".count").textContent : "";
  };
  view.describe = (fresh) => {
    words = fresh;
    root.dir = fresh.direction;
    root.lang = fresh.language;
    find("label").textContent = fresh.label;
    find(".hint").textContent = fresh.hint;
    find(".hint").hidden = !fresh.hint;
    area.maxLength = fresh.limit;
    area.rows = fresh.rows;
  };
  area.addEventListener("input", () => {
    view.count();
    clearTimeout(timer);
    timer = setTimeout(view.flush, PAUSE);
  });
  area.addEventListener("blur", view.flush);
  return view;
}
