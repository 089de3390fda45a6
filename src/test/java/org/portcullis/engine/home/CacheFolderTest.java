package org.portcullis.engine.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CacheFolderTest {

    @Test
    void what_is_named_comes_before_the_desktop_and_that_before_the_user() {
        Map<String, String> desktop = Map.of("XDG_CACHE_HOME", "/caches");
        assertThat(CacheFolder.ofUser(Map.of("PORTCULLIS_CACHE", "/mine", "XDG_CACHE_HOME", "/caches"), "/people/ann"))
                .isEqualTo(Path.of("/mine"));
        assertThat(CacheFolder.ofUser(desktop, "/people/ann")).isEqualTo(Path.of("/caches/portcullis"));
        assertThat(CacheFolder.ofUser(Map.of(), "/people/ann")).isEqualTo(Path.of("/people/ann/.cache/portcullis"));
    }

    @Test
    void nothing_is_kept_when_that_is_asked_for_or_there_is_no_place() {
        assertThat(CacheFolder.ofUser(Map.of("PORTCULLIS_CACHE", "none"), "/people/ann")).isNull();
        assertThat(CacheFolder.ofUser(Map.of(), "?")).isNull();
        assertThat(CacheFolder.ofUser(Map.of(), "")).isNull();
        assertThat(CacheFolder.ofUser(Map.of("XDG_CACHE_HOME", "relative"), "/people/ann"))
                .isEqualTo(Path.of("/people/ann/.cache/portcullis"));
    }

    @Test
    void the_folder_of_the_setting_does_not_move_with_the_working_directory() {
        assertThat(CacheFolder.named("data/cache")).isEqualTo(Path.of("data/cache").toAbsolutePath());
        assertThat(CacheFolder.named("none")).isNull();
        assertThat(CacheFolder.named(" ")).isNull();
    }
}
