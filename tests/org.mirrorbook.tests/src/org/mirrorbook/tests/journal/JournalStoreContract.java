package org.mirrorbook.tests.journal;

import static java.util.Optional.empty;
import static java.util.Optional.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mirrorbook.tests.journal.Lives.ACCOUNT;
import static org.mirrorbook.tests.journal.Lives.BEGINNING;
import static org.mirrorbook.tests.journal.Lives.SCOPE;
import static org.mirrorbook.tests.journal.Lives.batch;
import static org.mirrorbook.tests.journal.Lives.carriedOver;
import static org.mirrorbook.tests.journal.Lives.claimed;
import static org.mirrorbook.tests.journal.Lives.closed;
import static org.mirrorbook.tests.journal.Lives.decimal;
import static org.mirrorbook.tests.journal.Lives.fill;
import static org.mirrorbook.tests.journal.Lives.grown;
import static org.mirrorbook.tests.journal.Lives.inferred;
import static org.mirrorbook.tests.journal.Lives.opened;
import static org.mirrorbook.tests.journal.Lives.slot;
import static org.mirrorbook.tests.journal.Lives.some;
import static org.mirrorbook.tests.journal.Lives.with;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TimeZone;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.ExecutionKind;
import org.mirrorbook.domain.journal.Result;
import org.mirrorbook.domain.journal.Terms;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.ClaimedRecord;
import org.mirrorbook.domain.lifecycle.JournalChange.CloseExplained;
import org.mirrorbook.domain.lifecycle.OpenLife;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.CloseReason;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.RowFigures;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.JournalBatch;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;
import org.mirrorbook.journal.JournalStore;
import org.mirrorbook.journal.RecordedChange;
import org.mirrorbook.journal.StoredBook;
import org.mirrorbook.journal.TradeQuery;

/**
 * What every store of books owes its callers, whatever lies behind it. The stories run in a zone with summer time: a store that keeps times
 * as local ones loses an hour there.
 *
 * <p>Long, since it is one contract: a store that comes later inherits all of it by one name.
 */
abstract class JournalStoreContract {

    /** Fifty minutes before the clocks of Berlin are put back in 2025, when 02:10 comes twice. */
    private static final Instant FIRST_TEN_PAST_TWO = Instant.parse("2025-10-26T00:10:00.000001Z");

    @TempDir
    Path home;

    private TimeZone zone;
    private OpenJournal journal;

    /** Opens the journal of this home, and makes it where there is none. */
    abstract OpenJournal open(Path home);

    /** Puts into a new home what its journal may begin with. */
    abstract void prepare(Path home) throws IOException;

    @BeforeEach
    void openInBerlin() throws IOException {
        prepare(home);
        zone = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        journal = open(home);
        takeAccounts();
    }

    /** As a lane does before it reads its book. */
    private void takeAccounts() {
        for (var account : List.of(ACCOUNT, new AccountId("a2"))) {
            assertThat(journal.ownership().take(account)).isEmpty();
        }
    }

    @AfterEach
    void closeAndLeaveBerlin() {
        closeJournal();
        TimeZone.setDefault(zone);
    }

    void closeJournal() {
        if (journal != null) {
            for (var account : List.of(ACCOUNT, new AccountId("a2"))) {
                journal.ownership().release(account);
            }
            journal.close();
            journal = null;
        }
    }

    void restart() {
        closeJournal();
        journal = open(home);
        takeAccounts();
    }

    /** Closes the journal, and opens the one of a home that is new. */
    void moveTo(Path other) throws IOException {
        closeJournal();
        prepare(other);
        journal = open(other);
        takeAccounts();
    }

    OpenJournal journal() {
        return journal;
    }

    JournalStore store() {
        return journal.store();
    }

    StoredBook load() {
        return store().load(ACCOUNT, BEGINNING.plusSeconds(3600));
    }

    private Book loadEmpty() {
        return store().load(ACCOUNT, BEGINNING).book();
    }

