package org.portcullis.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A part of a document that is made from the code, between {@code <!-- generated: name -->} and {@code <!-- end -->}.
 * The build fails when the two differ; {@code -Dportcullis.docs.write=true} writes the part anew instead.
 */
public final class GeneratedText {

    static final String WRITE = "portcullis.docs.write";

    private GeneratedText() {
    }

    /** Whether documents are written instead of compared. */
    static boolean writing() {
        return Boolean.getBoolean(WRITE);
    }

    /** Fails, or writes, when the part of the document is not the expected text. */
    public static void check(Path document, String part, String expected) {
        String whole = Repository.text(document);
        String updated = replaced(whole, part, expected);
        if (writing()) {
            write(document, updated);
        } else {
            assertThat(whole).as("the part \"%s\" of %s is made from the code and has changed; run "
                    + "mvn -q test -Dtest='DocumentsTest,SettingsTest,ConformanceTest' -D%s=true and read the "
                    + "difference", part, Repository.name(document), WRITE)
                    .isEqualTo(updated);
        }
    }

    /** Replaces the file. */
    static void write(Path document, String text) {
        try {
            Files.writeString(document, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write " + document, unwritable);
        }
    }

    static String replaced(String whole, String part, String expected) {
        String start = "<!-- generated: " + part + " -->";
        int from = whole.indexOf(start);
        int to = whole.indexOf("<!-- end -->", from);
        assertThat(from).as("no part %s", start).isNotNegative();
        assertThat(to).as("no end after %s", start).isNotNegative();
        return whole.substring(0, from + start.length()) + "\n\n" + expected.strip() + "\n\n" + whole.substring(to);
    }
}
