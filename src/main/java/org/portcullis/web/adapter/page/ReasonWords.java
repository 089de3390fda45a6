package org.portcullis.web.adapter.page;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portcullis.risk.ReasonCode;

/** Sentences of reason codes. */
public final class ReasonWords {

    private static final Map<String, String> SENTENCES = Stream.of(ReasonCode.values())
            .collect(Collectors.toUnmodifiableMap(ReasonCode::name, ReasonCode::sentence));

    /** The sentence of a code; the code itself when it is not one of the closed list. */
    public String of(@Nullable String code) {
        return code == null ? "" : SENTENCES.getOrDefault(code, code);
    }

    /** The sentences of some codes, one after the other. */
    public String all(List<String> codes) {
        return codes.stream().map(this::of).collect(Collectors.joining(" "));
    }
}
