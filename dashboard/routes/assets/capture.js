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
