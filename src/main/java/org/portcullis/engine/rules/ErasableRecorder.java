package org.portcullis.engine.rules;

/** A recorder that can forget: rules that turn out to need the engine are then asked once more from the beginning. */
public interface ErasableRecorder extends RuleRecorder {

    /** Forgets everything that was recorded. */
    void erase();
}
