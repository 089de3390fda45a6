package org.portcullis.signal;

import java.util.List;

/** The secrets that sources prove themselves with. */
public interface SourceSecrets {

    /** The secrets of that source: one, or two while it is being changed; none for a source that is not configured. */
    List<String> of(String source);
}
