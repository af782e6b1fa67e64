package org.mirrorbook.mirror.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Observation.BreakEvenRuleSet;
import org.mirrorbook.domain.lifecycle.Observation.PlanSet;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.lifecycle.PositionLifecycle;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.Product;
import org.mirrorbook.domain.position.RowFigures;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.domain.risk.BreakEvenRule;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.exchange.LinkHealth;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.Accounts;
import org.mirrorbook.journal.BreakEvenRules;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.LaneInput;
import org.mirrorbook.journal.StoredBook;
import org.mirrorbook.journal.TradeEvent;
import org.mirrorbook.journal.TradeQuery;
import org.mirrorbook.mirror.MirrorPulse;
import org.mirrorbook.mirror.lane.AccountKinds;
import org.mirrorbook.mirror.lane.LaneControl;
import org.mirrorbook.mirror.lane.LaneEnded;
import org.mirrorbook.mirror.lane.MemoryJournal;
import org.mirrorbook.mirror.lane.MemoryOwnership;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/**
 * Where edits go: to the lane of their account where there is one, else to one for the time of the edit; with real threads. Long, since the
 * stories share those lanes.
 */
class EditDeskTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final AccountId MAIN = new AccountId("a-1");
    private static final BigDecimal STOP = new BigDecimal("59000");

    private final List<String> diary = Collections.synchronizedList(new ArrayList<>());
    private final MemoryJournal journal = new MemoryJournal(diary);
    private final MemoryOwnership ownership = new MemoryOwnership();
    private final LiveDirectory lanes = new LiveDirectory();
    private final Gates gates = new Gates();
    private final Rules rules = new Rules();
    private final Trade trade = open();
    private final EditDesk desk = desk();

    @AfterEach
    void close() {
        desk.end();
    }

    @Test
    void anEditOfAnAccountThatIsNotMirroredIsRecordedFoldedAndCommitted() throws Exception {
        done(desk.plan(trade.id(), ProtectionKind.STOP_LOSS, Optional.of(STOP)));

        assertThat(journal.trades.get(trade.id()).risk().stopLoss().moves()).singleElement()
                .satisfies(move -> assertThat(move.price().orElseThrow()).isEqualByComparingTo(STOP));
        assertThat(journal.inputs.getFirst()).isInstanceOf(LaneInput.Opened.class);
        assertThat(((LaneInput.Heard) journal.inputs.getLast()).channel()).isEqualTo("edit");
        assertThat(diary).containsSubsequence("commit ProtectionMoved", "UPDATED", "released");
        assertThat(ownership.taken).isEqualTo(ownership.released).isEqualTo(1);
        assertThat(gates.enter(MAIN, Duration.ZERO)).as("the gate is open again").isTrue();
    }

    @Test
    void anEditOfAMirroredAccountGoesToItsLaneAlone() throws Exception {
        var lane = new Lane();
        lanes.opened(MAIN, lane);
        done(desk.plan(trade.id(), ProtectionKind.STOP_LOSS, Optional.of(STOP)));

        assertThat(lane.told).singleElement().isEqualTo(new PlanSet(trade, ProtectionKind.STOP_LOSS, Optional.of(STOP), NOON));
        assertThat(journal.inputs).isEmpty();
    }

    @Test
    void anEditThatALaneDidNotMakeBeforeItEndedIsMadeWithoutIt() throws Exception {
        var lane = new Lane() {
            @Override
            public CompletionStage<Void> tell(Supplier<Observation> wish) {
                lanes.closed(MAIN, this);
                return CompletableFuture.failedStage(ended());
            }
        };
        lanes.opened(MAIN, lane);
        done(desk.plan(trade.id(), ProtectionKind.STOP_LOSS, Optional.of(STOP)));

        assertThat(diary).contains("commit ProtectionMoved");
    }

    @Test
    void anEditWaitsWhileAnotherKeepsTheBookAndGoesToTheMirrorThatCameMeanwhile() throws Exception {
        gates.enter(MAIN);
        var edit = desk.plan(trade.id(), ProtectionKind.STOP_LOSS, Optional.of(STOP)).toCompletableFuture();
        var lane = new Lane();
        lanes.opened(MAIN, lane);
        done(edit);

        assertThat(lane.told).hasSize(1);
        assertThat(diary).doesNotContain("commit ProtectionMoved");
    }

    @Test
    void anAccountThatAnotherInstanceMirrorsIsEditedThere() {
        ownership.other = Optional.of("desk-2 (4711)");
        assertThatThrownBy(() -> done(desk.plan(trade.id(), ProtectionKind.STOP_LOSS, Optional.of(STOP))))
                .hasCauseInstanceOf(JournalProblem.class).hasMessageContaining("mirrored by desk-2 (4711)");
        assertThat(journal.inputs).isEmpty();
    }

    @Test
    void anotherBreakEvenRuleIsKeptFirstAndThenToldToEveryLane() throws Exception {
        var lane = new Lane();
        lanes.opened(MAIN, lane);
        lanes.opened(new AccountId("a-2"), new Lane() {
            @Override
            public CompletionStage<Void> tell(Supplier<Observation> wish) {
                return CompletableFuture.failedStage(new JournalProblem(Remedy.RETRY, "The journal is busy."));
            }
        });
        var rule = desk.breakEven(BigDecimal.ONE, BigDecimal.ZERO).toCompletableFuture().get(30, TimeUnit.SECONDS);

        assertThat(rule).isEqualTo(new BreakEvenRule(1, BigDecimal.ONE, BigDecimal.ZERO));
        assertThat(lane.told).containsExactly(new BreakEvenRuleSet(rule, NOON));
    }

    @Test
    void whatMakesNoSenseIsRefusedWithASentence() {
        assertThatThrownBy(() -> done(desk.plan(trade.id(), ProtectionKind.TAKE_PROFIT, Optional.of(BigDecimal.ZERO))))
                .hasMessageContaining("A stop or a target is a price above zero.");
        assertThatThrownBy(() -> done(desk.plan(new TradeId("nobody"), ProtectionKind.TAKE_PROFIT, Optional.of(STOP))))
                .hasMessageContaining("This trade is not in the journal.");
        assertThatThrownBy(() -> done(desk.breakEven(BigDecimal.ONE.negate(), BigDecimal.ZERO).thenAccept(rule -> { })))
                .hasMessageContaining("A break-even band is not negative.");
    }

    @Test
    void theLastEditIsMadeBeforeTheDeskEndsAndNoneAfter() throws Exception {
        var begun = new CountDownLatch(1);
        var edit = desk.tell(MAIN, new BreakEvenRuleSet(BreakEvenRule.none(), NOON)).whenComplete((nothing, error) -> begun.countDown());
        desk.end();

        assertThat(begun.await(0, TimeUnit.SECONDS)).isTrue();
        assertThat(edit.toCompletableFuture()).isCompleted();
        assertThatThrownBy(() -> done(desk.tell(MAIN, new BreakEvenRuleSet(BreakEvenRule.none(), NOON))))
                .hasMessageContaining("Mirrorbook is ending");
    }

    private static void done(CompletionStage<Void> stage) throws ExecutionException, InterruptedException {
        try {
            stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException late) {
            throw new AssertionError("never done", late);
        }
    }

    private Trade open() {
        var scope = new Scope(MAIN, "test", Environment.LIVE, new Product("USDT-FUTURES", false));
        var slot = new Slot(scope, "BTCUSDT", Side.LONG, MarginMode.CROSSED, "USDT");
        var none = new RowFigures(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty());
        var row = new PositionRow(slot, LifeMark.ofLife("77", NOON), BigDecimal.ONE, new BigDecimal("60000"), none, NOON);
        var opened = new PositionLifecycle().apply(Book.empty(MAIN, NOON), new SnapshotSeen(scope, 1, NOON, NOON, List.of(row)));
        journal.keep(new StoredBook(opened.after().kept(), 1));
        return opened.trades().get(0);
    }

    private EditDesk desk() {
        var reader = new JournalReader() {
            @Override
            public List<Trade> trades(TradeQuery query) {
                throw new AssertionError("nobody asked for all");
            }

            @Override
            public Optional<Trade> trade(TradeId id) {
                return Optional.of(trade).filter(one -> one.id().equals(id));
            }

            @Override
            public List<TradeEvent> events(TradeId id) {
                throw new AssertionError("nobody asked for changes");
            }

            @Override
            public List<Trade> lives(AccountId account, Instant closedSince) {
                throw new AssertionError("nobody asked for lives");
            }
        };
        var accounts = new Accounts() {
            @Override
            public List<Account> all() {
                return List.of(new Account(MAIN, "main", "test", Environment.LIVE, Optional.empty(), "", "", false, false, NOON));
            }

            @Override
            public void put(Account account) {
                throw new AssertionError("an edit changes no account");
            }
        };
        var kinds = new AccountKinds() {
            @Override
            public String kind(AccountId account) {
                throw new AssertionError("an idle lane asks for no kind");
            }

            @Override
            public void become(AccountId account, String kind) {
                throw new AssertionError("an idle lane finds out no kind");
            }
        };
        var bus = new EventAdmin() {
            @Override
            public void postEvent(Event event) {
                diary.add(event.getTopic().substring(event.getTopic().lastIndexOf('/') + 1));
            }

            @Override
            public void sendEvent(Event event) {
                throw new AssertionError("would block");
            }
        };
        var clock = Clock.fixed(NOON, ZoneOffset.UTC);
        return new EditDesk(lanes, gates, accounts, reader, rules, new UserSettings(rules, accounts), journal, ownership, kinds, journal,
                bus, lanes, (delay, task) -> { }, clock);
    }

    private static LaneEnded ended() {
        return new LaneEnded();
    }

    private static final class Rules implements BreakEvenRules {

        private BreakEvenRule rule = BreakEvenRule.none();

        @Override
        public synchronized BreakEvenRule current() {
            return rule;
        }

        @Override
        public synchronized BreakEvenRule change(BigDecimal amount, BigDecimal fractionOfR) {
            rule = new BreakEvenRule(rule.version() + 1, amount, fractionOfR);
            return rule;
        }
    }

    /** A lane that keeps what it is told. */
    private static class Lane implements LaneControl {

        final List<Observation> told = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void syncNow() {
            throw new AssertionError("no edit aligns anew");
        }

        @Override
        public LinkHealth health() {
            return LinkHealth.none();
        }

        @Override
        public MirrorPulse pulse() {
            return MirrorPulse.none();
        }

        @Override
        public CompletionStage<Void> tell(Supplier<Observation> wish) {
            told.add(wish.get());
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void beginStop() {
            throw new AssertionError("no edit ends a lane");
        }
    }
}
