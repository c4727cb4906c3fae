/* The search: loaded, with its index, when someone opens it. A question that the site knows the answer to is answered above the
   hits. Their ranking is Pagefind's; kinds stand together. */

// The kinds, as their headings. The kind with the best page comes first; of pages that fit equally, in this order.
const KINDS = { kanal: "Saluran pengaduan", aksi: "Aksi", dokumen: "Dokumen", halaman: "Halaman", rujukan: "Kamus dan unduhan" };
const LAST = "rujukan"; // holds every word of the others, so it comes after what fits as well, and is folded
const FILTERS = { kelompok: "Kelompok", keadaan: "Status" };
const FIRST = 5; // results of a kind that are shown at once
// Words that say nothing about a page. A search of nothing else takes them as they are.
const COMMON = new Set(("yang di ke dari untuk dan atau dengan pada dalam oleh apa apakah itu ini bagaimana gimana cara kapan " +
  "mana siapa berapa arti maksud kenapa mengapa saya kami kita anda adalah ada mau ingin bisa dapat boleh harus tentang soal agar supaya " +
  "para tiap setiap kalau jika bila lihat").split(" "));
// Words beside a page (metadata: its kind; other forms and synonyms of the words in its title, and on it) count less than
// its own.
const RANKING = { metaWeights: { title: 4, kata_judul: 2, kata: 0.6, jenis: 0.2 }, termSimilarity: 4 };

let engine;

/* The index of the site at `base`, an address that ends in "/". */
async function start(base) {
  const pagefind = await import(base + "pagefind/pagefind.js");
  // Its worker would be 12 KB more for work of a few milliseconds.
  const made = pagefind.createInstance({ basePath: base + "pagefind/", noWorker: true, excerptLength: 24, ranking: RANKING });
  return { search: made.search, filters: await made.filters() };
}

/* The words of a query, and those of them that say something. */
function meant(text) {
  const all = text.toLowerCase().trim().split(/[\s?!]+/).filter(Boolean);
  const telling = all.filter((word) => !COMMON.has(word));
  return { all, words: telling.length ? telling : all };
}

/* The results for each of these texts; null is every page. Such a search alone reads the whole index. */
const search = (texts, filters) =>
  Promise.all(texts.map(async (text) => (await engine.search(text, { filters })).results));

