package org.portcullis.engine.settings;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/** Ends the start on an unknown or former key and on a value that does not fit, before anything is opened. */
public final class SettingsCheck implements EnvironmentPostProcessor, Ordered {

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    /** @throws IllegalStateException with every problem, a line each */
    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        List<String> problems = SettingsInForce.of(environment).problems();
        if (!problems.isEmpty()) {
            throw new IllegalStateException("settings are refused, nothing was started:"
                    + System.lineSeparator() + "  " + String.join(System.lineSeparator() + "  ", problems));
        }
    }
}