    @Test
    void aBookThatNobodyHasWrittenIsEmptyAndItsBeginningDoesNotMove() {
        assertThat(store().load(ACCOUNT, BEGINNING)).isEqualTo(new StoredBook(Book.empty(ACCOUNT, BEGINNING), 0));

        restart();
        assertThat(load()).isEqualTo(new StoredBook(Book.empty(ACCOUNT, BEGINNING), 0));
    }

    @Test
    void whatWasCommittedIsThereAfterARestart() {
        var life = opened(slot("BTCUSDT"), FIRST_TEN_PAST_TWO, "0.5");
        var batch = batch(0, loadEmpty(), life);

        assertThat(store().commit(batch)).isEqualTo(1);
        assertThat(load()).isEqualTo(new StoredBook(batch.after(), 1));

        restart();
        assertThat(load()).isEqualTo(new StoredBook(batch.after(), 1));
        assertThat(journal.reader().trades(TradeQuery.all())).containsExactly(life.trade());
        assertThat(journal.reader().trade(life.trade().id())).contains(life.trade());
        assertThat(journal.reader().trade(new TradeId("nobody"))).isEmpty();
    }

    @Test
    void theChangesOfATradeAreKeptInOrderWithTheirEvidence() {
        var life = opened(slot("BTCUSDT"), FIRST_TEN_PAST_TWO, "0.5");
        store().commit(batch(0, loadEmpty(), life));

        assertThat(journal.reader().events(life.trade().id())).singleElement().satisfies(event -> {
            assertThat(event.revision()).isEqualTo(1);
            assertThat(event.ordinal()).isZero();
            assertThat(event.kind()).isEqualTo("TradeOpened");
            assertThat(event.at()).isEqualTo(FIRST_TEN_PAST_TWO);
            assertThat(event.receivedAt()).isEqualTo(FIRST_TEN_PAST_TWO.plusNanos(250_001_000));
            assertThat(event.message()).isEqualTo(7);
            assertThat(event.detail()).isEqualTo("{\"quantity\":\"0.5\",\"entry\":\"68000.1\",\"found\":false}");
        });
    }

    @Test
    void aLifeGrowsClosesAndIsConfirmedByItsRecord() {
        var first = opened(slot("BTCUSDT"), FIRST_TEN_PAST_TWO, "0.5");
        var other = opened(slot("ETHUSDT"), FIRST_TEN_PAST_TWO, "3");
        var book = batch(0, loadEmpty(), first, other).after();
        store().commit(batch(0, loadEmpty(), first, other));

        var grown = grown(first, "0.25", FIRST_TEN_PAST_TWO.plusSeconds(60));
        book = with(book, Map.of(grown.row().slot(), grown, other.row().slot(), other), List.of(), Map.of());
        store().commit(new JournalBatch(1, book, List.of(), List.of(grown.trade())));
        assertThat(load()).isEqualTo(new StoredBook(book, 2));

        var closed = closed(grown, FIRST_TEN_PAST_TWO.plusSeconds(120));
        book = with(book, Map.of(other.row().slot(), other), List.of(closed), Map.of());
        store().commit(new JournalBatch(2, book, List.of(), List.of(closed.trade())));
        restart();
        assertThat(load()).isEqualTo(new StoredBook(book, 3));

        var record = claimed(closed.trade(), FIRST_TEN_PAST_TWO.plusSeconds(121));
        var confirmed = closed.trade().with(Certainty.CONFIRMED);
        book = with(book, book.open(), List.of(), Map.of(record.key(), record));
        store().commit(new JournalBatch(3, book, List.of(), List.of(confirmed)));
        restart();
        assertThat(load()).isEqualTo(new StoredBook(book, 4));
        assertThat(journal.reader().trade(confirmed.id())).contains(confirmed);
    }

