/* Copies a text and says so. Without a safe connection the browser offers no clipboard; then the old way is tried. */

export default function copying({ parentElement, data }) {
  let button = parentElement.querySelector("button");
  if (!button) {
    button = parentElement.appendChild(document.createElement("button"));
    button.type = "button";
    const state = parentElement.appendChild(document.createElement("span"));
    state.setAttribute("role", "status");
  }
  button.textContent = data.label;
  button.onclick = async () => {
    const done = (await modern(data.text)) || former(data.text, button);
    parentElement.querySelector("[role=status]").textContent = done ? data.done : data.failed;
  };
}

async function modern(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function former(text, button) {
  const area = button.parentNode.appendChild(document.createElement("textarea"));
  area.value = text;
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  button.focus();
  return done;
}
