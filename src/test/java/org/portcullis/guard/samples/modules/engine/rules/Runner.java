package org.portcullis.guard.samples.modules.engine.rules;

/** A door of the engine in a package of its own. */
public interface Runner {
}
