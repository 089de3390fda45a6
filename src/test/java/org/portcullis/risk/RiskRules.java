package org.portcullis.risk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.portcullis.engine.rules.RuleBook;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.engine.rules.RuleLimits;
import org.portcullis.engine.rules.RuleSandbox;
import org.portcullis.engine.time.WallTime;
import org.portcullis.risk.adapter.rules.RuleExits;
import org.portcullis.risk.adapter.rules.RuleGates;
import org.portcullis.risk.adapter.rules.RuleTripping;
import org.portcullis.risk.breaker.TrippingRules;
import org.portcullis.risk.exit.ExitRules;

/** The shipped risk rules, compiled, or an edited copy of them. */
public record RiskRules(Path folder, RuleLibrary library, boolean shared) implements AutoCloseable {

    private static final Path SHIPPED = Path.of("rules");
    /** A machine that is busy with other tests must not be taken for a rule that never ends. */
    private static final Duration RUN_TIME_MAX = Duration.ofSeconds(20);

    /** Compiled once in a test process and never closed; a test that changes the folder takes {@link #edited}. */
    public static RiskRules shipped() {
        return Shipped.RULES;
    }

    private static final class Shipped {
        static final RiskRules RULES = compiled(folder -> { }, true);
    }

    /** A copy of {@code rules/risk} that the edit has changed, compiled by itself and closed by its test. */
    public static RiskRules edited(Edit edit) {
        return compiled(edit, false);
    }

    private static RiskRules compiled(Edit edit, boolean shared) {
        try {
            Path folder = Files.createTempDirectory("risk-rules");
            Path risk = Files.createDirectory(folder.resolve("risk"));
            try (Stream<Path> files = Files.list(SHIPPED.resolve("risk"))) {
                for (Path file : files.toList()) {
                    Files.copy(file, risk.resolve(file.getFileName()));
                }
            }
            edit.apply(risk);
            RuleLimits limits = RuleLimits.standard();
            return new RiskRules(folder, RuleLibrary.open(folder, RuleSandbox.allowing("org.portcullis."),
                    limits.within(limits.firingsMax(), RUN_TIME_MAX), new WallTime()), shared);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public RuleBook base() {
        return library.base("risk");
    }

    public GateRules gates() {
        return new RuleGates(this::base);
    }

    public TrippingRules tripping() {
        return new RuleTripping(this::base);
    }

    public ExitRules exits() {
        return new RuleExits(this::base);
    }

    /** Removes one rule from its file. */
    public static void removeRule(Path file, String name) throws IOException {
        String text = Files.readString(file);
        int start = text.indexOf("rule \"" + name + "\"");
        int end = text.indexOf("\nend", start) + "\nend".length();
        Files.writeString(file, text.substring(0, start) + text.substring(end));
    }

    /** Every rule name in a file. */
    public static List<String> ruleNames(RuleBook base) {
        return base.rules().stream().map(rule -> rule.name()).toList();
    }

    @Override
    public void close() {
        if (!shared) {
            library.close();
        }
    }

    /** Changes the copied folder. */
    public interface Edit {
        void apply(Path risk) throws IOException;
    }
}
