package org.portcullis.market;

/** How volatile a market is against its own past (S4-M12). Never renamed. */
public enum VolatilityTag { LOW, NORMAL, HIGH, UNKNOWN }
