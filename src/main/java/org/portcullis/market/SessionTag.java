package org.portcullis.market;

/** Which part of the trading day it is, by the clocks of the places themselves (S4-M12; SMC A6). Never renamed. */
public enum SessionTag { ASIA, LONDON, LONDON_NEW_YORK, NEW_YORK, OFF_HOURS, CLOSED }
