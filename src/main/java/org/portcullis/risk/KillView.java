package org.portcullis.risk;

/** The question of the desk to the kill switch; asked for every judgement (S2-K2, S2-K3). */
@FunctionalInterface
public interface KillView {

    /** Whether trading is stopped; also true when that cannot be found out. */
    boolean isOn();
}
