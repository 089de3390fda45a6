package org.portcullis.engine.log;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * The log of a command: errors go to the standard error output, everything else nowhere. A command that lasts a second
 * has no use for a log that is configured, and looking for its configuration takes a tenth of it.
 */
public final class ErrorsOnly implements SLF4JServiceProvider {

    private final Loggers loggers = new Loggers();
    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter context = new NOPMDCAdapter();

    /** Gives the same logger for the same name. */
    public static final class Loggers implements ILoggerFactory {

        private final Map<String, Logger> known = new ConcurrentHashMap<>();

        private Loggers() {
        }

        @Override
        public Logger getLogger(String name) {
            return known.computeIfAbsent(name, ErrorLogger::new);
        }
    }

    /** Takes the place of any other log; too late once somebody has asked for a logger. */
    public static void install() {
        System.setProperty("slf4j.provider", ErrorsOnly.class.getName());
        System.setProperty("slf4j.internal.verbosity", "WARN");
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return loggers;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return context;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {
        // nothing is configured
    }
}
