package org.portcullis.engine.workflow;

import java.util.List;
import java.util.Set;

/**
 * Somebody who works on a task, with the groups the sign-in gave them.
 *
 * @param name sign-in name
 * @param groups lower-case role names such as {@code approver}; users need not exist in the engine's own tables
 */
public record Person(String name, Set<String> groups) {

    public Person {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a person needs a name");
        }
        groups = Set.copyOf(groups);
    }

    List<String> sortedGroups() {
        return groups.stream().sorted().toList();
    }
}
