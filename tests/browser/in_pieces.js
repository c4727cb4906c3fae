// Writes a page piece by piece into the empty document, as a network brings it, and tells what of it moved meanwhile.
async ([head, pieces]) => {
  const NEAR = 3; // pixels that nobody sees, as browsers count movements
  const MANY = 24; // pieces taken together where all that comes lies below the window: what it moves above is seen all the same
  const seen = new Map(), moved = [], range = document.createRange();
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let below = false;
  let fresh = []; // what a table holds is looked at when it is whole: its columns take their widths from all its rows

  const place = (node) => {
    if (node.nodeType !== Node.TEXT_NODE) return node.getClientRects()[0];
    range.selectNodeContents(node);
    return range.getClientRects()[0];
  };
  // What readers see for itself: words, pictures and fields; boxes around them only as far as they move these. An icon may move
  // within its line.
  const counts = (node) => node.nodeType === Node.TEXT_NODE
    ? node.data.trim() && !node.parentElement.closest("head, script, style, noscript, option, svg")
    : node.matches("img, svg:not([aria-hidden]), input, select, textarea, button") && !node.parentElement.closest("svg");
  const look = (piece) => {
    for (const [node, before] of seen) {
      const now = place(node);
      if (now && Math.max(Math.abs(now.x - before.x), Math.abs(now.y - before.y)) < NEAR) continue;
      seen.delete(node);
      if (now) moved.push([node.data ?? node.outerHTML, before.x, before.y, "→", now.x, now.y, "|", piece].join(" "));
    }
    while (walker.nextNode()) if (counts(walker.currentNode)) fresh.push(walker.currentNode);
    const open = walker.currentNode.parentElement?.closest("table");
    const whole = (node) => !open?.contains(node);
    for (const node of fresh.filter(whole)) {
      const box = place(node);
      if (!box || !box.width) continue;
      below = box.y >= innerHeight;
      if (box.y < innerHeight && box.bottom > 0 && box.x < innerWidth && box.right > 0) seen.set(node, box);
    }
    fresh = fresh.filter((node) => !whole(node));
  };

  document.open();
  document.write(head);
  const styles = [...document.querySelectorAll("link[rel=stylesheet]")];
  await Promise.all(styles.map((one) => one.sheet || new Promise((done) => one.addEventListener("load", done))));
  while (pieces.length) {
    const piece = pieces.splice(0, below ? MANY : 1).join("");
    document.write(piece);
    look(piece);
  }
  document.close();
  if (document.readyState !== "complete") await new Promise((done) => addEventListener("load", done));
  await new Promise(requestAnimationFrame);
  look("at the end");
  return moved.map((one) => one.replace(/\s+/g, " ").slice(0, 200));
}
