package org.portcullis.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Price;
import org.portcullis.risk.NearestChange.Change;
import org.portcullis.risk.PriceView.LastPrice;
import org.portcullis.risk.Verdict.Outcome;
import org.portcullis.risk.domain.FactTree;
import org.portcullis.risk.domain.FactTree.Leaf;
import org.portcullis.risk.domain.Gating;
import org.portcullis.risk.domain.Situation;
import org.portcullis.strategy.Intent;

/**
 * Looks for the nearest change by trying: each failed check names two numbers; every value of the record that is one of
 * them becomes the other, every amount of the same unit moves by the gap between them, every flag turns over, and the
 * rules judge again. The first single value that leads to a better verdict wins, limits before the state of the account
 * before the order itself; when there is none, the value that removes most reasons is kept and the search goes on from
 * there.
 */
final class ChangeSearch {

    /** More values than this are no answer that a person can use. */
    private static final int CHANGES_MAX = 8;

    private final Judging judging;
    private final String rulesVersion;

    ChangeSearch(GateRules rules) {
        GateRules.Edition edition = rules.edition();
        this.judging = new Judging(edition);
        this.rulesVersion = edition.version();
    }

    /** A record with one value changed, and what the rules say about it. */
    private record Trial(CaseFile file, Change change, Verdict verdict) {
    }

    /** What was found, and the record with every change applied, from which anybody can judge again. */
    record Found(NearestChange change, CaseFile changed) {
    }

    Found nearest(CaseFile file) {
        Verdict start = judging.verdict(file);
        Outcome from = start.outcome();
        List<Change> changes = new ArrayList<>();
        CaseFile now = file;
        Verdict verdict = start;
        while (from != Outcome.APPROVED && verdict.outcome() == from && changes.size() < CHANGES_MAX) {
            Optional<Trial> best = best(now, verdict);
            if (best.isEmpty()) {
                return new Found(new NearestChange(List.of(), from, from, rulesVersion), file);
            }
            changes.add(best.get().change());
            now = best.get().file();
            verdict = best.get().verdict();
        }
        return verdict.outcome() == from
                ? new Found(new NearestChange(List.of(), from, from, rulesVersion), file)
                : new Found(new NearestChange(changes, from, verdict.outcome(), rulesVersion), now);
    }

    /** The first change that betters the verdict, otherwise the one that leaves the fewest failed checks. */
    private Optional<Trial> best(CaseFile file, Verdict verdict) {
        List<Check> failed = failed(verdict);
        Trial fewest = null;
        for (Trial trial : trials(file, failed)) {
            if (trial.verdict().outcome() != verdict.outcome()) {
                return Optional.of(trial);
            }
            int before = failed(fewest == null ? verdict : fewest.verdict()).size();
            fewest = failed(trial.verdict()).size() < before ? trial : fewest;
        }
        return Optional.ofNullable(fewest);
    }

    private static List<Check> failed(Verdict verdict) {
        boolean denied = verdict.outcome() == Outcome.DENIED;
        return verdict.decision().checks().stream().filter(check -> !check.pass() && check.hard() == denied).toList();
    }

    /** Every change worth trying, limits first; judged when it is reached, so that the first answer ends the search. */
    private Iterable<Trial> trials(CaseFile file, List<Check> failed) {
        List<Candidate> candidates = new ArrayList<>();
        for (Check check : failed) {
            priceKnown(file, check).ifPresent(candidates::add);
            for (Part part : parts(file)) {
                for (Leaf leaf : FactTree.leaves(part.fact())) {
                    values(file, leaf, check).forEach(value -> candidates.add(candidate(file, part, leaf, check,
                            value)));
                }
            }
        }
        // several checks may ask for the same change
        Map<String, Candidate> distinct = new LinkedHashMap<>();
        candidates.sort(Comparator.comparingInt(Candidate::rank));
        candidates.forEach(one -> distinct.putIfAbsent(one.change().name() + "=" + one.change().to(), one));
        return () -> distinct.values().stream().map(this::tried).filter(Objects::nonNull).iterator();
    }

    private record Candidate(int rank, Change change, Supplier<CaseFile> file) {
    }

    /** One fact of the case. */
    private record Part(Record fact, Function<Record, CaseFile> changed) {
    }

    /** Nothing when a fact refuses the value or it cannot be reckoned with: then it is no answer either. */
    private @Nullable Trial tried(Candidate candidate) {
        try {
            CaseFile changed = candidate.file().get();
            return new Trial(changed, candidate.change(), judging.verdict(changed));
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException impossible) {
            return null;
        }
    }

