package org.portcullis.market.adapter.route;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How history is replayed as if it were live.
 *
 * @param enabled whether this process replays at all
 * @param path a {@code .csv} or {@code .csv.gz} file, or a folder of them; empty for the bundled seeded data
 * @param speed {@code max}, or how many times faster than life: 60 shows a minute every second
 * @param lockStep whether the feed waits after each frame until everything that it caused has ended: deterministic
 * @param window without lock-step: how many frames may be on their way at most
 * @param preRoll how many frames are shown as fast as possible before {@code speed} applies
 * @param seed seed of the bundled data
 * @param symbols instruments to show, all when empty
 * @param exitAtEnd whether the process ends after the last frame, with its report written
 */
@ConfigurationProperties("portcullis.feed.replay")
public record ReplaySettings(@DefaultValue("true") boolean enabled, @DefaultValue("") String path,
        @DefaultValue("60") String speed, @DefaultValue("true") boolean lockStep, @DefaultValue("4") int window,
        @DefaultValue("0") int preRoll,
        @DefaultValue("42") long seed, @DefaultValue List<String> symbols, boolean exitAtEnd) {

    public ReplaySettings {
        if (!speed.equals("max") && !speed.matches("[0-9]{1,6}(\\.[0-9]{1,3})?")) {
            throw new IllegalArgumentException("portcullis.feed.replay.speed must be max or a factor such as 60, is "
                    + speed);
        }
        if (window < 1 || preRoll < 0) {
            throw new IllegalArgumentException(
                    "portcullis.feed.replay.window must be at least 1 and pre-roll not negative");
        }
    }

    /** Nanoseconds between two frames a minute apart at this speed; 0 for {@code max}. */
    long paceNanos() {
        return speed.equals("max") ? 0 : Math.round(MINUTE_NANOS / Double.parseDouble(speed));
    }

    private static final double MINUTE_NANOS = 60e9;
}
