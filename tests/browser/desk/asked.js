// What axe finds wrong with a screen in the window that it has now, but for what it found good before: `good` has the looks of
// texts, as `colourFaults` takes them, and the shapes of screens. Needs axe and what the sweep asks.
Object.assign(window, { built, coloured, good: { looks: new Set(), shapes: new Set() } });

// The faults of its structure, and what runs over the edge.
async function built() {
  const now = shape(), edge = overflow().what, found = good.shapes.has(now) ? [] : await structureFaults();
  if (!found.length) good.shapes.add(now);
  return [...edge, ...found];
}

// The faults of its colours in the scheme that it has, which is dark or not, and the looks that are found good now.
async function coloured() {
  const found = await colourFaults(good.looks), fresh = found.faults.length ? [] : found.asked;
  for (const look of fresh) good.looks.add(look);
  return { faults: found.faults, fresh, dark: matchMedia("(prefers-color-scheme: dark)").matches };
}

// All that axe's rules of structure can see: the elements, which of them show, and which scroll by themselves.
function shape() {
  const scrolls = (one) => (one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight)
    && /auto|scroll/.test(getComputedStyle(one).overflow);
  const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;
  const seen = [...document.querySelectorAll("*")].map((one) => (!shown(one) ? "-" : scrolls(one) ? "s" : "+"));
  return document.documentElement.outerHTML + seen.join("");
}
