package org.mirrorbook.cli;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

import org.mirrorbook.credentials.VaultProblem;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.mirror.AccountProblem;
import org.mirrorbook.runtime.HomeProblem;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into a sentence on standard error and an exit code. What nobody expected goes to the log with its trace. */
final class Problems implements IExecutionExceptionHandler {

    private final Logger log = System.getLogger("org.mirrorbook.cli");
    private final Streams streams;

    Problems(Streams streams) {
        this.streams = streams;
    }

    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) {
        return tell(problem);
    }

    /** @return the exit code */
    int tell(Throwable problem) {
        return switch (problem) {
            case CommandProblem known -> say(known, known.exitCode());
            case HomeProblem home -> say(home, home.inUse() ? ExitCode.IN_USE : ExitCode.FAILED);
            case JournalProblem journal -> say(journal, ExitCode.FAILED);
            case VaultProblem vault -> say(vault, ExitCode.FAILED);
            case AccountProblem account -> say(account, ExitCode.FAILED);
            case VenueProblem venue -> say(venue, ExitCode.FAILED);
            default -> unexpected(problem);
        };
    }

    private int say(Throwable problem, int exitCode) {
        // the cause is for whoever looks into the log
        log.log(Level.INFO, problem.getMessage(), problem);
        streams.remark(String.valueOf(problem.getMessage()).lines().findFirst().orElse(""));
        return exitCode;
    }

    private int unexpected(Throwable problem) {
        log.log(Level.ERROR, "A command failed without a known reason.", problem);
        streams.remark("Something happened that Mirrorbook does not expect (" + problem.getClass().getSimpleName()
                + "). The log in the data folder, logs/mirrorbook.log, says more.");
        return ExitCode.FAILED;
    }
}
