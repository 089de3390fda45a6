package org.portcullis.web.adapter.store;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.risk.Check;
import org.portcullis.risk.Decision;
import org.portcullis.risk.RotationDue;
import org.portcullis.web.CheckLine;
import org.portcullis.web.DecisionLine;
import org.portcullis.web.DecisionStory;
import org.portcullis.web.domain.Wording;

/** Tells a judgement in the order a reader asks: what, why, by how much, on what facts. */
public final class Storyteller {

    private static final Comparator<Check> WORST_FIRST = Comparator.comparing(Check::pass)
            .thenComparing(check -> !check.hard()).thenComparing(check -> -share(check));

    private Storyteller() {
    }

    /** The story of one judgement. */
    public static DecisionStory tell(DecisionLine line, Decision decision) {
        List<Check> sorted = decision.checks().stream().sorted(WORST_FIRST).toList();
        List<Check> failed = sorted.stream().filter(check -> !check.pass()).toList();
        SortedMap<String, String> features = new TreeMap<>();
        decision.proposal().features().forEach((name, value) -> features.put(name, plain(value)));
        String rotation = RotationDue.sentence(decision).map(due -> " " + due).orElse("");
        return new DecisionStory(line, sentence(line, failed) + rotation, nearest(line, failed),
                sorted.stream().map(Storyteller::line).toList(), decision.sizing(), decision.facts(), features,
                decision.rulesFired(), decision.proposal().rulesVersion(), ExitWords.of(decision.proposal()));
    }

    /** What is left to tell when the complete judgement cannot be read. */
    static DecisionStory withoutDocument(DecisionLine line) {
        return new DecisionStory(line, sentence(line, List.of()), null, List.of(), new TreeMap<>(), new TreeMap<>(),
                new TreeMap<>(), List.of(), "not readable", null);
    }

    private static String sentence(DecisionLine line, List<Check> failed) {
        if (line.outcome().equals("APPROVED")) {
            String price = line.limitPrice().e8() == 0 ? " at the market."
                    : " at " + Wording.number(line.limitPrice().e8(), 2, FixedPoint.DIGITS) + " or better.";
            return line.side().toLowerCase(Locale.ROOT) + " " + FixedPoint.format(line.quantity().e8()) + " "
                    + line.instrument() + price;
        }
        if (line.shown().equals("NOT_SENT")) {
            return line.side().toLowerCase(Locale.ROOT) + " " + FixedPoint.format(line.quantity().e8()) + " "
                    + line.instrument() + " passed every other check; the mode sends nothing.";
        }
        if (failed.isEmpty()) {
            return line.reason() == null ? "no reason was kept." : line.reason();
        }
        Check first = failed.stream().filter(check -> check.reason().name().equals(line.reason())).findFirst()
                .orElse(failed.get(0));
        String sentence = first.reason().sentence();
        String numbers = first.unit().equals("flag") ? "" : " (" + line(first).compared() + ")";
        String more = failed.size() == 1 ? "" : " " + (failed.size() - 1) + " more failed.";
        return lowered(sentence.substring(0, sentence.length() - 1)) + numbers + "." + more;
    }

    private static @Nullable String nearest(DecisionLine line, List<Check> failed) {
        if (failed.isEmpty()) {
            return null;
        }
        if (failed.size() > 1) {
            return failed.size() + " checks would have to change.";
        }
        Check only = failed.get(0);
        String consequence = line.outcome().equals("ASK_PERSON") ? "No person would have been asked"
                : "Would have passed";
        if (only.unit().equals("flag")) {
            return consequence + " with " + only.code() + " " + number(only, only.limitE8()) + ".";
        }
        String direction = switch (only.relation()) {
            case AT_MOST -> " lower";
            case AT_LEAST, ABOVE -> " higher";
            case EQUAL -> " nearer";
        };
        return consequence + " with " + only.code() + " " + number(only, Math.abs(only.headroomE8())) + " "
                + only.unit()
                + direction + ".";
    }

    private static CheckLine line(Check check) {
        String limit = number(check, check.limitE8());
        String bound = switch (check.relation()) {
            case AT_MOST -> "at most ";
            case AT_LEAST -> "at least ";
            case ABOVE -> "above ";
            case EQUAL -> "";
        };
        String headroom = check.unit().equals("flag") || check.relation() == Check.Relation.EQUAL ? ""
                : number(check, Math.abs(check.headroomE8())) + " " + check.unit() + (check.pass() ? " left"
                        : " too far");
        return new CheckLine(check.code(), check.pass(), check.hard(), number(check, check.actualE8()), bound + limit,
                check.unit(), share(check), headroom, check.reason().sentence());
    }

    /** How much of its limit a check uses, 0 to 100; a failed one uses all of it. */
    private static int share(Check check) {
        if (!check.pass()) {
            return 100;
        }
        return switch (check.relation()) {
            case AT_MOST -> ratio(check.actualE8(), check.limitE8());
            case AT_LEAST, ABOVE -> ratio(check.limitE8(), check.actualE8());
            case EQUAL -> 0;
        };
    }

    private static int ratio(long part, long whole) {
        if (whole <= 0 || part <= 0) {
            return 0;
        }
        return (int) FixedPoint.multiplyDivide(Math.min(part, whole), 100, whole, java.math.RoundingMode.HALF_UP);
    }

    private static String number(Check check, long e8) {
        return switch (check.unit()) {
            case "flag" -> e8 == 0 ? "no" : "yes";
            case "%" -> Wording.number(e8, 1, 2);
            case "ms", "positions" -> Wording.number(e8, 0, 0);
            default -> Wording.number(e8, 0, Math.abs(e8) >= FixedPoint.ONE ? 2 : FixedPoint.DIGITS);
        };
    }

    private static String plain(double value) {
        return Double.isNaN(value) ? "not known"
                : new java.math.BigDecimal(value).round(new java.math.MathContext(6)).stripTrailingZeros()
                        .toPlainString();
    }

    private static String lowered(String sentence) {
        return sentence.isEmpty() ? sentence : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