    @Test
    void aRevokedCloseIsOpenAgain() {
        var life = opened(slot("BTCUSDT"), FIRST_TEN_PAST_TWO, "0.5");
        var open = batch(0, loadEmpty(), life).after();
        store().commit(batch(0, loadEmpty(), life));
        var closed = closed(life, FIRST_TEN_PAST_TWO.plusSeconds(1));
        store().commit(new JournalBatch(1, with(open, Map.of(), List.of(closed), Map.of()), List.of(), List.of(closed.trade())));

        store().commit(new JournalBatch(2, open, List.of(), List.of(life.trade())));

        restart();
        assertThat(load()).isEqualTo(new StoredBook(open, 3));
    }

    @Test
    void whyATradeWasClosedIsKeptAlsoWhenItIsLearnedAfterItLeftTheBook() {
        var closed = closed(opened(slot("BTCUSDT"), FIRST_TEN_PAST_TWO, "0.5"), FIRST_TEN_PAST_TWO.plusSeconds(1)).trade();
        var book = loadEmpty();
        store().commit(new JournalBatch(0, book, List.of(), List.of(closed)));
        assertThat(journal.reader().trade(closed.id())).contains(closed);

        var why = closed.with(closed.exit().orElseThrow().because(CloseReason.LIQUIDATION));
        var told = new CloseExplained(why.id(), FIRST_TEN_PAST_TWO, CloseReason.LIQUIDATION);
        store().commit(new JournalBatch(1, book, List.of(new RecordedChange(9, FIRST_TEN_PAST_TWO, told)), List.of(why)));

        restart();
        assertThat(journal.reader().trade(closed.id())).contains(why);
        assertThat(journal.reader().events(closed.id())).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo("CloseExplained");
            assertThat(event.detail()).isEqualTo("{\"reason\":\"LIQUIDATION\"}");
        });
    }

    @Test
    void livesOfAnAccountThatBecameOfAnotherKindGoOnInOtherSlots() {
        var life = opened(slot("BTCUSDT"), FIRST_TEN_PAST_TWO, "0.5");
        var ended = closed(opened(slot("ETHUSDT"), FIRST_TEN_PAST_TWO, "2"), FIRST_TEN_PAST_TWO.plusSeconds(1));
        var record = claimed(ended.trade(), FIRST_TEN_PAST_TWO.plusSeconds(2));
        var classic = with(loadEmpty(), Map.of(life.row().slot(), life), List.of(), Map.of(record.key(), record));
        store().commit(new JournalBatch(0, classic, List.of(), List.of(life.trade(), ended.trade())));

        // the former kind's marks prove nothing, neither of the life nor of the record
        var former = new OpenLife(life.trade(), life.row().with(life.row().life().asFormer()), false);
        var claim = new ClaimedRecord(record.key(), record.life().asFormer(), record.trade());
        var converted = with(classic, Map.of(life.row().slot(), former), List.of(), Map.of(claim.key(), claim));
        store().commit(new JournalBatch(1, converted, List.of(), List.of()));
        restart();
        assertThat(load()).isEqualTo(new StoredBook(converted, 2));

        var isolated = new Slot(SCOPE, "BTCUSDT", Side.LONG, MarginMode.ISOLATED, "USDT");
        var found = carriedOver(former, isolated);
        var unified = with(converted, Map.of(isolated, found), List.of(), converted.claimed());
        store().commit(new JournalBatch(2, unified, List.of(), List.of(found.trade())));
        restart();
        assertThat(load()).isEqualTo(new StoredBook(unified, 3));
        assertThat(journal.reader().trade(life.trade().id())).contains(found.trade());
    }

    @Test
    void anInferredExecutionIsReplacedByItsFillsAlsoInATradeThatLeftTheBook() {
        var opening = FIRST_TEN_PAST_TWO;
        var life = opened(slot("BTCUSDT"), opening, "0.5");
        var guessed = life.trade().withExecutions(List.of(fill(ExecutionKind.OPEN, "0.5", opening),
                inferred(ExecutionKind.REDUCE, "0.3", opening.plusSeconds(9)),
                inferred(ExecutionKind.CLOSE, "0.2", opening.plusSeconds(10))));
        var book = loadEmpty();
        store().commit(new JournalBatch(0, book, List.of(), List.of(guessed)));
        assertThat(journal.reader().trade(guessed.id())).contains(guessed);

        var explained = guessed.withExecutions(List.of(fill(ExecutionKind.OPEN, "0.5", opening),
                fill(ExecutionKind.REDUCE, "0.1", opening.plusSeconds(7)), fill(ExecutionKind.REDUCE, "0.2", opening.plusSeconds(8)),
                fill(ExecutionKind.CLOSE, "0.2", opening.plusSeconds(9))));
        store().commit(new JournalBatch(1, book, List.of(), List.of(explained)));

        restart();
        assertThat(journal.reader().trade(guessed.id())).contains(explained);
    }

    @Test
    void howFarHistoryWasReadIsKeptAndOfOlderClaimsTheNewestOfEachSlot() {
        var readTo = FIRST_TEN_PAST_TWO.plus(Duration.ofDays(300));
        var life = opened(slot("BTCUSDT"), FIRST_TEN_PAST_TWO, "0.5");
        var old = claimed(life.trade(), readTo.minus(Duration.ofDays(36)));
        var recent = claimed(life.trade(), readTo.minus(Duration.ofDays(34)));
        var quiet = opened(slot("ETHUSDT"), FIRST_TEN_PAST_TWO, "2");
        var older = claimed(quiet.trade(), readTo.minus(Duration.ofDays(200)));
        var last = claimed(quiet.trade(), readTo.minus(Duration.ofDays(100)));
        var empty = loadEmpty();
        var book = Book.kept(ACCOUNT, empty.mirroredSince(), Map.of(), List.of(),
                Map.of(old.key(), old, recent.key(), recent, older.key(), older, last.key(), last), Map.of(SCOPE, readTo));
        store().commit(new JournalBatch(0, book, List.of(), List.of(life.trade(), quiet.trade())));

        restart();
        assertThat(load().book().historyReadTo()).isEqualTo(Map.of(SCOPE, readTo));
        assertThat(load().book().claimed()).isEqualTo(Map.of(recent.key(), recent, last.key(), last));
    }

    @Test
    void theSameRevisionIsWrittenOnOnce() {
        var life = opened(slot("BTCUSDT"), FIRST_TEN_PAST_TWO, "0.5");
        var batch = batch(0, loadEmpty(), life);
        store().commit(batch);

        assertRefused(batch, "is not the newest any more");
        assertThat(journal.reader().events(life.trade().id())).hasSize(1);
        assertThat(load()).isEqualTo(new StoredBook(batch.after(), 1));
    }

    @Test
    void theSameFingerprintIsNotEnteredTwiceForAnAccountAndNothingOfItsBatchStays() {
        var life = opened(slot("BTCUSDT"), FIRST_TEN_PAST_TWO, "0.5");
        var empty = loadEmpty();
        store().commit(batch(0, empty, life));
        var before = load();

        var again = opened(new Slot(SCOPE, "BTCUSDT", Side.SHORT,
                life.row().slot().marginMode(), "USDT"), FIRST_TEN_PAST_TWO, "0.5");
        assertThat(again.trade().id()).isNotEqualTo(life.trade().id());
        assertThat(again.trade().fingerprint()).isEqualTo(life.trade().fingerprint());
        assertRefused(batch(1, before.book(), opened(slot("ETHUSDT"), BEGINNING, "1"), again), "a trade with the same fingerprint");

        assertThat(load()).isEqualTo(before);
        assertThat(journal.reader().trades(TradeQuery.all())).containsExactly(life.trade());
    }

    @Test
    void twoAccountsMayHaveTheSameFingerprint() {
        var other = new AccountId("a2");
        var mine = opened(slot("BTCUSDT"), FIRST_TEN_PAST_TWO, "0.5");
        var theirs = opened(slot(other, "BTCUSDT"), FIRST_TEN_PAST_TWO, "0.5");
        store().commit(batch(0, loadEmpty(), mine));
        store().commit(batch(0, store().load(other, BEGINNING).book(), theirs));

        assertThat(theirs.trade().fingerprint()).isEqualTo(mine.trade().fingerprint());
        assertThat(journal.reader().trades(TradeQuery.all())).containsExactlyInAnyOrder(mine.trade(), theirs.trade());
        assertThat(journal.reader().trades(new TradeQuery(of(other), empty(), false, OptionalInt.empty()))).containsExactly(theirs.trade());
    }

    @Test
    void aClosingRecordIsClaimedByOneTrade() {
        var one = opened(slot("BTCUSDT"), FIRST_TEN_PAST_TWO, "0.5");
        var two = opened(slot("BTCUSDT"), FIRST_TEN_PAST_TWO.plusSeconds(5), "0.5");
        var record = claimed(one.trade(), FIRST_TEN_PAST_TWO.plusSeconds(60));
        var empty = loadEmpty();
        var book = with(empty, Map.of(), List.of(), Map.of(record.key(), record));
        store().commit(new JournalBatch(0, book, List.of(), List.of(one.trade(), two.trade())));

        // a book that has forgotten the claim, as one that was restored from elsewhere would
        restart();
        store().load(ACCOUNT, BEGINNING);
        store().commit(new JournalBatch(1, with(empty, Map.of(), List.of(), Map.of()), List.of(), List.of()));
        var twice = new ClaimedRecord(record.key(), record.life(), two.trade().id());
        assertRefused(new JournalBatch(2, with(empty, Map.of(), List.of(), Map.of(twice.key(), twice)), List.of(), List.of()),
                "a closing record that another trade has claimed");
    }

    @Test
    void aFillIsOfATradeOnceAndInferredExecutionsDoNotCount() {
        var at = FIRST_TEN_PAST_TWO;
        var life = opened(slot("BTCUSDT"), at, "0.5");
        var inferredOnes = life.trade().withExecutions(List.of(inferred(ExecutionKind.OPEN, "0.5", at),
                inferred(ExecutionKind.ADD, "0.5", at)));
        store().commit(new JournalBatch(0, loadEmpty(), List.of(), List.of(inferredOnes)));

        var twice = life.trade().withExecutions(List.of(fill(ExecutionKind.OPEN, "0.5", at), fill(ExecutionKind.ADD, "0.5", at)));
        assertRefused(new JournalBatch(1, load().book(), List.of(), List.of(twice)), "the same fill twice in one trade");
        assertThat(journal.reader().trade(life.trade().id())).contains(inferredOnes);
    }

    @Test
    void decimalsSurviveToTheLastOfThirtyOneDigits() {
        // thirteen digits before the point and eighteen behind it: all that a column holds
        var whole = "1234567890123.123456789012345678";
        var life = figures(opened(slot("PEPEUSDT"), FIRST_TEN_PAST_TWO, whole), whole);
        var batch = batch(0, loadEmpty(), life);
        store().commit(batch);

        restart();
        assertThat(load().book()).isEqualTo(batch.after());
        assertThat(journal.reader().trades(TradeQuery.all())).containsExactly(life.trade());
    }

    @Test
    void aFigureThatChangesInItsLastDigitAloneIsChangedInTheJournal() {
        var life = opened(slot("BTCUSD"), FIRST_TEN_PAST_TWO, "1");
        var first = priced(life, "96861.66886227545");
        var book = batch(0, loadEmpty(), first).after();
        store().commit(batch(0, loadEmpty(), first));

        // as numbers of a machine the two are the same
        assertThat(Double.parseDouble("96861.668862275449")).isEqualTo(Double.parseDouble("96861.66886227545"));
        var second = priced(life, "96861.668862275449");
        book = with(book, Map.of(second.row().slot(), second), List.of(), Map.of());
        store().commit(new JournalBatch(1, book, List.of(), List.of(second.trade())));

        restart();
        assertThat(journal.reader().trade(life.trade().id()).orElseThrow().terms().effectiveEntry())
                .isEqualByComparingTo("96861.668862275449");
        assertThat(load()).isEqualTo(new StoredBook(book, 2));
    }

    private static OpenLife priced(OpenLife life, String entry) {
        var terms = life.trade().terms();
        return new OpenLife(life.trade().with(new Terms(terms.plannedEntry(), new BigDecimal(entry), terms.quantity(), terms.leverage(),
                terms.margin())), life.row(), life.proven());
    }

    @Test
    void aFigureWithTooManyDigitsIsRefusedAndNothingIsWritten() {
        var empty = store().load(ACCOUNT, BEGINNING);
        for (String tooLong : List.of("0.1234567890123456789", "12345678901234")) {
            var life = opened(slot("PEPEUSDT"), FIRST_TEN_PAST_TWO, tooLong);
            assertRefused(batch(0, empty.book(), opened(slot("BTCUSDT"), FIRST_TEN_PAST_TWO, "1"), life), tooLong);
        }

        assertThat(load()).isEqualTo(empty);
        assertThat(journal.reader().trades(TradeQuery.all())).isEmpty();
    }

    @Test
    void aTextThatIsTooLongIsRefusedAndNothingIsWritten() {
        assertRefused(batch(0, loadEmpty(), opened(slot("X".repeat(65)), FIRST_TEN_PAST_TWO, "1")), "longer than 64 characters");
        assertThat(journal.reader().trades(TradeQuery.all())).isEmpty();
    }

    @Test
    void marginMarksAndUnrealisedProfitAreRoundedHalfEvenToEighteenDigits() {
        var life = opened(slot("BTCUSDT"), FIRST_TEN_PAST_TWO, "1");
        var figures = new RowFigures(some("10"), some("1.0000000000000000005"), some("2.0000000000000000015"),
                some("3.00000000000000000051"),
                some("-4.0000000000000000005"), some("0"), some("0"), some("0"));
        var row = new PositionRow(life.row().slot(), life.row().life(), life.row().size(), life.row().entryPrice(), figures,
                life.row().updatedAt());
        store().commit(batch(0, loadEmpty(), new OpenLife(life.trade(), row, true)));

        restart();
        var stored = load().book().open().get(slot("BTCUSDT")).row().figures();
        // to the even neighbour at exactly one half, up above it
        assertThat(stored.margin()).contains(decimal("1"));
        assertThat(stored.markPrice()).contains(decimal("2.000000000000000002"));
        assertThat(stored.liquidationPrice()).contains(decimal("3.000000000000000001"));
        assertThat(stored.unrealised()).contains(decimal("-4"));
    }

    @Test
    void timesSurviveToTheMicrosecondAcrossTheEndOfSummerTime() {
        var hours = List.of(FIRST_TEN_PAST_TWO, FIRST_TEN_PAST_TWO.plus(Duration.ofHours(1)), FIRST_TEN_PAST_TWO.plus(Duration.ofHours(2)),
                Instant.parse("2026-03-29T01:30:00.999999Z"));
        var lives = hours.stream().map(at -> opened(slot("S" + at.toEpochMilli()), at, "1")).toArray(OpenLife[]::new);
        var batch = batch(0, loadEmpty(), lives);
        store().commit(batch);

        restart();
        assertThat(load().book()).isEqualTo(batch.after());
        assertThat(journal.reader().trades(TradeQuery.all()).stream().map(Trade::openedAt).toList()).isEqualTo(hours);
    }

    @Test
    void aListIsOrderedFilteredAndLimited() {
        var lives = List.of(opened(slot("AUSDT"), BEGINNING, "1"), opened(slot("BUSDT"), BEGINNING.plusSeconds(1), "1"),
                opened(slot("CUSDT"), BEGINNING.plusSeconds(2), "1"));
        store().commit(batch(0, loadEmpty(), lives.toArray(OpenLife[]::new)));
        var trades = lives.stream().map(OpenLife::trade).toList();

        var reader = journal.reader();
        assertThat(reader.trades(TradeQuery.all())).isEqualTo(trades);
        assertThat(reader.trades(new TradeQuery(empty(), empty(), true, OptionalInt.of(2)))).containsExactly(trades.get(2), trades.get(1));
        assertThat(reader.trades(new TradeQuery(of(ACCOUNT), of(TradeStatus.OPEN), false, OptionalInt.of(1))))
                .containsExactly(trades.get(0));
        assertThat(reader.trades(new TradeQuery(of(ACCOUNT), of(TradeStatus.WIN), false, OptionalInt.empty()))).isEmpty();
        assertThat(reader.trades(new TradeQuery(of(new AccountId("a9")), empty(), false, OptionalInt.empty()))).isEmpty();
    }

    @Test
    void anAccountIsReplacedByItsIdAndKeptWhenItIsRemoved() {
        var first = account("a1", "Main", false);
        var second = account("a2", "Second", false);
        journal.accounts().put(first);
        journal.accounts().put(second);
        journal.accounts().put(first.withMirror(true));

        restart();
        assertThat(journal.accounts().all()).containsExactly(first.withMirror(true), second);
    }

    @Test
    void thatAKeyMayTradeIsKept() {
        var strict = account("a1", "Main", false);
        var agreed = new Account(strict.id(), strict.label(), strict.venue(), strict.environment(), strict.endpoint(), strict.kind(),
                strict.keyMark(), strict.mirror(), true, strict.removed(), strict.createdAt());
        journal.accounts().put(strict);
        assertThat(journal.accounts().all()).containsExactly(strict);

        journal.accounts().put(agreed);

        restart();
        assertThat(journal.accounts().all()).containsExactly(agreed);
    }

    @Test
    void aLabelIsFreeAgainOnceItsAccountIsRemoved() {
        journal.accounts().put(account("a1", "Main", false));
        var problem = catchThrowableOfType(JournalProblem.class, () -> journal.accounts().put(account("a2", "Main", false)));
        assertThat(problem.remedy()).isEqualTo(Remedy.ASK_USER);
        assertThat(problem).hasMessageContaining("label");

        journal.accounts().put(account("a1", "Main", true));
        journal.accounts().put(account("a2", "Main", false));
        journal.accounts().put(account("a2", "Main", true));
        journal.accounts().put(account("a3", "Main", false));
        assertThat(journal.accounts().all()).hasSize(3);
    }

    private static Account account(String id, String label, boolean removed) {
        return new Account(new AccountId(id), label, "bitget", Environment.PRACTICE, of(URI.create("http://127.0.0.1:8080")), "classic",
                "mark", false,
                removed, BEGINNING.plusSeconds(id.charAt(1)));
    }

    private static OpenLife figures(OpenLife life, String value) {
        var d = some(value);
        var terms = new Terms(d.get(), d.get(), d.get(), d, d);
        var result = new Result(d.get(), d, d.get().negate(), d.get(), d, d, d, List.of());
        var row = new PositionRow(life.row().slot(), life.row().life(), d.get(), d.get(), new RowFigures(d, d, d, d, d, d, d, d),
                life.row().updatedAt());
        return new OpenLife(life.trade().with(terms).with(result), row, life.proven());
    }

    private void assertRefused(JournalBatch batch, String words) {
        assertThatThrownBy(() -> store().commit(batch)).isInstanceOfSatisfying(JournalProblem.class, problem -> {
            assertThat(problem.remedy()).isEqualTo(Remedy.REPORT);
            assertThat(problem).hasMessageContaining(words);
        });
    }
}
