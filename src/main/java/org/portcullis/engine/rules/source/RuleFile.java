package org.portcullis.engine.rules.source;

import java.util.List;

/**
 * A rule file as it was read, once.
 *
 * @param name   path relative to the rules folder, with forward slashes: {@code risk/caps.drl}
 * @param folder the rule base it belongs to: {@code risk}
 * @param text   its whole text
 */
public record RuleFile(String name, String folder, String text) {

    /** The agenda group its path asks for: {@code risk.caps}. Dashes in names become underscores. */
    public String agendaGroup() {
        String path = name.substring(0, name.length() - RuleFolder.SUFFIX.length());
        return path.replace('/', '.').replace('-', '_');
    }

    /** The DRL package its path asks for: {@code rules.risk.caps}. */
    public String drlPackage() {
        return "rules." + agendaGroup();
    }

    /** Its lines, without line ends. */
    public List<String> lines() {
        return text.lines().toList();
    }
}
