/* One year of the network as SVG: lines below, activities, organisations, names on top, the legend under it. */

import { labels } from "./graph_labels.js";
import { legend } from "./graph_legend.js";
import { BADGE, HEXAGON, SHAPES, SIZES, badge, node } from "./graph_parts.js";
import { reach } from "./graph_walk.js";

const GROUPS = 5;
const SIGNED = 8; // radius with room for a letter: a colour never tells a group alone
const NARROW = 500; // pixels: below, the picture stands upright
const TALL = { least: 440, share: 0.5, most: 620, upright: 1.5 };
const ROOM = { side: 34, top: 26 };
const SPREAD = 0.8; // gives the crowded middle more room; below 1, order and places stay

export class Picture {
  constructor(plate, say) {
    this.plate = plate;
    this.say = say;
    this.svg = node("svg", { "data-drawing": "", role: "group" });
    this.layers = Object.fromEntries(
      ["lines", "events", "points", "names", "legend"].map((name) => [name, this.svg.appendChild(node("g", { class: name }))]),
    );
    this.points = new Map();
    this.current = null;
    plate.append(this.svg);
    this.svg.addEventListener("keydown", (event) => this.walk(event));
    this.svg.addEventListener("pointerleave", () => this.light(null));
  }

  draw(network, entry, { mode, size, colour, words }) {
    Object.assign(this, { network, entry, mode, size, colour, words });
    const width = Math.max(this.plate.clientWidth, 300);
    const narrow = width < NARROW;
    const height = Math.round(Math.min(Math.max(width * (narrow ? TALL.upright : TALL.share), TALL.least), TALL.most));
    this.frame = { width, height, narrow };
    this.largest = Math.max(...network.years.flatMap(({ nodes }) => nodes.map((row) => row[SIZES[size]] ?? 0)), 1e-9);
    this.crowd = Math.min(1, Math.sqrt(40 / Math.max(entry.nodes.length, 1))) * (narrow ? 0.8 : 1);
    this.records = this.collect();
    this.drawLines();
    this.drawEvents();
    this.drawPoints();
    this.lit = null;
    this.name();
    const below = legend(this.layers.legend, this, { y: height + 8, width });
    this.svg.setAttribute("width", width);
    this.svg.setAttribute("height", below);
    this.svg.setAttribute("viewBox", `0 0 ${width} ${below}`);
    this.svg.setAttribute("aria-label", entry.description);
    Object.assign(this.svg.dataset, { title: entry.finding, note: entry.note, description: entry.description });
    this.svg.classList.remove("dimmed");
  }

  /* Returns what is drawn of each organisation this year, the busiest first, then those that left. */
  collect() {
    const { nodes } = this.network;
    const active = this.entry.nodes.map(([number, , , , core, community, standing, sentence], rank) => ({
      number, rank, core, community, standing, sentence, ...nodes[number], ...this.at(nodes[number]),
      value: this.entry.nodes[rank][SIZES[this.size]] ?? 0,
    }));
    const left = this.entry.left.map(([number, sentence], place) => ({
      number, rank: active.length + place, standing: "left", sentence, value: 0, ...nodes[number], ...this.at(nodes[number]),
    }));
    for (const record of [...active, ...left]) {
      record.radius = this.radius(record.value);
      const off = record.radius * 0.78 + 3;
      const badged = record.standing in this.words.signs;
      if (badged) record.badge = { left: record.left + off, top: record.top - off, radius: BADGE, off };
    }
    return new Map([...active, ...left].map((record) => [record.number, record]));
  }

  at({ x, y }) {
    const { width, height, narrow } = this.frame;
    const [across, up] = (narrow ? [y, x] : [x, y]).map((part) => Math.sign(part) * Math.abs(part) ** SPREAD);
    return {
      left: ROOM.side + ((across + 1) / 2) * (width - 2 * ROOM.side),
      top: ROOM.top + ((1 - up) / 2) * (height - 2 * ROOM.top),
    };
  }

  radius(value) {
    const grown = (7 + 15 * Math.sqrt(Math.max(value, 0) / this.largest)) * this.crowd;
    return Math.max(grown, this.colour === "sector" ? 0 : SIGNED);
  }

  drawLines() {
    const made = this.mode === "both" ? [] : this.entry.lines.map(([one, other, shared]) => this.line(one, other, shared));
    this.layers.lines.replaceChildren(...made);
  }

  line(one, other, shared) {
    const [from, to] = [this.records.get(one), this.records.get(other)];
    const width = Math.min(1 + (shared - 1) * 0.9, 6);
    const ends = { x1: from.left, y1: from.top, x2: to.left, y2: to.top };
    return node("line", { class: "line", ...ends, "stroke-width": width, "data-ends": `${one} ${other}` });
  }

  drawEvents() {
    if (this.mode !== "both") return this.layers.events.replaceChildren();
    const made = this.entry.events.flatMap(([sentence, x, y, members], number) => {
      const place = this.at({ x, y });
      const own = members.map((member) => {
        const { left, top } = this.records.get(member);
        const ends = { x1: place.left, y1: place.top, x2: left, y2: top };
        return node("line", { class: "line", ...ends, "stroke-width": 1, "data-ends": `${member} e${number}` });
      });
      const size = Math.min(4 + members.length * 0.5, 9) * Math.max(this.crowd, 0.7);
      const mark = node("path", {
        class: "event", d: HEXAGON, "data-event": number, tabindex: -1, role: "img", "aria-label": sentence,
        transform: `translate(${place.left} ${place.top}) scale(${size})`,
      });
      this.listen(mark, `e${number}`, sentence);
      return [...own, mark];
    });
    const lines = made.filter((one) => one.localName === "line");
    return this.layers.events.replaceChildren(...lines, ...made.filter((one) => one.localName !== "line"));
  }

