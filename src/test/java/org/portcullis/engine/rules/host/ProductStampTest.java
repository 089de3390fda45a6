package org.portcullis.engine.rules.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProductStampTest {

    private static final String OWN = "org/portcullis/engine/rules/host/ProductStamp.class";
    private static final FileTime THEN = FileTime.fromMillis(1_700_000_000_000L);

    @TempDir
    Path folder;
    private Path ours;

    @BeforeEach
    void writeOurClass() throws IOException {
        ours = folder.resolve("classes").resolve(OWN);
        Files.createDirectories(ours.getParent());
        write(ours, "code", THEN);
    }

    private static void write(Path file, String text, FileTime time) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, time);
    }

    /** Finds our own classes there, and Drools where it is. */
    private static @Nullable String stampWith(URL our) {
        return ProductStamp.of(new ClassLoader(ProductStampTest.class.getClassLoader()) {
            @Override
            public URL getResource(String name) {
                return name.equals(OWN) ? our : super.getResource(name);
            }
        });
    }

    private @Nullable String stamp() throws IOException {
        return stampWith(ours.toUri().toURL());
    }

    /** An address that nothing is ever read from. */
    private static URL address(String text) throws IOException {
        return new URL(null, text, new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL opened) throws IOException {
                throw new IOException("nobody opens this");
            }
        });
    }

    @Test
    void the_same_files_have_the_same_stamp() throws IOException {
        assertThat(stamp()).isNotNull().isEqualTo(stamp());
    }

    @Test
    void a_class_of_another_size_or_time_is_another_build() throws IOException {
        String before = stamp();
        write(ours, "codes", THEN);
        assertThat(stamp()).isNotEqualTo(before);
        write(ours, "code", FileTime.fromMillis(THEN.toMillis() + 1));
        assertThat(stamp()).isNotEqualTo(before);
        write(ours, "code", THEN);
        assertThat(stamp()).isEqualTo(before);
    }

    @Test
    void one_class_more_is_another_build() throws IOException {
        String before = stamp();
        write(ours.resolveSibling("Another.class"), "code", THEN);
        assertThat(stamp()).isNotEqualTo(before);
    }

    @Test
    void inside_an_archive_the_archive_is_looked_at() throws IOException {
        Path archive = folder.resolve("with space.war");
        write(archive, "packed", THEN);
        String nested = "jar:nested:" + archive.toUri().getRawPath() + "/!WEB-INF/classes/!/" + OWN;
        String jar = "jar:" + archive.toUri() + "!/" + OWN;
        String before = stampWith(address(nested));
        String plain = stampWith(address(jar));
        assertThat(before).isNotNull().isNotEqualTo(plain);
        write(archive, "packed again", THEN);
        assertThat(stampWith(address(nested))).isNotNull().isNotEqualTo(before);
        assertThat(stampWith(address(jar))).isNotNull().isNotEqualTo(plain);
    }

    @Test
    void classes_from_elsewhere_have_none() throws IOException {
        assertThat(stampWith(address("https://example.org/classes/" + OWN))).isNull();
    }
}
