// The last day to report a gift: looked up by the day it was received. The days were counted when the page was made.
(function () {
  "use strict";
  var form = document.getElementById("batas-lapor"), hasil = document.getElementById("batas-hasil");
  var hari = form.getAttribute("data-hari").split(","), DAY = 864e5;
  function words(time) {
    return new Date(time).toLocaleDateString("id-ID", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  }
  function show() {
    var got = form.elements[0].valueAsNumber, place = (got - Date.parse(form.getAttribute("data-awal"))) / DAY;
    if (isNaN(got)) return;
    var last = got + hari[place] * DAY, day = document.createElement("b");
    if (isNaN(last)) { hasil.textContent = "Tanggal itu di luar yang bisa kami hitung."; return; }
    day.textContent = words(last);
    hasil.textContent = "Diterima " + words(got) + ": lapor paling lambat ";
    hasil.append(day, last + DAY < Date.now() ? ". Sudah lewat; tetap laporkan segera." : ".");
  }
  form.addEventListener("input", show);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
})();
