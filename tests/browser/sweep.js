// What the sweep asks of an open page. Each function returns plain data; an empty list is good news.
Object.assign(window, { arrival, structure, smallTargets, lowTargets, overflow, addresses, kept, structureFaults, colourFaults });

function name(element) {
  return element.outerHTML.replace(/\s+/g, " ").slice(0, 140);
}

function visible(element) {
  return element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
}

// Whether only assistive technology meets the element: clipped to nothing until it has the focus.
function clipped(element) {
  const box = element.getBoundingClientRect();
  return box.width <= 1 || box.height <= 1 || box.bottom < 0;
}

// The page as it came: its kind, its height, whether it has a menu, what is waited for before the first word can be read. Then
// opens what it folds away, as its text is read too, and tells which pictures only that loads.
function arrival() {
  const kind = document.querySelector("[data-halaman]")?.dataset.halaman ?? "";
  const loaded = performance.getEntriesByType("resource");
  const blocking = loaded.filter((one) => one.renderBlockingStatus === "blocking").map((one) => one.name);
  const height = document.documentElement.scrollHeight, menu = !!document.querySelector("nav");
  const closed = [...document.querySelectorAll("details:not([open])")];
  for (const one of closed) one.open = true;
  const folded = closed.flatMap((one) => [...one.querySelectorAll("img")].map((image) => image.src));
  return { kind, height, menu, blocking, folded };
}

// The page's frame and its structure, which neither width nor colours change.
function structure() {
  const faults = [];
  const all = (selector) => [...document.querySelectorAll(selector)];
  const fault = (bad, text) => { if (bad) faults.push(text); };
  fault(document.documentElement.lang !== "id", `lang="${document.documentElement.lang}"`);
  fault(all("h1").length !== 1, `${all("h1").length} h1`);
  for (const landmark of ["header", "main", "footer"]) {
    const found = all(landmark).filter((one) => landmark === "main" || !one.closest("main"));
    fault(found.length !== 1, `${found.length} ${landmark}`);
  }
  for (const nav of all("nav")) fault(!nav.ariaLabel && !nav.hasAttribute("aria-labelledby"), `unnamed ${name(nav)}`);
  for (const table of all("table")) {
    fault(!table.caption || !table.caption.textContent.trim(), `no caption: ${name(table)}`);
    for (const head of table.querySelectorAll("th")) fault(!head.scope && head.textContent.trim(), `no scope: ${name(head)}`);
    fault(!table.querySelector("th"), `no th: ${name(table)}`);
  }
  for (const image of all("img")) {
    const box = image.getBoundingClientRect();
    fault(!(image.getAttribute("width") > 0 && image.getAttribute("height") > 0), `no size: ${name(image)}`);
    fault(box.top + scrollY > 2 * innerHeight && image.loading !== "lazy", `not lazy below the fold: ${name(image)}`);
    fault(!image.hasAttribute("alt"), `no alt: ${name(image)}`);
  }
  for (const element of all("[style], [onclick], [onload]")) fault(true, `inline: ${name(element)}`);
  return faults;
}

// Things to press that are under 24 CSS pixels. Links in running text are excepted, as in WCAG 2.2, 2.5.8.
function smallTargets() {
  const small = [];
  for (const element of document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0'], label[for]")) {
    if (!visible(element) || clipped(element) || element.disabled || element.matches("label, [type=hidden]")) continue;
    const style = getComputedStyle(element);
    if (style.display === "inline" && element.matches("a")) continue;
    const box = element.getBoundingClientRect();
    if (box.width < 23.9 || box.height < 23.9) small.push(`${box.width.toFixed(0)}x${box.height.toFixed(0)} ${name(element)}`);
  }
  return small;
}

// Buttons, fields and entries of menus that are under 44 CSS pixels high.
function lowTargets() {
  const links = ":is(.zi-nomor, .zi-situasi, .zi-loncat, .zi-menu) a", fields = ".zi-saring :is(input, select)";
  return [...document.querySelectorAll(`.zi-btn, .zi-buka, .zi-baris, ${links}, ${fields}`)]
    .filter((one) => one.offsetParent && one.getBoundingClientRect().height < 43.9).map(name);
}

// How much wider than the window the page is, and by which elements; boxes that scroll by themselves may be wider inside.
function overflow() {
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide <= 0) return { by: 0, what: [] };
  const scrolls = (one) => one && (/auto|scroll|hidden/.test(getComputedStyle(one).overflowX) || scrolls(one.parentElement));
  const what = [...document.body.querySelectorAll("*")].filter(
    (one) => one.getBoundingClientRect().right > innerWidth + 0.5 && !scrolls(one.parentElement));
  return { by: wide, what: what.slice(-3).map(name) };
}

