package org.mirrorbook.cli;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

import org.mirrorbook.journal.Account;

/** A command that works on a data folder: it is open, and locked, while the command runs. */
abstract class HomeCommand implements Callable<Integer> {

    private final Product product;
    private final HomeOptions options;

    HomeCommand(Product product, HomeOptions options) {
        this.product = requireNonNull(product);
        this.options = requireNonNull(options);
    }

    @Override
    public final Integer call() throws Exception {
        before();
        try (var home = product.open(options.home(), options.passwordFile(), options.settings())) {
            return run(home);
        }
    }

    /** What has to be right before the folder is opened. */
    void before() {
    }

    /** @return the exit code */
    abstract int run(OpenHome home) throws Exception;

    /** Waits until it is done. */
    static <T> T done(CompletionStage<T> coming) throws Exception {
        try {
            return coming.toCompletableFuture().get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception problem ? problem : failed;
        }
    }

    /** @throws CommandProblem when there is none of that label */
    static Account account(OpenHome home, String label) {
        return home.accountService().find(label).orElseThrow(
                () -> CommandProblem.unknownLabel(label, home.accountService().accounts().stream().map(Account::label).toList()));
    }

    /** Labels by account id, those of removed accounts too. */
    static Map<String, String> labels(OpenHome home) {
        return home.accountService().everyAccount().stream().collect(Collectors.toMap(account -> account.id().value(), Account::label));
    }
}
