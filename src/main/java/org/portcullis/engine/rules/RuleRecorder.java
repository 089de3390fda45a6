package org.portcullis.engine.rules;

import java.util.List;

/**
 * What judging rules write into: the one global of an agenda group. A room's recorder implements it; for the case
 * tables it has a public constructor without arguments.
 */
public interface RuleRecorder {

    /** What a run recorded so far, one text per entry, for case tables and explanations. */
    List<String> recorded();
}
