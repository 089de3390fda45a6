package org.portcullis.engine.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** A rules folder of a test, copied from the samples or written file by file. */
final class RulesOnDisk {

    static final RuleSandbox SANDBOX = RuleSandbox.allowing("samples.rules.", "org.portcullis.kernel.");
    static final Path SAMPLES = Path.of("src/test/resources/rules-samples");

    final Path root;

    RulesOnDisk(Path root) {
        this.root = root;
    }

    static RulesOnDisk copyOf(String sample, Path target) {
        Path source = SAMPLES.resolve(sample);
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = target.resolve(source.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new RulesOnDisk(target);
    }

    RulesOnDisk write(String name, String text) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** One file with one rule in {@code market/flags.drl} whose parts are given. */
    RulesOnDisk rule(String imports, String when, String then) {
        return write("market/flags.drl", ruleText(imports, when, then));
    }

    static String ruleText(String imports, String when, String then) {
        return """
                package rules.market.flags

                import samples.rules.Bar
                import samples.rules.Proposal
                %s

                // A rule under test.
                rule "market.flags.sample"
                    agenda-group "market.flags"
                when
                    %s
                then
                    %s
                end
                """.formatted(imports, when, then);
    }

    RuleLibrary open() {
        return RuleLibrary.open(root, SANDBOX);
    }
}
