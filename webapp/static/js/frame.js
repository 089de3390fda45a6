// The frame of every page: requests with the forgery token, clock, keys, kill dialog, status of the top bar.
(function () {
  "use strict";
  var body = document.body;
  var base = body.dataset.base || "/";
  var token = document.querySelector("meta[name=csrf]");

  function byId(id) { return document.getElementById(id); }

  function post(path, word) {
    var headers = { "Content-Type": "application/json", "Accept": "application/json" };
    if (token) { headers[token.dataset.header] = token.content; }
    return fetch(base + path, { method: "POST", headers: headers, body: JSON.stringify(word), credentials: "same-origin" })
      .then(function (answer) {
        return answer.text().then(function (text) {
          var told = null;
          try { told = text ? JSON.parse(text) : null; } catch (notJson) { told = null; }
          if (!answer.ok) {
            throw new Error((told && told.detail) || "The server answered " + answer.status + "; nothing was changed.");
          }
          return told;
        });
      });
  }

  function say(text) { byId("say").textContent = text; }

  window.portcullis = { base: base, post: post, say: say, showStatus: showStatus };

  document.addEventListener("htmx:configRequest", function (event) {
    if (token) { event.detail.headers[token.dataset.header] = token.content; }
  });
  // a part that comes back as the sign-in page means that the session has ended
  document.addEventListener("htmx:beforeSwap", function (event) {
    if (event.detail.xhr.responseURL.indexOf("/login") >= 0) {
      event.detail.shouldSwap = false;
      location.reload();
    }
  });

  // clock
  function two(number) { return (number < 10 ? "0" : "") + number; }
  var zone = (Intl.DateTimeFormat().resolvedOptions().timeZone || "local").split("/").pop().replace(/_/g, " ");
  function tick() {
    var now = new Date();
    var utc = two(now.getUTCHours()) + ":" + two(now.getUTCMinutes()) + ":" + two(now.getUTCSeconds()) + " UTC";
    var offset = now.getTimezoneOffset() === 0;
    byId("clock").textContent = offset ? utc : utc + " · " + two(now.getHours()) + ":" + two(now.getMinutes()) + " " + zone;
  }
  tick();
  setInterval(tick, 1000);

  // theme
  byId("theme").addEventListener("click", window.portcullisTheme);

  // dialogs
  var kill = byId("kill-dialog");
  function openKill() {
    if (!kill || kill.open) { return; }
    var on = kill.dataset.on === "true";
    byId("kill-form").hidden = on;
    byId("rearm-form").hidden = !on;
    kill.setAttribute("aria-labelledby", "kill-title");
    kill.showModal();
    var first = kill.querySelector("form:not([hidden]) input");
    if (first) { first.focus(); }
  }
  if (kill) {
    byId("open-kill").addEventListener("click", openKill);
    [["kill-form", "api/v1/kill"], ["rearm-form", "api/v1/kill/rearm"]].forEach(function (pair) {
      byId(pair[0]).addEventListener("submit", function (event) {
        event.preventDefault();
        var form = event.target;
        var fault = form.querySelector(".fault");
        var button = form.querySelector("[type=submit]");
        button.disabled = true;
        post(pair[1], { reason: form.elements.reason.value }).then(function (state) {
          form.reset();
          fault.textContent = "";
          kill.close();
          showKill(state);
          say(state.on ? "Trading is halted." : "Trading goes on.");
        }).catch(function (refused) { fault.textContent = refused.message; })
          .finally(function () { button.disabled = false; });
      });
    });
  }
  document.addEventListener("click", function (event) {
    var closer = event.target.closest("[data-close]");
    if (closer) { closer.closest("dialog").close(); }
    var copy = event.target.closest("[data-copy]");
    if (copy && navigator.clipboard) {
      navigator.clipboard.writeText(copy.dataset.copy).then(function () {
        copy.classList.add("done");
        setTimeout(function () { copy.classList.remove("done"); }, 1500);
      });
    }
  });

  // keys
  var leader = false;
  document.addEventListener("keydown", function (event) {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) { return; }
    var key = event.key.toLowerCase();
    if (leader) {
      leader = false;
      if (key === "l") { location.href = base + "live"; }
      if (key === "a") { location.href = base + "audit"; }
      if (key === "s") { location.href = base + "settings"; }
      return;
    }
    if (key === "k") { event.preventDefault(); openKill(); }
    if (key === "?") { event.preventDefault(); byId("help-dialog").showModal(); }
    if (key === "t") { window.portcullisTheme(); }
    if (key === "g") { leader = true; setTimeout(function () { leader = false; }, 1000); }
  });

  // pages without a stream ask now and then, while they are seen
  if (!byId("live")) {
    var showAge = function (age) {
      byId("feed").querySelector("b").textContent = age === null || isNaN(age) ? "none yet" : (age / 1000).toFixed(1) + " s";
      byId("link").className = "dot" + (age > Number(body.dataset.silentMs) ? " wait" : "");
    };
    showAge(byId("feed").dataset.age === undefined ? null : Number(byId("feed").dataset.age));
    setInterval(function () {
      if (document.hidden) { return; }
      fetch(base + "api/v1/status", { headers: { Accept: "application/json" }, credentials: "same-origin" })
        .then(function (answer) { if (!answer.ok) { throw new Error(answer.status); } return answer.json(); })
        .then(function (now) { showStatus(now.status); showAge(now.status.feedAgeMs); })
        .catch(function () { byId("link").className = "dot off"; });
    }, 10000);
  }

  // status of the top bar
  function showKill(state) {
    var trading = byId("trading");
    trading.classList.toggle("halted", state.on);
    trading.querySelector(".dot").classList.toggle("off", state.on);
    trading.querySelector("b").textContent = state.on ? "HALTED" : "ACTIVE";
    byId("halted").hidden = !state.on;
    byId("halted-why").textContent = (state.by || "The kill file") + ": " + (state.reason || "no reason given");
    if (kill) {
      kill.dataset.on = String(state.on);
      byId("open-kill").textContent = state.on ? "Halted" : "Kill";
    }
    document.dispatchEvent(new Event("portcullis:killed"));
  }

  function showStatus(status) {
    var mode = byId("mode");
    mode.className = "badge " + status.mode.toLowerCase();
    mode.textContent = status.mode.replace("_", " ");
    showKill(status.kill);
    byId("rules").textContent = status.rulesVersion.slice(0, 8);
    byId("rules").title = "rules " + status.rulesVersion + ", policy " + status.policyHash + " (" + status.policyProfile + ")";
    var refused = byId("refused");
    refused.hidden = status.refused.length === 0;
    var list = refused.querySelector("ul");
    list.textContent = "";
    status.refused.forEach(function (line) {
      var item = document.createElement("li");
      item.textContent = line;
      list.appendChild(item);
    });
    var waiting = byId("waiting");
    if (status.waiting > Number(waiting.textContent) || (waiting.hidden && status.waiting > 0)) {
      say(status.waiting === 1 ? "An order waits for a person." : status.waiting + " orders wait for a person.");
    }
    waiting.textContent = status.waiting;
    waiting.hidden = status.waiting === 0;
  }
})();
