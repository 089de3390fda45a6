package org.portcullis.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.risk.breaker.Breaker;
import org.portcullis.risk.breaker.Reading;
import org.portcullis.risk.breaker.Rung;
import org.portcullis.risk.breaker.Trip;

/**
 * All breakers at one moment (S4-M10).
 *
 * @param lights every breaker there is, in the order of their list
 * @param tripped what holds, the farthest rung first
 */
public record BreakerStrip(List<Light> lights, List<Line> tripped) {

    public BreakerStrip {
        lights = List.copyOf(lights);
        tripped = List.copyOf(tripped);
    }

    /** The strip of these trips. */
    public static BreakerStrip of(List<Trip> trips) {
        List<Line> lines = trips.stream().sorted(Comparator.comparing(Trip::rung).reversed()
                .thenComparing(Trip::atMs).thenComparing(trip -> trip.scope().toString())).map(Line::of).toList();
        return new BreakerStrip(Arrays.stream(Breaker.values()).map(breaker -> Light.of(breaker, trips)).toList(),
                lines);
    }

    /** How many breakers hold, whatever their scopes. */
    public long trippedBreakers() {
        return lights.stream().filter(light -> light.rung() != null).count();
    }

    /** How many stop entries. */
    public boolean stops() {
        return tripped.stream().anyMatch(line -> !line.rung().permitsEntries());
    }

    /**
     * One breaker.
     *
     * @param rung the farthest that it has gone in any scope; nothing while it is armed
     */
    public record Light(String name, @Nullable Rung rung) {

        static Light of(Breaker breaker, List<Trip> trips) {
            return new Light(words(breaker.code()), trips.stream().filter(trip -> trip.breaker() == breaker)
                    .map(Trip::rung).max(Comparator.naturalOrder()).orElse(null));
        }

        /** Its state in a word or two. */
        public String state() {
            return rung == null ? "armed" : words(rung.name()).toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One trip.
     *
     * @param code its name in addresses
     * @param scope what it stops, in words
     * @param kind how much of trading that is
     * @param of name of the venue, strategy or symbol; empty for everything
     * @param compared both numbers; empty when nothing was compared
     * @param until when it ends by itself; nothing when a person ends it
     */
    public record Line(String code, String name, String scope, String kind, String of, Rung rung, String compared,
            String by, String reason, Instant at, @Nullable Instant until) {

        static Line of(Trip trip) {
            return new Line(trip.breaker().code(), words(trip.breaker().code()), trip.scope().toString(),
                    trip.scope().kind().name(), trip.scope().value(), trip.rung(), compared(trip.reading()), trip.by(),
                    trip.reason(), Instant.ofEpochMilli(trip.atMs()),
                    trip.needsPerson() ? null : Instant.ofEpochMilli(trip.untilMs()));
        }

        /** What it does, in words. */
        public String does() {
            return switch (rung) {
                case WARN -> "warns, trading goes on";
                case BLOCK_ENTRIES -> "nothing new is opened";
                case REDUCE_ONLY -> "nothing new is opened, entries at work are cancelled";
                case FLATTEN -> "everything held is closed";
                case KILL -> "the kill switch is thrown";
            };
        }

        /** What tells two trips apart. */
        public String key() {
            return code + " " + scope;
        }

        private static String compared(Reading reading) {
            if (reading.unit().equals("none")) {
                return "";
            }
            return FixedPoint.format(reading.actualE8()) + " of " + FixedPoint.format(reading.limitE8())
                    + (reading.unit().equals("money") ? "" : " " + reading.unit());
        }
    }

    private static String words(String code) {
        String text = code.replace('-', ' ').replace('_', ' ').toLowerCase(Locale.ROOT);
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
