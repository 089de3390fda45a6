package org.portcullis.engine.rules.host;

/** Thrown into the engine to stop a run that has passed a limit; never leaves the session. */
final class RunStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunStopped(String why) {
        super(why, null, false, false);
    }
}
