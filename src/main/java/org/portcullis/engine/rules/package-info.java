/**
 * Hosts the rule files of every room: reads them, refuses what they must not do, compiles them beside the running
 * version, swaps atomically, runs them under limits and tells which rules fired. It knows no room; rooms give it facts.
 *
 * <p>The door is {@link org.portcullis.engine.rules.RuleLibrary}. A <i>rule base</i> is one folder that holds
 * {@code *.drl} files; every file answers one question, in an agenda group of its own, with its scenarios beside it.
 * Allowed dependencies: {@code engine.ids}, Drools, and ASM to read compiled classes.
 */
@NullMarked
package org.portcullis.engine.rules;

import org.jspecify.annotations.NullMarked;
