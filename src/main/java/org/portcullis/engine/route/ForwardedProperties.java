package org.portcullis.engine.route;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertiesSource;
import org.jspecify.annotations.Nullable;

/** Lets a scratch context resolve {@code {{...}}} as the running one does. */
record ForwardedProperties(CamelContext live) implements PropertiesSource {

    @Override
    public String getName() {
        return "forwarded";
    }

    @Override
    public @Nullable String getProperty(String name) {
        return live.getPropertiesComponent().resolveProperty(name).orElse(null);
    }
}
