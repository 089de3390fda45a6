package org.portcullis.engine.route;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Service;
import org.apache.camel.spi.BeanRepository;
import org.apache.camel.spi.Registry;
import org.apache.camel.spi.RoutePolicyFactory;
import org.jspecify.annotations.Nullable;

/**
 * The live registry as a scratch context may see it: without components and other services, because closing the scratch
 * context would stop the very ones that the running routes use.
 */
record ScratchBeans(Registry live) implements BeanRepository {

    private static @Nullable Object visible(@Nullable Object bean) {
        boolean shared = bean instanceof Service || bean instanceof CamelContext || bean instanceof CamelContextAware
                || bean instanceof RoutePolicyFactory;
        return shared ? null : bean;
    }

    @Override
    public @Nullable Object lookupByName(String name) {
        return visible(live.lookupByName(name));
    }

    @Override
    public <T> @Nullable T lookupByNameAndType(String name, Class<T> type) {
        return type.cast(visible(live.lookupByNameAndType(name, type)));
    }

    @Override
    public <T> Map<String, T> findByTypeWithName(Class<T> type) {
        Map<String, T> found = new LinkedHashMap<>();
        live.findByTypeWithName(type).forEach((name, bean) -> {
            if (visible(bean) != null) {
                found.put(name, bean);
            }
        });
        return found;
    }

    @Override
    public <T> Set<T> findByType(Class<T> type) {
        Set<T> found = new LinkedHashSet<>();
        live.findByType(type).forEach(bean -> {
            if (visible(bean) != null) {
                found.add(bean);
            }
        });
        return found;
    }
}
