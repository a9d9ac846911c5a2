/* One SVG out of what is drawn: title, note, the drawing, source and mark; and that SVG painted. */

const SPACE = "http://www.w3.org/2000/svg";
const EDGE = 24;
const LEAST = 480; // pixels of width, so that a title has room
const SHARPER = 2;
const [MOMENT, PATIENCE] = [100, 15_000]; // milliseconds
const COLOURS = ["fill", "stroke"];
const STYLES = [
  ...COLOURS,
  "fill-opacity", "stroke-opacity", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity",
  "font-family", "font-size", "font-weight", "font-style", "text-anchor", "dominant-baseline", "paint-order",
  "clip-path", "vector-effect", "visibility", "display",
];
const FONT_FILE = "/app/static/fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2";

let font = null;

/* Returns { text, width, height } of the whole picture. */
export async function composed(data) {
  const layers = await drawing(data.target);
  const { title = data.title, note = data.note, description = data.description } = layers[0].dataset; // what is drawn knows
  font ??= fontFace(data.font);
  const box = layers[0].getBoundingClientRect();
  const width = Math.max(Math.round(box.width), LEAST) + 2 * EDGE;
  const svg = node("svg", { xmlns: SPACE, role: "img", width });
  svg.append(node("title", {}, title), node("desc", {}, description));
  svg.append(node("style", {}, await font));
  const ground = svg.appendChild(node("rect", { width, fill: data.colours.ground }));

  let y = words(svg, title, { y: EDGE, width, size: 20, weight: 650, fill: data.colours.text, font: data.font });
  y = words(svg, note, { y: y + 4, width, size: 14, weight: 400, fill: data.colours.soft, font: data.font }) + 12;
  const place = svg.appendChild(node("g", { transform: `translate(${Math.round((width - box.width) / 2)} ${y})` }));
  for (const layer of layers) place.append(copy(layer, { swaps: data.swaps, box }));
  y += Math.round(box.height) + 12;
  y = words(svg, data.source, { y, width, size: 13, weight: 400, fill: data.colours.soft, font: data.font });
  y = words(svg, data.mark, { y: y + 2, width, size: 13, weight: 650, fill: data.colours.mark, font: data.font });

  const height = y + EDGE;
  svg.setAttribute("height", height);
  ground.setAttribute("height", height);
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  return { text: new XMLSerializer().serializeToString(svg), width, height };
}

/* Returns the SVG as a PNG at twice its size. */
export async function painted(whole, { width, height }) {
  const address = URL.createObjectURL(whole);
  try {
    const image = new Image(width * SHARPER, height * SHARPER);
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width * SHARPER;
    canvas.height = height * SHARPER;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, fail) =>
      canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("no picture"))), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

/* A chart may still be on its way when somebody asks for it. */
async function drawing(target) {
  for (let waited = 0; waited < PATIENCE; waited += MOMENT) {
    const layers = drawn(target);
    if (layers.length) return layers;
    await new Promise((again) => setTimeout(again, MOMENT));
  }
  throw new Error(`nothing is drawn at ${target}`);
}

/* Plotly draws in several layers of one size; our own components mark the one they draw. */
function drawn(target) {
  const found = [];
  const walk = (root) => {
    found.push(...root.querySelectorAll("svg.main-svg, svg[data-drawing]"));
    for (const element of root.querySelectorAll("*")) if (element.shadowRoot) walk(element.shadowRoot);
  };
  for (const root of document.querySelectorAll(`.st-key-${CSS.escape(target)}`)) walk(root);
  return found.filter((svg) => svg.getBoundingClientRect().width > 0);
}

function copy(layer, { swaps, box }) {
  const made = layer.cloneNode(true);
  const twins = [...made.querySelectorAll("*")];
  [...layer.querySelectorAll("*")].forEach((element, place) => dress(element, twins[place], swaps));
  for (const hidden of made.querySelectorAll("[data-hidden]")) hidden.remove();
  for (const { name } of [...made.attributes]) if (!/^(xmlns|viewBox)/.test(name)) made.removeAttribute(name);
  made.setAttribute("width", box.width);
  made.setAttribute("height", box.height);
  return made;
}

function dress(element, twin, swaps) {
  const seen = getComputedStyle(element);
  if (seen.display === "none" || seen.visibility === "hidden" || /^(a|script|foreignObject)$/.test(element.localName)) {
    if (element.localName !== "a") return twin.setAttribute("data-hidden", "");
    twin.removeAttribute("href"); // a picture leads nowhere
  }
  if (element.namespaceURI !== SPACE || element.closest("defs")) return undefined;
  for (const { name } of [...twin.attributes]) if (/^(class|tabindex|role|aria-|data-)/.test(name)) twin.removeAttribute(name);
  const style = STYLES.map((name) => [name, seen.getPropertyValue(name)])
    .filter(([, value]) => value && value !== "normal" && value !== "auto")
    .map(([name, value]) => `${name}:${COLOURS.includes(name) ? light(value, swaps) : value}`);
  return twin.setAttribute("style", style.join(";"));
}

/* Returns a colour of the dark theme as its partner of the light one. */
function light(colour, swaps) {
  const parts = colour.match(/^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/);
  if (!parts) return colour;
  const hex = `#${parts.slice(1, 4).map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`.toUpperCase();
  const partner = swaps[hex] ?? hex;
  if (parts[4] === undefined) return partner;
  const [red, green, blue] = [1, 3, 5].map((place) => parseInt(partner.slice(place, place + 2), 16));
  return `rgba(${red}, ${green}, ${blue}, ${parts[4]})`;
}

/* Writes text in as many lines as it needs and returns where the next may begin. */
function words(svg, text, { y, width, size, weight, fill, font: family }) {
  if (!text) return y;
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `${weight} ${size}px ${family}`;
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (pen.measureText(longer).width <= width - 2 * EDGE || !lines.at(-1)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const high = Math.round(size * 1.35);
  const style = `font:${weight} ${size}px ${family}`;
  lines.forEach((line, place) =>
    svg.append(node("text", { x: EDGE, y: y + high * place + size, fill, style }, line)),
  );
  return y + high * lines.length;
}

/* The font goes along, because a picture cannot ask for it. */
async function fontFace(family) {
  const answer = await fetch(FONT_FILE);
  if (!answer.ok) return "";
  const bytes = new Uint8Array(await answer.arrayBuffer());
  let text = "";
  for (let place = 0; place < bytes.length; place += 8192) text += String.fromCharCode(...bytes.subarray(place, place + 8192));
  const name = family.split(",")[0];
  return `@font-face{font-family:${name};font-weight:400 700;src:url(data:font/woff2;base64,${btoa(text)}) format("woff2")}`;
}

function node(name, attributes, text) {
  const made = document.createElementNS(SPACE, name);
  for (const [key, value] of Object.entries(attributes)) if (key !== "xmlns") made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}
