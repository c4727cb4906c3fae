// Whether a file that the reader has is one of this site's: its SHA-256 is worked out here and looked up in SHA256SUMS.
(function () {
  "use strict";
  var box = document.getElementById("periksa-berkas");
  if (!box || !window.crypto || !crypto.subtle || !window.fetch || !Blob.prototype.arrayBuffer) return;
  var said = box.querySelector("output"), code = box.querySelector("code");
  box.hidden = false;

  function tell(both) {
    var hex = Array.prototype.map.call(new Uint8Array(both[0]), function (byte) { return ("0" + byte.toString(16)).slice(-2); }).join("");
    var line = both[1].split("\n").filter(function (item) { return item.indexOf(hex) === 0; })[0];
    said.textContent = line ? "Sama dengan berkas di situs ini:" : "Tidak ada berkas yang sama di situs ini:";
    code.textContent = hex + (line ? " " + line.slice(64).trim() : "");
  }

  box.querySelector("input").addEventListener("change", function (event) {
    var file = event.target.files[0];
    if (!file) return;
    said.textContent = "Sedang dihitung.";
    code.textContent = "";
    Promise.all([
      file.arrayBuffer().then(function (bytes) { return crypto.subtle.digest("SHA-256", bytes); }),
      fetch(box.getAttribute("data-daftar")).then(function (answer) { if (!answer.ok) throw answer; return answer.text(); })
    ]).then(tell, function () { said.textContent = "Tidak bisa diperiksa sekarang. Coba lagi nanti."; });
  });
})();
