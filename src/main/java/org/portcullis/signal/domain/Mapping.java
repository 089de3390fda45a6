package org.portcullis.signal.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.Side;
import org.portcullis.signal.TargetPosition;

/**
 * One shape of bodies, and where in it everything stands. A place is a JSON pointer ({@code /bar/close}), a name of the
 * text form ({@code {ticker}}), or {@code =} and a fixed text.
 *
 * @param name         name of the shape
 * @param notification whether it is a message for people that must not trade
 * @param template     the form of a plain text; nothing for JSON
 * @param requires     places that must hold something for the shape to match
 * @param equal        places that must hold exactly this text for the shape to match
 * @param places       where the fields stand
 */
public record Mapping(String name, boolean notification, @Nullable TextTemplate template, List<String> requires,
        Map<String, String> equal, Places places) {

    /** Says that the source does not tell when it fired: the moment of receipt is taken. */
    public static final String RECEIVED = "received";

    /**
     * Where the fields of a signal stand; what a shape does not have is nothing.
     *
     * @param firedAt a place, or {@link #RECEIVED}
     */
    public record Places(@Nullable String strategy, @Nullable String exchange, @Nullable String ticker,
            @Nullable String interval, @Nullable String barTime, @Nullable String firedAt, @Nullable String alertId,
            @Nullable Words<Action> action, @Nullable Words<Holding> position, @Nullable String contracts,
            @Nullable String price) {
    }

    public Mapping {
        requires = List.copyOf(requires);
        equal = Map.copyOf(equal);
        MappingCheck.check(notification, template, requires, equal, places);
    }

    /** The fields of a body of this shape; nothing when it has another one. */
    Optional<Fields> match(String text, @Nullable Fields json) {
        Optional<Fields> fields = template == null ? Optional.ofNullable(json) : template.match(text.strip());
        return fields.filter(found -> requires.stream().allMatch(found::has)
                && equal.entrySet().stream().allMatch(e -> e.getValue().equals(found.values().get(e.getKey()))));
    }

    /**
     * What the body says.
     *
     * @throws Unreadable when a field is missing or cannot be read
     */
    public Reading read(Fields fields) {
        Side side = Action.side(word(fields, "action", places.action()));
        TargetPosition target = Holding.target(word(fields, "position", places.position()));
        if (side == null && target == null) {
            throw FieldText.unreadable("action", "and position are missing; a signal needs one of them");
        }
        return new Reading(name, needed(fields, "strategy", places.strategy()),
                text(fields, "exchange", places.exchange()), needed(fields, "ticker", places.ticker()),
                text(fields, "interval", places.interval()), moment(fields, "bar-time", places.barTime()),
                firedAt(fields), side, target, quantity(fields), price(fields),
                text(fields, "alert-id", places.alertId()));
    }

    private long firedAt(Fields fields) {
        return RECEIVED.equals(places.firedAt()) ? 0
                : FieldText.moment("fired-at", needed(fields, "fired-at", places.firedAt()));
    }

    private long quantity(Fields fields) {
        String text = text(fields, "contracts", places.contracts());
        return text.isEmpty() ? 0 : FieldText.number("contracts", text);
    }

    private long price(Fields fields) {
        String text = text(fields, "price", places.price());
        return text.isEmpty() ? 0 : FieldText.positive("price", text);
    }

    private static long moment(Fields fields, String field, @Nullable String place) {
        String text = text(fields, field, place);
        return text.isEmpty() ? 0 : FieldText.moment(field, text);
    }

    private static <T> @Nullable T word(Fields fields, String field, @Nullable Words<T> words) {
        String text = words == null ? "" : text(fields, field, words.from());
        return words == null || text.isEmpty() ? null : words.meaning(field, text);
    }

    private static String needed(Fields fields, String field, @Nullable String place) {
        String text = text(fields, field, place);
        if (text.isEmpty()) {
            throw FieldText.unreadable(field, "is missing");
        }
        return text;
    }

    /** The text at a place, without blanks around it; empty when there is none. */
    private static String text(Fields fields, String field, @Nullable String place) {
        if (place == null) {
            return "";
        }
        String text = place.startsWith("=") ? place.substring(1) : fields.value(place, field);
        return text == null ? "" : FieldText.name(field, text.strip());
    }
}
