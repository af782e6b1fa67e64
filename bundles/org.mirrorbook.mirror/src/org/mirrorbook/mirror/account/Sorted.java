package org.mirrorbook.mirror.account;

import java.util.function.Supplier;

import org.mirrorbook.credentials.VaultProblem;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.mirror.AccountProblem;

/** The failures of journal, vault and venue as those of an account command; their sentences are for the user already. */
final class Sorted {

    private Sorted() {
    }

    static void run(Runnable step) {
        get(() -> {
            step.run();
            return null;
        });
    }

    static <T> T get(Supplier<T> step) {
        try {
            return step.get();
        } catch (JournalProblem | VaultProblem | VenueProblem problem) {
            throw new AccountProblem(problem.getMessage(), problem);
        } catch (IllegalArgumentException settings) {
            throw new AccountProblem(settings.getMessage(), settings);
        }
    }
}
