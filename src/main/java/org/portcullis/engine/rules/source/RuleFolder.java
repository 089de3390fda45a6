package org.portcullis.engine.rules.source;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.engine.ids.ContentHash;
import org.portcullis.engine.rules.RuleProblem;

/**
 * One rule base as it lies on disk at one moment.
 *
 * @param name     path relative to the rules folder
 * @param files    its rule files, sorted by name
 * @param problems what could not be read
 */
public record RuleFolder(String name, List<RuleFile> files, List<RuleProblem> problems) {

    /** How rule files end. */
    public static final String SUFFIX = ".drl";

    public RuleFolder {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    /** Hash over relative paths and contents, and over what could not be read. */
    public String version() {
        return version(List.of(this));
    }

    /** One hash over several folders. */
    public static String version(Iterable<RuleFolder> folders) {
        List<String> parts = new ArrayList<>();
        for (RuleFolder folder : folders) {
            folder.files.forEach(file -> parts.addAll(List.of(file.name(), file.text())));
            folder.problems.forEach(problem -> parts.add(problem.toString()));
        }
        return ContentHash.first16(parts);
    }
}