// Every address that the page loads or leads to, as absolute addresses.
function addresses() {
  const found = new Set();
  for (const one of document.querySelectorAll("[href], [src], [srcset]")) {
    for (const key of ["href", "src"]) if (one.hasAttribute(key)) found.add(new URL(one.getAttribute(key), one.baseURI).href);
    if (one.srcset) for (const part of one.srcset.split(",")) found.add(new URL(part.trim().split(/\s+/)[0], one.baseURI).href);
  }
  return { addresses: [...found], ids: [...document.querySelectorAll("[id]")].map((one) => one.id) };
}

// What the reader's device was told to keep.
function kept() {
  return [...document.cookie.split(";").filter(Boolean), ...Object.keys(localStorage), ...Object.keys(sessionStorage)];
}

// The ground of an element that changes nothing of what is behind it.
const CLEAR = "rgba(0, 0, 0, 0),none,1,none";

// Each text with its look: its colour, whether it is large, and everything behind it, which is all that the rules of colours ask
// of it; of a link also how it is told from the words around it. And with its place: the boxes that it stands in.
function looks() {
  const chain = (own, known = new Map([[null, ""]])) => function of(one) {
    if (!known.has(one)) known.set(one, of(one.parentElement) + own(one));
    return known.get(one);
  };
  const ground = chain((one) => {
    const style = getComputedStyle(one);
    const own = [style.backgroundColor, style.backgroundImage, style.opacity, style.filter].join();
    return own === CLEAR ? "" : `/${own}`;
  });
  const place = chain((one) => `>${one.localName}.${one.getAttribute("class") ?? ""}`);
  const writers = new Set();
  for (const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); walker.nextNode();)
    if (walker.currentNode.data.trim()) writers.add(walker.currentNode.parentElement);
  return [...writers].filter(visible).map((one) => {
    const { color, fontSize, fontWeight, textDecorationLine } = getComputedStyle(one);
    const { largeTextPt, boldTextPt, boldValue } = ALL_TEXT;
    const large = parseFloat(fontSize) >= (fontWeight >= boldValue ? boldTextPt : largeTextPt) / 0.75;
    const words = () => [textDecorationLine, fontWeight, writers.has(one.parentElement), getComputedStyle(one.parentElement).color];
    const around = one.localName === "a" && words();
    return { one, look: [color, large, around, ground(one)].join("|"), place: () => place(one) };
  });
}

// axe leaves text below 4.5 to 1 to its rule for AA, which is off here: the rule for AAA judges all text. Its options as axe has
// them, without the lower bounds.
const ALL_TEXT = {
  ignoreUnicode: true, ignoreLength: false, ignorePseudo: false, boldValue: 700, boldTextPt: 14, largeTextPt: 18,
  contrastRatio: { normal: { expected: 7 }, large: { expected: 4.5 } },
  pseudoSizeThreshold: 0.25, shadowOutlineEmMax: 0.1, textStrokeEmMin: 0.03,
};

// Rules of colours take most of the time, and are asked by themselves; small targets are found more strictly by `smallTargets`.
const COLOURS = ["color-contrast-enhanced", "link-in-text-block"];
const STRUCTURE = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  rules: Object.fromEntries([...COLOURS, "color-contrast", "target-size"].map((rule) => [rule, { enabled: false }])),
};

// axe's faults of the whole page, but for its colours.
function structureFaults() {
  return ask(document, STRUCTURE);
}

// The faults of the colours now shown, of one text of each look that is not among those known to be good; `everywhere`, of each
// look in each place. And what was asked.
async function colourFaults(known, everywhere = false) {
  const good = new Set(known), asked = new Map();
  for (const { one, look, place } of looks()) {
    const key = everywhere ? look + place() : look;
    if (!good.has(key) && !asked.has(key)) asked.set(key, one);
  }
  const include = [...asked.values()];
  const faults = include.length ? await ask({ include }, { runOnly: { type: "rule", values: COLOURS } }) : [];
  return { faults, asked: [...asked.keys()] };
}

async function ask(where, what) {
  if (!window.axe) startAxe();
  axe.configure({ checks: [{ id: "color-contrast-enhanced", options: ALL_TEXT }] });
  const result = await axe.run(where, { ...what, resultTypes: ["violations"], selectors: false, iframes: false, preload: false });
  return result.violations.flatMap((rule) => rule.nodes.slice(0, 3).map((node) => `${rule.id}: ${node.html.slice(0, 140)}`));
}
