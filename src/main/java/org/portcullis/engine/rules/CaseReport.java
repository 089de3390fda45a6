package org.portcullis.engine.rules;

import java.util.List;

/**
 * What the case tables of some rule bases showed.
 *
 * @param cases      every case that ran
 * @param uncovered  rules that never fire or never stay silent in their table, and rule files without a table
 * @param unreadable tables, or rows, that could not be run
 */
public record CaseReport(List<CaseOutcome> cases, List<RuleProblem> uncovered, List<RuleProblem> unreadable) {

    /**
     * One case.
     *
     * @param name     its sentence
     * @param file     the table, relative to the rules folder
     * @param line     its row
     * @param expected what should happen, as text
     * @param actual   what happened, as text
     * @param passed   whether they agree
     */
    public record CaseOutcome(String name, String file, int line, String expected, String actual, boolean passed) {

        @Override
        public String toString() {
            return file + ":" + line + ": " + name + ": " + (passed ? "pass"
                    : "expected " + expected + " but " + actual);
        }
    }

    public CaseReport {
        cases = List.copyOf(cases);
        uncovered = List.copyOf(uncovered);
        unreadable = List.copyOf(unreadable);
    }

    /** The cases that did not agree. */
    public List<CaseOutcome> failed() {
        return cases.stream().filter(outcome -> !outcome.passed()).toList();
    }

    /** Whether every case ran and agreed, and every rule fires and stays silent in some case. */
    public boolean passed() {
        return failed().isEmpty() && uncovered.isEmpty() && unreadable.isEmpty();
    }
}
