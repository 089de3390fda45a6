package org.portcullis.guard.samples.modules.risk;

import org.portcullis.guard.samples.modules.engine.rules.Runner;
import org.portcullis.guard.samples.modules.market.Word;
import org.portcullis.guard.samples.modules.market.domain.Inner;

/** Broken on purpose: uses the inside of another room. */
public record Reaches(Word word, Inner inner, Runner runner) {
}
