/* Saves the drawing beside it as a picture that can travel: the finding above, the source below, light colours on white
   whatever the theme. What is drawn (Plotly's layers, or our own) is copied with its computed styles into one SVG; the
   PNG is that SVG painted at twice its size. Nothing leaves the browser. */

import { composed, painted } from "./picture_parts.js";

const views = new WeakMap();

export default function picture({ parentElement, data }) {
  let view = views.get(parentElement);
  if (!view) {
    view = { group: document.createElement("div"), status: document.createElement("span") };
    view.group.className = "picture";
    view.group.setAttribute("role", "group");
    for (const kind of ["png", "svg"]) view.group.append(button(view, kind));
    view.status.className = "status";
    view.status.setAttribute("role", "status");
    view.group.append(view.status);
    parentElement.appendChild(view.group);
    views.set(parentElement, view);
  }
  view.data = data;
  view.group.setAttribute("aria-label", data.label);
  for (const made of view.group.querySelectorAll("button")) made.textContent = data.buttons[made.value];
}

function button(view, kind) {
  const made = document.createElement("button");
  made.type = "button";
  made.value = kind;
  made.addEventListener("click", () => save(view, kind));
  return made;
}

async function save(view, kind) {
  const { data, status } = view;
  status.textContent = "";
  try {
    const svg = await composed(data);
    const whole = new Blob([svg.text], { type: "image/svg+xml;charset=utf-8" });
    give(kind === "svg" ? whole : await painted(whole, svg), `${data.name}.${kind}`);
    status.textContent = data.done;
  } catch (fault) {
    console.error(fault);
    status.textContent = data.failed;
  }
}

function give(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
