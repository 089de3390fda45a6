package org.portcullis.engine.rules;

/**
 * One rule as its author wrote it.
 *
 * @param name        full name, beginning with the agenda group
 * @param agendaGroup the question it belongs to, such as {@code risk.caps}
 * @param file        path relative to the rules folder
 * @param line        line of the word {@code rule}
 * @param comment     the comment lines directly above it, joined by spaces; empty when there is none
 * @param source      the text from {@code rule} to {@code end}
 */
public record RuleText(String name, String agendaGroup, String file, int line, String comment, String source) {
}
