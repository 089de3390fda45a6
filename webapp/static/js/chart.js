// Candles with volume, fills (filled triangles), proposals (hollow), open orders (dashed lines); colours from the tokens.
(function () {
  "use strict";
  var MINUTE = 60000;
  var KEPT = 1500;
  var SHOWN = 120;

  function colour(name) { return getComputedStyle(document.documentElement).getPropertyValue(name).trim(); }
  function two(number) { return (number < 10 ? "0" : "") + number; }
  function time(ms) { var at = new Date(ms); return two(at.getUTCHours()) + ":" + two(at.getUTCMinutes()); }
  function day(ms) { return new Date(ms).toISOString().slice(0, 10); }
  function number(value) {
    var size = Math.abs(Number(value));
    return Number(value).toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: size >= 1000 ? 2 : size >= 1 ? 4 : 8 });
  }

  function Chart(element, legend) {
    this.element = element;
    this.legend = legend;
    this.bars = [];
    this.spanMs = MINUTE;
    this.index = new Map();
    this.markers = { orders: [], fills: [], proposals: [] };
    this.first = 0;
    this.last = 0;
    this.chart = null;
    var self = this;
    new ResizeObserver(function () { if (self.chart) { self.chart.resize(); } }).observe(element);
    document.addEventListener("portcullis:theme", function () { self.draw(true); });
  }

  Chart.prototype.set = function (bars, spanMs) {
    this.spanMs = spanMs;
    this.bars = bars.slice(-KEPT);
    this.last = this.bars.length - 1;
    this.first = Math.max(0, this.last - SHOWN + 1);
    this.reindex();
    this.draw(true);
  };

  Chart.prototype.add = function (bars) {
    var newest = this.bars.length ? this.bars[this.bars.length - 1][0] : -1;
    var fresh = bars.filter(function (bar) { return bar[0] > newest; });
    var grown = bars.filter(function (bar) { return bar[0] === newest; });
    if (grown.length) { this.bars[this.bars.length - 1] = grown[0]; }
    if (!fresh.length) { this.draw(false); return; }
    var follows = this.last >= this.bars.length - 2;
    this.bars = this.bars.concat(fresh);
    var gone = Math.max(0, this.bars.length - KEPT);
    this.bars = this.bars.slice(gone);
    var move = follows ? fresh.length - gone : -gone;
    this.first = Math.max(0, this.first + move);
    this.last = Math.min(this.bars.length - 1, Math.max(this.first + 10, this.last + move));
    this.reindex();
    this.draw(false);
  };

  Chart.prototype.mark = function (markers) {
    this.markers = markers;
    this.draw(false);
  };

  Chart.prototype.reindex = function () {
    this.index = new Map(this.bars.map(function (bar, place) { return [bar[0], place]; }));
  };

  Chart.prototype.place = function (iso) {
    var ms = Date.parse(iso);
    var start = ms - ms % this.spanMs;
    var found = this.index.get(start);
    // a moment on the boundary belongs to the bar that has just closed when the next is not there yet
    return found !== undefined ? found : this.index.get(start - this.spanMs);
  };

  Chart.prototype.triangles = function (list, at, price, buy, style) {
    var self = this;
    return list.map(function (item) {
      var place = self.place(at(item));
      return place === undefined ? null : {
        value: [place, Number(price(item))], symbol: "triangle", symbolSize: 11, symbolRotate: buy(item) ? 0 : 180,
        symbolOffset: [0, buy(item) ? 10 : -10], itemStyle: style(item)
      };
    }).filter(Boolean);
  };

  Chart.prototype.option = function () {
    var up = colour("--up"), down = colour("--down"), accent = colour("--accent"), line = colour("--line");
    var muted = colour("--muted"), surface = colour("--surface"), bars = this.bars;
    var close = bars.length ? Number(bars[bars.length - 1][4]) : 0;
    var open = this.markers.orders.filter(function (order) {
      return Number(order.limitPrice) > 0 && /^(NEW|OPEN|PARTIAL_FILL)$/.test(order.state);
    });
    var axisText = { color: muted, fontSize: 11, fontFamily: "inherit" };
    function isBuy(item) { return item.side === "BUY"; }
    return {
      animation: false,
      grid: [{ left: 8, right: 78, top: 8, bottom: 92 }, { left: 8, right: 78, height: 52, bottom: 24 }],
      axisPointer: { link: [{ xAxisIndex: "all" }], lineStyle: { color: muted }, label: { backgroundColor: muted, color: surface } },
      xAxis: [
        { type: "category", data: bars.map(function (bar) { return bar[0]; }), axisLine: { lineStyle: { color: line } },
          axisTick: { show: false }, axisLabel: { show: false }, axisPointer: { show: true, label: { show: false } } },
        { type: "category", gridIndex: 1, data: bars.map(function (bar) { return bar[0]; }), axisLine: { lineStyle: { color: line } },
          axisTick: { show: false }, axisPointer: { show: true, label: { formatter: function (at) { return time(Number(at.value)); } } },
          axisLabel: Object.assign({ formatter: function (ms) { return time(Number(ms)); } }, axisText) }
      ],
      yAxis: [
        { scale: true, position: "right", axisLabel: Object.assign({ formatter: function (value) { return value.toLocaleString("en-US"); } }, axisText),
          splitLine: { lineStyle: { color: line } }, axisPointer: { show: true, label: { precision: 2 } } },
        { gridIndex: 1, position: "right", axisLabel: { show: false }, axisLine: { show: false }, splitLine: { show: false }, axisPointer: { show: false } }
      ],
      dataZoom: [{ type: "inside", xAxisIndex: [0, 1], startValue: this.first, endValue: this.last, minValueSpan: 10 }],
      series: [
        { id: "candles", type: "candlestick", itemStyle: { color: up, color0: down, borderColor: up, borderColor0: down },
          data: bars.map(function (bar) { return [Number(bar[1]), Number(bar[4]), Number(bar[3]), Number(bar[2])]; }),
          markLine: { symbol: "none", silent: true, animation: false, data: (bars.length ? [{
            yAxis: close, lineStyle: { color: accent, type: "dotted", width: 1 },
            label: { show: true, position: "end", formatter: number(close), backgroundColor: accent, color: surface, padding: [3, 5], borderRadius: 3, fontSize: 11 } }] : [])
            .concat(open.map(function (order) {
              return { yAxis: Number(order.limitPrice), lineStyle: { color: accent, type: "dashed" },
                label: { show: true, position: "insideStartTop", formatter: order.side + " " + order.quantity, color: accent, backgroundColor: surface, padding: [1, 3], fontSize: 11 } };
            })) } },
        { id: "volume", type: "bar", xAxisIndex: 1, yAxisIndex: 1, data: bars.map(function (bar) {
          return { value: Number(bar[5]), itemStyle: { color: Number(bar[4]) >= Number(bar[1]) ? up : down, opacity: .35 } }; }) },
        { id: "proposals", type: "scatter", silent: true, z: 5, data: this.triangles(this.markers.proposals,
          function (it) { return it.decidedAt; }, function (it) { return it.referencePrice; }, isBuy,
          function (it) { return { color: "transparent", borderWidth: 1.5, borderColor: it.outcome === "DENIED" ? muted : accent }; }) },
        { id: "fills", type: "scatter", silent: true, z: 6, data: this.triangles(this.markers.fills,
          function (it) { return it.at; }, function (it) { return it.price; }, isBuy,
          function () { return { color: accent, borderColor: surface, borderWidth: 1 }; }) }
      ]
    };
  };

  Chart.prototype.draw = function (anew) {
    if (!window.echarts || !this.bars.length) { return; }
    if (!this.chart) {
      this.chart = window.echarts.init(this.element, null, { renderer: "canvas" });
      var self = this;
      this.chart.on("datazoom", function () {
        var zoom = self.chart.getOption().dataZoom[0];
        self.first = zoom.startValue;
        self.last = zoom.endValue;
      });
      this.chart.on("updateAxisPointer", function (event) {
        var axis = event.axesInfo && event.axesInfo[0];
        self.tell(axis ? Number(axis.value) : self.bars.length - 1);
      });
      this.element.addEventListener("mouseleave", function () { self.tell(self.bars.length - 1); });
    }
    this.chart.setOption(this.option(), { notMerge: anew, lazyUpdate: true });
    this.tell(this.bars.length - 1);
  };

  Chart.prototype.tell = function (place) {
    var bar = this.bars[place];
    if (!bar) { return; }
    this.legend.textContent = "";
    var legend = this.legend;
    [[day(bar[0]), time(bar[0])], ["open", number(bar[1])], ["high", number(bar[2])], ["low", number(bar[3])],
      ["close", number(bar[4])], ["volume", Number(bar[5]).toLocaleString("en-US", { maximumFractionDigits: 3 })]].forEach(function (pair) {
      var item = document.createElement("span");
      var value = document.createElement("b");
      value.textContent = pair[1];
      item.append(pair[0] + " ", value);
      legend.append(item);
    });
  };

  Chart.prototype.picture = function () {
    return this.chart && this.chart.getDataURL({ type: "png", pixelRatio: 2, backgroundColor: colour("--surface") });
  };

  window.portcullisChart = Chart;
})();
