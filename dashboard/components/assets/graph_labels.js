/* Names beside the points: the busiest first, and only where they cover neither point nor name. */

import { node } from "./graph_parts.js";

const SIZE = 14;
const HIGH = 17;
const WIDE = 150; // a line of a name, in pixels
const MOST = { narrow: 14, wide: 34 };
const GAP = 5;
const BUSIEST = 6; // where there is no room at all, their names may cover smaller marks, never each other
const SIDES = [[0, 1], [1, 0], [-1, 0], [0, -1], [1, 1], [-1, 1], [1, -1], [-1, -1]];

let pen = null;

export function measure(text, weight = 400) {
  pen ??= document.createElement("canvas").getContext("2d");
  pen.font = `${weight} ${SIZE}px "Atkinson Hyperlegible Next", sans-serif`;
  return pen.measureText(text).width;
}

export function labels(layer, points, { frame, lit, others }) {
  const around = ({ left, top, radius }) => box(left - radius, top - radius, 2 * radius, 2 * radius);
  const badges = points.filter(({ badge }) => badge).map(({ badge }) => around(badge));
  const own = points.map(around);
  const busy = points.filter(({ rank }) => rank < 2 * BUSIEST).map(around);
  const blocked = [...own, ...others.map(around), ...badges];
  const most = frame.narrow ? MOST.narrow : MOST.wide;
  const taken = [];
  const made = [];
  const wanted = points.filter(({ standing, number }) => standing !== "left" || number === lit);
  wanted.sort((one, other) => (other.number === lit) - (one.number === lit) || one.rank - other.rank);
  for (const point of wanted) {
    if (made.length >= most) break;
    const bold = point.number === lit;
    const lines = wrapped(point.name, bold ? WIDE * 1.6 : frame.narrow ? 110 : WIDE, bold);
    const at = (covered) => spot(point, lines, { frame, blocked: covered, taken });
    const found = bold ? at([]) : at(blocked) ?? (point.rank < BUSIEST ? (at(own) ?? at(busy)) : null);
    if (!found) continue;
    taken.push(found);
    made.push(written(found, lines, bold));
  }
  layer.replaceChildren(...made.reverse());
}

function spot(point, lines, { frame, blocked, taken }) {
  const wide = Math.max(...lines.map((line) => measure(line, 640))) + 4;
  const high = lines.length * HIGH;
  for (const [right, down] of SIDES) {
    const far = point.radius + GAP - (right && down ? point.radius * 0.35 : 0);
    const left = point.left + right * far + ((right - 1) / 2) * wide;
    const top = point.top + down * far + ((down - 1) / 2) * high;
    const found = { ...box(left, top, wide, high), side: right };
    const inside = found.left >= 2 && found.right <= frame.width - 2 && found.top >= 2 && found.bottom <= frame.height - 2;
    if (inside && ![...taken, ...blocked].some((other) => cover(found, other))) return found;
  }
  return null;
}

function written(found, lines, bold) {
  const anchor = { 0: "middle", 1: "start", [-1]: "end" }[found.side];
  const x = { 0: (found.left + found.right) / 2, 1: found.left + 2, [-1]: found.right - 2 }[found.side];
  const made = node("text", { class: bold ? "name own" : "name", "text-anchor": anchor });
  lines.forEach((line, place) => made.append(node("tspan", { x, y: found.top + HIGH * place + 13 }, line)));
  return made;
}

/* A name in at most two lines; what is in brackets or does not fit is left to the sentence below. */
function wrapped(name, wide, whole) {
  const lines = [""];
  for (const word of name.split(" (")[0].replaceAll("-", "-\u200b").split(/[\s\u200b]+/)) {
    const before = lines.at(-1);
    const longer = before + (before && !before.endsWith("-") ? " " : "") + word;
    if (!before || measure(longer) <= wide) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.length <= 2 || whole ? lines : [lines[0], `${lines[1]} …`];
}

function box(left, top, width, height) {
  return { left, top, right: left + width, bottom: top + height };
}

function cover(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
