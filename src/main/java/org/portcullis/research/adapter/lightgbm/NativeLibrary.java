package org.portcullis.research.adapter.lightgbm;

import com.microsoft.ml.lightgbm.lightgbmlib;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Loads LightGBM's native library, from a folder of this process alone. The binding's own loader unpacks it to one
 * fixed name in the machine's folder for temporary files: a second process then overwrites what the first one runs,
 * which ends the first with a crash, and whoever owns that name decides what is run. So the binding's classes that
 * load by themselves are not used here, only those that call.
 */
final class NativeLibrary {

    private static final String HELP = "; on Linux install libgomp1, on macOS libomp";
    private static boolean loaded;

    private NativeLibrary() {
    }

    /**
     * Loads the library once.
     *
     * @throws IllegalStateException when this machine has none, or it cannot be loaded; says what to install
     */
    static synchronized void load() {
        if (loaded) {
            return;
        }
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String resources = "lightgbm4j/" + folder(system, System.getProperty("os.arch", "")) + "/";
        String ending = system.startsWith("windows") ? ".dll" : system.startsWith("mac") ? ".dylib" : ".so";
        try {
            Path folder = Files.createTempDirectory("portcullis-lightgbm-");
            try {
                // the second finds the first by its name, as it is loaded by then
                load(folder, resources, "lib_lightgbm" + ending);
                load(folder, resources, "lib_lightgbm_swig" + ending);
            } finally {
                remove(folder);
            }
        } catch (IOException unwritable) {
            throw new IllegalStateException("LightGBM's native library cannot be unpacked ("
                    + unwritable.getMessage() + "); is there room for 8 MB in java.io.tmpdir?", unwritable);
        } catch (LinkageError missing) {
            throw new IllegalStateException("LightGBM's native library cannot be loaded (" + missing.getMessage()
                    + ")" + HELP, missing);
        }
        loaded = true;
    }

    /** Where the binding's archive keeps the library of a system, as {@code linux/x86_64}. */
    static String folder(String system, String processor) {
        String family = system.startsWith("windows") ? "windows" : system.startsWith("mac") ? "osx" : "linux";
        return family + switch (processor) {
            case "aarch64", "arm64" -> "/aarch64";
            default -> "/x86_64";
        };
    }

    private static void load(Path folder, String resources, String name) throws IOException {
        Path file = folder.resolve(name);
        try (@Nullable InputStream packed = lightgbmlib.class.getClassLoader().getResourceAsStream(resources + name)) {
            if (packed == null) {
                throw new UnsatisfiedLinkError("there is none for this system: " + resources + name);
            }
            Files.copy(packed, file);
        }
        System.load(file.toString());
    }

    /** What is loaded needs its file no longer; a system that holds on to it removes it at its end. */
    private static void remove(Path folder) throws IOException {
        folder.toFile().deleteOnExit();
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (!file.toFile().delete()) {
                    file.toFile().deleteOnExit();
                }
            }
        }
        if (!folder.toFile().delete()) {
            folder.toFile().deleteOnExit();
        }
    }
}
