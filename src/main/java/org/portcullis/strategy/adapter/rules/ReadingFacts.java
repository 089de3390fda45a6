package org.portcullis.strategy.adapter.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portcullis.kernel.LateMap;
import org.portcullis.market.Cross;
import org.portcullis.market.Happening;
import org.portcullis.market.Reading;
import org.portcullis.market.ReadingPlan;
import org.portcullis.market.ReadingsSeen;
import org.portcullis.strategy.Events;
import org.portcullis.strategy.NamedNumbers;
import org.portcullis.strategy.PackFile;
import org.portcullis.strategy.Readings;
import org.portcullis.strategy.domain.NamePlaces;

/** Gives what was computed for all packs to one of them, under the names that it declares. */
final class ReadingFacts {

    private final Map<String, Integer> readingIndex = new HashMap<>();
    private final List<Reading> readings = new ArrayList<>();
    private final Map<String, Integer> eventIndex = new HashMap<>();
    private final List<Cross> crosses = new ArrayList<>();
    private ReadingPlan plan = ReadingPlan.NONE;
    private int[] readingPlaces = new int[0];
    private int[] crossPlaces = new int[0];
    /** Where each name of this pack lies in what was computed for all; without those that were not computed. */
    private NamePlaces seenIndex = new NamePlaces(Map.of());

    ReadingFacts(PackFile declared) {
        declared.readings().forEach((name, reading) -> {
            readingIndex.put(name, readings.size());
            readings.add(reading);
        });
        for (Happening one : Happening.values()) {
            eventIndex.put(one.word(), one.ordinal());
        }
        declared.crosses().forEach((name, cross) -> {
            eventIndex.put(name, Happening.values().length + crosses.size());
            crosses.add(cross);
        });
        place(plan);
    }

    /** The pack's readings; what was not computed is not known. */
    Readings readings(ReadingsSeen seen) {
        follow(seen.plan());
        return new Readings(new NamedNumbers(seenIndex, seen.now()), new NamedNumbers(seenIndex, seen.before()));
    }

    /** What happened before, and the crosses that the pack declares. */
    Events events(ReadingsSeen seen) {
        follow(seen.plan());
        int happenings = Happening.values().length;
        double[] since = new double[happenings + crossPlaces.length];
        for (int i = 0; i < since.length; i++) {
            int place = i < happenings ? i : crossPlaces[i - happenings];
            int[] from = i < happenings ? seen.sinceHappening() : seen.sinceCross();
            since[i] = place < 0 || place >= from.length ? ReadingsSeen.NEVER : from[place];
        }
        return new Events(new NamedNumbers(eventIndex, since));
    }

    /**
     * What was known, by name, for the explanation of a proposal, beside what the pack's kind says; put together when
     * somebody reads it.
     */
    SortedMap<String, Double> saw(ReadingsSeen seen, SortedMap<String, Double> measured) {
        if (readings.isEmpty()) {
            return measured;
        }
        follow(seen.plan());
        int[] places = readingPlaces;
        return new LateMap<>(() -> {
            SortedMap<String, Double> saw = new TreeMap<>((Map<String, Double>) measured);
            readingIndex.forEach((name, i) -> {
                if (places[i] >= 0) {
                    saw.put("reading." + name, seen.now()[places[i]]);
                }
            });
            return saw;
        });
    }

    private void follow(ReadingPlan now) {
        if (now != plan) {
            place(now);
        }
    }

    private void place(ReadingPlan now) {
        plan = now;
        readingPlaces = places(readings, now.readings());
        crossPlaces = places(crosses, now.crosses());
        Map<String, Integer> index = new HashMap<>();
        readingIndex.forEach((name, i) -> {
            if (readingPlaces[i] >= 0) {
                index.put(name, readingPlaces[i]);
            }
        });
        seenIndex = new NamePlaces(index);
    }

    private static <T> int[] places(List<T> wanted, List<T> computed) {
        return wanted.stream().mapToInt(computed::indexOf).toArray();
    }
}
