/* One question as a real radio group: five described steps and, apart from them, the ways not to answer; below, how the
   answer stands. Streamlit calls the default export again whenever the data changes; the same nodes are kept, so the
   focus stays. */

const WAITS = [2, 4, 8, 16]; // seconds until an answer the server has not confirmed is sent once more
const NONE = ""; // an answer taken back

const views = new WeakMap();
const unheard = new Map(); // by question: answers the server had not confirmed when the page was drawn anew

export default function ladder({ parentElement, data: { asked: data }, setStateValue }) {
  let view = views.get(parentElement);
  if (!view) {
    view = { root: document.createElement("div"), value: null, pending: null, tries: 0, turn: 0, shape: "", pointed: false };
    view.root.className = "frame";
    parentElement.appendChild(view.root);
    const made = view;
    made.root.addEventListener("pointerdown", () => (made.pointed = true));
    made.root.addEventListener("keydown", () => (made.pointed = false));
    view.again = () => {
      made.tries = 0;
      if (made.pending !== null) insist(made);
    };
    view.pending = unheard.get(data.key) ?? null;
    views.set(parentElement, view);
  }
  unheard.delete(data.key);
  view.send = (value) => setStateValue("value", value ?? NONE);
  view.repeat = (turn) => setStateValue("turn", turn); // the same value again would go unheard

  const shape = JSON.stringify([data.statement, data.hint, data.levels, data.opt_outs, data.direction, data.language]);
  if (shape !== view.shape) {
    view.shape = shape;
    build(view, data);
  }
  view.data = data;
  settle(view, data.value ?? null);
  tell(view);

  window.addEventListener("bk:connected", view.again); // the same listener each time, so it is there once
  return () => {
    window.removeEventListener("bk:connected", view.again);
    clearTimeout(view.later);
    if (view.pending !== null) unheard.set(data.key, view.pending);
  };
}

/* A server that has just started hears an answer only after it has drawn the question once; a line may break unnoticed. */
function insist(view) {
  clearTimeout(view.later);
  if (view.pending === null) return;
  view.send(view.pending.value);
  view.repeat((view.turn += 1));
  wait(view);
}

function wait(view) {
  view.later = setTimeout(insist, WAITS[Math.min(view.tries, WAITS.length - 1)] * 1000, view);
  view.tries += 1;
}

function settle(view, value) {
  clearTimeout(view.later);
  if (view.pending !== null && view.pending.value !== value) {
    show(view, view.pending.value); // the hand wins until the server has heard it
    return wait(view);
  }
  view.pending = null;
  show(view, value);
}

function show(view, value) {
  view.value = value;
  for (const [input, own] of view.inputs) input.checked = own === value;
}

/* What stands below: never "saved" before the server has said so. */
function tell(view) {
  const { data, root } = view;
  const find = (name) => root.querySelector(`.${name}`);
  const text = view.pending === null ? data.state : data.waiting;
  if (find("state").textContent !== text) find("state").textContent = text;
  find("state").classList.toggle("safe", view.pending === null && view.value !== null);
  find("clear").textContent = data.clear;
  find("clear").hidden = !data.clear || view.value === null;
  find("foot").hidden = !data.state && !data.waiting && !data.clear;
  find("earlier").textContent = data.earlier.join(" · ");
  find("earlier").hidden = !data.earlier.length;
  host(view)?.toggleAttribute("data-bk-open", view.value === null);
}

function build(view, data) {
  view.inputs = [];
  view.root.dir = data.direction;
  view.root.lang = data.language;
  const group = element("fieldset", "ladder");
  group.append(element("legend", "statement", data.statement));
  if (data.hint) {
    const hint = group.appendChild(element("p", "hint", data.hint));
    hint.id = "hint";
    group.setAttribute("aria-describedby", "hint");
  }
  for (const level of data.levels) group.append(rung(view, level));
  if (data.opt_outs.length) {
    const outs = element("div", "outs");
    for (const choice of data.opt_outs) outs.append(out(view, choice));
    group.append(outs);
  }
  view.root.replaceChildren(group, foot(view));
}

function foot(view) {
  const made = element("div", "foot");
  const state = element("p", "state");
  state.setAttribute("role", "status");
  const clear = element("button", "clear");
  clear.type = "button";
  clear.addEventListener("click", () => {
    show(view, null);
    view.inputs[0]?.[0].focus(); // the button goes, the keyboard stays with the question
    give(view, null);
  });
  made.append(state, clear, element("p", "earlier"));
  return made;
}

function rung(view, level) {
  const label = element("label", "rung");
  const words = element("span", "words");
  words.append(element("span", "name", level.name));
  if (level.text) words.append(document.createTextNode(" "), element("span", "text", level.text));
  label.append(radio(view, level.value), element("span", "hexagon", String(level.value)), document.createTextNode(" "), words);
  return label;
}

function out(view, choice) {
  const label = element("label", "out");
  label.append(radio(view, choice.code), element("span", "words", choice.label));
  return label;
}

function radio(view, value) {
  const input = document.createElement("input");
  input.type = "radio";
  input.name = "answer";
  input.value = String(value);
  input.addEventListener("change", () => {
    const first = view.value === null;
    view.value = value;
    give(view, value);
    if (first && view.pointed) onward(view);
  });
  view.inputs.push([input, value]);
  return input;
}

function give(view, value) {
  view.pending = { value };
  tell(view);
  clearTimeout(view.later);
  view.tries = 0;
  view.send(value);
  wait(view);
}

/* After a tap the next open question of this screen comes into reach; the keyboard and the screen stay where they are. */
function onward(view) {
  const own = host(view);
  if (!own) return;
  const next = [...document.querySelectorAll("[data-bk-open]")].find(
    (other) => own.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  if (!next) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const place = next.closest("[class*=st-key-frage-]") ?? next;
  place.style.scrollMarginTop = "5rem";
  place.scrollIntoView({ behavior: calm ? "instant" : "smooth", block: "start" });
}

function host(view) {
  return view.root.getRootNode().host ?? null;
}

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}
