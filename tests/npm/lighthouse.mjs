// Lighthouse on the addresses given, one after another in one Chromium: node lighthouse.mjs CHROMIUM ADDRESS…
// Prints one JSON line for each: scores of 100, LCP in seconds and TBT in milliseconds where WAKTU=1 asks for times, and what
// cost points.
import { launch } from "chrome-launcher";
import IntlMessageFormat from "intl-messageformat";
import lighthouse, { defaultConfig } from "lighthouse";
import { pageFunctions } from "lighthouse/core/lib/page-functions.js";

// Before each page Lighthouse measures for a second how fast this machine is, and says so where nobody reads it.
pageFunctions.computeBenchmarkIndex = () => 1;
// It reads its own words and looks for their language anew each time that it needs one of them.
const Words = IntlMessageFormat.IntlMessageFormat;
for (const name of ["resolveLocale", "__parse"]) Words[name] = remembered(Words[name]);
const timed = process.env.WAKTU === "1";
const onlyCategories = ["accessibility", "best-practices", "seo", ...(timed ? ["performance"] : [])];
const [chromePath, ...addresses] = process.argv.slice(2);
const chrome = await launch({
  chromePath,
  // One process for all pages: with more, the recording of every third page waits five seconds for one that has ended.
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--renderer-process-limit=1"],
});
// What counts for no score is not asked: that saves a third of the time.
const categories = onlyCategories.map((name) => [name, defaultConfig.categories[name]])
  .map(([name, category]) => [name, { ...category, auditRefs: category.auditRefs.filter((one) => one.weight > 0) }]);
const counted = new Set(categories.flatMap(([, category]) => category.auditRefs).map((one) => one.id));
const audits = defaultConfig.audits.filter((path) => counted.has(path.split("/").at(-1)));
const config = { ...defaultConfig, categories: Object.fromEntries(categories), audits };
try {
  for (const address of addresses) {
    // The default is a phone on a slow 4G line, simulated: what was observed is computed again for that line and processor.
    // Our pages are done when they are loaded: the waiting for late scripts is cut short.
    const quiet = { pauseAfterFcpMs: 250, pauseAfterLoadMs: 250, networkQuietThresholdMs: 250, cpuQuietThresholdMs: 250 };
    const { lhr } = await lighthouse(address, { port: chrome.port, logLevel: "error", disableFullPageScreenshot: true, ...quiet }, config);
    const judged = Object.values(lhr.categories);
    const lost = judged.flatMap((category) => category.auditRefs
      .filter((one) => lhr.audits[one.id].score !== null && lhr.audits[one.id].score < 0.995)
      .map((one) => `${one.id}: ${lhr.audits[one.id].displayValue ?? lhr.audits[one.id].title}`));
    console.log(JSON.stringify({
      address,
      scores: Object.fromEntries(judged.map((one) => [one.id, Math.round(one.score * 100)])),
      lcp: (lhr.audits["largest-contentful-paint"]?.numericValue ?? 0) / 1000,
      tbt: lhr.audits["total-blocking-time"]?.numericValue ?? 0,
      lost: [...new Set(lost)],
      problem: lhr.runtimeError?.message ?? lhr.audits["largest-contentful-paint"]?.errorMessage ?? "",
    }));
  }
} finally {
  await chrome.kill();
}

function remembered(answer) {
  const known = new Map();
  return (question, ...rest) => {
    const key = String(question);
    if (!known.has(key)) known.set(key, answer(question, ...rest));
    return known.get(key);
  };
}
