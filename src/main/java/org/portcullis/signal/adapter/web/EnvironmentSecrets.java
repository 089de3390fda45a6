package org.portcullis.signal.adapter.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portcullis.signal.SourceSecrets;
import org.portcullis.signal.domain.SecretText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Secrets from {@code TRADINGVIEW_SECRET_<SOURCE>}, and {@code TRADINGVIEW_SECRET_<SOURCE>_NEXT} beside it while it is
 * being changed. A value that is too short or has other characters is no secret and is said once, by its name.
 */
public final class EnvironmentSecrets implements SourceSecrets {

    private static final Logger LOG = LoggerFactory.getLogger(EnvironmentSecrets.class);

    private final Function<String, @Nullable String> environment;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    /** @param environment value of a variable, or nothing */
    public EnvironmentSecrets(Function<String, @Nullable String> environment) {
        this.environment = environment;
    }

    @Override
    public List<String> of(String source) {
        String name = "TRADINGVIEW_SECRET_" + source.toUpperCase(Locale.ROOT).replace('-', '_');
        return Stream.of(name, name + "_NEXT").flatMap(this::secret).toList();
    }

    private Stream<String> secret(String name) {
        String value = environment.apply(name);
        if (value == null || value.isBlank()) {
            return Stream.empty();
        }
        if (!SecretText.wellFormed(value)) {
            if (said.add(name)) {
                LOG.error("{} is not used: a secret is 22 to 128 letters, digits, dashes or underscores", name);
            }
            return Stream.empty();
        }
        return Stream.of(value);
    }
}