  drawPoints() {
    for (const [number, made] of this.points) made.classList.toggle("absent", !this.records.has(number));
    for (const record of [...this.records.values()].reverse()) this.point(record); // the busiest on top
    if (!this.records.has(this.current)) this.current = this.records.keys().next().value;
    for (const [number, made] of this.points) made.setAttribute("tabindex", number === this.current ? 0 : -1);
  }

  point(record) {
    let made = this.points.get(record.number);
    if (!made) {
      made = node("a", { class: "point", href: record.href });
      made.append(node("path", { class: "mark", d: SHAPES[record.sector] }), node("text", { class: "sign" }), badge());
      this.points.set(record.number, made);
      this.listen(made, record.number, () => this.records.get(record.number)?.sentence ?? "");
      made.addEventListener("pointerdown", (event) => (made.touched = event.pointerType === "touch" && this.lit !== record.number));
      made.addEventListener("click", (event) => {
        if (!made.touched) return;
        event.preventDefault(); // a finger cannot hover: the first touch tells who it is
        made.touched = false;
        this.light(record.number, `${record.sentence}. ${this.words.touch}`);
      });
    }
    this.layers.points.append(made);
    const [mark, sign, badged] = made.children;
    made.setAttribute("transform", `translate(${record.left} ${record.top})`);
    made.setAttribute("aria-label", record.sentence);
    made.setAttribute("class", `point ${record.standing}`);
    mark.setAttribute("transform", `scale(${(record.radius / 10).toFixed(3)})`);
    mark.setAttribute("class", `mark ${this.tone(record)}`);
    sign.setAttribute("class", `sign ${this.tone(record)}`);
    sign.textContent = this.sign(record);
    const off = record.badge?.off ?? 0;
    badged.setAttribute("transform", `translate(${off} ${-off})`);
    badged.lastChild.textContent = this.words.signs[record.standing] ?? "";
    badged.classList.toggle("none", !record.badge);
  }

  tone({ sector, core, community, standing }) {
    if (standing === "left") return "gone";
    if (this.colour === "core") return core ? "c1" : "rest";
    if (this.colour === "community") return this.grouped(community) ? `c${community + 1}` : "rest";
    return `c${sector + 1}`;
  }

  sign({ core, community, standing }) {
    if (standing === "left") return "";
    if (this.colour === "core") return core ? this.words.core : "";
    return this.colour === "community" && this.grouped(community) ? this.words.groups[community] : "";
  }

  grouped(community) {
    return community < GROUPS && this.entry.nodes.filter((row) => row[5] === community).length > 1;
  }

  listen(made, key, sentence) {
    const say = () => (typeof sentence === "function" ? sentence() : sentence);
    made.addEventListener("pointerenter", (event) => event.pointerType !== "touch" && this.light(key, say()));
    made.addEventListener("focus", () => made.matches(":focus-visible") && this.light(key, say()));
    made.addEventListener("blur", () => this.light(null));
  }

  /* Shows one point with its lines and its name, the others stand back; null shows all again. */
  light(key, sentence = "") {
    if (key === null && this.lit === null) return;
    this.lit = key;
    const near = new Set([String(key)]);
    for (const line of this.svg.querySelectorAll("line.line")) {
      const ends = line.dataset.ends.split(" ");
      const own = ends.includes(String(key));
      line.classList.toggle("lit", own);
      if (own) ends.forEach((end) => near.add(end));
    }
    for (const [number, made] of this.points) made.classList.toggle("near", near.has(String(number)));
    for (const made of this.layers.events.querySelectorAll(".event")) made.classList.toggle("near", near.has(`e${made.dataset.event}`));
    this.svg.classList.toggle("dimmed", key !== null);
    this.name();
    this.say(sentence);
  }

  name() {
    const points = [...this.records.values()];
    const taken = this.mode === "both" ? this.entry.events.map(([, x, y]) => ({ ...this.at({ x, y }), radius: 6 })) : [];
    labels(this.layers.names, points, { frame: this.frame, lit: this.lit, others: taken });
  }

  walk(event) {
    const made = event.target.closest("a.point, .event");
    const to = made && reach(event.key, made, this.walkable());
    if (!to) return;
    event.preventDefault();
    for (const other of this.points.values()) other.setAttribute("tabindex", -1);
    to.made.setAttribute("tabindex", 0);
    if (to.number !== undefined) this.current = to.number;
    to.made.focus();
  }

  walkable() {
    const found = [...this.records.values()].map(({ number, left, top }) => ({ number, left, top, made: this.points.get(number) }));
    const events = [...this.layers.events.querySelectorAll(".event")].map((made) => {
      const [, x, y] = this.entry.events[made.dataset.event];
      return { made, ...this.at({ x, y }) };
    });
    return [...found, ...events];
  }
}
