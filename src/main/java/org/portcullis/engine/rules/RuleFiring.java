package org.portcullis.engine.rules;

/**
 * One rule that fired in a run.
 *
 * @param rule  full name of the rule
 * @param order its place among the firings of the run, counted from 1
 */
public record RuleFiring(String rule, int order) {
}
