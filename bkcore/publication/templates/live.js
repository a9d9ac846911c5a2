// Shows a newer release by itself: asks a few bytes, only while somebody looks, and never in the middle of reading.
(() => {
  const { watch, number, news } = document.body.dataset;
  const every = 60_000, quiet = 15_000;
  let touched = 0, asking = false;
  for (const kind of ["scroll", "keydown", "pointerdown", "selectionchange"]) {
    document.addEventListener(kind, () => { touched = Date.now(); }, { passive: true });
  }
  const offer = () => {
    if (document.querySelector(".news")) return;
    const note = document.createElement("p");
    const again = document.createElement("a");
    note.className = "news";
    note.setAttribute("role", "status");
    again.href = location.pathname;
    again.textContent = document.querySelector(".stand a").textContent;
    document.body.append(note);
    note.append(`${news} `, again);
  };
  const look = async () => {
    if (document.visibilityState !== "visible" || asking) return;
    asking = true;
    try {
      const answer = await fetch(watch, { cache: "no-cache", credentials: "same-origin" });
      if (answer.ok && (await answer.text()).trim() !== number) {
        if (Date.now() - touched < quiet) offer();
        else location.reload();
      }
    } catch {
      // no connection: the next look may have one
    } finally {
      asking = false;
    }
  };
  setInterval(look, every + Math.random() * 5_000);
  document.addEventListener("visibilitychange", look);
})();
