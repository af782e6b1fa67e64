package org.mirrorbook.journal.jpa;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Result;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.Cancellation;
import org.mirrorbook.journal.JournalBatch;
import org.mirrorbook.journal.Range;
import org.mirrorbook.journal.TradeFilter;
import org.mirrorbook.journal.TradeQuery;
import org.mirrorbook.journal.TradeSort;

/**
 * Fills a journal with many closed trades and prints what lists, searches, sums and a new trade cost then. A program, not a test:
 * {@code MillionTrades FOLDER [TRADES]}; a folder that was filled before is measured as it is.
 */
final class MillionTrades {

    private static final Instant BEGINNING = Instant.parse("2020-01-01T00:00:00Z");
    private static final int ACCOUNTS = 20;
    private static final int SYMBOLS = 400;
    private static final int BATCH = 5000;
    private static final int PAGE = 200;

    private interface Work {
        Object run();
    }

    private MillionTrades() {
    }

    public static void main(String[] arguments) throws Exception {
        var home = Path.of(arguments[0]);
        int wanted = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        boolean filled = Files.isDirectory(home.resolve("journal"));
        Files.createDirectories(home);
        try (var journal = Journal.open(home, Editions.TEST)) {
            if (!filled) {
                fill(home, wanted);
            }
            noteSome(home);
            measure(journal, wanted);
        }
    }

    private static void fill(Path home, int wanted) throws Exception {
        long start = System.nanoTime();
        var tables = new Tables();
        var database = new DerbyDatabase(home.resolve("journal"), home.resolve("logs").resolve("derby.log"));
        var random = new Random(42);
        try (var pen = new Pen(database.getConnection())) {
            for (int i = 0; i < wanted; i++) {
                tables.trades.insert(pen, TradeRow.of(trade(random, i), 0));
                if (i % BATCH == BATCH - 1) {
                    pen.commit();
                }
            }
            Statistics.rebuild(pen);
            pen.commit();
        }
        System.out.printf("filled with %d trades in %d s%n", wanted, (System.nanoTime() - start) / 1_000_000_000);
    }

    /** One trade in fifty has a note of some lines. */
    private static void noteSome(Path home) throws Exception {
        var database = new DerbyDatabase(home.resolve("journal"), home.resolve("logs").resolve("derby.log"));
        try (var pen = new Pen(database.getConnection())) {
            try (var rows = pen.statement("select count(*) from trade_note").executeQuery()) {
                rows.next();
                if (rows.getInt(1) > 0) {
                    return;
                }
            }
            var trades = new ArrayList<String>();
            try (var rows = pen.statement("select id from trade").executeQuery()) {
                for (int i = 0; rows.next(); i++) {
                    if (i % 50 == 0) {
                        trades.add(rows.getString(1));
                    }
                }
            }
            var insert = pen.batch("insert into trade_note (trade_id, note, setup, mistakes, emotion, edited_at)"
                    + " values (?, ?, ?, '', 'calm', 0)");
            for (int i = 0; i < trades.size(); i++) {
                insert.setString(1, trades.get(i));
                insert.setString(2, "Waited for the retest of the level, " + "then entered in two parts. ".repeat(6) + "number " + i);
                insert.setString(3, i % 3 == 0 ? "Breakout" : "Pullback");
                insert.addBatch();
            }
            pen.commit();
        }
    }

    private static Trade trade(Random random, int number) {
        var account = new AccountId("a" + number % ACCOUNTS);
        // a few symbols are traded much, most of them rarely
        int symbol = (int) (SYMBOLS * Math.pow(random.nextDouble(), 3));
        var at = BEGINNING.plusSeconds(number * 120L);
        var trade = OneLife.at(account, "SYM" + symbol + "USDT", at).trade();
        var gross = BigDecimal.valueOf(random.nextInt(20_000) - 10_000, 2);
        var result = new Result(gross, Optional.empty(), BigDecimal.valueOf(-12, 2), BigDecimal.ZERO, Optional.empty(), Optional.empty(),
                Optional.empty(), List.of());
        var exit = new Exit(Optional.of(new BigDecimal("68000.1")), Exit.Basis.MARK, at.plusSeconds(60));
        return trade.withExecutions(List.of()).closed(exit, Certainty.CONFIRMED, trade.terms(), result, false);
    }

