// Runs before the first paint, so that a dark page never flashes white.
(function () {
  "use strict";
  var dark = window.matchMedia("(prefers-color-scheme: dark)");
  function kept() {
    try { return localStorage.getItem("theme"); } catch (refused) { return null; }
  }
  function apply() {
    document.documentElement.setAttribute("data-bs-theme", kept() || (dark.matches ? "dark" : "light"));
    document.dispatchEvent(new Event("portcullis:theme"));
  }
  apply();
  dark.addEventListener("change", apply);
  window.portcullisTheme = function () {
    var next = document.documentElement.getAttribute("data-bs-theme") === "dark" ? "light" : "dark";
    try { localStorage.setItem("theme", next); } catch (refused) { /* private window: it lasts for this page */ }
    document.documentElement.setAttribute("data-bs-theme", next);
    document.dispatchEvent(new Event("portcullis:theme"));
  };
})();
