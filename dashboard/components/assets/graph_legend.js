/* What shape, colour, sign and size mean, drawn inside the picture so that it travels along. */

import { measure } from "./graph_labels.js";
import { HEXAGON, SHAPES, SIZES, badge, node } from "./graph_parts.js";

const ROW = 26;
const GAP = 18;

export function legend(layer, picture, { y, width }) {
  const rows = [entries(picture), standings(picture), sizes(picture)].filter((row) => row.length);
  const made = [];
  let top = y + ROW / 2;
  for (const row of rows) {
    top += Math.max(0, ...row.map(({ space }) => space - ROW)) / 2;
    let left = 4;
    for (const { mark, space, text } of row) {
      const wide = space + 6 + measure(text) + GAP;
      if (left > 4 && left + wide - GAP > width) {
        left = 4;
        top += ROW;
      }
      mark.setAttribute("transform", `translate(${left + space / 2} ${top})`);
      made.push(mark, node("text", { class: "key", x: left + space + 6, y: top + 5 }, text));
      left += wide;
    }
    top += Math.max(ROW, ...row.map(({ space }) => space));
  }
  layer.replaceChildren(...made);
  return Math.ceil(top - ROW / 2 + 8);
}

/* Shapes always tell the sector; the colour tells the same, or core or group when that is chosen. */
function entries(picture) {
  const { colour, words, records, mode } = picture;
  const there = [...records.values()].filter(({ standing }) => standing !== "left");
  const sectors = words.sectors
    .map((text, sector) => ({ text, sector }))
    .filter(({ sector }) => there.some((record) => record.sector === sector))
    .map(({ text, sector }) => entry(SHAPES[sector], colour === "sector" ? `c${sector + 1}` : "plain", text));
  const event = mode === "both" ? [entry(HEXAGON, "event", words.event)] : [];
  if (colour === "sector") return [...sectors, ...event];
  const tones = new Map(there.map((record) => [picture.tone(record), picture.sign(record)]));
  const names = colour === "core" ? { c1: words.cores[0], rest: words.cores[1] } : groups(words);
  const keys = Object.keys(names).filter((tone) => tones.has(tone));
  return [...keys.map((tone) => entry(SHAPES[0], tone, names[tone], { sign: tones.get(tone) })), ...sectors, ...event];
}

function groups({ names }) {
  return Object.fromEntries(names.map((text, place) => [place < names.length - 1 ? `c${place + 1}` : "rest", text]));
}

function standings({ entry: year, words }) {
  const count = (standing) =>
    standing === "left" ? year.left.length : year.nodes.filter((row) => row[6] === standing).length;
  return Object.entries(words.standings)
    .filter(([standing]) => count(standing))
    .map(([standing, text]) => {
      const named = `${text} (${count(standing)})`;
      if (standing === "left") return entry(SHAPES[0], "gone", named); // dashed, that is its sign
      return { mark: badge(words.signs[standing]), space: 20, text: named };
    });
}

/* Two circles of the sizes that mean much and little. */
function sizes(picture) {
  const { largest, size, words } = picture;
  const small = SIZES[size] === 3 ? largest / 4 : Math.max(1, Math.round(largest / 6));
  const written = (value) => (SIZES[size] === 3 ? `${Math.round(value * 100)} %` : String(value));
  const keys = [...new Set([small, largest])].map((value) => {
    const scale = picture.radius(value) / 10;
    return { ...entry(SHAPES[0], "plain", written(value), { scale }), space: Math.max(20 * scale, 20) };
  });
  keys.at(-1).text = `${keys.at(-1).text} ${words.size}`;
  return keys;
}

function entry(shape, tone, text, { sign = "", scale = shape === HEXAGON ? 6 : 0.8 } = {}) {
  const mark = node("g");
  mark.append(node("path", { class: `mark ${tone}`, d: shape, transform: `scale(${scale.toFixed(3)})` }));
  if (sign) mark.append(node("text", { class: `sign ${tone}` }, sign));
  return { mark, space: 20, text };
}
