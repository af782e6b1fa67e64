package org.mirrorbook.ui;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;

import org.eclipse.core.runtime.ILog;
import org.eclipse.osgi.util.NLS;
import org.mirrorbook.credentials.VaultProblem;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.mirror.AccountProblem;
import org.mirrorbook.runtime.HomeProblem;

/** What a failed call of a service is to the user: the sentence of the problem. Any thread. */
public final class ProblemWords {

    private ProblemWords() {
    }

    /** @param doing name of what was done, for problems that no service announces; those are logged as well */
    public static String of(RuntimeException failure, String doing) {
        var problem = failure instanceof CompletionException && failure.getCause() instanceof RuntimeException cause ? cause : failure;
        return switch (problem) {
            case AccountProblem told -> told.getMessage();
            case JournalProblem told -> told.getMessage();
            case VaultProblem told -> told.getMessage();
            case VenueProblem told -> told.getMessage();
            case HomeProblem told -> told.getMessage();
            case CancellationException stopped -> Messages.Errand_stopped;
            default -> {
                // none of the problems that the services announce: a mistake of ours, which belongs into the log as well
                ILog.of(ProblemWords.class).error(doing, problem);
                yield NLS.bind(Messages.Errand_unexpected, doing);
            }
        };
    }
}
