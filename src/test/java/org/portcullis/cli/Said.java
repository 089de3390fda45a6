package org.portcullis.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What a command did and said.
 *
 * @param code    its exit code
 * @param printed what it printed
 * @param error   what it said on the error output, without blanks around it
 */
record Said(int code, String printed, String error) {

    /** Runs the command in this process. */
    static Said by(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(error, true, StandardCharsets.UTF_8));
        try {
            int code = CommandLineTool.run(arguments);
            return new Said(code, printed.toString(StandardCharsets.UTF_8),
                    error.toString(StandardCharsets.UTF_8).strip());
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
