package org.portcullis.strategy;

/** Whether a proposal opens or closes risk. */
public enum Intent { ENTER, EXIT }
