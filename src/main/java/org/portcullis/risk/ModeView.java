package org.portcullis.risk;

/** The question of the desk to the operator's setting: how far do approved orders go? */
@FunctionalInterface
public interface ModeView {

    /** The mode in force now. */
    Mode mode();
}
