package org.portcullis.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.settings.Setting;
import org.portcullis.engine.settings.SettingList;

/** The list of settings is complete: what the sources read stands in {@code settings.yaml}, and nothing else. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SettingListTest {

    private static final Path SOURCES = Repository.HERE.resolve("src/main/java");
    private static final Path RESOURCES = Repository.HERE.resolve("src/main/resources");
    /** Read before there is anything that could be injected. */
    private static final Set<String> EARLY = Set.of("portcullis.home", "portcullis.use-checkout",
            "portcullis.rules-path", "portcullis.workflows-path", "portcullis.routes-path", "portcullis.webapp");

    private final SettingList list = SettingList.shipped();

    @Test
    @DisplayName("S2-REQ-C1: every setting that the sources read is listed, and nothing is listed that nobody reads")
    void the_list_is_what_the_sources_read() {
        Set<String> read = new TreeSet<>(EARLY);
        JavaSettings.members(SOURCES).forEach(member -> read.add(member.key()));
        read.addAll(JavaSettings.singles(SOURCES, RESOURCES));
        assertThat(list.settings().keySet()).as("settings.yaml").containsExactlyElementsOf(read);
    }

    @Test
    void what_is_listed_as_default_is_the_default() {
        JavaSettings.members(SOURCES).stream().filter(member -> member.fallback().startsWith("`"))
                .forEach(member -> assertThat(list.settings().get(member.key()).fallback()).as(member.key())
                        .isEqualTo(member.fallback().replace("`", "")));
    }

    @Test
    void every_default_fits_its_own_bounds_and_every_setting_says_what_it_means() {
        for (Setting setting : list.settings().values()) {
            assertThat(setting.meaning()).as(setting.key()).endsWith(".");
            assertThat(setting.fallback().isEmpty() ? null : setting.fault(setting.fallback())).as(setting.key())
                    .isNull();
        }
        assertThat(list.replaced().values()).isSubsetOf(list.settings().keySet());
        assertThat(list.settings().keySet()).doesNotContainAnyElementsOf(list.replaced().keySet());
    }
}
