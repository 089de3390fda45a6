package org.portcullis.research.adapter.lightgbm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the native library is loaded from. */
@DisplayName("S1-32 the native library of the trainer")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NativeLibraryTest {

    private static final Path MAPPED = Path.of("/proc/self/maps");

    @Test
    void is_loaded_from_a_folder_of_this_process_so_that_no_other_overwrites_it() throws IOException {
        NativeLibraryHere.require();
        Assumptions.assumeTrue(Files.exists(MAPPED), "skipped: this system does not list what a process has mapped");
        assertThat(Files.readAllLines(MAPPED)).filteredOn(line -> line.contains("lib_lightgbm")).isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("/portcullis-lightgbm-").endsWith("(deleted)"));
    }

    @Test
    void loading_again_changes_nothing() throws IOException {
        NativeLibraryHere.require();
        Assumptions.assumeTrue(Files.exists(MAPPED), "skipped: this system does not list what a process has mapped");
        long before = mapped();
        NativeLibrary.load();
        assertThat(mapped()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"linux, amd64, linux/x86_64", "linux, aarch64, linux/aarch64", "mac os x, aarch64, osx/aarch64",
        "mac os x, x86_64, osx/x86_64", "windows 11, amd64, windows/x86_64"})
    void every_system_has_its_own(String system, String processor, String folder) {
        assertThat(NativeLibrary.folder(system, processor)).isEqualTo(folder);
    }

    private static long mapped() throws IOException {
        return Files.readAllLines(MAPPED).stream().filter(line -> line.contains("lib_lightgbm")).count();
    }
}
