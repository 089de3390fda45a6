package org.portcullis.engine.log;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** Writes errors, each with the name of who met it. */
final class ErrorLogger extends LegacyAbstractLogger {

    private static final long serialVersionUID = 1L;

    ErrorLogger(String name) {
        this.name = name;
    }

    @Override
    public boolean isTraceEnabled() {
        return false;
    }

    @Override
    public boolean isDebugEnabled() {
        return false;
    }

    @Override
    public boolean isInfoEnabled() {
        return false;
    }

    @Override
    public boolean isWarnEnabled() {
        return false;
    }

    @Override
    public boolean isErrorEnabled() {
        return true;
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(Level level, @Nullable Marker marker, String message,
            Object @Nullable [] arguments, @Nullable Throwable failure) {
        PrintStream out = System.err;
        synchronized (out) {
            out.println(level + " " + name + ": " + MessageFormatter.basicArrayFormat(message, arguments));
            if (failure != null) {
                failure.printStackTrace(out);
            }
        }
    }
}