/* Results of several searches as one: those that more of them found first, then each search's best, whatever its scale. */
function joined(lists) {
  const found = new Map();
  for (const list of lists) {
    for (const item of list) {
      const known = found.get(item.id) || { id: item.id, data: item.data, score: 0, count: 0 };
      const score = lists.length > 1 ? item.score / (list[0].score || 1) : item.score;
      found.set(item.id, { ...known, score: known.score + score, count: known.count + 1 });
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count || b.score - a.score);
}

/* What the search finds: groups [{ kind, title, results, first }] in the order in which they are shown, of each the first so many
   at once; and the number of results.
   Pages hold every word; where there are none, some of them; `some` says so, also where a word stands on no page of the
   site, which Pagefind passes over. `filters` are chosen values by name; "" chooses nothing. */
export async function find(base, text, filters = {}) {
  engine = await (engine || (engine = start(base)));
  const chosen = Object.fromEntries(Object.entries(filters).filter(([, value]) => value));
  const { all, words } = meant(text);
  if (!words.length && !Object.keys(chosen).length) return { groups: [], count: 0, some: false };
  let asked = [words.join(" ") || null];
  // Pages that hold the small words as well come first: one may be called "Ke mana saya melapor?".
  let results = joined(await search(all.length > words.length ? [...asked, all.join(" ")] : asked, chosen));
  const single = words.length > 1 ? await search(words, chosen) : [];
  const some = single.some((list) => !list.length) || (single.length > 0 && !results.length);
  if (single.length && !results.length) { asked = words; results = joined(single); }
  // A result tells its kind only in its own file: ask for each kind instead, which loads nothing more.
  const groups = await Promise.all(Object.entries(KINDS).map(async ([kind, title]) => {
    const own = new Set((await search(asked, { ...chosen, jenis: kind })).flat().map((item) => item.id));
    return { kind, title, results: results.filter((item) => own.has(item.id)) };
  }));
  // A stable sort: the order of KINDS where they are equal.
  const found = groups.filter((group) => group.results.length).sort((a, b) => best(b) - best(a));
  const sized = found.map((group, index) => ({ ...group, first: index && group.kind === LAST ? 0 : FIRST }));
  return { groups: sized, count: results.length, some };
}

/* How well the first page of a group fits, coarsely. */
function best({ kind, results: [{ count, score }] }) {
  return count * 1000 + (kind === LAST ? 0 : Math.round(score * 10));
}

/* A word without its usual beginnings and endings: melaporkan, laporan, pelaporan → lapor. */
const root = (word) => word.replace(/^(.{3,}?)(nya|kah|lah)$/, "$1").replace(/^(.{3,}?)(kan|an|i)$/, "$1")
  .replace(/^(meng|mem|men|me|peng|pem|pen|pe|di)(?=...)/, "");

/* Whether two words differ by one letter: another, one more, one less, or two that changed places. */
function alike(a, b) {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const [rest, other] = [a.slice(at), b.slice(at)];
  return rest.slice(1) === other.slice(1) || rest === other.slice(1) || rest.slice(1) === other ||
    (rest[0] === other[1] && rest[1] === other[0] && rest.slice(2) === other.slice(2));
}

/* The words of a text as questions are compared: usual spelling, no small words, roots. */
function plain(text, { ejaan, abaikan }) {
  let spelt = " " + text.toLowerCase().replace(/[^a-z0-9]+/g, " ").trim() + " ";
  for (const [from, to] of ejaan) spelt = spelt.replaceAll(" " + from + " ", " " + to + " ");
  const words = spelt.trim().split(" ").filter(Boolean);
  return [...new Set(words.filter((word) => !abaikan.has(word)).map(root))];
}

let known;

/* What the site answers, from the file at `url`, with each answer's questions as sets of words. */
async function read(url) {
  const given = await (await fetch(url)).json();
  const longgar = given.longgar.map(root);
  const abaikan = new Set([...given.abaikan, ...[...COMMON].filter((word) => !given.longgar.includes(word))]);
  const ejaan = given.ejaan.map(([from, to]) => [from.replace(/[^a-z0-9]+/g, " "), to]);
  const rules = { ejaan, abaikan };
  const jawaban = given.jawaban.map((item) => {
    const asked = item.tanya.map((text) => plain(text, rules)).filter((words) => words.length);
    return { ...item, asked, words: new Set(asked.flat()) };
  });
  return { ...given, rules, longgar: new Set(longgar), jawaban };
}

/* The answer that fits a text, or none: all words of one of its questions are there, and no word that it does not know. The
   question with the most words goes first. A word that no answer has may be one that was mistyped. */
export async function answer(url, text) {
  const { jawaban, longgar, rules } = await (known = known || read(url));
  const all = new Set(jawaban.flatMap((item) => [...item.words]));
  const words = plain(text, rules).map((word) => (all.has(word) || longgar.has(word) || word.length < 5 ? word :
    [...all].find((other) => other.length > 3 && alike(word, other)) || word));
  let found, most = 0;
  for (const item of jawaban) {
    if (!words.every((word) => item.words.has(word) || longgar.has(word))) continue;
    for (const asked of item.asked) {
      if (asked.length > most && asked.every((word) => words.includes(word))) { found = item; most = asked.length; }
    }
  }
  return found;
}

/* An element with attributes and children; nothing is ever read as HTML. */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/* Pagefind's excerpt, whose only markup is <mark>, as nodes; without the part of the page's title that it may begin with,
   because the title stands above it. */
function excerpt(html, title) {
  const parsed = new DOMParser().parseFromString(html, "text/html").body;
  const ends = title.split(" ").map((_, index, words) => words.slice(index).join(" ") + ".");
  let left = (ends.find((end) => parsed.textContent.startsWith(end)) || "").length;
  const nodes = [...parsed.childNodes].map((node) => {
    const text = node.textContent.slice(left);
    left = Math.max(0, left - node.textContent.length);
    return node.nodeName === "MARK" && text ? make("mark", { class: "zi-sorot" }, text) : text;
  });
  return [...nodes, "…"];
}

/* The place in a page that fits best: its beginning, unless a part below a heading holds more of what was asked for. */
function place({ url, excerpt: html, sub_results: parts = [] }) {
  const weight = (part) => part.weighted_locations.reduce((sum, { balanced_score: score }) => sum + score, 0);
  const [first, ...others] = [...parts].sort((a, b) => weight(b) - weight(a));
  const own = first && first.url.includes("#") && weight(first) > 0 && !others.some((other) => weight(other) === weight(first));
  return own ? { url: first.url, heading: first.title, html: first.excerpt } : { url, heading: "", html };
}

async function entry(item) {
  const data = await item.data();
  const title = data.meta.title || data.url;
  const { url, heading, html } = place(data);
  const about = [...(heading && heading !== title ? [heading] : []), ...(data.filters.keadaan || [])];
  return make("li", {}, make("a", { href: url, class: "zi-temuan__judul" }, title), ...about.map((text) => make("small", {}, text)),
    make("p", {}, ...excerpt(html, heading || title)));
}

/* An answer: its sentence, where it stands, and a number to call. */
function answered({ kalimat, ke, judul, hubungi }, mark, base) {
  const links = [make("a", { href: base + ke, class: "zi-temuan__judul" }, "Buka: " + judul)];
  if (hubungi) links.unshift(make("a", { href: hubungi[1], class: "zi-btn" }, hubungi[0]));
  return make("section", { "aria-labelledby": "zi-temuan-jawaban", class: "zi-dialog__jawab" },
    make("h2", { id: "zi-temuan-jawaban" }, mark ? "Jawaban · " + mark : "Jawaban"), make("p", {}, kalimat), ...links);
}

async function section({ kind, title, results, first }) {
  const list = make("ol", {});
  const box = make("section", { "aria-labelledby": "zi-temuan-" + kind, "data-jenis": kind },
    make("h2", { id: "zi-temuan-" + kind }, title, " ", make("small", {}, String(results.length))), list);
  list.append(...(await Promise.all(results.slice(0, first).map(entry))));
  const rest = results.slice(first);
  if (rest.length) {
    const more = make("button", { type: "button", class: "zi-temuan__lagi" }, "Tampilkan " + rest.length + " " + title.toLowerCase() + (first ? " lagi" : ""));
    more.addEventListener("click", async () => {
      const items = await Promise.all(rest.map(entry));
      list.append(...items);
      more.remove();
      items[0].firstChild.focus();
    });
    box.append(more);
  }
  return box;
}

function told({ groups, count, some }, reply) {
  if (!count) return reply ? "Ada jawaban. Tidak ada halaman lain." : "Tidak ada yang cocok. Coba kata lain, atau kurangi saringannya.";
  const parts = groups.map((group) => group.results.length + " " + group.title.toLowerCase()).join(", ");
  return some ? "Tidak ada halaman yang memuat semua kata itu. Yang memuat sebagian: " + parts + "." : count + " hasil: " + parts + ".";
}

const HINT = "Ketik pertanyaan, kata, atau kode aksi.";
let dialog;

function build(base, map, answers) {
  const field = make("input", { id: "zi-cari-kata", type: "text", inputmode: "search", enterkeyhint: "search", autocomplete: "off",
    autocapitalize: "off", spellcheck: "false", placeholder: "Tanya atau cari" });
  const close = make("button", { type: "button", class: "zi-dialog__tutup" }, "Tutup");
  const status = make("p", { class: "zi-dialog__kabar", role: "status" }, HINT);
  const reply = make("div", {});
  const found = make("div", { class: "zi-temuan" });
  const chosen = make("div", { class: "zi-dialog__saring" });
  const selects = {};
  const all = make("p", { class: "zi-dialog__semua" }, make("a", { href: map }, "Daftar semua halaman"));
  const box = make("dialog", { class: "zi-dialog", "aria-label": "Cari di situs ini" },
    make("div", { class: "zi-dialog__kepala" }, make("label", { for: field.id, class: "zi-sr" }, "Kata yang dicari"), field, close),
    chosen, status, reply, found, all);

  /* Questions to tap, and where to report; for who finds nothing, or does not know what to ask. */
  async function examples(nothing) {
    const { contoh, lapor } = await (known = known || read(answers));
    const items = contoh.map((text) => {
      const button = make("button", { type: "button" }, text);
      button.addEventListener("click", () => { field.value = text; field.focus(); show(); });
      return button;
    });
    const report = nothing && lapor ? [make("a", { href: base + lapor, class: "zi-btn" }, "Ke mana saya melapor?")] : [];
    return [make("div", { class: "zi-dialog__contoh" }, ...report, ...items)];
  }

  // The filters come with the index, which says what values there are.
  async function offer() {
    if (!field.value) found.replaceChildren(...(await examples(false).catch(() => [])));
    const { filters } = await (engine = engine || start(base));
    for (const [name, label] of Object.entries(FILTERS)) {
      if (selects[name] || !filters[name]) continue;
      selects[name] = make("select", { id: "zi-cari-" + name }, make("option", { value: "" }, "Semua"),
        ...Object.keys(filters[name]).map((value) => make("option", { value }, value)));
      selects[name].addEventListener("change", show);
      chosen.append(make("p", {}, make("label", { for: "zi-cari-" + name }, label), selects[name]));
    }
  }

  let turn = 0;
  async function show() {
    const mine = ++turn;
    const values = Object.fromEntries(Object.entries(selects).map(([name, select]) => [name, select.value]));
    const result = await find(base, field.value, values);
    const fits = await answer(answers, field.value).catch(() => undefined); // hits are there without answers as well
    const asked = field.value.trim() || Object.values(values).some(Boolean);
    const sections = result.count || fits ? result.groups.map(section) : [examples(asked).catch(() => [])];
    const shown = (await Promise.all(sections)).flat();
    const mark = fits && (await known).tanda;
    if (mine !== turn) return; // something newer was typed meanwhile
    reply.replaceChildren(...(fits ? [answered(fits, mark, base)] : []));
    found.replaceChildren(...shown);
    status.textContent = asked ? told(result, fits) : HINT;
    box.setAttribute("data-dicari", field.value);
  }

  let waiting;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => show().catch(() => { location.href = map; }), 160);
  });
  box.addEventListener("keydown", (event) => {
    const links = [...box.querySelectorAll(".zi-dialog__jawab a, .zi-temuan a, .zi-temuan button")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "Enter" && event.target === field && links.length) { event.preventDefault(); links[0].click(); }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.target.nodeName === "SELECT") return;
    event.preventDefault();
    (links[at + step] || (step < 0 ? field : links[at] || field)).focus();
  });
  close.addEventListener("click", () => box.close());
  box.addEventListener("click", (event) => { if (event.target === box) box.close(); }); // beside it
  document.body.append(box);
  return { box, field, offer };
}

/* Open the search of the site at `base`; `opener` is the link that leads to the list of all pages without scripts. */
export async function open(base, opener) {
  dialog = dialog || build(base, opener.href, new URL(opener.getAttribute("data-jawaban"), document.baseURI).href);
  if (dialog.box.open) return;
  const before = document.activeElement;
  dialog.box.addEventListener("close", () => (before && before !== document.body ? before : opener).focus(), { once: true });
  dialog.box.showModal();
  dialog.field.focus();
  dialog.field.select();
  try {
    await dialog.offer();
  } catch (error) {
    engine = undefined;
    dialog.box.close();
    throw error; // who asked goes to the list of all pages
  }
}
