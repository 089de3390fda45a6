package org.portcullis.engine.rules;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The library as a page shows it.
 *
 * @param version the version over all folders in force
 * @param folders every rule base, by name
 */
public record RulesState(String version, List<FolderState> folders) {

    /**
     * One rule base.
     *
     * @param folder    its name
     * @param version   the version in force; null when the folder is new and was refused so far
     * @param rules     how many rules are in force
     * @param loadedAt  when that version came into force; null as above
     * @param refused   the edit that was refused last and still lies in the folder; null when there is none
     */
    public record FolderState(String folder, @Nullable String version, int rules, @Nullable Instant loadedAt,
                              @Nullable RefusedEdit refused) {
    }

    /**
     * An edit that is not in force.
     *
     * @param version  what its version would be
     * @param at       when it was refused
     * @param problems why
     */
    public record RefusedEdit(String version, Instant at, List<RuleProblem> problems) {

        public RefusedEdit {
            problems = List.copyOf(problems);
        }
    }

    public RulesState {
        folders = List.copyOf(folders);
    }
}
