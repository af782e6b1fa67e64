package org.mirrorbook.ui.model.books;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Fingerprint;
import org.mirrorbook.domain.journal.Result;
import org.mirrorbook.domain.journal.Terms;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.journal.TradeSource;
import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.position.Product;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.domain.reconciliation.Comparison;
import org.mirrorbook.domain.reconciliation.Difference;
import org.mirrorbook.domain.reconciliation.Difference.Field;
import org.mirrorbook.domain.reconciliation.Difference.Kind;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.ReconciliationRun;
import org.mirrorbook.journal.TradeEvent;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.Figures;

/** The account Swing with a long of 3 ETH from 3,498.4 to 3,502.95: gross 13.65, fees -6.29712 and -2.10177, funding -0.412338. */
final class TwoBooks {

    static final Instant NOW = Instant.parse("2026-11-12T14:06:21Z");
    static final Instant OPENED = Instant.parse("2026-11-11T22:40:18.204Z");
    static final Instant CLOSED = Instant.parse("2026-11-12T01:32:44.870Z");
    static final Instant READ = Instant.parse("2026-11-12T13:58:03Z");
    static final Times TIMES = new Times(new Figures(ZoneOffset.UTC), NOW);
    static final Account SWING = new Account(new AccountId("swing"), "Swing", "bitget", Environment.LIVE, Optional.empty(), "unified", "k",
            true, false, OPENED.minus(Duration.ofDays(90)));
    static final Slot ETH = new Slot(new Scope(SWING.id(), "bitget", Environment.LIVE, new Product("USDT-FUTURES", false)), "ETHUSDT",
            Side.LONG, MarginMode.CROSSED, "USDT");

    private TwoBooks() {
    }

    static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    static ClosingRecord record() {
        // 13.65 - 6.29712 - 2.10177 - 0.412338 = 4.838772
        return new ClosingRecord(ETH, LifeMark.ofLife("7", OPENED), CLOSED, number("3498.4"), number("3502.95"), number("3"), number("3"),
                number("13.65"), number("-6.29712"), number("-2.10177"), number("-0.412338"), Optional.of(number("4.838772")));
    }

    /** The journal's side, with that funding. */
    static Trade trade(String funding, Certainty certainty) {
        var fees = Optional.of(number("-6.29712"));
        return new Trade(TradeId.of(ETH, OPENED), Fingerprint.ofLive("bitget", Optional.of("7"), "ETHUSDT", OPENED),
                TradeSource.LIVE_MIRROR,
                ETH, Optional.of("7"), OPENED, TradeStatus.WIN, certainty,
                new Terms(number("3498.4"), number("3498.4"), number("3"), Optional.empty(), Optional.empty()),
                new Result(number("13.65"), Optional.empty(), number("-8.39889"), number(funding), fees, Optional.of(number("-2.10177")),
                        Optional.empty(), List.of()),
                Optional.of(new Exit(Optional.of(number("3502.95")), Exit.Basis.RECORD, CLOSED)), false, List.of());
    }

    /** The journal has no funding: its net is 13.65 - 6.29712 - 2.10177 = 5.25111. */
    static Difference funding(Certainty certainty) {
        return new Difference(Kind.FIGURES, ETH, Optional.of(CLOSED), List.of(field("funding", "0", "-0.412338"),
                field("netPnl", "5.25111", "4.838772")), Optional.of(trade("0", certainty)), Optional.of(record()), Optional.empty());
    }

    static Difference onlyExchange() {
        return new Difference(Kind.ONLY_EXCHANGE, ETH, Optional.of(CLOSED), List.of(), Optional.empty(), Optional.of(record()),
                Optional.empty());
    }

    static Difference onlyJournal() {
        return new Difference(Kind.ONLY_JOURNAL, ETH, Optional.of(CLOSED), List.of(), Optional.of(trade("0", Certainty.CONFIRMED)),
                Optional.empty(), Optional.empty());
    }

    private static Field field(String name, String journal, String exchange) {
        return new Field(name, Optional.of(number(journal)), Optional.of(number(exchange)));
    }

    static Comparison comparison(Difference... differences) {
        return new Comparison(SWING.id(), Instant.parse("2026-08-14T14:06:21Z"), READ, 108, List.of(differences), 2,
                List.of(new Comparison.Net("USDT", number("6481.0218882"), number("6498.3195502"))));
    }

    static AccountBooks books(Optional<Comparison> last, Optional<ReconciliationRun> run, LinkState state) {
        return new AccountBooks(SWING, last, run, Optional.of(LinkStatus.of(state, Instant.parse("2026-11-12T14:02:00Z"))), List.of());
    }

    static ReconciliationRun run(int figures, int onlyExchange, Optional<String> failure, ReconciliationRun.Step... steps) {
        return new ReconciliationRun(SWING.id(), 3121, READ.plusSeconds(1), ReconciliationRun.StartedBy.ROUND,
                Optional.of(Instant.parse("2026-08-14T14:06:21Z")), 108, 2, figures, onlyExchange, 0, Duration.ofMillis(1380), failure,
                List.of(steps));
    }

    static TradeEvent event(String kind, String at, String detail, long message) {
        return new TradeEvent(TradeId.of(ETH, OPENED), 1, 0, kind, Instant.parse(at), Instant.parse(at), detail, message);
    }

    static List<String> words(List<Cell> cells) {
        return cells.stream().map(Cell::words).toList();
    }

    static List<List<String>> all(Stream<List<Cell>> rows) {
        return rows.map(TwoBooks::words).toList();
    }
}
