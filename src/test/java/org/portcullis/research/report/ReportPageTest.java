package org.portcullis.research.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.research.SampleBacktest.DAY_MS;
import static org.portcullis.research.SampleBacktest.FROM_MS;
import static org.portcullis.research.SampleBacktest.trade;
import static org.portcullis.research.SampleBacktest.worth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.research.BacktestResult;
import org.portcullis.research.BacktestTerms;
import org.portcullis.research.BacktestTrade;
import org.portcullis.research.SampleBacktest;

/** The file {@code report.html} as people read it. */
@DisplayName("B-B4 report.html")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReportPageTest {

    private static final Pattern TRADE = Pattern.compile("<td>BTCUSDT</td><td>BUY</td>");

    @TempDir
    private Path folder;
    private List<String> headlines = List.of();

    private String page(BacktestResult result) throws IOException {
        Path page = folder.resolve("report.html");
        headlines = new BacktestReports(() -> Instant.parse("2026-02-01T12:00:00Z"))
                .write(result, folder.resolve("report.json"), page);
        return Files.readString(page);
    }

    private static BacktestResult trades(int count) {
        List<BacktestTrade> trades = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            trades.add(trade(i % 2 == 0 ? "2.5" : "-1.25", i));
        }
        return SampleBacktest.of(SampleBacktest.terms("1000", FROM_MS + 40 * DAY_MS), trades,
                List.of(worth(0, "1000"), worth(1440, "1250"), worth(2880, "1125.5")));
    }

    @Test
    void it_needs_nothing_but_itself() throws IOException {
        assertThat(page(trades(3))).doesNotContain("<script", "http:", "https:", "src=", "@import", "url(", "<link")
                .contains("prefers-color-scheme: dark", "width=device-width");
    }

    @Test
    void figures_are_signed_and_separated_and_say_why_there_are_none() throws IOException {
        String page = page(trades(1));
        assertThat(page).contains("+12.55 %", "+125.50 on 1,000.00", "no trade lost");
        assertThat(headlines).contains("Return: +12.55 % (+125.50 on 1,000.00)",
                "Profit factor: - (no trade lost)", "Max drawdown: 9.96 % (39.0 days the longest)");
    }

    @Test
    void up_to_a_thousand_trades_all_are_shown() throws IOException {
        String page = page(trades(1000));
        assertThat(TRADE.matcher(page).results().count()).isEqualTo(1000);
        assertThat(page).doesNotContain("left out");
    }

    @Test
    void of_more_the_first_and_the_last_five_hundred_are_shown_and_the_rest_is_counted() throws IOException {
        String page = page(trades(1003));
        assertThat(TRADE.matcher(page).results().count()).isEqualTo(1000);
        assertThat(page).contains("3 trades left out", "The first 500 and the last 500 of 1,003 trades");
        assertThat(page).contains(">2026-01-05 08:19<").doesNotContain(">2026-01-05 08:20<", ">2026-01-05 08:22<")
                .contains(">2026-01-05 08:23<");
    }

    @Test
    void without_a_trade_the_reasons_are_what_it_shows() throws IOException {
        String page = page(trades(0));
        assertThat(page).contains("No trade was closed", "SIGNAL_NONE", "90.00 %", "CAP_POSITIONS", "75.00 %");
    }

    @Test
    void whatever_a_name_holds_stays_text() throws IOException {
        BacktestTerms terms = SampleBacktest.terms("10", FROM_MS + DAY_MS);
        String bad = "<img src=x onerror='alert(1)'>&\"";
        BacktestTrade trade = new BacktestTrade(new InstrumentId("BTCUSDT"), bad, Side.SELL, FROM_MS, FROM_MS,
                Quantity.of("1"), Price.of("1"), Price.of("1"), Money.of("1"), Money.ZERO, Money.ZERO, bad, bad);
        String page = page(SampleBacktest.of(new BacktestTerms(1, bad, bad, bad, terms.fromMs(), terms.toMs(),
                List.of(bad), List.of(bad), terms.cash(), Map.of(bad, bad), bad), List.of(trade), List.of()));
        assertThat(page).doesNotContain("<img", "'alert").contains("&lt;img src=x onerror=&#39;alert(1)&#39;&gt;&amp;"
                + "&quot;");
    }

    @Test
    void a_fall_of_one_minute_is_drawn_however_long_the_run() throws IOException {
        BacktestResult dip = SampleBacktest.of(SampleBacktest.terms("100", FROM_MS + 365 * DAY_MS), List.of(),
                List.of(worth(0, "100"), worth(200_000, "60"), worth(200_001, "110")));
        assertThat(page(dip)).contains("Equity between 60.00 and 110.00", "deepest 40.00 %<")
                .contains("class=\"line\" d=\"M0 200H380V1000H380V0H1000\"", "d=\"M0 0H380V1000H381V0H1000V0Z\"");
    }

    @Test
    void a_year_of_months_stands_in_one_row_and_its_sum_at_the_end() throws IOException {
        BacktestResult two = SampleBacktest.of(SampleBacktest.terms("100", FROM_MS + 59 * DAY_MS), List.of(),
                List.of(worth(1440, "110"), worth(40 * 1440, "99")));
        assertThat(page(two))
                .contains("<td>2026</td><td class=\"n up\">+10.00</td><td class=\"n down\">\u221210.00</td>")
                .contains("<td class=\"n down\">\u22121.00</td></tr>");
    }
}
