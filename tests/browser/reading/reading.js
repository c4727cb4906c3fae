// What a page is like to read at the window's present width.
Object.assign(window, { openFolds, readingFaults });

// A word: letters and digits in one piece, numbers with their parts and their sign for percent ("1.460", "9,5%").
const WORD = /[\p{L}\p{M}\p{N}_\u00ad]+(?:(?<=\p{N})[.,]\p{N}+)*%?/gu;
const SOFT_HYPHEN = "\u00ad";

function openFolds() {
  for (const one of document.querySelectorAll("details")) one.open = true;
}

// The words broken, but in `verbatim` elements; the sizes of type that are not among `sizes`; the lists cut, all as plain data.
function readingFaults({ verbatim, sizes }) {
  const undo = writeGenerated();
  const texts = runs();
  const found = { broken: texts.flatMap((nodes) => brokenWords(nodes, verbatim)), sizes: otherSizes(texts, sizes), lists: cutLists() };
  undo();
  return found;
}

// Whether nobody sees the element: hidden, or kept for assistive technology only.
function unseen(element) {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return true;
  return getComputedStyle(element).clipPath === "inset(50%)";
}

// What stands on one line as long as there is room: the text nodes between two edges of blocks.
function runs() {
  const found = [];
  let run = [];
  const end = () => { if (run.length) found.push(run); run = []; };
  const read = (node) => {
    if (node.nodeType === Node.TEXT_NODE) run.push(node);
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const apart = !["inline", "contents"].includes(getComputedStyle(node).display) || node.localName === "br";
    if (apart) end();
    if (!["svg", "script", "style", "option", "noscript"].includes(node.localName) && !unseen(node)) node.childNodes.forEach(read);
    if (apart) end();
  };
  read(document.body);
  end();
  return found;
}

// Words that break over lines where no hyphen is seen, with "¦" where they break. A soft hyphen shows itself at a line's end.
function brokenWords(nodes, verbatim) {
  const broken = [];
  const places = nodes.flatMap((node) => [...Array(node.data.length).keys()].map((index) => [node, index]));
  const text = nodes.map((node) => node.data).join("");
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const letters = places.slice(index, index + word.length);
    const element = letters[0][0].parentElement;
    if (word.length === 1 || (verbatim && element.closest(verbatim))) continue;
    const parts = parted(word, letters);
    if (parts !== word) broken.push(`${parts.replaceAll(SOFT_HYPHEN, "")} (${whose(element)})`);
  }
  return broken;
}

function parted(word, letters) {
  const range = new Range();
  const boxes = (first, last) => {
    range.setStart(...first);
    range.setEnd(last[0], last[1] + 1);
    return [...range.getClientRects()].filter((box) => box.width > 0);
  };
  const all = boxes(letters[0], letters.at(-1));
  if (all.every((box) => box.top < all[0].bottom && box.bottom > all[0].top)) return word;
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

// Writes text that the style sheet adds, as the names of columns in the cells of a card, into the page: only there it can be asked
// where it breaks. Returns what takes it out again.
function writeGenerated() {
  const written = [];
  for (const one of document.body.querySelectorAll("*:not(svg, svg *)")) {
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
