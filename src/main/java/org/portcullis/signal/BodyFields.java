package org.portcullis.signal;

import org.portcullis.signal.domain.Fields;

/** Takes a body apart. */
public interface BodyFields {

    /**
     * The single values of a JSON object.
     *
     * @throws org.portcullis.signal.domain.Unreadable when it is broken, too deep, or has a key twice
     */
    Fields read(String json);
}
