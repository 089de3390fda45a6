package org.portcullis.operations.adapter;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.operations.alert.AlertCode;
import org.portcullis.operations.alert.Cause;
import org.portcullis.operations.alert.Severity;
import org.portcullis.portfolio.ReconcileCase;
import org.portcullis.risk.Decision;
import org.portcullis.risk.KillState;
import org.portcullis.risk.Verdict;
import org.portcullis.risk.breaker.Breaker;
import org.portcullis.risk.breaker.Rung;
import org.portcullis.risk.breaker.Scope;
import org.portcullis.risk.breaker.Trip;
import org.portcullis.risk.exit.ExitIncident;
import org.portcullis.signal.SourceState;
import org.portcullis.strategy.RulesStopped;
import org.portcullis.venue.StreamHealth;

/** Says in words of alerts what the rooms say in theirs. */
final class AlertWords {

    /** There is one kill switch. */
    static final String TRADING = "trading";
    static final String UNIVERSE = "universe";
    private static final String FAILURE = "rules.failure";

    private AlertWords() {
    }

    /** The code of a breaker: its own name, or the common one for a breaker that is newer than the list. */
    static AlertCode code(Breaker breaker) {
        return Arrays.stream(AlertCode.values()).filter(code -> code.name().equals(breaker.name())).findFirst()
                .orElse(AlertCode.OTHER_BREAKER);
    }

    /** What a trip is about; a breaker without a code of its own is named. */
    static String subject(Trip trip) {
        return code(trip.breaker()) == AlertCode.OTHER_BREAKER ? trip.breaker().code() + " of " + trip.scope()
                : trip.scope().toString();
    }

    static Cause tripped(Trip trip) {
        String compared = trip.reading().unit().equals("none") ? "" : ", "
                + FixedPoint.format(trip.reading().actualE8()) + " with limit "
                + FixedPoint.format(trip.reading().limitE8()) + " " + trip.reading().unit();
        return new Cause(code(trip.breaker()), severity(trip), subject(trip), "breaker " + trip.breaker().code()
                + " of account " + trip.account() + " tripped for " + trip.scope() + " on rung " + trip.rung() + " by "
                + trip.by() + ": " + trip.reason() + compared, "risk", trip.atMs());
    }

    /** What stops all trading, or closes positions, is critical; what only warns, or stops a part, is not. */
    private static Severity severity(Trip trip) {
        boolean all = trip.scope().kind() == Scope.Kind.GLOBAL || trip.scope().kind() == Scope.Kind.VENUE;
        return trip.rung().reaches(Rung.FLATTEN) || (all && !trip.rung().permitsEntries()) ? Severity.CRITICAL
                : Severity.WARNING;
    }

    static Cause killed(KillState.On on, long atMs) {
        return new Cause(AlertCode.KILL_SWITCH, Severity.CRITICAL, TRADING, "trading was stopped by " + on.by() + ": "
                + on.reason(), "risk", atMs);
    }

    static Cause unprotected(ExitIncident incident) {
        boolean position = incident.kind() == ExitIncident.Kind.POSITION_UNPROTECTED;
        return new Cause(position ? AlertCode.POSITION_UNPROTECTED : AlertCode.EXIT_RULES_FAILED, Severity.CRITICAL,
                position ? incident.instrument() + " of " + incident.strategy() : "exit rules", incident.instrument()
                + " of " + incident.strategy() + " in account " + incident.account() + ": " + incident.text(), "risk",
                incident.atMs());
    }

    /** The rule at fault stands at the beginning of the failure, before the end of its file's name. */
    static Cause stopped(Verdict verdict) {
        Decision decision = verdict.decision();
        String failure = String.valueOf(decision.facts().get(FAILURE));
        int end = failure.indexOf(')');
        return new Cause(AlertCode.RULES_STOPPED, Severity.CRITICAL, end < 0 ? "risk desk" : failure.substring(0,
                end + 1), "decision " + decision.decisionId() + " about " + decision.proposal().instrument() + " of "
                + decision.proposal().strategy() + " was denied: " + failure, "risk", decision.decidedAtMs());
    }

    static Cause stopped(RulesStopped stopped) {
        return new Cause(AlertCode.RULES_STOPPED, Severity.CRITICAL, "strategy " + stopped.where(), stopped.where()
                + " has not judged " + stopped.instrument() + ": " + stopped.failure(), "strategy", stopped.atMs());
    }

    static Cause differs(ReconcileCase one) {
        return new Cause(AlertCode.BOOKS_DIFFER, Severity.CRITICAL, one.caseId(), one.difference().kind() + " of "
                + one.difference().subject() + ": " + one.difference().text(), "portfolio",
                one.openedAt().toEpochMilli());
    }

    static Cause silent(SourceState source, long atMs) {
        return new Cause(AlertCode.WEBHOOK_SILENT, Severity.WARNING, source.expected().source(), "webhook source "
                + source.expected().source() + " (" + source.expected().meaning() + ") has not called for "
                + words(source.silentMs()) + " of hours in which " + source.expected().calendar()
                + " is open; it is expected every " + words(source.expected().every().toMillis())
                + (source.heard() ? "" : "; it has not called since the start"), "signal", atMs);
    }

    /** A stream that brings nothing, whatever it is doing; empty for one that does, or has ended. */
    static Optional<Cause> silent(StreamHealth stream, Duration longest, long nowMs, long atMs) {
        long sinceMs = stream.state() == StreamHealth.State.LIVE ? Math.max(stream.lastFrameMs(), stream.sinceMs())
                : stream.lastFrameMs() > 0 ? stream.lastFrameMs() : stream.sinceMs();
        if (stream.state() == StreamHealth.State.STOPPED || nowMs - sinceMs <= longest.toMillis()) {
            return Optional.empty();
        }
        return Optional.of(new Cause(AlertCode.STREAM_SILENT, Severity.CRITICAL, stream.connection(), "stream "
                + stream.connection() + " of " + stream.instruments() + " instruments is "
                + stream.state().name().toLowerCase(java.util.Locale.ROOT) + " and has brought nothing for "
                + words(nowMs - sinceMs) + ", longest permitted " + words(longest.toMillis())
                + (stream.lastTrouble().isEmpty() ? "" : "; last trouble: " + stream.lastTrouble()), "venue", atMs));
    }

    static Cause emptyUniverse(String why, long atMs) {
        return new Cause(AlertCode.UNIVERSE_EMPTY, Severity.WARNING, UNIVERSE, why, "market", atMs);
    }

    private static String words(long ms) {
        Duration time = Duration.ofMillis(ms);
        return time.toSeconds() == 0 ? ms + " ms" : time.toHours() > 0 ? time.toHours() + " h " + time.toMinutesPart()
                + " min" : time.toMinutes() > 0 ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toSeconds() + " s";
    }
}
