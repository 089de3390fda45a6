package org.portcullis.signal;

/** Which position a signal wants to be held after it. Saying it twice, or losing one in between, does no harm. */
public enum TargetPosition { LONG, FLAT, SHORT }
