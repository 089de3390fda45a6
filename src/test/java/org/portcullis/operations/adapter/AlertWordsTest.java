package org.portcullis.operations.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.operations.alert.AlertCode;
import org.portcullis.operations.alert.Cause;
import org.portcullis.operations.alert.Severity;
import org.portcullis.risk.breaker.Breaker;
import org.portcullis.risk.breaker.Reading;
import org.portcullis.risk.breaker.Rung;
import org.portcullis.risk.breaker.Scope;
import org.portcullis.risk.breaker.Trip;
import org.portcullis.risk.exit.ExitIncident;

/** Words of the rooms become words of alerts, with what, where and how far. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AlertWordsTest {

    private static final AccountId ACCOUNT = new AccountId("paper-main");
    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");

    @ParameterizedTest
    @EnumSource
    @DisplayName("S2-A1, S2-CB4: every breaker has an alert of its own with both numbers")
    void every_breaker_has_an_alert_of_its_own(Breaker breaker) {
        Cause cause = AlertWords.tripped(trip(breaker, Scope.GLOBAL, Rung.REDUCE_ONLY));
        assertThat(cause.code().name()).as("add an alert of its name to AlertCode").isEqualTo(breaker.name());
        assertThat(cause.code().span()).isEqualTo(AlertCode.Span.LASTS);
        assertThat(cause.subject()).isEqualTo("everything");
        assertThat(cause.text()).contains(breaker.code()).contains("451 with limit 450").contains("REDUCE_ONLY")
                .contains("paper-main");
    }

    @ParameterizedTest
    @CsvSource({"GLOBAL, WARN, WARNING", "GLOBAL, BLOCK_ENTRIES, CRITICAL", "SYMBOL, BLOCK_ENTRIES, WARNING",
        "SYMBOL, REDUCE_ONLY, WARNING", "SYMBOL, FLATTEN, CRITICAL", "VENUE, BLOCK_ENTRIES, CRITICAL",
        "STRATEGY, KILL, CRITICAL"})
    void what_stops_all_trading_or_closes_positions_is_critical(Scope.Kind kind, Rung rung, Severity severity) {
        Scope scope = kind == Scope.Kind.GLOBAL ? Scope.GLOBAL : new Scope(kind, "name");
        assertThat(AlertWords.tripped(trip(Breaker.STALENESS, scope, rung)).severity()).isEqualTo(severity);
    }

    @Test
    @DisplayName("S3-15: a position without protection is a critical alert that names position and account")
    void an_unprotected_position_is_critical() {
        Cause cause = AlertWords.unprotected(new ExitIncident(ExitIncident.Kind.POSITION_UNPROTECTED, ACCOUNT, BTC,
                "momentum-core", "no stop was given", 7));
        assertThat(cause.code()).isEqualTo(AlertCode.POSITION_UNPROTECTED);
        assertThat(cause.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(cause.subject()).isEqualTo("BTCUSDT of momentum-core");
        assertThat(cause.text()).contains("paper-main").contains("no stop was given");
    }

    private static Trip trip(Breaker breaker, Scope scope, Rung rung) {
        return new Trip(ACCOUNT, breaker, scope, rung, new Reading(breaker, 451 * FixedPoint.ONE,
                450 * FixedPoint.ONE, "money", true), Trip.RULES, "its limit was reached", 7, Trip.PERSON);
    }
}
