package org.portcullis.risk;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.portcullis.strategy.Intent;

/**
 * The closed list of comparisons without which no order leaves. It stands outside the editable rule files, so removing
 * a rule denies instead of permitting.
 */
public enum MandatoryCheck {
    KILL("kill.off", Set.of(Intent.ENTER), When.ALWAYS),
    MODE("mode.sends-orders", Set.of(Intent.ENTER, Intent.EXIT), When.ALWAYS),
    MARK_PRESENT("mark.present", Set.of(Intent.ENTER, Intent.EXIT), When.ALWAYS),
    MARK_AGE("mark.age", Set.of(Intent.ENTER, Intent.EXIT), When.MARK_PRESENT),
    QUOTE_AGE("quote.age", Set.of(Intent.ENTER, Intent.EXIT), When.ALWAYS),
    DIRECTION_ENTRY("direction.entry", Set.of(Intent.ENTER), When.ALWAYS),
    DIRECTION_EXIT("direction.exit", Set.of(Intent.EXIT), When.ALWAYS),
    POSITIONS("positions.open", Set.of(Intent.ENTER), When.ALWAYS),
    EXPOSURE_TOTAL("exposure.total", Set.of(Intent.ENTER), When.ALWAYS),
    EXPOSURE_ASSET("exposure.asset", Set.of(Intent.ENTER), When.ALWAYS),
    EXPOSURE_POSITION("exposure.position", Set.of(Intent.ENTER), When.ALWAYS),
    MINIMUM_QUANTITY("minimum.quantity", Set.of(Intent.ENTER), When.ALWAYS),
    MINIMUM_NOTIONAL("minimum.notional", Set.of(Intent.ENTER), When.ALWAYS),
    CASH("cash.cost", Set.of(Intent.ENTER), When.ALWAYS),
    EXIT_CLOSABLE("exit.closable", Set.of(Intent.EXIT), When.ALWAYS),
    COOLDOWN_FAILURE("cooldown.failure", Set.of(Intent.ENTER), When.ALWAYS),
    COOLDOWN_FILL("cooldown.fill", Set.of(Intent.ENTER), When.ALWAYS),
    COOLDOWN_STOP("cooldown.stop", Set.of(Intent.ENTER), When.ALWAYS),
    STOP_DISTANCE("stop.distance", Set.of(Intent.ENTER), When.ALWAYS),
    TRADE_RISK("loss.trade", Set.of(Intent.ENTER), When.ALWAYS),
    PERSON("person.asked", Set.of(Intent.ENTER), When.PERSON_MAY_BE_ASKED),
    BUDGET_LISTED("budget.listed", Set.of(Intent.ENTER), When.ALWAYS),
    BUDGET_CYCLE("budget.entries-per-cycle", Set.of(Intent.ENTER), When.ALWAYS),
    EXPOSURE_STRATEGY("exposure.strategy", Set.of(Intent.ENTER), When.ALWAYS),
    EXPOSURE_THEME("exposure.theme", Set.of(Intent.ENTER), When.ALWAYS),
    EXPOSURE_VENUE("exposure.venue", Set.of(Intent.ENTER), When.ALWAYS),
    EXPOSURE_GROSS("exposure.gross", Set.of(Intent.ENTER), When.ALWAYS),
    EXPOSURE_NET("exposure.net", Set.of(Intent.ENTER), When.ALWAYS),
    ORDER_VALUE("order.value", Set.of(Intent.ENTER), When.ALWAYS),
    ORDER_QUANTITY("order.quantity", Set.of(Intent.ENTER), When.ALWAYS),
    ORDER_COLLAR("order.collar", Set.of(Intent.ENTER), When.MARK_PRESENT),
    ORDER_COLLAR_WINDOW("order.collar-window", Set.of(Intent.ENTER), When.MARK_PRESENT),
    ORDER_RATE_SECOND("order.rate-second", Set.of(Intent.ENTER), When.ALWAYS),
    ORDER_RATE_MINUTE("order.rate-minute", Set.of(Intent.ENTER), When.ALWAYS),
    ORDER_UNIQUE("order.unique", Set.of(Intent.ENTER), When.ALWAYS),
    ORDER_EXIT_VALUE("order.exit-value", Set.of(Intent.EXIT), When.MARK_PRESENT),
    MINIMUM_NET("minimum.net", Set.of(Intent.ENTER), When.ALWAYS),
    BREAKERS("breakers.open", Set.of(Intent.ENTER), When.ALWAYS),
    PRODUCT_TRADES("product.trades", Set.of(Intent.ENTER), When.ALWAYS),
    RECONCILE("reconcile.clean", Set.of(Intent.ENTER), When.ALWAYS),
    DIRECTION_OPPOSITE("direction.opposite", Set.of(Intent.ENTER), When.ALWAYS),
    CONFIDENCE("confidence.signal", Set.of(Intent.ENTER), When.ALWAYS),
    ORDER_REPEATS("order.repeats", Set.of(Intent.ENTER), When.ALWAYS),
    UNIVERSE_AGE("universe.age", Set.of(Intent.ENTER), When.ALWAYS),
    UNIVERSE_KNOWN("universe.known", Set.of(Intent.ENTER), When.ALWAYS),
    UNIVERSE_BANNED("universe.banned", Set.of(Intent.ENTER), When.ALWAYS),
    UNIVERSE_OUT("universe.out", Set.of(Intent.ENTER), When.ALWAYS),
    BOOK_KNOWN("book.known", Set.of(Intent.ENTER), When.ALWAYS),
    BOOK_SPREAD("book.spread", Set.of(Intent.ENTER), When.ALWAYS),
    BOOK_DEPTH("book.depth", Set.of(Intent.ENTER), When.ALWAYS),
    BOOK_SLIPPAGE("book.slippage", Set.of(Intent.ENTER), When.ALWAYS),
    ORDER_MESSAGES("order.messages", Set.of(Intent.ENTER), When.ALWAYS);

