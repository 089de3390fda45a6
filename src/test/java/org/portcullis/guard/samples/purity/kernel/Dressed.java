package org.portcullis.guard.samples.purity.kernel;

import org.springframework.util.StringUtils;

/** Broken on purpose: a kernel word that needs a library. */
public final class Dressed {

    /** Whether there is text. */
    public boolean present(String text) {
        return StringUtils.hasText(text);
    }
}
