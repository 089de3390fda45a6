package org.portcullis.web.adapter.store;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.portcullis.risk.exit.ExitReason;
import org.portcullis.strategy.Proposal;

/** Says why the desk closes a position, with what was compared. */
final class ExitWords {

    private ExitWords() {
    }

    /** Reason, actual value and limit in one sentence; nothing when the desk did not propose it. */
    static @Nullable String of(Proposal proposal) {
        return ExitReason.of(proposal.rule()).map(reason -> sentence(reason, proposal)).orElse(null);
    }

    private static String sentence(ExitReason reason, Proposal proposal) {
        String words = Character.toUpperCase(reason.sentence().charAt(0)) + reason.sentence().substring(1);
        String share = proposal.closeShare().equals(Proposal.ALL) ? ""
                : "; " + proposal.closeShare() + " % of the position";
        return words + ": " + number(reason, proposal, "exit.actual") + ", limit "
                + number(reason, proposal, "exit.limit") + share + ".";
    }

    private static String number(ExitReason reason, Proposal proposal, String name) {
        Double value = proposal.features().get(name);
        if (value == null) {
            return "not kept";
        }
        BigDecimal exact = BigDecimal.valueOf(value).setScale(8, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return switch (reason.unit()) {
            case "ms" -> minutes(Duration.ofMillis(exact.longValue()));
            case "price" -> exact.toPlainString();
            default -> exact.setScale(Math.min(4, Math.max(0, exact.scale())), RoundingMode.HALF_EVEN).toPlainString()
                    + " " + reason.unit();
        };
    }

    private static String minutes(Duration time) {
        return time.toHours() > 0 ? time.toHours() + " h " + time.toMinutesPart() + " min" : time.toMinutes() + " min";
    }
}
