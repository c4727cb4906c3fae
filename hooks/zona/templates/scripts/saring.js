// Filter of the plan page: words, group, month, state. The page is whole without it; this only hides what doesn't fit.
(function () {
  "use strict";
  var form = document.getElementById("saring");
  if (!form) return;
  var hasil = document.getElementById("saring-hasil");
  var kosong = document.getElementById("saring-kosong");
  var kelompok = Array.prototype.slice.call(document.querySelectorAll("tbody[data-kelompok]"));
  var rows = Array.prototype.slice.call(document.querySelectorAll("tr[data-kode]"));
  var words = rows.map(function (row) { return row.textContent.toLowerCase(); });
  var names = ["kata", "kelompok", "bulan", "keadaan"];

  function read() {
    return { kata: form.kata.value.trim().toLowerCase(), kelompok: form.kelompok.value, bulan: form.bulan.value, keadaan: form.keadaan.value };
  }

  function fits(row, index, want) {
    var inGroup = !want.kelompok || row.parentNode.getAttribute("data-kelompok") === want.kelompok;
    var inMonth = !want.bulan || row.getAttribute("data-bulan").split(" ").indexOf(want.bulan) >= 0;
    var inState = !want.keadaan || row.getAttribute("data-keadaan") === want.keadaan;
    return inGroup && inMonth && inState && want.kata.split(/\s+/).every(function (word) { return words[index].indexOf(word) >= 0; });
  }

  function show() {
    var want = read(), count = 0;
    rows.forEach(function (row, index) {
      row.hidden = !fits(row, index, want);
      if (!row.hidden) count += 1;
    });
    kelompok.forEach(function (body) { body.hidden = !body.querySelector("tr[data-kode]:not([hidden])"); });
    kosong.hidden = count > 0;
    hasil.textContent = count === rows.length ? "Semua " + count + " aksi" : count + " dari " + rows.length + " aksi";
    var query = names.filter(function (name) { return want[name]; })
      .map(function (name) { return name + "=" + encodeURIComponent(want[name]); }).join("&");
    history.replaceState(null, "", location.pathname + (query ? "?" + query : "") + location.hash);
  }

  new URLSearchParams(location.search).forEach(function (value, name) {
    if (names.indexOf(name) >= 0) form.elements[name].value = value;
  });
  form.addEventListener("input", show);
  form.addEventListener("change", show);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { setTimeout(show, 0); });
  show();
})();
