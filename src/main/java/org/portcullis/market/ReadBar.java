package org.portcullis.market;

/** One thing found in a source of bars: a bar that can be used, or what could not be used and why. */
public sealed interface ReadBar {

    /** Name of the file or generator. */
    String source();

    /** Line in the source, counted from one. */
    long sourceLine();

    /**
     * A row that is a bar.
     *
     * @param bar        the bar
     * @param source     name of the file or generator
     * @param sourceLine its line, counted from one
     * @param rawBytes   the row as it stood in the source, without line end; for the raw journal, not to be changed
     */
    record Good(Bar bar, String source, long sourceLine, byte[] rawBytes) implements ReadBar {
    }

    /**
     * A row, or a whole file, that was left out.
     *
     * @param source     name of the file
     * @param sourceLine the line, counted from one
     * @param code       the reason
     * @param message    what is wrong, with the value found
     * @param done       what was done about it
     */
    record Refused(String source, long sourceLine, RefusalCode code, String message, String done) implements ReadBar {

        /** {@code file:line: what is wrong; what was done}. */
        public String text() {
            return source + ":" + sourceLine + ": " + message + "; " + done;
        }
    }
}
