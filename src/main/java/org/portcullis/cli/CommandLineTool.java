package org.portcullis.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.portcullis.engine.log.ErrorsOnly;
import org.portcullis.engine.policy.PolicyBroken;
import org.portcullis.engine.rules.RulesBroken;
import org.portcullis.engine.store.StoreUnavailable;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/**
 * All commands but {@code serve}, which is the application itself. Exit codes: 0 done, 1 the check failed, 2 could not
 * run.
 */
@Command(name = "portcullis", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT,
        version = "Portcullis 0.1.0-SNAPSHOT", description = "Trading under rules.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done, or the check passed", "1:the check failed", "2:could not run"},
        footer = {"", "serve starts everything; its options are settings, such as",
            "--portcullis.feed.replay.path=FILE-or-FOLDER."})
public final class CommandLineTool implements Runnable {

    /** The check a command made failed. */
    static final int FAILED = 1;
    /** The command could not run. */
    static final int COULD_NOT_RUN = 2;

    /** All commands in the order in which help shows them, by the name that each carries. */
    static final Map<String, Class<?>> COMMANDS = commands();

    private static final Set<String> HELP = Set.of("help", "--help", "-h", "--version", "-V");

    /** Whether the arguments are for a command rather than for the application. */
    public static boolean takes(String[] arguments) {
        if (arguments.length == 0) {
            return false;
        }
        String first = arguments[0];
        return HELP.contains(first) || !first.startsWith("-") && !first.equals("serve")
                || first.equals("serve") && arguments.length > 1 && HELP.contains(arguments[1]);
    }

    private static Map<String, Class<?>> commands() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("rules", RulesCommand.class);
        commands.put("universe", UniverseCommand.class);
        commands.put("explain", ExplainCommand.class);
        commands.put("journal", JournalCommand.class);
        commands.put("kill", KillCommand.class);
        commands.put("rearm", RearmCommand.class);
        commands.put("chaos", ChaosCommand.class);
        commands.put("train", TrainCommand.class);
        commands.put("backtest", BacktestCommand.class);
        commands.put("signals", SignalsCommand.class);
        commands.put("compare", CompareCommand.class);
        commands.put("data", BarsCommand.class);
        commands.put("serve", ServeCommand.class);
        commands.put("help", CommandLine.HelpCommand.class);
        return Collections.unmodifiableMap(commands);
    }

    /** A command that is named is read alone: reading what all of them take would cost it a fifth of a second. */
    static CommandLine reading(String[] arguments) {
        CommandLine line = new CommandLine(new CommandLineTool());
        Class<?> named = arguments.length == 0 || arguments[0].equals("help") ? null : COMMANDS.get(arguments[0]);
        if (named == null) {
            COMMANDS.forEach((name, command) -> line.addSubcommand(command));
        } else {
            line.addSubcommand(named);
        }
        return line;
    }

    /** Runs the command in a process of its own, which it ends. */
    public static void main(String[] arguments) {
        ErrorsOnly.install();
        // it would look for Groovy in every archive there is
        System.setProperty("picocli.disable.closures", "true");
        System.exit(run(arguments));
    }

    /** Runs the command and returns its exit code. */
    public static int run(String[] arguments) {
        quietLogs();
        return reading(arguments).setExecutionExceptionHandler(new Failures()).execute(arguments);
    }

    /**
     * Says what went wrong. No lambda: Java then keeps neither it nor what it stands for among the noted classes, and
     * looks through all archives for them, which takes a tenth of a second.
     */
    private static final class Failures implements CommandLine.IExecutionExceptionHandler {

        @Override
        public int handleExecutionException(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
            if (expected(failure)) {
                command.getErr().println("portcullis: " + failure.getMessage());
            } else {
                failure.printStackTrace(command.getErr());
            }
            return COULD_NOT_RUN;
        }
    }

    /** What a person can mend from its message alone; anything else is a fault of ours and shown whole. */
    private static boolean expected(Exception failure) {
        return failure instanceof StoreUnavailable || failure instanceof RulesBroken
                || failure instanceof PolicyBroken || failure instanceof UncheckedIOException
                || failure instanceof IllegalArgumentException || failure instanceof IllegalStateException;
    }

    /** A command's output is its own; what libraries log is shown only when it is an error. */
    private static void quietLogs() {
        // asked first whether it is ours: the other question alone would load logback
        ILoggerFactory log = LoggerFactory.getILoggerFactory();
        if (!(log instanceof ErrorsOnly.Loggers) && log instanceof LoggerContext context) {
            context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.ERROR);
        }
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
