/* What every page needs beyond HTML and CSS: search, and the colour scheme. */
(function () {
  "use strict";
  var root = document.documentElement;

  // Search: without this script the link leads to the list of all pages.
  var opener = document.getElementById("zi-cari");
  var finder = new URL(opener.getAttribute("data-cari"), document.baseURI).href;
  function search(event) {
    event.preventDefault();
    import(finder)
      .then(function (module) { return module.open(new URL("../", finder).href, opener); })
      .catch(function () { location.href = opener.href; });
  }
  opener.addEventListener("click", search);
  document.addEventListener("keydown", function (event) {
    var typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) || event.target.isContentEditable;
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) search(event);
  });

  // Colour scheme: the device's, light, dark, and around again. The one thing that is stored.
  var names = { "": "ikuti perangkat", terang: "terang", gelap: "gelap" };
  var order = ["", "terang", "gelap"];
  var button = document.getElementById("zi-skema");
  function label() {
    var now = root.getAttribute("data-skema") || "";
    button.lastElementChild.textContent = "Tema warna: " + names[now];
    return now;
  }
  button.addEventListener("click", function () {
    var next = order[(order.indexOf(label()) + 1) % order.length];
    if (next) root.setAttribute("data-skema", next); else root.removeAttribute("data-skema");
    try { if (next) localStorage.setItem("zi-skema", next); else localStorage.removeItem("zi-skema"); } catch (e) { /* not kept */ }
    label();
  });
  label();
})();
