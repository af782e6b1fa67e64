package org.mirrorbook.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.TradeQuery;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code trades}: what the journal holds. Connects to nothing. */
@Command(name = "trades", description = "Shows the trades of the journal, oldest first. Connects to nothing.")
final class TradesCommand extends HomeCommand {

    /** The forms of output that exclude each other. */
    static final class Form {
        @Option(names = "--json", description = "As a JSON array.")
        private boolean json;

        @Option(names = "--csv", description = "As CSV with a header line.")
        private boolean csv;
    }

    private final Streams streams;

    @ArgGroup
    private Form form = new Form();

    @Option(names = "--account", paramLabel = "LABEL", description = "Only those of one account; removed ones have theirs too.")
    private String label;

    @Option(names = "--status", paramLabel = "OPEN|WIN|LOSS|BE", description = "Only those of one status.")
    private TradeStatus status;

    TradesCommand(Product product, HomeOptions options, Streams streams) {
        super(product, options);
        this.streams = streams;
    }

    @Override
    int run(OpenHome home) {
        var labels = labels(home);
        var trades = trades(home);
        if (form.json) {
            var json = new JsonOutput();
            var written = new TradeJson(json, labels);
            streams.result(json.array(trades.stream().map(written::of).toList()));
        } else if (form.csv) {
            streams.results().print(new TradeCsv(labels).of(trades));
            streams.results().flush();
        } else if (trades.isEmpty()) {
            streams.remark("No trades.");
        } else {
            table(trades, labels).lines().forEach(streams::result);
        }
        return ExitCode.DONE;
    }

    private List<Trade> trades(OpenHome home) {
        if (label == null) {
            return home.journal().trades(query(Optional.empty()));
        }
        // a label may have belonged to several accounts, one after the other
        var named = home.accountService().everyAccount().stream().filter(this::isMeant).toList();
        if (named.isEmpty()) {
            throw CommandProblem.unknownLabel(label, labels(home).values());
        }
        return named.stream().flatMap(account -> home.journal().trades(query(Optional.of(account.id()))).stream())
                .sorted(Comparator.comparing(Trade::openedAt)).toList();
    }

    /** As everywhere: labels that differ in capitals alone are the same. */
    private boolean isMeant(Account account) {
        return account.label().equalsIgnoreCase(label.strip());
    }

    private TradeQuery query(Optional<AccountId> account) {
        return new TradeQuery(account, Optional.ofNullable(status), false, OptionalInt.empty());
    }

    private static Table table(List<Trade> trades, Map<String, String> labels) {
        var table = new Table("OPENED", "ACCOUNT", "SYMBOL", "SIDE", "SIZE", "ENTRY", "EXIT", "NET", "COIN", "STATUS", "CERTAINTY");
        for (var trade : trades) {
            var slot = trade.slot();
            table.row(Notation.of(trade.openedAt()), labels.getOrDefault(slot.scope().account().value(), ""), slot.instrument(),
                    slot.side().name(),
                    Notation.of(trade.terms().quantity()), Notation.of(trade.terms().effectiveEntry()),
                    trade.exit().flatMap(Exit::price).map(Notation::of).orElse(""), Notation.of(trade.result().net()), slot.marginCoin(),
                    trade.status().name(), trade.certainty().name());
        }
        return table;
    }
}
