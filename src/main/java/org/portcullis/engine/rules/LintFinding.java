package org.portcullis.engine.rules;

/**
 * A rule that is not written as rules are written here.
 *
 * @param problem       where, what, and what to do instead
 * @param refusesReload whether it changes what is decided, so that the file is not put in force; the others are style
 */
public record LintFinding(RuleProblem problem, boolean refusesReload) {
}
