package org.portcullis.research.adapter.lightgbm;

import io.github.metarank.lightgbm4j.LGBMBooster;
import org.junit.jupiter.api.Assumptions;

/** LightGBM's native library, which not every machine can load; a test that needs it is skipped there. */
public final class NativeLibrary {

    private NativeLibrary() {
    }

    /** Skips the calling test when the library cannot be loaded. */
    public static void require() {
        boolean loaded;
        try {
            loaded = LGBMBooster.isNativeLoaded();
        } catch (LinkageError missing) {
            loaded = false;
        }
        Assumptions.assumeTrue(loaded, "skipped: LightGBM's native library cannot be loaded; on Linux install libgomp1,"
                + " on macOS libomp");
    }
}
