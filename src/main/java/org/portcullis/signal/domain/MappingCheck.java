package org.portcullis.signal.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a mapping before it is used. */
final class MappingCheck {

    private MappingCheck() {
    }

    static void check(boolean notification, @Nullable TextTemplate template, List<String> requires,
            Map<String, String> equal, Mapping.Places places) {
        if (template == null && requires.isEmpty()) {
            fault("requires is empty; name the places by which the shape is known, or give the form of a text");
        }
        Stream.concat(requires.stream(), equal.keySet().stream()).forEach(place -> place(place, template, false));
        used(places).forEach(place -> place(place, template, true));
        if (notification) {
            if (used(places).findAny().isPresent()) {
                fault("a notification is not traded; remove the fields, or make it a signal");
            }
            return;
        }
        needed("strategy", places.strategy());
        needed("ticker", places.ticker());
        needed("fired-at", places.firedAt());
        if (places.action() == null && places.position() == null) {
            fault("a signal needs an action or a position");
        }
    }

    private static Stream<String> used(Mapping.Places places) {
        Words<Action> action = places.action();
        Words<Holding> position = places.position();
        return Stream.of(places.strategy(), places.exchange(), places.ticker(), places.interval(), places.barTime(),
                        Mapping.RECEIVED.equals(places.firedAt()) ? null : places.firedAt(), places.alertId(),
                        action == null ? null : action.from(), position == null ? null : position.from(),
                        places.contracts(), places.price())
                .flatMap(Stream::ofNullable);
    }

    private static void needed(String field, @Nullable String place) {
        if (place == null) {
            fault("a signal needs " + field);
        }
    }

    private static void place(String place, @Nullable TextTemplate template, boolean fixedAllowed) {
        if (fixedAllowed && place.startsWith("=") && place.length() > 1) {
            return;
        }
        if (template != null) {
            Set<String> names = template.names();
            if (!names.contains(place)) {
                fault(place + " is no name of the text; there are " + names);
            }
        } else if (!place.startsWith("/") || place.length() < 2) {
            fault(place + " is no place; write /name, /outer/name or =text");
        }
    }

    private static void fault(String what) {
        throw new IllegalArgumentException(what);
    }
}
