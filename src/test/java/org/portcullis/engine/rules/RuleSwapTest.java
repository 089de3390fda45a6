package org.portcullis.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import samples.rules.Bar;
import samples.rules.Proposal;

/** R4: rules are swapped under load. Every rule of a version says the version's mark, so a mix would show. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RuleSwapTest {

    private static final int LOADERS = 2;
    private static final int RULES = 5;
    /** Leaves the compiler some of two cores. */
    private static final long PAUSE_NANOS = 200_000;

    @TempDir
    Path folder;

    @Test
    @DisplayName("R4: two hundred swaps under load, no decision mixes versions")
    void two_hundred_swaps_under_load() throws Exception {
        swap(200);
    }

    @Test
    @Tag("soak")
    @DisplayName("R4: a thousand swaps under load, no decision mixes versions and metaspace does not trend")
    void a_thousand_swaps_under_load() throws Exception {
        List<Long> metaspace = swap(1_000);
        long early = metaspace.get(metaspace.size() / 4);
        long late = metaspace.get(metaspace.size() - 1);
        System.out.println("metaspace bytes every 50 swaps: " + metaspace);
        assertThat(late).isLessThan(early + early / 5);
    }

    private List<Long> swap(int swaps) throws Exception {
        RulesOnDisk disk = version(0);
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService load = Executors.newFixedThreadPool(LOADERS);
        List<Long> metaspace = new ArrayList<>();
        try (RuleLibrary library = RuleLibrary.open(folder, RulesOnDisk.SANDBOX,
                RuleLimits.standard().within(10_000, Duration.ofSeconds(10)),
                InstantSource.system())) {
            List<Future<Integer>> loaders = new ArrayList<>();
            for (int i = 0; i < LOADERS; i++) {
                loaders.add(load.submit(judging(library, done, i == 0)));
            }
            for (int i = 1; i <= swaps; i++) {
                version(i);
                assertThat(library.reload().problems()).isEmpty();
                assertThat(library.base("market").rules().get(0).source()).contains("\"v" + i + "\"");
                if (i % 50 == 0) {
                    System.gc();
                    metaspace.add(metaspaceUsed());
                }
            }
            done.set(true);
            for (Future<Integer> loader : loaders) {
                assertThat(loader.get()).isGreaterThan(swaps);
            }
        } finally {
            done.set(true);
            load.shutdownNow();
        }
        assertThat(disk.root).exists();
        return metaspace;
    }

    private Callable<Integer> judging(RuleLibrary library, AtomicBoolean done, boolean owned) {
        return () -> {
            int decisions = 0;
            TriggerSession session = library.base("market").ownedSession();
            while (!done.get()) {
                RuleBook base = library.base("market");
                if (!session.version().equals(base.version())) {
                    session.close();
                    session = base.ownedSession();
                }
                if (owned) {
                    judge(session, base);
                    session.clear();
                } else {
                    try (RuleRun run = base.open(null)) {
                        judge(run, base);
                    }
                }
                decisions++;
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            session.close();
            return decisions;
        };
    }

    private static void judge(RuleRun run, RuleBook base) {
        assertThat(run.version()).isEqualTo(base.version());
        run.insert(new Bar("A", 1, 0));
        run.fire("market.flags");
        run.fire("market.more");
        List<Proposal> said = run.facts(Proposal.class);
        String mark = base.rules().get(0).source().replaceAll("(?s).*\"(v\\d+)\".*", "$1");
        assertThat(said).hasSize(2 * RULES).extracting(Proposal::reason).containsOnly(mark);
    }

    private RulesOnDisk version(int number) {
        RulesOnDisk disk = new RulesOnDisk(folder);
        for (String question : List.of("flags", "more")) {
            StringBuilder text = new StringBuilder("package rules.market." + question
                    + "\n\nimport samples.rules.Bar\nimport samples.rules.Proposal\n");
            for (int i = 0; i < RULES; i++) {
                text.append("""

                        // Says which version it is of.
                        rule "market.%1$s.rule-%2$d-%3$d"
                            agenda-group "market.%1$s"
                        when
                            $bar : Bar( close > average, symbol != "%3$d" )
                        then
                            insert( new Proposal( $bar.symbol(), "v%3$d" ) );
                        end
                        """.formatted(question, i, number));
            }
            disk.write("market/" + question + ".drl", text.toString());
        }
        return disk;
    }

    private static long metaspaceUsed() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getName().equals("Metaspace"))
                .mapToLong(pool -> pool.getUsage().getUsed()).sum();
    }
}
