package org.mirrorbook.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.reconciliation.Comparison;
import org.mirrorbook.exchange.LinkHealth;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.journal.Account;
import org.mirrorbook.mirror.Reconciliation;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code status}: how every account does. Beside a running instance as that one sees it, else everything is off. */
@Command(name = "status", description = {"Shows how every account does: its link, its open positions and its last reconciliation.",
        "Where an instance is running, as that one sees it."})
final class StatusCommand extends HomeCommand {

    /** Far longer than a journal takes that does well. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Product product;
    private final Streams streams;
    private final JsonOutput json = new JsonOutput();

    @Option(names = "--json", description = "As a JSON array.")
    private boolean asJson;

    /** All that is told of one account. */
    private record Standing(Account account, LinkStatus link, LinkHealth health, Optional<Long> open, Optional<Comparison> last,
            long recording, Optional<String> journalProblem) {
    }

    StatusCommand(Product product, HomeOptions options, Streams streams) {
        super(product, options);
        this.product = product;
        this.streams = streams;
    }

    @Override
    int run(OpenHome home) {
        var now = product.clock().instant();
        var links = home.mirrors().links();
        var journal = JournalAnswer.of(home, PATIENCE);
        // a home that was only opened for this has compared nothing yet
        var comparisons = home.isShared() ? home.reconciliation() : Optional.<Reconciliation>empty();
        var all = journal.accounts().stream().map(account -> new Standing(account,
                Optional.ofNullable(links.get(account.id())).orElseGet(() -> LinkStatus.of(LinkState.OFF, now)),
                home.mirrors().health(account.id()).orElseGet(LinkHealth::none),
                journal.open().map(open -> open.getOrDefault(account.id(), 0L)),
                comparisons.flatMap(known -> last(known, account.id())), home.recordingBytes(account.id()), journal.problem())).toList();
        journal.problem().ifPresent(problem -> streams.remark(problem + " What is shown of the accounts was known before."));
        if (asJson) {
            streams.result(json.array(all.stream().map(this::fields).toList()));
        } else if (all.isEmpty()) {
            streams.remark("No account was added yet.");
        } else {
            table(all, now).lines().forEach(streams::result);
        }
        return ExitCode.DONE;
    }

    private static Optional<Comparison> last(Reconciliation comparisons, AccountId account) {
        return comparisons.last(account);
    }

    private JsonOutput.Fields fields(Standing one) {
        var account = one.account();
        boolean off = one.link().state() == LinkState.OFF;
        return json.object()
                .text("label", account.label())
                .text("id", account.id().value())
                .text("exchange", account.venue())
                .text("environment", Notation.of(account.environment()))
                .text("kind", said(account.kind()))
                .flag("mirror", account.mirror())
                .text("state", Notation.of(one.link().state()))
                .text("reason", said(one.link().reason()))
                // how long an account has been off is not known
                .time("since", off ? Optional.empty() : Optional.of(one.link().since()))
                .time("retryAt", one.link().retryAt())
                .time("lastMessage", one.health().lastMessage())
                .time("lastSnapshot", one.health().lastSnapshot())
                .whole("clockOffsetMs", one.health().clockOffset().map(Duration::toMillis))
                .whole("gaps", one.health().gaps())
                .whole("unreadable", one.health().unreadable())
                .whole("openPositions", one.open())
                .whole("recordingBytes", one.recording())
                .object("reconciliation", one.last().map(this::fields))
                .text("journalProblem", one.journalProblem());
    }

    private JsonOutput.Fields fields(Comparison last) {
        return json.object().time("at", last.until()).flag("equal", last.equal()).whole("differences", last.differences().size());
    }

    private static Optional<String> said(String text) {
        return Optional.of(text).filter(known -> !known.isEmpty());
    }

    private static Table table(List<Standing> all, Instant now) {
        var table = new Table("LABEL", "MIRROR", "STATE", "SINCE", "OPEN", "LAST MESSAGE", "CLOCK", "GAPS", "RECONCILED", "REASON");
        for (var one : all) {
            boolean off = one.link().state() == LinkState.OFF;
            table.row(one.account().label(), one.account().mirror() ? "on" : "off", Notation.of(one.link().state()).replace('_', ' '),
                    off ? "" : Notation.of(one.link().since()), one.open().map(Object::toString).orElse("?"),
                    one.health().lastMessage().map(at -> ago(at, now)).orElse(""),
                    one.health().clockOffset().map(offset -> offset.toMillis() + " ms").orElse(""),
                    off ? "" : Long.toString(one.health().gaps()), one.last().map(StatusCommand::words).orElse(""), one.link().reason());
        }
        return table;
    }

    private static String ago(Instant at, Instant now) {
        return Math.max(0, Duration.between(at, now).toSeconds()) + " s ago";
    }

    private static String words(Comparison last) {
        return (last.equal() ? "equal" : last.differences().size() + " differences") + " at " + Notation.of(last.until());
    }
}
