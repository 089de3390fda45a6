package org.portcullis.engine.rules.gate;

import java.util.List;
import org.portcullis.engine.rules.gate.RuleGate.Pattern;

/**
 * A rule that was read to the last word and does nothing but record.
 *
 * @param name       full name of the rule
 * @param patterns   the facts it needs, each with what must hold once it and those before it are there
 * @param statements what it records
 */
record RecordingRule(String name, Pattern[] patterns, List<Statement> statements) {
}
