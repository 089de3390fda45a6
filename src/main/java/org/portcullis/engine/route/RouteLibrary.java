package org.portcullis.engine.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.home.FilesBelow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads {@code routes/**}{@code /*.camel.yaml} and takes edits while running. Camel's own reload removes every route
 * when one file is broken; here a file is tried in a scratch context first, only its own routes are replaced, and the
 * last good text is put back when the replacement fails.
 */
public final class RouteLibrary implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RouteLibrary.class);
    private static final String ENDING = ".camel.yaml";

    private final CamelContext camel;
    private final Path folder;
    private final Map<Path, Loaded> good = new LinkedHashMap<>();
    private final Map<Path, String> refused = new TreeMap<>();
    private final Map<Path, String> tried = new LinkedHashMap<>();

    private final Supplier<Map<String, Component>> components;

    /** @param order when it starts among all: {@code startupOrder} of its route, 0 when there is none */
    private record Loaded(String text, Set<String> ids, int order) {
    }

    /** @param components new components for each trial of a file, by name, in place of the running ones */
    RouteLibrary(CamelContext camel, Path folder, Supplier<Map<String, Component>> components) {
        this.camel = camel;
        this.folder = folder.toAbsolutePath().normalize();
        this.components = components;
    }

    /**
     * Loads every file for the first time: all are tried before the first one runs, and those that bring work into the
     * system ({@code startupOrder}) run last.
     *
     * @throws IllegalStateException when one cannot be loaded: nothing starts with half of its routes
     */
    public synchronized void start() {
        Map<Path, Integer> orders = new LinkedHashMap<>();
        for (Path file : files()) {
            try {
                orders.put(file, dryRun(file, text(file)).order());
            } catch (Exception broken) {
                refuse(file, broken);
            }
        }
        if (refused.isEmpty()) {
            orders.entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(file -> take(file.getKey()));
        }
        if (!refused.isEmpty()) {
            throw new IllegalStateException("routes cannot be loaded: " + refused);
        }
    }

    /** Takes changed, new and removed files into account; a broken one is refused and its last good routes run on. */
    public synchronized void refresh() {
        List<Path> files = files();
        files.forEach(this::take);
        good.entrySet().removeIf(entry -> !files.contains(entry.getKey()) && forget(entry.getKey(), entry.getValue()));
    }

    /** What is wrong with files that are not in force, by file. */
    public synchronized Map<Path, String> refused() {
        return new TreeMap<>(refused);
    }

    @Override
    public void close() {
        LOG.debug("route library closed with {} files", good.size());
    }

    private boolean forget(Path file, Loaded loaded) {
        removeRoutes(loaded.ids());
        tried.remove(file);
        refused.remove(file);
        LOG.info("routes {} removed with {}", loaded.ids(), folder.relativize(file));
        return true;
    }

    private void take(Path file) {
        String text;
        try {
            text = text(file);
        } catch (UncheckedIOException unreadable) {
            if (tried.remove(file) != null || !refused.containsKey(file)) {
                refuse(file, unreadable);
            }
            return;
        }
        if (text.equals(tried.put(file, text))) {
            return;
        }
        try {
            Loaded next = dryRun(file, text);
            refuseForeignIds(file, next.ids());
            replace(file, next);
            refused.remove(file);
            LOG.info("routes {} in force from {}", next.ids(), folder.relativize(file));
        } catch (Exception broken) {
            refuse(file, broken);
        }
    }

    private void refuse(Path file, Exception broken) {
        refused.put(file, String.valueOf(broken.getMessage()).lines().findFirst().orElse("unknown"));
        LOG.error("routes file {} refused, its last good routes run on: {}", file, refused.get(file));
    }

    private void replace(Path file, Loaded next) throws Exception {
        Loaded before = good.get(file);
        try {
            apply(file, next, before);
        } catch (Exception failed) {
            if (before != null) {
                apply(file, before, next);
            }
            throw failed;
        }
        good.put(file, next);
    }

    private void apply(Path file, Loaded next, @Nullable Loaded before) throws Exception {
        if (before != null) {
            Set<String> gone = new HashSet<>(before.ids());
            gone.removeAll(next.ids());
            removeRoutes(gone);
        }
        PluginHelper.getRoutesLoader(camel).updateRoutes(resource(file, next.text()));
        for (String id : next.ids()) {
            if (!camel.getRouteController().getRouteStatus(id).isStarted() && autoStarted(id)) {
                throw new IllegalStateException("route " + id + " did not start");
            }
        }
    }

    private boolean autoStarted(String id) {
        return !Boolean.FALSE.equals(camel.getRoute(id).isAutoStartup());
    }

    private Loaded dryRun(Path file, String text) throws Exception {
        try (DefaultCamelContext scratch = new DefaultCamelContext(
                new DefaultRegistry(new ScratchBeans(camel.getRegistry())))) {
            scratch.setAutoStartup(false);
            components.get().forEach(scratch::addComponent);
            scratch.getPropertiesComponent().addPropertiesSource(new ForwardedProperties(camel));
            PluginHelper.getRoutesLoader(scratch).loadRoutes(resource(file, text));
            Set<String> ids = new LinkedHashSet<>();
            int order = 0;
            for (RouteDefinition route : scratch.getRouteDefinitions()) {
                if (!route.hasCustomIdAssigned()) {
                    throw new IllegalArgumentException("every route needs an id");
                }
                ids.add(route.getId());
                order = Math.max(order, route.getStartupOrder() == null ? 0 : route.getStartupOrder());
            }
            scratch.start();
            return new Loaded(text, ids, order);
        }
    }

    private void refuseForeignIds(Path file, Set<String> ids) {
        good.forEach((other, loaded) -> {
            for (String id : ids) {
                if (!other.equals(file) && loaded.ids().contains(id)) {
                    throw new IllegalArgumentException("route id " + id + " is already defined in " + other);
                }
            }
        });
    }

    private void removeRoutes(Set<String> ids) {
        for (String id : ids) {
            try {
                camel.getRouteController().stopRoute(id);
                camel.removeRoute(id);
            } catch (Exception failed) {
                throw new IllegalStateException("cannot remove route " + id, failed);
            }
        }
    }

    private static Resource resource(Path file, String text) {
        // Camel takes everything after the first dot of a name for its ending, and our names have dots
        String stem = file.getFileName().toString().replace(ENDING, "").replace('.', '-');
        return ResourceHelper.fromString("file:" + file.resolveSibling(stem + ENDING), text);
    }

    private List<Path> files() {
        try {
            return FilesBelow.of(folder, ENDING);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read routes from " + folder, unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }
}
