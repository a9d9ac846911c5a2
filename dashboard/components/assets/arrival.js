/* When a form moves on to its next screen, the reader starts at the top of it, the keyboard and the voice at its heading
   (or at the question that was asked for). The first screen after loading is left alone.

   When a lost connection is back, the whole page runs once: a server that has just started hears nothing from a part of a
   page (a fragment) before it has drawn the page, and says nothing about that either. */

let stands = null;
let again = null;
window.addEventListener("bk:connected", () => again?.());

export default function arrival({ data, setTriggerValue }) {
  again = () => setTriggerValue("connected", true);
  arriving(data);
  return () => (again = null);
}

function arriving(data) {
  const before = stands;
  stands = `${data.place} ${data.target}`;
  if (before === null || before === stands) return;
  const later = [0, 80, 300].map((wait) => setTimeout(arrive, wait, data.target)); // late pictures push the rest down
  const stop = () => later.forEach(clearTimeout);
  for (const sign of ["pointerdown", "wheel", "keydown"]) window.addEventListener(sign, stop, { once: true });
}

function arrive(target) {
  const asked = target ? document.querySelector(`.st-key-${CSS.escape(target)} h2`) : null;
  const heading = asked ?? document.querySelector("h1");
  if (!heading) return;
  heading.tabIndex = -1;
  heading.style.outline = "none"; // the focus is for voices and the tab key, the eye sees the page anew
  heading.focus({ preventScroll: true });
  const sheet = scroller(heading);
  const above = asked ? heading.getBoundingClientRect().top - sheet.getBoundingClientRect().top + sheet.scrollTop - 72 : 0;
  sheet.scrollTo({ top: Math.max(above, 0), behavior: "instant" });
}

function scroller(element) {
  for (let box = element.parentElement; box; box = box.parentElement) {
    if (box.scrollHeight > box.clientHeight && /auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
  }
  return document.scrollingElement;
}
