package org.portcullis.engine.rules.gate;

import java.util.List;
import org.portcullis.engine.rules.gate.RuleGate.Pattern;

/**
 * A rule that was read to the last word and does nothing but record.
 *
 * @param name       full name of the rule
 * @param patterns   the facts it needs, each with what must hold once it and those before it are there
 * @param statements what it records
 * @param ownSlot    where there is one fact, or one and another, the slot of the last if no other rule looks there: the
 *                   engine then takes several facts of its type in the order in which they came; else -1, for what
 *                   rules share, or joins further facts, comes to them in one order or the other
 */
record RecordingRule(String name, Pattern[] patterns, List<Statement> statements, int ownSlot) {
}
