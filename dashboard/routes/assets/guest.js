/* Follows the meeting: asks every few seconds which point it looks at, and shows the new page in place of the old one.
   Without this script a guest reloads by hand. */
(() => {
  "use strict";
  const EVERY = 4000; // milliseconds
  const main = document.querySelector("main[data-stand]");
  if (!main) return;

  function over() {
    const told = document.createElement("p");
    told.className = "done";
    told.setAttribute("role", "status");
    told.textContent = main.dataset.over;
    main.replaceChildren(told);
  }

  async function renew(stand) {
    const answer = await fetch(location.pathname);
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = fresh.querySelector("main[data-stand]");
    if (!next) return;
    const told = main.querySelector("[aria-live]");
    const news = next.querySelector("[aria-live]");
    told.replaceChildren(...news.childNodes); // the place that is read out stays the same element
    news.replaceWith(told);
    main.replaceChildren(...next.childNodes);
    main.dataset.stand = stand;
    document.title = fresh.title;
  }

  async function look() {
    try {
      const answer = await fetch(`${location.pathname}/stand`);
      if (answer.status === 404) return over();
      const stand = answer.ok ? await answer.text() : main.dataset.stand;
      if (stand !== main.dataset.stand) await renew(stand);
    } catch { /* the line is down: the next look may find it up */ }
    setTimeout(look, EVERY);
  }

  setTimeout(look, EVERY);
})();
