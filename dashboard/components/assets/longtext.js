/* A text field that never loses a word: it saves while one writes, when one leaves it, when the page goes away, and again
   until the server has confirmed or refused it. What is not confirmed stays in this tab, also over a reload. */

const PAUSE = 600; // milliseconds without a key before what is written is saved
const WAITS = [2, 4, 8, 16]; // seconds until a text the server has not confirmed is sent once more
const NEAR = 0.9; // share of the space from which the rest is announced

const views = new WeakMap();

export default function longtext({ parentElement, data: { asked: data }, setStateValue }) {
  let view = views.get(parentElement);
  if (!view) {
    view = build(parentElement, data);
    views.set(parentElement, view);
  }
  view.send = (value) => setStateValue("written", value);
  view.describe(data);

  document.addEventListener("visibilitychange", view.leave); // the same listeners each time, so they are there once
  window.addEventListener("pagehide", view.flush);
  window.addEventListener("bk:connected", view.again);
  return () => {
    document.removeEventListener("visibilitychange", view.leave);
    window.removeEventListener("pagehide", view.flush);
    window.removeEventListener("bk:connected", view.again);
    view.flush();
    view.rest();
  };
}

function build(parentElement, data) {
  const root = document.createElement("div");
  root.className = "frame";
  root.innerHTML = `<label for="area" class="name"></label><p class="hint" id="hint"></p>
    <textarea id="area" rows="4" aria-describedby="hint count"></textarea>
    <div class="foot"><p class="state" role="status"></p><p class="count" id="count"></p></div>
    <label class="private"><input type="checkbox"><span></span></label><p class="spoken" role="status"></p>`;
  parentElement.appendChild(root);
  const find = (selector) => root.querySelector(selector);
  const area = find("textarea");
  const lock = find(".private input");
  const view = { send: () => undefined };

  let timer = 0;
  let words = data;
  let turn = 0; // the same text sent once more still counts as something new
  let later = 0;
  let tries = 0; // a server that has just started hears a field only after it has drawn it once
  let declined = null; // the text the server refused
  let sent = null; // what went to the server last and is not confirmed yet
  let seen = [data.value]; // every text this field has shown or sent since the server last confirmed one
  area.value = data.value;
  lock.checked = data.private;

  const same = (one, other) => one.trim() === other.trim();
  const confirmed = () => same(area.value, words.value) && (lock.checked === words.private || !area.value.trim());
  const shelf = () => `bk-longtext-${words.key}`;
  const keep = () => {
    try {
      if (confirmed()) sessionStorage.removeItem(shelf());
      else sessionStorage.setItem(shelf(), JSON.stringify({ text: area.value, private: lock.checked, seen }));
    } catch { /* a browser without storage still has the field itself */ }
  };
  const kept = () => {
    try {
      return JSON.parse(sessionStorage.getItem(shelf()));
    } catch {
      return null;
    }
  };
  const give = () => {
    clearTimeout(timer);
    sent = { text: area.value, private: lock.checked };
    seen = [...seen.filter((text) => text !== area.value), area.value].slice(-20);
    view.send({ ...sent, seen: seen.slice(0, -1), turn: (turn += 1) });
    wait();
    tries += 1;
  };
  const insist = () => {
    if (!confirmed() && area.value !== declined) give();
  };
  const wait = () => {
    clearTimeout(later);
    later = setTimeout(insist, WAITS[Math.min(tries, WAITS.length - 1)] * 1000);
  };
  const tell = () => {
    const left = words.limit - area.value.length;
    find(".count").textContent = words.left.replace("{n}", left.toLocaleString("de-DE"));
    find(".spoken").textContent = area.value.length >= words.limit * NEAR ? find(".count").textContent : "";
    const state = confirmed() ? words.state : words.waiting;
    if (find(".state").textContent !== state) find(".state").textContent = state;
    find(".state").classList.toggle("safe", confirmed() && area.value.trim() !== "");
  };

  view.flush = () => {
    const known = sent ?? { text: words.value, private: words.private };
    if (area.value !== known.text || (lock.checked !== known.private && area.value.trim())) give();
  };
  view.leave = () => document.visibilityState === "hidden" && view.flush();
  view.again = () => {
    tries = 0;
    insist();
  };
  view.rest = () => clearTimeout(later);
  view.describe = (fresh) => {
    const moved = fresh.value !== words.value || fresh.private !== words.private;
    const untouched = sent === null && same(area.value, words.value) && root.getRootNode().activeElement !== area;
    words = fresh;
    root.dir = fresh.direction;
    root.lang = fresh.language;
    find(".name").textContent = fresh.label;
    find(".hint").textContent = fresh.hint;
    find(".hint").hidden = !fresh.hint;
    find(".private").hidden = !fresh.private_label;
    find(".private span").textContent = fresh.private_label;
    area.maxLength = fresh.limit;
    area.rows = fresh.rows;
    if (untouched && moved) {
      area.value = fresh.value;
      lock.checked = fresh.private;
    }
    declined = fresh.refused && sent ? sent.text : declined;
    if (confirmed()) {
      clearTimeout(later);
      sent = declined = null;
      tries = 0;
      seen = [fresh.value];
    } else if (!seen.includes(fresh.value)) seen = [...seen, fresh.value]; // shown to the writer by the page's notice
    if (sent && !confirmed() && area.value !== declined) wait();
    keep();
    tell();
  };

  area.addEventListener("input", () => {
    keep();
    tell();
    clearTimeout(timer);
    timer = setTimeout(view.flush, PAUSE);
  });
  area.addEventListener("blur", view.flush);
  lock.addEventListener("change", () => {
    keep();
    tell();
    view.flush();
  });

  const draft = kept();
  if (draft && !same(draft.text, data.value)) {
    area.value = draft.text;
    lock.checked = draft.private;
    seen = draft.seen;
    timer = setTimeout(view.flush, PAUSE);
  }
  return view;
}
