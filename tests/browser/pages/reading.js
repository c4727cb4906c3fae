// What a page is like to read at the window's present width.
Object.assign(window, { readingFaults });

// A word: letters and digits in one piece, numbers with their parts and their sign for percent ("1.460", "9,5%").
const WORD = /[\p{L}\p{M}\p{N}_\u00ad]+(?:(?<=\p{N})[.,]\p{N}+)*%?/gu;
const SOFT_HYPHEN = "\u00ad";

// The words broken, but in `verbatim` elements; the sizes of type that are not among `sizes`; the lists cut, all as plain data.
function readingFaults({ verbatim, sizes }) {
  const undo = writeGenerated();
  const texts = runs();
  const found = { broken: texts.flatMap((nodes) => brokenWords(nodes, verbatim)), sizes: otherSizes(texts, sizes), lists: cutLists() };
  undo();
  return found;
}

// Whether nobody sees the element: hidden, or kept for assistive technology only.
function unseen(element, style = getComputedStyle(element)) {
  return !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || style.clipPath === "inset(50%)";
}

// What stands on one line as long as there is room: the text nodes between two edges of blocks.
function runs() {
  const found = [];
  let run = [];
  const end = () => { if (run.length) found.push(run); run = []; };
  const read = (node) => {
    if (node.nodeType === Node.TEXT_NODE) run.push(node);
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const style = getComputedStyle(node);
    const apart = !["inline", "contents"].includes(style.display) || node.localName === "br";
    if (apart) end();
    const wordless = ["svg", "script", "style", "option", "noscript"].includes(node.localName);
    if (!wordless && !unseen(node, style)) node.childNodes.forEach(read);
    if (apart) end();
  };
  read(document.body);
  end();
  return found;
}

// Words that break over lines where no hyphen is seen, with "¦" where they break. A soft hyphen shows itself at a line's end.
// What stands on one line has none.
function brokenWords(nodes, verbatim) {
  const starts = [];
  let text = "";
  for (const node of nodes) { starts.push(text.length); text += node.data; }
  const place = (index) => {
    const n = starts.findLastIndex((start) => start <= index);
    return [nodes[n], index - starts[n]];
  };
  if (!text.trim() || onOneLine(boxes(place(0), place(text.length - 1)))) return [];
  const broken = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const end = index + word.length - 1;
    if (word.length === 1 || onOneLine(boxes(place(index), place(end)))) continue;
    const element = place(index)[0].parentElement;
    if (verbatim && element.closest(verbatim)) continue;
    const parts = parted(word, Array.from(word.split(""), (_, letter) => place(index + letter)));
    if (parts !== word) broken.push(`${parts.replaceAll(SOFT_HYPHEN, "")} (${whose(element)})`);
  }
  return broken;
}

const range = new Range(); // one for all: each that there is has to follow every change of the page

// The boxes of the text from one place to another, both included.
function boxes(first, last) {
  range.setStart(...first);
  range.setEnd(last[0], last[1] + 1);
  return [...range.getClientRects()].filter((box) => box.width > 0);
}

function onOneLine(all) {
  const middle = (box) => (box.top + box.bottom) / 2;
  return all.every((box) => Math.abs(middle(box) - middle(all[0])) < Math.max(box.height, all[0].height) / 2);
}

function parted(word, letters) {
  let parts = "", before = null;
  letters.forEach((letter, index) => {
    const box = boxes(letter, letter).at(-1); // none of a soft hyphen that isn't needed; after one that is, its own comes first
    if (box && before && box.left <= before.left && box.top > before.top && word[index - 1] !== SOFT_HYPHEN) parts += "¦";
    parts += word[index];
    before = box ?? before;
  });
  return parts;
}

function whose(element) {
  const name = (one) => one.localName + [...one.classList].map((item) => `.${item}`).join("");
  return `${name(element.parentElement)} > ${name(element)}`;
}

// The sizes of type that are not among `sizes`, each with one place where it stands. Charts are drawn, and have their own rule.
function otherSizes(texts, sizes) {
  const found = new Map();
  const note = (element) => {
    const size = Math.round(parseFloat(getComputedStyle(element).fontSize) * 100) / 100;
    if (!sizes.includes(size) && !found.has(size)) found.set(size, `${size} px: ${whose(element)}`);
  };
  for (const node of texts.flat()) if (node.data.trim()) note(node.parentElement);
  for (const field of document.querySelectorAll("input:not([type=hidden]), select, textarea")) if (!unseen(field)) note(field);
  return [...found.values()];
}

// Lists without room for their dots and numbers, which stand left of the text: the window's edge cuts them.
function cutLists() {
  const cut = [...document.querySelectorAll("li")].filter((item) => {
    const { display, listStyleType, listStylePosition, fontSize } = getComputedStyle(item);
    const marked = display === "list-item" && listStyleType !== "none" && listStylePosition === "outside";
    return marked && !unseen(item) && item.getBoundingClientRect().left < 1.25 * parseFloat(fontSize);
  });
  return [...new Set(cut.map((item) => whose(item)))];
}

// What decides, beside the place where it stands, how a text breaks, and its size.
const LINES = ["display", "font", "letterSpacing", "overflowWrap", "wordBreak", "whiteSpace", "hyphens"];

// The elements before or after which a rule of the style sheet may write something, at whatever width.
function writtenTo() {
  const nested = (rules) => [...rules].flatMap((rule) => [rule, ...nested(rule.cssRules ?? [])]);
  const rules = [...document.styleSheets].flatMap((sheet) => nested(sheet.cssRules)).filter((rule) => rule.style?.content);
  const selectors = rules.map((rule) => rule.selectorText.replaceAll(/::(before|after)/g, ":is(*)"));
  return selectors.length ? document.body.querySelectorAll(selectors) : [];
}

// Writes text that the style sheet adds, as the names of columns in the cells of a card, into the page: only there it can be asked
// where it breaks. Returns what takes it out again.
function writeGenerated() {
  const written = [];
  for (const one of writtenTo()) {
    for (const side of ["before", "after"]) {
      const style = getComputedStyle(one, `::${side}`);
      const text = /^"(.*\p{L}.*)"$/u.exec(style.content)?.[1];
      if (!text || style.display === "none" || unseen(one)) continue;
      const span = document.createElement("span");
      span.append(text);
      for (const name of LINES) span.style[name] = style[name];
      written.push({ one, side, span });
    }
  }
  if (!written.length) return () => {};
  for (const { one, side, span } of written) {
    one.dataset[`ditulis${side}`] = "";
    one[side === "before" ? "prepend" : "append"](span);
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("[data-ditulisbefore]::before, [data-ditulisafter]::after { content: none !important; }");
  document.adoptedStyleSheets.push(sheet);
  return () => {
    document.adoptedStyleSheets.pop();
    for (const { one, side, span } of written) { span.remove(); delete one.dataset[`ditulis${side}`]; }
  };
}
