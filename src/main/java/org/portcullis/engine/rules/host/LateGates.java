package org.portcullis.engine.rules.host;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.rules.gate.GroupGate;
import org.portcullis.engine.rules.gate.RecordingGate;
import org.portcullis.engine.rules.source.DrlFile;
import org.portcullis.engine.rules.source.RuleWording;

/** What is known of a folder's groups without the engine, read from their texts when a group is first asked for. */
final class LateGates {

    private final List<DrlFile> files;
    private final ClassLoader loader;
    private final Map<String, DrlFile> fileOfGroup = new HashMap<>();
    private final Map<String, Optional<GroupGate>> gates = new ConcurrentHashMap<>();
    private volatile @Nullable RecordingGate recordings;

    LateGates(List<DrlFile> files, ClassLoader loader) {
        this.files = List.copyOf(files);
        this.loader = loader;
        files.forEach(file -> fileOfGroup.put(file.rules().get(0).agendaGroup(), file));
    }

    /** The gate of a group that forms facts; null when every rule of it may always fire. */
    @Nullable GroupGate of(String agendaGroup) {
        Optional<GroupGate> known = gates.get(agendaGroup);
        return (known == null ? read(agendaGroup) : known).orElse(null);
    }

    private Optional<GroupGate> read(String agendaGroup) {
        DrlFile file = fileOfGroup.get(agendaGroup);
        return file == null ? Optional.empty() : gates.computeIfAbsent(agendaGroup,
                unread -> Optional.ofNullable(GroupGate.of(List.of(file), loader).get(agendaGroup)));
    }

    /** What the rules of a group say, however they are written. */
    Set<String> wording(String agendaGroup) {
        return RuleWording.of(files, agendaGroup);
    }

    /** What the groups record. */
    RecordingGate recordings() {
        RecordingGate known = recordings;
        return known == null ? readRecordings() : known;
    }

    private synchronized RecordingGate readRecordings() {
        RecordingGate known = recordings;
        if (known == null) {
            known = RecordingGate.of(files, loader);
            recordings = known;
        }
        return known;
    }
}
