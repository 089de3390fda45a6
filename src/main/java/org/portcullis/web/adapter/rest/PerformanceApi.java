package org.portcullis.web.adapter.rest;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.portcullis.kernel.AccountId;
import org.portcullis.web.PerformanceLine;
import org.portcullis.web.adapter.store.PerformanceReads;
import org.portcullis.web.adapter.store.PerformanceReads.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What closed trades brought, by the rule that opened or closed them, by strategy or by instrument. */
@RestController
@RequestMapping("/api/v1/performance")
class PerformanceApi {

    private final PerformanceReads performance;
    private final AccountId account;

    PerformanceApi(PerformanceReads performance, AccountId account) {
        this.performance = performance;
        this.account = account;
    }

    /**
     * The most profitable first.
     *
     * @param by {@code entry-rule}, {@code exit-rule}, {@code strategy} or {@code instrument}
     * @param fromMs trades closed from this event time on, UTC milliseconds
     * @throws IllegalArgumentException when {@code by} is another word
     */
    @GetMapping
    List<PerformanceLine> performance(@RequestParam(defaultValue = "entry-rule") String by,
            @RequestParam(defaultValue = "0") long fromMs) {
        Tag tag = Arrays.stream(Tag.values()).filter(one -> word(one).equals(by)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("by must be one of "
                        + Arrays.stream(Tag.values()).map(PerformanceApi::word).toList() + ", not " + by));
        return performance.by(tag, account, Instant.ofEpochMilli(fromMs));
    }

    private static String word(Tag tag) {
        return tag.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
