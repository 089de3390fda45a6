package org.portcullis.guard;

import java.util.Set;
import java.util.stream.Stream;
import org.springframework.modulith.core.ApplicationModuleDetectionStrategy;
import org.springframework.modulith.core.ApplicationModuleInformation;
import org.springframework.modulith.core.JavaPackage;
import org.springframework.modulith.core.NamedInterfaces;

/**
 * Tells Spring Modulith what a room is: each package directly under the root. Only types in a room's own package cross
 * rooms. The engine is the exception: it has one door per engine, each in a package of its own
 * ({@code engine.rules}, {@code engine.route}, ...), and each of those packages is open to the rooms. Breakers and
 * exits stand beside the risk desk, the twin beside the order desk, alerts beside the start, and reports beside the
 * backtest, each with a door and words of its own. What a backtest runs on stands beside too: rooms of money over
 * memory and the paper venue.
 */
public final class RoomModules implements ApplicationModuleDetectionStrategy {

    private static final Set<String> SECOND_DOORS = Set.of("org.portcullis.risk.breaker",
            "org.portcullis.risk.exit", "org.portcullis.order.shadow", "org.portcullis.operations.alert",
            "org.portcullis.research.report", "org.portcullis.research.backtest", "org.portcullis.research.signals",
            "org.portcullis.risk.memory",
            "org.portcullis.order.memory", "org.portcullis.portfolio.memory", "org.portcullis.venue.paper");

    @Override
    public Stream<JavaPackage> getModuleBasePackages(JavaPackage root) {
        return root.getDirectSubPackages().stream();
    }

    @Override
    public NamedInterfaces detectNamedInterfaces(JavaPackage room, ApplicationModuleInformation information) {
        if (Set.of("risk", "order", "portfolio", "venue", "operations", "research").contains(room.getLocalName())) {
            return NamedInterfaces.builder(room).including(each -> SECOND_DOORS.contains(each.getName())).build();
        }
        if (!room.getLocalName().equals("engine")) {
            return ApplicationModuleDetectionStrategy.super.detectNamedInterfaces(room, information);
        }
        return NamedInterfaces.builder(room).including(every -> true).build();
    }
}
