// The live page: one stream says what changed, parts are fetched again, the chart is fed bar by bar.
(function () {
  "use strict";
  var live = document.getElementById("live");
  var portcullis = window.portcullis;
  var base = portcullis.base;
  var silentMs = Number(document.body.dataset.silentMs);
  var feed = document.getElementById("feed");
  var link = document.getElementById("link");
  var silent = document.getElementById("silent");
  var instrument = live.dataset.instrument;
  var chart = new window.portcullisChart(document.getElementById("chart"), document.getElementById("legend"));
  var lastSeen = feed.dataset.age === undefined ? null : Date.now() - Number(feed.dataset.age);
  var marketMs = feed.dataset.market === undefined ? null : Number(feed.dataset.market);
  var connected = false;
  var lostAt = null;

  // ---- parts of the page: at most one fetch a second each, never under the pointer or while something is typed in it
  var PAUSE = 1000;
  function held(part) {
    var active = document.activeElement;
    var typing = part.contains(active) && /^(INPUT|TEXTAREA)$/.test(active.tagName);
    return typing || part.querySelector("[data-busy]") || (part.hasAttribute("data-still") && part.matches(":hover"));
  }
  function refresh(part) {
    if (held(part)) {
      part.dataset.pending = "";
      var note = part.querySelector(".held");
      if (note) { note.hidden = false; }
      return;
    }
    var now = Date.now();
    var next = Number(part.dataset.next || 0);
    if (now < next) {
      if (!part.dataset.timer) {
        part.dataset.timer = String(setTimeout(function () { delete part.dataset.timer; refresh(part); }, next - now));
      }
      return;
    }
    delete part.dataset.pending;
    part.dataset.next = String(now + PAUSE);
    window.htmx.trigger(part, "refresh");
  }
  function refreshSection(name) {
    if (name === "markers") { fetchMarkers(); return; }
    var part = live.querySelector("[data-section=" + name + "]");
    if (part) { refresh(part); }
  }
  live.querySelectorAll("[data-section]").forEach(function (part) {
    var check = function () { setTimeout(function () { if ("pending" in part.dataset) { refresh(part); } }, 0); };
    part.addEventListener("pointerleave", check);
    part.addEventListener("focusout", check);
  });
  function keys(part) {
    return Array.from(part.querySelectorAll("[data-key]"), function (row) { return row.dataset.key; });
  }
  live.addEventListener("htmx:beforeSwap", function (event) {
    var part = event.target;
    if (part.hasAttribute("data-section") && held(part)) {
      // the pointer came in while the answer was on its way
      event.detail.shouldSwap = false;
      refresh(part);
      return;
    }
    part.known = keys(part);
    part.begun = Array.from(part.querySelectorAll("[data-decline]:not([hidden])"), function (form) {
      return [form.closest("[data-order]").dataset.order, form.elements.reason.value];
    });
  });
  live.addEventListener("htmx:afterSwap", function (event) {
    // a rejection that somebody has begun to write stays open
    (event.target.begun || []).forEach(function (begun) {
      var card = event.target.querySelector("[data-order=" + CSS.escape(begun[0]) + "]");
      if (card) {
        card.querySelector("[data-ask-decline]").click();
        card.querySelector("[data-decline]").elements.reason.value = begun[1];
      }
    });
    var known = event.target.known || [];
    event.target.querySelectorAll("[data-key]").forEach(function (row) {
      if (known.indexOf(row.dataset.key) < 0) { row.classList.add("fresh"); }
    });
    timeLeft();
  });

  // ---- chart
  var barSpan = live.querySelector("[data-span][aria-pressed=true]");
  live.querySelectorAll("[data-span]").forEach(function (chip) {
    chip.addEventListener("click", function () {
      barSpan = chip;
      live.querySelectorAll("[data-span]").forEach(function (one) { one.setAttribute("aria-pressed", String(one === chip)); });
      nameChart();
      fetchBars();
    });
  });
  function nameChart() {
    document.getElementById("chart").setAttribute("aria-label", instrument + " candles of " + barSpan.dataset.words + " with volume, proposals, orders and fills; the table below holds the minutes");
  }
  function getJson(path) {
    return fetch(base + path, { headers: { Accept: "application/json" }, credentials: "same-origin" })
      .then(function (answer) { if (!answer.ok) { throw new Error("answer " + answer.status); } return answer.json(); });
  }
  function fetchBars() {
    if (!instrument) { return Promise.resolve(); }
    var wanted = barSpan;
    return getJson("api/v1/bars?limit=1500&instrument=" + instrument + "&span=" + wanted.dataset.span).then(function (bars) {
      if (wanted !== barSpan) { return Promise.resolve(); }
      chart.set(bars, Number(wanted.dataset.minutes) * 60000);
      return fetchMarkers();
    }).catch(function () { /* the stream's own state says that the server is away */ });
  }
  // a longer bar grows with every minute: its newest are asked for, one question at a time
  var asking = false;
  function fetchNewest() {
    if (asking || !chart.bars.length) { return; }
    var wanted = barSpan, of = instrument;
    asking = true;
    getJson("api/v1/bars?limit=3&instrument=" + of + "&span=" + wanted.dataset.span).then(function (bars) {
      if (wanted === barSpan && of === instrument) { chart.add(bars); }
    }).catch(function () { /* the stream's own state says it */ }).finally(function () { asking = false; });
  }
  var markersNext = 0, markersTimer = null;
  function fetchMarkers() {
    var now = Date.now();
    if (now < markersNext) {
      if (!markersTimer) { markersTimer = setTimeout(function () { markersTimer = null; fetchMarkers(); }, markersNext - now); }
      return Promise.resolve();
    }
    markersNext = now + PAUSE;
    if (!chart.bars.length) { return Promise.resolve(); }
    return getJson("api/v1/markers?instrument=" + instrument + "&fromMs=" + chart.bars[0][0])
      .then(function (markers) { chart.mark(markers); }).catch(function () { /* as above */ });
  }
  function pick(name) {
    instrument = name;
    live.dataset.instrument = name;
    history.replaceState(null, "", base + "live?instrument=" + name);
    live.querySelectorAll("[data-pick]").forEach(function (chip) { chip.setAttribute("aria-pressed", String(chip.dataset.pick === name)); });
    nameChart();
    fetchBars();
    fetchValues();
  }
  function fetchValues() {
    if (document.getElementById("values").open && instrument) {
      window.htmx.ajax("GET", base + "live/values?instrument=" + instrument, { target: "#values-body", swap: "innerHTML" });
    }
  }
  document.getElementById("values").addEventListener("toggle", fetchValues);
  document.getElementById("png").addEventListener("click", function () {
    var picture = chart.picture();
    if (!picture) { return; }
    var anchor = document.createElement("a");
    anchor.href = picture;
    anchor.download = instrument + ".png";
    anchor.click();
  });

  // ---- answers and instrument choice
  function answer(card, path, word, done) {
    var fault = card.querySelector(".fault");
    var buttons = card.querySelectorAll("button");
    fault.textContent = "";
    card.dataset.busy = "";
    buttons.forEach(function (button) { button.disabled = true; });
    portcullis.post("api/v1/approvals/" + card.dataset.order + "/" + path, word).then(function () {
      portcullis.say(done);
      card.remove();
      var part = live.querySelector("[data-section=approvals]");
      delete part.dataset.next;
      refreshSection("approvals");
      ["glance", "positions", "decisions", "markers"].forEach(refreshSection);
    }).catch(function (refused) {
      fault.textContent = refused.message;
      delete card.dataset.busy;
      buttons.forEach(function (button) { button.disabled = false; });
    });
  }
  live.addEventListener("click", function (event) {
    var chip = event.target.closest("[data-pick]");
    if (chip) { pick(chip.dataset.pick); }
    var card = event.target.closest("[data-order]");
    if (!card) { return; }
    if (event.target.closest("[data-approve]")) { answer(card, "approve", { reason: "" }, "Approved."); }
    var opener = event.target.closest("[data-ask-decline]");
    if (opener) {
      var form = card.querySelector("[data-decline]");
      form.hidden = !form.hidden;
      opener.setAttribute("aria-expanded", String(!form.hidden));
      if (!form.hidden) { form.elements.reason.focus(); }
    }
  });
  function rearm(form) {
    var trip = form.closest("[data-breaker]");
    var button = form.querySelector("[type=submit]");
    form.querySelector(".fault").textContent = "";
    trip.dataset.busy = "";
    button.disabled = true;
    portcullis.post("api/v1/breakers/" + trip.dataset.breaker + "/rearm", { scope: trip.dataset.scope, of: trip.dataset.of, reason: form.elements.reason.value }).then(function () {
      portcullis.say("Armed again.");
      trip.remove();
      refreshSection("breakers");
    }).catch(function (refused) {
      form.querySelector(".fault").textContent = refused.message;
      delete trip.dataset.busy;
      button.disabled = false;
    });
  }
  function acknowledge(form) {
    var button = form.querySelector("[type=submit]");
    form.querySelector(".fault").textContent = "";
    form.dataset.busy = "";
    button.disabled = true;
    portcullis.post("api/v1/alerts/" + form.dataset.alert + "/acknowledge", { reason: form.elements.reason.value }).then(function (alert) {
      // said in its place at once: the part itself is fetched when the pointer has left it
      var told = document.createElement("div");
      told.className = "muted";
      told.textContent = "Acknowledged by " + alert.acknowledged.by + ": " + alert.acknowledged.text;
      form.replaceWith(told);
      portcullis.say("Acknowledged.");
      refreshSection("alerts");
    }).catch(function (refused) {
      form.querySelector(".fault").textContent = refused.message;
      delete form.dataset.busy;
      button.disabled = false;
    });
  }
  live.addEventListener("submit", function (event) {
    var look = event.target.closest("[data-look]");
    if (look) {
      event.preventDefault();
      document.activeElement.blur();
      acknowledge(look);
    }
    var form = event.target.closest("[data-decline]");
    var letGo = event.target.closest("[data-rearm]");
    if (letGo) {
      event.preventDefault();
      document.activeElement.blur();
      rearm(letGo);
    }
    if (form) {
      event.preventDefault();
      document.activeElement.blur();
      answer(form.closest("[data-order]"), "decline", { reason: form.elements.reason.value }, "Rejected.");
    }
  });
  document.addEventListener("portcullis:killed", function () { refreshSection("glance"); });

  // ---- time: age of the feed, time left of a question on the market's clock
  var FOLLOWS = 5 * 60000;
  function marketNow() {
    if (marketMs === null) { return Date.now(); }
    return Math.abs(Date.now() - marketMs) < FOLLOWS ? Date.now() : marketMs;
  }
  function span(ms) {
    var seconds = Math.max(0, Math.round(ms / 1000));
    if (seconds < 60) { return seconds + " s"; }
    var minutes = Math.floor(seconds / 60);
    return minutes < 60 ? minutes + " min " + (seconds % 60) + " s" : Math.floor(minutes / 60) + " h " + (minutes % 60) + " min";
  }
  function timeLeft() {
    live.querySelectorAll("[data-left]").forEach(function (line) {
      var left = Math.max(0, Number(line.dataset.expires) - marketNow());
      line.value = left;
      line.closest(".ask").querySelector("[data-left-text]").textContent = span(left);
    });
  }
  function showFeed() {
    var age = lastSeen === null ? null : Date.now() - lastSeen;
    feed.querySelector("b").textContent = age === null ? "none yet" : (age < 10000 ? (age / 1000).toFixed(1) + " s" : span(age));
    var words = "";
    if (!connected && lostAt !== null) {
      words = "Connection lost for " + span(Date.now() - lostAt) + ". What you see is from then; it reconnects by itself.";
    } else if (age !== null && age > silentMs) {
      words = "Feed silent for " + span(age) + ". Prices below are that old; the desk denies proposals on stale prices.";
    }
    silent.hidden = words === "";
    if (silent.textContent !== words) { silent.textContent = words; }
    link.className = "dot" + (!connected ? " off" : words ? " wait" : "");
    link.title = connected ? "live" : "not connected";
    timeLeft();
  }
  setInterval(showFeed, 500);

  // ---- stream
  function connect() {
    // what changed between reading this page and connecting is told first
    var source = new EventSource(base + "api/v1/stream?seen=" + live.dataset.seen);
    source.onopen = function () {
      var again = lostAt !== null;
      connected = true;
      lostAt = null;
      if (again) {
        portcullis.say("Connected again.");
        fetchBars();
        ["glance", "alerts", "breakers", "positions", "approvals", "decisions"].forEach(refreshSection);
      } else {
        drawn.then(fetchNewest); // bars that closed after the chart was asked for and before the connection stood
      }
      showFeed();
    };
    source.onerror = function () {
      connected = false;
      if (lostAt === null) { lostAt = Date.now(); }
      if (source.readyState === EventSource.CLOSED) {
        // refused, not interrupted: signed out, or too many pages; ask again later
        source.close();
        setTimeout(function () { if (stream === source) { connect(); } }, 3000);
      }
      showFeed();
    };
    source.addEventListener("mode", function (event) {
      var status = JSON.parse(event.data);
      portcullis.showStatus(status);
      if (status.feedAgeMs !== null) { lastSeen = Date.now() - status.feedAgeMs; }
      refreshSection("approvals");
    });
    source.addEventListener("bar", function (event) {
      var told = JSON.parse(event.data);
      lastSeen = Date.now();
      marketMs = Math.max(marketMs || 0, told.bars[told.bars.length - 1][0] + 60000);
      if (!instrument) { location.reload(); return; }
      if (told.instrument === instrument) {
        if (told.missed) { fetchBars(); } else if (barSpan.dataset.minutes === "1") { chart.add(told.bars); } else { fetchNewest(); }
        fetchValues();
      }
      refreshSection("glance");
      refreshSection("positions");
    });
    source.addEventListener("changed", function (event) { JSON.parse(event.data).sections.forEach(refreshSection); });
    stream = source;
  }
  // a browser holds few connections to one server: a page that nobody sees gives its own back
  var stream = null, hiding = null;
  function leave() { if (stream) { stream.close(); stream = null; } }
  window.addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", function () {
    clearTimeout(hiding);
    if (document.hidden) {
      hiding = setTimeout(leave, 10000);
    } else if (!stream) {
      lostAt = Date.now();
      connect();
    }
  });
  var drawn = fetchBars();
  connect();
  showFeed();
})();
