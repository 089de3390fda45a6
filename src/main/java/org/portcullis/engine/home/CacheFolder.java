package org.portcullis.engine.home;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where is kept what only saves time: it may be deleted at any moment. The application keeps it in its home folder;
 * commands, which mostly have no home, in the cache folder of the user.
 */
public final class CacheFolder {

    /** The value that stands for keeping nothing. */
    public static final String NONE = "none";

    private CacheFolder() {
    }

    /** The folder that a setting names; null for {@value #NONE}. */
    public static @Nullable Path named(String setting) {
        return setting.isBlank() || setting.equals(NONE) ? null : Path.of(setting).toAbsolutePath().normalize();
    }

    /** The folder for commands; null when nothing is to be kept. */
    public static @Nullable Path ofUser() {
        return ofUser(System.getenv(), System.getProperty("user.home", ""));
    }

    /** {@code PORTCULLIS_CACHE}, else the desktop's place for caches, else {@code .cache} of the user's folder. */
    static @Nullable Path ofUser(Map<String, String> environment, String userHome) {
        String named = environment.getOrDefault("PORTCULLIS_CACHE", "");
        if (!named.isBlank()) {
            return named(named);
        }
        String caches = environment.getOrDefault("XDG_CACHE_HOME", "");
        if (!caches.isBlank() && Path.of(caches).isAbsolute()) {
            return Path.of(caches, "portcullis");
        }
        // a user without a folder has "?" or nothing here
        return userHome.isBlank() || !Path.of(userHome).isAbsolute() ? null : Path.of(userHome, ".cache", "portcullis");
    }
}
