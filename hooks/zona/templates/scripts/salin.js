// Buttons that copy a text standing on the page. Without this the text can be selected and copied by hand.
(function () {
  "use strict";
  if (!navigator.clipboard) return;
  var kabar = document.getElementById("salin-kabar");
  Array.prototype.forEach.call(document.querySelectorAll("[data-salin]"), function (button) {
    var name = button.textContent;
    button.hidden = false;
    button.addEventListener("click", function () {
      var text = document.getElementById(button.getAttribute("data-salin")).textContent.trim();
      navigator.clipboard.writeText(text).then(function () {
        button.textContent = "Tersalin";
        kabar.textContent = "Tersalin: " + name.replace("Salin ", "");
      }, function () {
        kabar.textContent = "Tidak bisa menyalin. Pilih teksnya, lalu salin sendiri.";
      });
      setTimeout(function () { button.textContent = name; }, 2500);
    });
  });
})();