    private static List<Part> parts(CaseFile file) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(file.situation(), fact -> with(file, (Situation) fact)));
        parts.add(new Part(file.gating(), fact -> new CaseFile(file.account(), file.situation(),
                (Gating) fact, file.agreed(), file.sizingFacts(), file.judgingFacts(),
                file.policyHash())));
        Set<Record> brought = new LinkedHashSet<>(file.sizingFacts());
        brought.addAll(file.judgingFacts());
        for (Record old : brought) {
            parts.add(new Part(old, fact -> new CaseFile(file.account(), file.situation(), file.gating(),
                    file.agreed(), replaced(file.sizingFacts(), old, fact), replaced(file.judgingFacts(), old, fact),
                    file.policyHash())));
        }
        return parts;
    }

    private static CaseFile with(CaseFile file, Situation situation) {
        return new CaseFile(file.account(), situation, file.gating(), file.agreed(), file.sizingFacts(),
                file.judgingFacts(), file.policyHash());
    }

    private static List<Record> replaced(List<Record> facts, Record old, Record fact) {
        return facts.stream().map(known -> known.equals(old) ? fact : known).toList();
    }

    private static Candidate candidate(CaseFile file, Part part, Leaf leaf, Check check, Object value) {
        String name = part.fact() instanceof Situation ? leaf.name()
                : dashed(part.fact().getClass().getSimpleName()) + "." + leaf.name();
        return new Candidate(rank(name), new Change(name, check.code(), text(leaf, leaf.value()), text(leaf, value)),
                () -> part.changed().apply(FactTree.with(part.fact(), leaf.path(), value)));
    }

    /** Limits are what people set; what the venue asks and what the market said nobody can change. */
    private static int rank(String name) {
        if (name.contains("limit") || name.startsWith("gating.") || name.endsWith("-max") || name.endsWith("-min")) {
            return name.startsWith("terms.") ? 4 : 0;
        }
        return name.startsWith("terms.") ? 4 : name.startsWith("proposal.") ? 3 : name.startsWith("exposure.") ? 2 : 1;
    }

    private static Optional<Candidate> priceKnown(CaseFile file, Check check) {
        Situation situation = file.situation();
        if (situation.price().isPresent() || !check.unit().equals("flag")) {
            return Optional.empty();
        }
        Price price = new Price(situation.proposal().referencePriceE8());
        Optional<LastPrice> known = Optional.of(new LastPrice(price, situation.atMs()));
        return Optional.of(new Candidate(1, new Change("price", check.code(), "unknown", price.toString()),
                () -> with(file, new Situation(situation.proposal(), situation.atMs(), situation.terms(), known,
                        situation.cash(), situation.reserved(), situation.exposure(), situation.closable(),
                        situation.limits(), situation.cooling(), situation.killOn(), situation.mode(),
                        situation.slippageMax()))));
    }

    private static List<Object> values(CaseFile file, Leaf leaf, Check check) {
        if (leaf.value() instanceof Boolean flag) {
            return check.unit().equals("flag") ? List.of(!flag) : List.of();
        }
        if (leaf.value() instanceof Enum<?> word) {
            List<Object> others = new ArrayList<>(List.of(word.getDeclaringClass().getEnumConstants()));
            others.remove(word);
            return check.unit().equals("flag") && !(word instanceof Intent) ? others : List.of();
        }
        if (check.unit().equals("flag") || check.actualE8() == Long.MAX_VALUE) {
            return List.of();
        }
        return numbers(file, leaf, check);
    }

    private static List<Object> numbers(CaseFile file, Leaf leaf, Check check) {
        long scale = leaf.inE8() ? 1 : FixedPoint.ONE;
        long raw = ((Number) leaf.value()).longValue();
        if (Math.abs(raw) > Long.MAX_VALUE / scale) {
            return List.of();
        }
        long found = raw * scale;
        // what must be above a limit is not yet when it stands on it
        long beyond = check.relation() == Check.Relation.ABOVE ? scale : 0;
        LongStream wanted = found == check.limitE8() ? LongStream.of(check.actualE8() - beyond)
                : found == check.actualE8() ? LongStream.of(check.limitE8() + beyond)
                : sameUnit(file, leaf, check) ? LongStream.of(found + check.headroomE8(), found - check.headroomE8())
                : LongStream.empty();
        boolean whole = leaf.value() instanceof Integer;
        // what has no sign is not made negative
        return wanted.filter(value -> value % scale == 0 && (value >= 0 || raw < 0)).map(value -> value / scale)
                .mapToObj(value -> whole ? (Object) Math.toIntExact(value) : (Object) value).toList();
    }

    /** Whether the value could have been part of a sum that the check compared. */
    private static boolean sameUnit(CaseFile file, Leaf leaf, Check check) {
        String unit = check.unit();
        if (leaf.path().get(0).equals("terms")) {
            return false;
        }
        String type = leaf.holder().getSimpleName();
        if (unit.equals(file.situation().terms().currency())) {
            return type.equals("Money") || type.equals("Price") || leaf.name().endsWith("-price");
        }
        return unit.equals("units") && type.equals("Quantity")
                || unit.equals("ms") && leaf.name().endsWith("-ms");
    }

    private static String text(Leaf leaf, Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "yes" : "no";
        }
        return leaf.inE8() ? FixedPoint.format(((Number) value).longValue()) : value.toString();
    }

    private static String dashed(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
