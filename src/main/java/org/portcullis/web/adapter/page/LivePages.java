package org.portcullis.web.adapter.page;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.web.LiveBars;
import org.portcullis.web.Section;
import org.portcullis.web.adapter.store.AlertReads;
import org.portcullis.web.adapter.store.BreakerReads;
import org.portcullis.web.adapter.store.LiveReads;
import org.portcullis.web.adapter.store.PortfolioReads;
import org.portcullis.web.adapter.stream.LiveStream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The live page, and each of its parts alone for when it has changed. */
@Controller
class LivePages {

    private static final int DECISIONS = 12;
    private static final int ROWS = 20;

    private final LiveReads live;
    private final LiveBars bars;
    private final PortfolioReads portfolio;
    private final BreakerReads breakers;
    private final AlertReads alerts;
    private final LiveStream stream;

    LivePages(LiveReads live, LiveBars bars, PortfolioReads portfolio, BreakerReads breakers,
            AlertReads alerts, LiveStream stream) {
        this.live = live;
        this.bars = bars;
        this.portfolio = portfolio;
        this.breakers = breakers;
        this.alerts = alerts;
        this.stream = stream;
    }

    @GetMapping("/live")
    String page(@RequestParam(required = false) @Nullable String instrument, Model model) {
        List<String> instruments = bars.lastPrices().keySet().stream().map(InstrumentId::value).toList();
        String chosen = instrument != null && instruments.contains(instrument) ? instrument
                : instruments.isEmpty() ? "" : instruments.get(0);
        model.addAttribute("instruments", instruments);
        model.addAttribute("chosen", chosen);
        model.addAttribute("seen", stream.changes());
        for (Section section : Section.values()) {
            fill(section, model);
        }
        values(chosen, model);
        return "live";
    }

    @GetMapping("/live/{part}")
    String part(@PathVariable String part, @RequestParam(defaultValue = "") String instrument, Model model) {
        if (part.equals("values")) {
            values(instrument, model);
            return "parts/values :: values";
        }
        Section section = section(part);
        fill(section, model);
        return "parts/" + section.key() + " :: " + section.key();
    }

    private void fill(Section section, Model model) {
        switch (section) {
            case GLANCE -> model.addAttribute("glance", live.glance());
            case ALERTS -> model.addAttribute("alerts", alerts.strip());
            case BREAKERS -> model.addAttribute("strip", breakers.strip());
            case POSITIONS -> {
                model.addAttribute("positions", live.positions());
                model.addAttribute("orders", live.working());
            }
            case APPROVALS -> model.addAttribute("approvals", live.approvals());
            case DECISIONS -> model.addAttribute("stories", live.newestStories(DECISIONS));
            case MARKERS -> {
                // markers are drawn on the chart from /api/v1/markers; there is no part of the page to render
            }
        }
    }

    private void values(String instrument, Model model) {
        List<Bar> newest = instrument.isEmpty() ? List.of() : bars.newest(new InstrumentId(instrument), ROWS);
        model.addAttribute("valueRows", newest.stream().sorted((a, b) -> Long.compare(b.openTimeMs(), a.openTimeMs()))
                .map(ValueRow::of).toList());
        model.addAttribute("fillRows", portfolio.newestFills(ROWS).stream()
                .filter(fill -> fill.instrument().equals(instrument)).toList());
    }

    private static Section section(String part) {
        try {
            return Section.valueOf(part.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "The live page has no part " + part + ".", unknown);
        }
    }
}
