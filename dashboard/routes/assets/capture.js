/* Keeps what is typed on the device until the server has it, and sends it again when the line is back. Without this
   script the form works as every form does. */
(() => {
  "use strict";
  const form = document.querySelector("form[data-erfassen]");
  if (!form) return;
  const status = form.querySelector(".state");
  const button = form.querySelector("button");
  const place = `bk-erfassen:${location.pathname}`;
  const AGAIN = 4000; // milliseconds until the next try
  let timer = 0;
  let under_way = false;

  const say = (text) => { status.textContent = text; };

  function fields() {
    return [...new FormData(form)].filter(([name]) => name !== "version");
  }

  function keep(waiting) {
    try {
      localStorage.setItem(place, JSON.stringify({ version: form.elements.version.value, waiting, fields: fields() }));
    } catch { /* a device that keeps nothing can still send */ }
  }

  function forget() {
    try { localStorage.removeItem(place); } catch { /* nothing was kept */ }
  }

  function kept() {
    try { return JSON.parse(localStorage.getItem(place) ?? "null"); } catch { return null; }
  }

  function fill(pairs) {
    for (const element of form.elements) {
      if (!element.name || element.name === "version") continue;
      const given = pairs.filter(([name]) => name === element.name).map(([, value]) => value);
      if (element.type === "checkbox" || element.type === "radio") element.checked = given.includes(element.value);
      else if (given.length) element.value = given[0];
    }
  }

  async function send() {
    if (under_way) return;
    under_way = true;
    clearTimeout(timer);
    keep(true);
    say(form.dataset.sending);
    button.setAttribute("aria-disabled", "true");
    try {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
      if (answer.ok && answer.redirected) {
        forget();
        location.assign(answer.url);
        return;
      }
      keep(false);
      form.submit(); // the server has something to say: its own page says it
    } catch {
      say(form.dataset.waiting);
      timer = setTimeout(() => { under_way = false; send(); }, AGAIN);
    } finally {
      under_way = false;
      button.removeAttribute("aria-disabled");
    }
  }

  const before = kept();
  const shown = document.querySelector("[role=alert]") !== null; // the server has put the words back already
  if (before && !shown) {
    fill(before.fields);
    form.elements.version.value = before.version; // so the server notices when somebody else was here in between
    say(form.dataset.restored);
    if (before.waiting) send();
  }

  form.addEventListener("input", () => keep(false));
  form.addEventListener("submit", (event) => { event.preventDefault(); send(); });
  addEventListener("online", () => { if (kept()?.waiting) { under_way = false; send(); } });
})();

/* Makes a picture small on the device, which takes out what the camera wrote into it, and sends it when the line is
   back. Without this script the file goes as it is; the server does the same to it. */
(() => {
  "use strict";
  const form = document.querySelector("form[data-bild]");
  if (!form) return;
  const EDGE = 1600; // points along the longer edge, as the server keeps it
  const QUALITY = 0.9;
  const AGAIN = 4000; // milliseconds until the next try
  const status = form.querySelector(".state");
  const button = form.querySelector("button");
  let under_way = false;

  async function smaller(file) {
    const seen = await createImageBitmap(file, { imageOrientation: "from-image" });
    const share = Math.min(1, EDGE / Math.max(seen.width, seen.height));
    const drawn = document.createElement("canvas");
    drawn.width = Math.round(seen.width * share);
    drawn.height = Math.round(seen.height * share);
    const paper = drawn.getContext("2d");
    paper.fillStyle = "white"; // what was transparent, as on paper
    paper.fillRect(0, 0, drawn.width, drawn.height);
    paper.drawImage(seen, 0, 0, drawn.width, drawn.height);
    return new Promise((done) => { drawn.toBlob((blob) => done(blob ?? file), "image/jpeg", QUALITY); });
  }

  async function packed() {
    const given = new FormData(form);
    const file = given.get("content");
    try {
      given.set("content", await smaller(file), "bild.jpg");
    } catch { /* no picture this device can draw: the server says what it is */ }
    return given;
  }

  async function send(given) {
    status.textContent = form.dataset.sending;
    try {
      const answer = await fetch(form.action, { method: "POST", body: given });
      if (answer.ok && answer.redirected) location.assign(answer.url);
      else form.submit(); // the server has something to say: its own page says it
    } catch {
      status.textContent = form.dataset.waiting;
      setTimeout(() => send(given), AGAIN);
    }
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (under_way) return;
    under_way = true;
    button.setAttribute("aria-disabled", "true");
    await send(await packed());
  });
})();
