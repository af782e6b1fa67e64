package org.mirrorbook.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

import org.mirrorbook.domain.reconciliation.Comparison;
import org.mirrorbook.domain.reconciliation.Difference;
import org.mirrorbook.journal.Account;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reconcile}: the journal of an account beside the exchange's own books. */
@Command(name = "reconcile", description = {"Compares the journal of an account with the exchange's own books, life by life.",
        "Ends with 0 when both are equal and with 3 when they differ.",
        "Ended lives that the journal missed are entered; nothing else is changed without --correct."})
final class ReconcileCommand extends HomeCommand {

    private final Product product;
    private final Streams streams;

    @Parameters(paramLabel = "LABEL", description = "The account.")
    private String label;

    @Option(names = "--since", paramLabel = "ISO", description = "Lives that closed from then on: a time such as 2026-03-01T10:00:00Z,"
            + " or a day (UTC). Otherwise since the account was first mirrored.")
    private String since;

    @Option(names = "--json", description = "As a JSON object.")
    private boolean asJson;

    @Option(names = "--correct", description = "Puts the differences right by the exchange's books, and compares again.")
    private boolean correct;

    ReconcileCommand(Product product, HomeOptions options, Streams streams) {
        super(product, options);
        this.product = product;
        this.streams = streams;
    }

    @Override
    void before() {
        if (from().filter(product.clock().instant()::isBefore).isPresent()) {
            throw CommandProblem.usage("--since lies in the future.");
        }
    }

    @Override
    int run(OpenHome home) throws Exception {
        var account = account(home, label);
        var books = home.reconciliation()
                .orElseThrow(() -> CommandProblem.failed("Nothing in this installation compares with the exchange."));
        streams.remark("Comparing " + account.label() + " with the exchange's books.");
        var found = of(books.compare(account.id(), from()));
        from().filter(found.since()::isAfter).ifPresent(wanted -> streams.remark("The exchange's history reaches back to "
                + Notation.of(found.since()) + "; what closed before cannot be compared."));
        onTheWay(found);
        if (found.equal() || !correct) {
            return tell(account, found);
        }
        streams.remark("Putting " + count(found.differences().size(), "difference") + " right.");
        found.differences().forEach(difference -> streams.remark("  " + words(difference)));
        return tell(account, of(books.correct(account.id(), found.differences())));
    }

    private void onTheWay(Comparison found) {
        if (found.entered() > 0) {
            streams.remark("Entered " + count(found.entered(), "life") + " that the journal missed, marked as found.");
        }
        if (found.completed() > 0) {
            streams.remark("Completed " + count(found.completed(), "trade") + " with the exchange's final figures.");
        }
    }

    private int tell(Account account, Comparison comparison) {
        if (asJson) {
            var json = new JsonOutput();
            streams.result(json.line(new ReconciliationJson(json).of(account.label(), comparison)));
        } else if (comparison.equal()) {
            streams.result("equal: " + count(comparison.compared(), "life") + " since " + Notation.of(comparison.since()));
        } else {
            streams.result("different: " + comparison.differences().size() + " of " + count(comparison.compared(), "life") + " since "
                    + Notation.of(comparison.since()));
            table(comparison).lines().forEach(streams::result);
        }
        return comparison.equal() ? ExitCode.DONE : ExitCode.DIFFERENT;
    }

    private static Table table(Comparison comparison) {
        var table = new Table("CLOSED", "SYMBOL", "SIDE", "DIFFERENCE", "FIELD", "JOURNAL", "EXCHANGE");
        for (var difference : comparison.differences()) {
            var slot = difference.slot();
            var closed = difference.closedAt().map(Notation::of).orElse("open");
            if (difference.fields().isEmpty()) {
                table.row(closed, slot.instrument(), slot.side().name(), kind(difference), "", "", "");
            }
            for (var field : difference.fields()) {
                table.row(closed, slot.instrument(), slot.side().name(), kind(difference), field.name(),
                        field.journal().map(Notation::of).orElse("-"), field.exchange().map(Notation::of).orElse("-"));
            }
        }
        return table;
    }

    private static String words(Difference difference) {
        return difference.slot().instrument() + " " + difference.slot().side().name() + " "
                + difference.closedAt().map(at -> "closed at " + Notation.of(at)).orElse("open") + ": " + kind(difference);
    }

    private static String kind(Difference difference) {
        return switch (difference.kind()) {
            case FIGURES -> "other figures";
            case ONLY_EXCHANGE -> "only on the exchange";
            case ONLY_JOURNAL -> "only in the journal";
        };
    }

    private static String count(int number, String one) {
        return number + " " + (number == 1 ? one : one.equals("life") ? "lives" : one + "s");
    }

    private Optional<Instant> from() {
        return Optional.ofNullable(since).map(String::strip).map(ReconcileCommand::time);
    }

    private static Instant time(String text) {
        try {
            return text.contains("T") ? Instant.parse(text) : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException none) {
            throw CommandProblem.usage("\"" + text + "\" is no time. Write 2026-03-01T10:00:00Z, or 2026-03-01 for its beginning in UTC.");
        }
    }

    /** Waits for as long as the exchange is asked, which has deadlines of its own. */
    private static Comparison of(CompletionStage<Comparison> coming) throws Exception {
        try {
            return coming.toCompletableFuture().get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception problem ? problem : failed;
        }
    }
}