    private static void measure(Journal journal, int wanted) throws SQLException {
        var reader = journal.reader();
        var first = TradeQuery.newest(TradeFilter.none(), PAGE);
        say("first page", () -> reader.trades(first).size());
        say("page in the middle", () -> reader.trades(new TradeQuery(TradeFilter.none(), Optional.of(new TradeQuery.Place(
                BEGINNING.plusSeconds(wanted * 60L), reader.trades(first).getFirst().id())), true, first.limit())).size());
        say("one account", () -> reader.trades(TradeQuery.newest(TradeFilter.none().withAccount(new AccountId("a3")), PAGE)).size());
        say("one symbol", () -> reader.trades(TradeQuery.newest(TradeFilter.none().withSymbol("SYM399USDT"), PAGE)).size());
        say("losses", () -> reader.trades(TradeQuery.newest(TradeFilter.none().withStatuses(Set.of(TradeStatus.LOSS)), PAGE)).size());
        say("closed in one week", () -> reader.trades(TradeQuery.newest(TradeFilter.none().withClosed(Range.between(
                BEGINNING.plusSeconds(wanted * 60L), BEGINNING.plusSeconds(wanted * 60L + 604_800))), PAGE)).size());
        say("net above 99", () -> reader.trades(TradeQuery.newest(TradeFilter.none().withNet(Range.from(new BigDecimal("99"))), PAGE))
                .size());
        say("net of 0 to 50 in one account", () -> reader.trades(TradeQuery.newest(TradeFilter.none().withNet(Range.between(BigDecimal.ZERO,
                new BigDecimal("50"))).withAccount(new AccountId("a3")), PAGE)).size());
        say("one account closed in one day", () -> reader.trades(TradeQuery.newest(TradeFilter.none().withAccount(new AccountId("a3"))
                .withClosed(Range.between(BEGINNING.plusSeconds(wanted * 60L), BEGINNING.plusSeconds(wanted * 60L + 86_400))), PAGE))
                .size());
        say("closed in the older half", () -> reader.trades(TradeQuery.newest(TradeFilter.none().withClosed(Range.between(BEGINNING,
                BEGINNING.plusSeconds(wanted * 60L))), PAGE)).size());
        say("unconfirmed", () -> reader.trades(TradeQuery.newest(TradeFilter.none().withCertainty(Certainty.UNCONFIRMED), PAGE)).size());
        say("text of one note", () -> reader.trades(TradeQuery.newest(TradeFilter.none().withText("number 17777"), PAGE)).size());
        say("text of a third of the notes", () -> reader.trades(TradeQuery.newest(TradeFilter.none().withText("breakout"), PAGE)).size());
        say("text of one symbol", () -> reader.trades(TradeQuery.newest(TradeFilter.none().withText("ym399"), PAGE)).size());
        say("text of some symbols", () -> reader.trades(TradeQuery.newest(TradeFilter.none().withText("m39"), PAGE)).size());
        say("text of all symbols", () -> reader.trades(TradeQuery.newest(TradeFilter.none().withText("usdt"), PAGE)).size());
        say("text of none", () -> reader.trades(TradeQuery.newest(TradeFilter.none().withText("nowhere"), PAGE)).size());
        var none = new Cancellation();
        say("how many", () -> reader.count());
        say("the order of all, newest first", () -> reader.index(TradeFilter.none(), TradeSort.NEWEST, none).size());
        say("the order of all by net", () -> reader.index(TradeFilter.none(), new TradeSort(TradeSort.Key.NET, true), none).size());
        say("the order of one symbol", () -> reader.index(TradeFilter.none().withSymbol("SYM399USDT"), TradeSort.NEWEST, none).size());
        say("the order of a text that all have", () -> reader.index(TradeFilter.none().withText("usdt"), TradeSort.NEWEST, none).size());
        var index = reader.index(TradeFilter.none(), TradeSort.NEWEST, none);
        var far = new Random(5);
        say("a page of 100 anywhere", () -> {
            int from = far.nextInt(Math.max(1, index.size() - 100));
            return reader.trades(index.ids(from, from + 100)).size();
        });
        say("marks of a page anywhere", () -> {
            int from = far.nextInt(Math.max(1, index.size() - 100));
            return journal.annotations().marks(index.ids(from, from + 100)).size();
        });
        say("totals of all", () -> reader.totals(TradeFilter.none(), none).size());
        say("totals of one symbol", () -> reader.totals(TradeFilter.none().withSymbol("SYM399USDT"), none).size());
        say("statistics", () -> reader.statistics(Optional.empty()).size());
        var random = new Random(7);
        var account = new AccountId("new");
        var stored = journal.store().load(account, BEGINNING);
        var book = stored.book();
        int[] made = {(int) stored.revision()};
        say("commit of a new closed trade, sums included", () -> {
            var trade = trade(random, 0).in(OneLife.at(account, BEGINNING).trade().slot());
            var id = OneLife.at(account, BEGINNING.plusMillis(made[0])).trade();
            var own = new Trade(id.id(), id.fingerprint(), trade.source(), trade.slot(), trade.positionId(), trade.openedAt(),
                    trade.status(), trade.certainty(), trade.terms(), trade.result(), trade.exit(), false, List.of());
            return journal.store().commit(new JournalBatch(made[0]++, book, List.of(), List.of(own)));
        });
    }

    /** The median of some runs and of their CPU, and the first one, which finds nothing in memory. */
    private static void say(String what, Work work) {
        var times = new long[7];
        var used = new long[times.length];
        var threads = ManagementFactory.getThreadMXBean();
        Object found = null;
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            long cpu = threads.getCurrentThreadCpuTime();
            found = work.run();
            times[i] = (System.nanoTime() - start) / 1000;
            used[i] = (threads.getCurrentThreadCpuTime() - cpu) / 1000;
        }
        long cold = times[0];
        Arrays.sort(times);
        Arrays.sort(used);
        System.out.printf("%-45s first %7.1f ms, median %7.1f ms, CPU %7.1f ms (%s)%n", what, cold / 1000.0,
                times[times.length / 2] / 1000.0, used[used.length / 2] / 1000.0, found);
    }
}