    private enum When { ALWAYS, MARK_PRESENT, PERSON_MAY_BE_ASKED }

    private static final MandatoryCheck[] ALL = values();
    private static final Map<String, MandatoryCheck> BY_CODE = new HashMap<>();
    /** Those of each intent. */
    private static final Map<Intent, MandatoryCheck[]> OF_INTENT = new EnumMap<>(Intent.class);

    static {
        for (MandatoryCheck check : ALL) {
            BY_CODE.put(check.code, check);
        }
        for (Intent intent : Intent.values()) {
            OF_INTENT.put(intent, Arrays.stream(ALL).filter(check -> check.intents.contains(intent))
                    .toArray(MandatoryCheck[]::new));
        }
    }

    private final String code;
    private final Set<Intent> intents;
    private final When when;

    MandatoryCheck(String code, Set<Intent> intents, When when) {
        this.code = code;
        this.intents = intents;
        this.when = when;
    }

    /** Name of the check that a rule must have made. */
    public String code() {
        return code;
    }

    /** To which orders it applies, in words. */
    public String applies() {
        String orders = intents.size() > 1 ? "entries and exits" : intents.contains(Intent.ENTER) ? "entries" : "exits";
        return orders + switch (when) {
            case ALWAYS -> "";
            case MARK_PRESENT -> ", when there is a price";
            case PERSON_MAY_BE_ASKED -> ", when `order.gating` asks people, before a person has agreed";
        };
    }

    /**
     * Codes that every order with this intent carries, whatever the circumstances: what the gateway asks for. Order of
     * the gates.
     */
    public static List<String> always(Intent intent) {
        return Arrays.stream(values())
                .filter(check -> check.intents.contains(intent) && check.when != When.PERSON_MAY_BE_ASKED)
                .map(MandatoryCheck::code).toList();
    }

    /**
     * Mandatory codes that were not checked.
     *
     * @param markPresent whether there was a price whose age could be checked
     * @param personMayBeAsked whether the policy asks people at all
     */
    public static List<String> missing(Intent intent, boolean markPresent, boolean personMayBeAsked,
            List<Check> checked) {
        boolean[] made = new boolean[ALL.length];
        for (int i = 0; i < checked.size(); i++) {
            MandatoryCheck check = BY_CODE.get(checked.get(i).code());
            if (check != null) {
                made[check.ordinal()] = true;
            }
        }
        Set<String> missing = null;
        for (MandatoryCheck check : Objects.requireNonNull(OF_INTENT.get(intent))) {
            boolean applies = switch (check.when) {
                case ALWAYS -> true;
                case MARK_PRESENT -> markPresent;
                case PERSON_MAY_BE_ASKED -> personMayBeAsked;
            };
            if (applies && !made[check.ordinal()]) {
                missing = missing == null ? new TreeSet<>() : missing;
                missing.add(check.code);
            }
        }
        return missing == null ? List.of() : List.copyOf(missing);
    }
}
