package org.portcullis.engine.rules;

import java.time.Duration;
import org.portcullis.kernel.Invariant;

/**
 * How much a rule file and a run may take. These bounds guard the machine, not the money.
 *
 * @param firingsMax      firings after which a run counts as endless
 * @param timeMax         time after which one firing of a group is stopped
 * @param factsMax        facts a run may hold, given and formed
 * @param comparisonsMax  most combinations of facts that one rule may have to compare
 * @param fileBytesMax    size of a rule file, in bytes
 * @param poll            how often the watcher looks at the folder
 */
public record RuleLimits(int firingsMax, Duration timeMax, int factsMax, long comparisonsMax, int fileBytesMax,
                         Duration poll) {

    public RuleLimits {
        Invariant.hold(firingsMax > 0 && factsMax > 0 && comparisonsMax > 0 && fileBytesMax > 0,
                () -> "rule limits are positive");
        Invariant.hold(timeMax.toMillis() > 0 && poll.toMillis() > 0, () -> "rule times are at least a millisecond");
    }

    /** 10,000 firings, 200 ms, 10,000 facts, a million comparisons, files of 1 MiB, a look every 200 ms. */
    public static RuleLimits standard() {
        return new RuleLimits(10_000, Duration.ofMillis(200), 10_000, 1_000_000, 1 << 20, Duration.ofMillis(200));
    }

    /** The same with another bound on firings and time. */
    public RuleLimits within(int firings, Duration time) {
        return new RuleLimits(firings, time, factsMax, comparisonsMax, fileBytesMax, poll);
    }
}
