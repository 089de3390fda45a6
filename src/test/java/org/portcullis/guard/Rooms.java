package org.portcullis.guard;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/** The rooms in walking order, and the compiled classes that the guards read. */
final class Rooms {

    static final String ROOT = "org.portcullis";

    /** Left to right. A new room is added here, at its place, before its first class is written. */
    static final List<String> ORDER = List.of("kernel", "engine", "journal", "market", "signal", "strategy", "risk",
            "order", "portfolio", "venue", "governance", "operations", "research", "web", "cli");

    /** Rooms in which a binary fraction could become money. */
    static final List<String> MONEY = List.of("kernel", "risk", "order", "portfolio", "venue");

    private static final String SAMPLES = "org.portcullis.guard.samples.";

    private Rooms() {
    }

    /** All compiled classes of the product, tests left out. */
    static JavaClasses product() {
        return Product.CLASSES;
    }

    /** The root package of the broken samples of one guard family. */
    static String sampleRoot(String family) {
        return SAMPLES + family;
    }

    /** The compiled broken samples of one guard family. */
    static JavaClasses samples(String family) {
        JavaClasses samples = new ClassFileImporter().importPackages(sampleRoot(family));
        if (samples.isEmpty()) {
            throw new IllegalStateException("no sample classes under " + sampleRoot(family));
        }
        return samples;
    }

    /** Package patterns of the rooms that {@code room} may not import. */
    static String[] rightOf(String root, String room) {
        return ORDER.subList(ORDER.indexOf(room) + 1, ORDER.size()).stream()
                .map(right -> root + "." + right + "..").toArray(String[]::new);
    }

    /** Package patterns of the named rooms. */
    static String[] packages(String root, List<String> rooms) {
        return rooms.stream().map(room -> root + "." + room + "..").toArray(String[]::new);
    }

    private static final class Product {
        static final JavaClasses CLASSES = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ROOT);
    }
}
