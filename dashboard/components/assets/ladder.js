/* One question as a real radio group: five described steps and, apart from them, the ways not to answer.
   Streamlit calls the default export again whenever the data changes; the same nodes are kept, so the focus stays. */

const GRACE = 4000; // how long an answer of the hand wins over an older one of the server, in milliseconds

const views = new WeakMap();

export default function ladder({ parentElement, data, setStateValue }) {
  let view = views.get(parentElement);
  if (!view) {
    view = { root: document.createElement("div"), value: null, pending: null, since: 0, shape: "" };
    view.root.className = "frame";
    parentElement.appendChild(view.root);
    const made = view;
    view.again = () => made.pending !== null && made.send(made.pending.value);
    views.set(parentElement, view);
  }
  view.send = (value) => setStateValue("value", value);

  const shape = JSON.stringify([data.statement, data.hint, data.levels, data.opt_outs, data.direction, data.language]);
  if (shape !== view.shape) {
    view.shape = shape;
    build(view, data);
  }
  settle(view, data.value ?? null);

  window.addEventListener("bk:connected", view.again); // the same listener each time, so it is there once
  return () => window.removeEventListener("bk:connected", view.again);
}

function settle(view, value) {
  const waiting = view.pending !== null && Date.now() - view.since < GRACE;
  if (view.pending !== null && view.pending.value === value) view.pending = null;
  else if (waiting) return;
  view.pending = null;
  view.value = value;
  for (const [input, own] of view.inputs) input.checked = own === value;
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
  view.root.replaceChildren(group);
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
    view.value = value;
    view.pending = { value };
    view.since = Date.now();
    view.send(value);
  });
  view.inputs.push([input, value]);
  return input;
}

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}
