package org.portcullis.engine.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ErrorsOnlyTest {

    @Test
    void errors_are_shown_with_their_cause_and_nothing_else_is() {
        PrintStream before = System.err;
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        System.setErr(new PrintStream(shown, true, StandardCharsets.UTF_8));
        try {
            Logger log = new ErrorsOnly().getLoggerFactory().getLogger("some.Place");
            log.trace("a {}", 1);
            log.debug("b {}", 1);
            log.info("c {}", 1);
            log.warn("d {}", 1);
            log.error("rules of {} refused, {} of {}", "risk", 1, 2, new IllegalStateException("the cause"));
        } finally {
            System.setErr(before);
        }
        assertThat(shown.toString(StandardCharsets.UTF_8).lines().toList())
                .startsWith("ERROR some.Place: rules of risk refused, 1 of 2",
                        "java.lang.IllegalStateException: the cause")
                .allMatch(line -> line.startsWith("ERROR") || line.startsWith("java") || line.startsWith("\tat "));
    }

    @Test
    void the_same_name_has_the_same_logger() {
        ErrorsOnly log = new ErrorsOnly();
        assertThat(log.getLoggerFactory().getLogger("a")).isSameAs(log.getLoggerFactory().getLogger("a"))
                .isNotSameAs(log.getLoggerFactory().getLogger("b"));
        assertThat(log.getRequestedApiVersion()).startsWith("2.0");
    }
}
