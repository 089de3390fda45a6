package org.portcullis.engine.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small good model: asks somebody, then asks the desk, then waits, until it is told to end. */
final class SampleModel {

    static final String TEXT = read();

    private SampleModel() {
    }

    private static String read() {
        try {
            return Files.readString(Path.of("src/test/resources/workflow/SampleWaitProcess.bpmn"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
