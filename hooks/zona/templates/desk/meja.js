// The desk's one script. Everything works without it: it keeps the draft while somebody types, sends files when they are
// dropped, and brings the page's summary of faults into view.
(function () {
  "use strict";
  var fokus = document.querySelector("[data-fokus]");
  if (fokus) fokus.focus();
  var form = document.querySelector("form[data-catat]");
  if (!form) return;
  var wait = 0, running = false, again = false, stop = null;

  function take(page) {
    var fresh = new DOMParser().parseFromString(page, "text/html");
    document.querySelectorAll("[data-langsung]").forEach(function (part) {
      var other = fresh.querySelector('[data-langsung="' + part.dataset.langsung + '"]');
      if (other && other.innerHTML !== part.innerHTML) part.replaceChildren.apply(part, Array.from(other.childNodes));
    });
    var kunci = fresh.querySelector('input[name="kunci"]');
    if (kunci) form.elements.kunci.value = kunci.value;
    document.querySelectorAll('button[value="simpan"]').forEach(function (button) {
      var other = fresh.querySelector('button[value="simpan"]');
      if (other) button.textContent = other.textContent;
    });
  }

  function send() {
    if (running) { again = true; return; }
    running = true;
    var data = new FormData(form);
    data.delete("berkas");
    data.delete("tautan");
    stop = new AbortController();
    fetch(form.dataset.catat || "/catat/langsung", { method: "POST", body: data, signal: stop.signal })
      .then(function (answer) { return answer.ok ? answer.text() : Promise.reject(); })
      .then(take)
      .catch(function () { /* the next post says it */ })
      .then(function () { running = false; if (again) { again = false; send(); } });
  }

  form.addEventListener("submit", function () { // what is sent now is newer than what is still on its way
    clearTimeout(wait);
    again = false;
    if (stop) stop.abort();
  });
  form.addEventListener("input", function (event) {
    if (event.target.type === "file") return;
    clearTimeout(wait);
    wait = setTimeout(send, 500);
  });
  if (form.elements.berkas) form.elements.berkas.addEventListener("change", function () {
    if (this.files.length) this.closest(".jth").querySelector("button").click();
  });
})();
