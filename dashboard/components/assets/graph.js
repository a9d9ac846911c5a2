/* The network over the years. All years arrive at once (data.content); the slider, playing and the keyboard work in the
   browser alone, every organisation keeps its place. Only the year somebody settles on is told to the page, so that the
   figures around follow it.

   content: { nodes: [{name, x, y, sector, href}],
              years: [{year, finding, note, description, left: [[node, sentence]], lines: [[node, node, shared]],
                       nodes: [[node, activities, partners, betweenness, core, community, standing, sentence]],
                       events: [[sentence, x, y, [node]]]}] } */

import { Picture } from "./graph_picture.js";

const SETTLED = 500; // milliseconds without a move of the slider
const STEP = { lively: 1700, calm: 2600 };

const views = new WeakMap();

export default function graph({ parentElement, data, setTriggerValue }) {
  let view = views.get(parentElement);
  if (!view) {
    view = new View(parentElement);
    views.set(parentElement, view);
  }
  view.tell = (year) => setTriggerValue("year", year);
  view.take(data);
  return () => view.stop();
}

class View {
  constructor(parent) {
    this.root = element("div", "graph");
    this.finding = element("h2", "finding");
    this.note = element("p", "note");
    this.plate = element("div", "plate");
    this.sentence = element("p", "sentence");
    this.status = element("p", "spoken");
    this.status.setAttribute("role", "status");
    this.root.append(this.finding, this.note, this.controls(), this.plate, this.sentence, this.status);
    parent.append(this.root);
    this.picture = new Picture(this.plate, (text) => this.say(text));
    this.content = "";
    new ResizeObserver(() => this.data && this.draw()).observe(this.plate);
    this.root.addEventListener("keydown", (event) => event.key === "Escape" && this.playing && this.stop());
    document.addEventListener("visibilitychange", () => document.hidden && this.stop());
  }

  controls() {
    const box = element("div", "controls");
    this.play = element("button", "play");
    this.play.type = "button";
    this.play.addEventListener("click", () => (this.playing ? this.stop() : this.start()));
    const label = element("label", "year");
    this.name = element("span");
    this.slider = element("input");
    this.slider.type = "range";
    this.slider.min = 0;
    this.slider.addEventListener("input", () => this.moved());
    this.shown = element("output", "shown");
    label.append(this.name, this.slider);
    box.append(this.play, label, this.shown);
    return box;
  }

  take(data) {
    const first = !this.data;
    const asked = data.year !== this.data?.year;
    this.data = data;
    if (data.content !== this.content) {
      this.content = data.content;
      this.network = JSON.parse(data.content);
      this.slider.max = this.network.years.length - 1;
    }
    const { words } = data;
    this.name.textContent = words.year;
    this.play.textContent = this.playing ? words.stop : words.play;
    this.play.hidden = this.slider.parentElement.hidden = this.network.years.length < 2;
    if (first || (asked && !this.playing && this.waiting === undefined)) this.place = this.index(data.year);
    this.place = Math.min(this.place, this.network.years.length - 1);
    this.draw();
  }

  index(year) {
    return Math.max(this.network.years.findIndex((entry) => entry.year === year), 0);
  }

  moved() {
    this.pause();
    this.place = Number(this.slider.value);
    this.draw();
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.settle(), SETTLED);
  }

  settle() {
    this.waiting = undefined;
    const { year, finding } = this.network.years[this.place];
    this.status.textContent = finding;
    if (year !== this.data.year) this.tell(year);
  }

  start() {
    if (this.place === this.network.years.length - 1) this.place = 0;
    this.playing = true;
    this.play.textContent = this.data.words.stop;
    this.draw();
    this.timer = setInterval(() => this.next(), calm() ? STEP.calm : STEP.lively);
  }

  next() {
    this.place += 1;
    this.draw();
    if (this.place >= this.network.years.length - 1) this.stop();
  }

  pause() {
    clearInterval(this.timer);
    this.playing = false;
    this.play.textContent = this.data.words.play;
  }

  stop() {
    if (!this.playing) return;
    this.pause();
    this.settle();
  }

  draw() {
    const entry = this.network.years[this.place];
    this.finding.textContent = entry.finding;
    this.note.textContent = entry.note;
    this.shown.textContent = entry.year;
    this.slider.value = this.place;
    this.slider.setAttribute("aria-valuetext", String(entry.year));
    this.say("");
    this.picture.draw(this.network, entry, this.data);
  }

  say(text) {
    this.sentence.textContent = text || this.data.words.hint;
    this.sentence.classList.toggle("quiet", !text);
  }
}

function calm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

function element(name, className) {
  const made = document.createElement(name);
  if (className) made.className = className;
  return made;
}
