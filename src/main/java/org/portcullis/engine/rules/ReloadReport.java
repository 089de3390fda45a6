package org.portcullis.engine.rules;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one look at the rules folder led to.
 *
 * @param at      when the look ended
 * @param version the version over all folders in force afterwards
 * @param folders the folders whose files differ from the version in force before; empty when nothing changed
 */
public record ReloadReport(Instant at, String version, List<FolderReload> folders) {

    /**
     * One changed folder.
     *
     * @param folder   the rule base
     * @param from     its version before; null when the folder is new
     * @param to       the version of the files found; in force only when {@code problems} is empty
     * @param problems why the files were refused; the version {@code from} goes on then
     */
    public record FolderReload(String folder, @Nullable String from, String to, List<RuleProblem> problems) {

        public FolderReload {
            problems = List.copyOf(problems);
        }

        /** Whether the new version is in force. */
        public boolean swapped() {
            return problems.isEmpty();
        }
    }

    public ReloadReport {
        folders = List.copyOf(folders);
    }

    /** Every refusal's problems. */
    public List<RuleProblem> problems() {
        return folders.stream().flatMap(folder -> folder.problems().stream()).toList();
    }

    /** Whether any folder has a new version in force. */
    public boolean swapped() {
        return folders.stream().anyMatch(FolderReload::swapped);
    }
}
