/* What every part of the picture shares: how an element is made, the shape of each sector, the place of each figure. */

export const SHAPES = ["M-10 0a10 10 0 1 0 20 0a10 10 0 1 0-20 0z", "M0-12.4L12.4 0L0 12.4L-12.4 0z", "M-9-9H9V9H-9z"];
export const SIZES = { activities: 1, partners: 2, betweenness: 3 };
export const HEXAGON = "M0-1L.87-.5V.5L0 1L-.87.5V-.5z"; // of size 1

export const BADGE = 8; // radius

export function node(name, attributes = {}, text) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

export function badge(sign = "") {
  const made = node("g", { class: "badge" });
  made.append(node("circle", { r: BADGE }), node("text", {}, sign));
  return made;
}
