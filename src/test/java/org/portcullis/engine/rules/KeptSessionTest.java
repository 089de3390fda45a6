package org.portcullis.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.market.Flag;
import org.portcullis.market.FlagCode;
import org.portcullis.market.TickFlag;
import org.portcullis.market.TickFlagCode;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KeptSessionTest {

    private static final String RULE = """
            package rules.room.question

            import org.portcullis.market.Flag
            import org.portcullis.market.FlagCode

            // Every gap is answered with an outlier.
            rule "room.question.answer"
                agenda-group "room.question"
            when
                $flag : Flag( code == FlagCode.GAP )
            then
                insert( new Flag( FlagCode.OUTLIER, $flag.actual(), $flag.limit() ) );
            end
            """;

    private static final String TICKS = """
            package rules.room.question

            import org.portcullis.market.Flag
            import org.portcullis.market.FlagCode
            import org.portcullis.market.TickFlag

            // Every flag of a tick is answered with an outlier.
            rule "room.question.answer"
                agenda-group "room.question"
            when
                $tick : TickFlag( actual > limit )
            then
                insert( new Flag( FlagCode.OUTLIER, $tick.actual(), $tick.limit() ) );
            end
            """;

    @TempDir
    private Path folder;

    @Test
    void nothing_of_one_item_reaches_the_next() throws IOException {
        write(RULE);
        try (RuleLibrary library = RuleLibrary.open(folder, RuleSandbox.allowing("org.portcullis."))) {
            KeptSession session = new KeptSession(() -> library.base("room"));
            assertThat(answers(session, 1)).containsExactly(1.0);
            assertThat(answers(session, 2)).containsExactly(2.0);
        }
    }

    @Test
    void the_next_item_is_judged_by_the_rules_in_force() throws IOException {
        write(RULE);
        try (RuleLibrary library = RuleLibrary.open(folder, RuleSandbox.allowing("org.portcullis."))) {
            KeptSession session = new KeptSession(() -> library.base("room"));
            assertThat(answers(session, 1)).containsExactly(1.0);
            write(RULE.replace("$flag.actual(), $flag.limit()", "$flag.limit(), $flag.actual()"));
            library.reload();
            assertThat(answers(session, 1)).containsExactly(0.0);
        }
    }

    @Test
    void a_failed_item_leaves_a_fresh_session_for_the_next() throws IOException {
        write(RULE);
        try (RuleLibrary library = RuleLibrary.open(folder, RuleSandbox.allowing("org.portcullis."))) {
            KeptSession session = new KeptSession(() -> library.base("room"));
            assertThatThrownBy(() -> session.ask(rules -> {
                rules.insert(new Flag(FlagCode.GAP, 7, 0));
                throw new IllegalStateException("the caller failed");
            })).hasMessage("the caller failed");
            assertThat(answers(session, 1)).containsExactly(1.0);
        }
    }

    @Test
    void another_thread_may_take_over() throws IOException {
        write(RULE);
        try (RuleLibrary library = RuleLibrary.open(folder, RuleSandbox.allowing("org.portcullis."))) {
            KeptSession session = new KeptSession(() -> library.base("room"));
            assertThat(answers(session, 1)).containsExactly(1.0);
            assertThat(CompletableFuture.supplyAsync(() -> answers(session, 2)).join()).containsExactly(2.0);
            assertThat(answers(session, 3)).containsExactly(3.0);
        }
    }

    @Test
    void facts_in_a_row_that_is_filled_again_are_answered_like_a_list_of_them() throws IOException {
        write(TICKS);
        try (RuleLibrary library = RuleLibrary.open(folder, RuleSandbox.allowing("org.portcullis."))) {
            KeptSession session = new KeptSession(() -> library.base("room"));
            Object[] row = new Object[3];
            for (int count = 0; count <= row.length; count++) {
                for (int i = 0; i < count; i++) {
                    row[i] = new TickFlag(TickFlagCode.values()[0], 1 + count + i, 0);
                }
                List<Flag> formed = session.form("room.question", row, count, Flag.class);
                assertThat(formed).hasSize(count)
                        .isEqualTo(session.form("room.question", Arrays.asList(row).subList(0, count), Flag.class));
            }
            row[0] = new TickFlag(TickFlagCode.values()[0], 0, 0);
            assertThat(session.form("room.question", row, 1, Flag.class)).isEmpty();
            write(RULE);
            library.reload();
            assertThat(session.form("room.question", row, 1, Flag.class)).isEmpty();
        }
    }

    private static List<Double> answers(KeptSession session, double actual) {
        return session.ask(rules -> {
            rules.insert(new Flag(FlagCode.GAP, actual, 0));
            rules.fire("room.question");
            return rules.facts(Flag.class).stream().filter(flag -> flag.code() == FlagCode.OUTLIER).map(Flag::actual)
                    .toList();
        });
    }

    private void write(String rule) throws IOException {
        Path room = Files.createDirectories(folder.resolve("room"));
        Files.writeString(room.resolve("question.drl"), rule);
    }
}
