package org.portcullis.operations.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portcullis.guard.GeneratedText;

/** The page of alerts is made from their list. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AlertCodesTest {

    @Test
    void the_page_lists_every_alert_with_its_meaning_and_what_to_do() {
        GeneratedText.check(Path.of("docs/alerts.md"), "alerts", "| code | ends | meaning | what to do |\n"
                + "|---|---|---|---|\n" + Arrays.stream(AlertCode.values()).map(code -> "| `" + code + "` | "
                        + (code.span() == AlertCode.Span.LASTS ? "with its cause" : "when acknowledged") + " | "
                        + code.meaning() + " | " + code.toDo() + " |").collect(Collectors.joining("\n")));
    }

    @ParameterizedTest
    @EnumSource
    void every_alert_says_what_it_means_and_what_to_do(AlertCode code) {
        assertThat(code.meaning()).endsWith(".").hasSizeGreaterThan(20).doesNotContain("|");
        assertThat(code.toDo()).endsWith(".").hasSizeGreaterThan(40).doesNotContain("|");
    }

    @Test
    @DisplayName("S2-A1: the nine alerts of the matrix are among them, and more")
    void the_nine_are_among_them() {
        assertThat(AlertCode.values()).contains(AlertCode.KILL_SWITCH, AlertCode.DAILY_LOSS, AlertCode.WEEKLY_LOSS,
                AlertCode.DRAWDOWN, AlertCode.LATENCY, AlertCode.API_ERRORS, AlertCode.REJECTIONS,
                AlertCode.UNIVERSE_EMPTY, AlertCode.EXCEPTIONS, AlertCode.BOOKS_DIFFER, AlertCode.SLIPPAGE,
                AlertCode.LOW_LIQUIDITY, AlertCode.CLOCK_DRIFT);
    }
}
