package org.portcullis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A command is found by its name, alone or among all. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CommandLineToolTest {

    @Test
    void every_command_is_found_by_the_name_it_carries() {
        CommandLineTool.COMMANDS.forEach((name, command) -> assertThat(CommandLineTool.reading(new String[] {name})
                .getSubcommands()).as(name).containsKey(name));
    }

    @Test
    void a_named_command_is_read_alone_and_help_reads_all() {
        assertThat(CommandLineTool.reading(new String[] {"signals", "--json"}).getSubcommands())
                .containsOnlyKeys("signals");
        List<String> all = new ArrayList<>(CommandLineTool.COMMANDS.keySet());
        for (String first : List.of("help", "--help", "signal")) {
            assertThat(CommandLineTool.reading(new String[] {first}).getSubcommands().keySet())
                    .as(first).containsExactlyElementsOf(all);
        }
        Said typo = Said.by("signal");
        assertThat(typo.code()).isEqualTo(2);
        assertThat(typo.error()).contains("signals");
    }
}
