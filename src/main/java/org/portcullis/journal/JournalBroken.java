package org.portcullis.journal;

/** A journal is not as it was written and must not be read or continued as if nothing had happened. */
public class JournalBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Verification.Broken broken;

    /** Names the folder and the first bad place. */
    public JournalBroken(String folder, Verification.Broken broken) {
        super(folder + "/" + broken + "; run `portcullis journal verify` and restore the folder from a copy");
        this.broken = broken;
    }

    /** The first bad place. */
    public Verification.Broken broken() {
        return broken;
    }
}
