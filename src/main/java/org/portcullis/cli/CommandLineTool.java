package org.portcullis.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.io.UncheckedIOException;
import java.util.Set;
import org.portcullis.engine.policy.PolicyBroken;
import org.portcullis.engine.rules.RulesBroken;
import org.portcullis.engine.store.StoreUnavailable;
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
            "--portcullis.feed.replay.path=FILE-or-FOLDER."},
        subcommands = {RulesCommand.class, UniverseCommand.class, ExplainCommand.class, JournalCommand.class,
            KillCommand.class, RearmCommand.class, ChaosCommand.class, TrainCommand.class, BacktestCommand.class,
            SignalsCommand.class, CompareCommand.class, BarsCommand.class, ServeCommand.class,
            CommandLine.HelpCommand.class})
public final class CommandLineTool implements Runnable {

    /** The check a command made failed. */
    static final int FAILED = 1;
    /** The command could not run. */
    static final int COULD_NOT_RUN = 2;

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

    /** Runs the command and returns its exit code. */
    public static int run(String[] arguments) {
        quietLogs();
        return new CommandLine(new CommandLineTool())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (expected(failure)) {
                        command.getErr().println("portcullis: " + failure.getMessage());
                    } else {
                        failure.printStackTrace(command.getErr());
                    }
                    return COULD_NOT_RUN;
                })
                .execute(arguments);
    }

    /** What a person can mend from its message alone; anything else is a fault of ours and shown whole. */
    private static boolean expected(Exception failure) {
        return failure instanceof StoreUnavailable || failure instanceof RulesBroken
                || failure instanceof PolicyBroken || failure instanceof UncheckedIOException
                || failure instanceof IllegalArgumentException || failure instanceof IllegalStateException;
    }

    /** A command's output is its own; what libraries log is shown only when it is an error. */
    private static void quietLogs() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.ERROR);
        }
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
