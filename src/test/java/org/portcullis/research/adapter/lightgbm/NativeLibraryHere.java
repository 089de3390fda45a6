package org.portcullis.research.adapter.lightgbm;

import org.junit.jupiter.api.Assumptions;

/** LightGBM's native library, which not every machine can load; a test that needs it is skipped there. */
public final class NativeLibraryHere {

    private NativeLibraryHere() {
    }

    /** Skips the calling test when the library cannot be loaded. */
    public static void require() {
        boolean loaded = true;
        String why = "";
        try {
            NativeLibrary.load();
        } catch (IllegalStateException missing) {
            loaded = false;
            why = missing.getMessage();
        }
        Assumptions.assumeTrue(loaded, "skipped: " + why);
    }
}
