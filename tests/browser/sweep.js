// What the sweep asks of an open page. Each function returns plain data; an empty list is good news.
Object.assign(window, { blocking, unfold, structure, smallTargets, overflow, addresses, kept, faults, colourFaults });

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

// What is waited for before the first word can be read.
function blocking() {
  return performance.getEntriesByType("resource").filter((one) => one.renderBlockingStatus === "blocking").map((one) => one.name);
}

// Opens what the page folds away, as its text is read too; tells which pictures only that loads.
function unfold() {
  const closed = [...document.querySelectorAll("main details:not([open])")];
  for (const one of closed) one.open = true;
  return closed.flatMap((one) => [...one.querySelectorAll("img")].map((image) => image.src));
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

// One element of each look on the page: its text's colour and size, and everything behind it, which is all that the rules of
// colours ask of it. The page has been asked whole on a phone in light.
function looks() {
  const behind = new Map([[null, ""]]);
  const ground = (one) => {
    if (!behind.has(one)) {
      const style = getComputedStyle(one);
      const own = [style.backgroundColor, style.backgroundImage, style.opacity, style.filter].join();
      behind.set(one, ground(one.parentElement) + (own === CLEAR ? "" : `/${own}`));
    }
    return behind.get(one);
  };
  const found = new Map();
  for (const one of document.body.querySelectorAll("*")) {
    const written = [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!written || !visible(one)) continue;
    const { color, fontSize, fontWeight, textDecorationLine } = getComputedStyle(one);
    const around = getComputedStyle(one.parentElement).color; // a link is told from the words around it
    const key = [one.localName, color, around, fontSize, fontWeight, textDecorationLine, ground(one)].join("|");
    if (!found.has(key)) found.set(key, one);
  }
  return found;
}

// axe leaves text below 4.5 to 1 to its rule for AA, which is off here: the rule for AAA judges all text. Its options as axe has
// them, without the lower bounds.
const ALL_TEXT = {
  ignoreUnicode: true, ignoreLength: false, ignorePseudo: false, boldValue: 700, boldTextPt: 14, largeTextPt: 18,
  contrastRatio: { normal: { expected: 7 }, large: { expected: 4.5 } },
  pseudoSizeThreshold: 0.25, shadowOutlineEmMax: 0.1, textStrokeEmMin: 0.03,
};

const LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// Small targets are found more strictly by `smallTargets`.
const RULES = { "color-contrast": { enabled: false }, "target-size": { enabled: false } };
// What axe is asked of the whole page, by name: every rule; and the same but for those of colours, which take most of the time.
const QUESTIONS = {
  all: { runOnly: LEVELS, rules: { ...RULES, "color-contrast-enhanced": { enabled: true } } },
  structure: { runOnly: LEVELS, rules: { ...RULES, "link-in-text-block": { enabled: false } } },
};
const COLOURS = { runOnly: { type: "rule", values: ["color-contrast-enhanced", "link-in-text-block"] } };

// axe's faults in answer to one question.
function faults(question) {
  return ask(document, QUESTIONS[question]);
}

// The faults that a colour scheme can make, of one element of each look that is not among those known to be good; and the looks
// that were asked.
async function colourFaults(known) {
  const found = looks();
  for (const look of known) found.delete(look);
  return { faults: found.size ? await ask({ include: [...found.values()] }, COLOURS) : [], looks: [...found.keys()] };
}

async function ask(where, what) {
  axe.configure({ checks: [{ id: "color-contrast-enhanced", options: ALL_TEXT }] });
  const result = await axe.run(where, { ...what, resultTypes: ["violations"], selectors: false, iframes: false, preload: false });
  return result.violations.flatMap((rule) => rule.nodes.slice(0, 3).map((node) => `${rule.id}: ${node.html.slice(0, 140)}`));
}
