package org.mirrorbook.mirror.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.lifecycle.Observation;
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
import org.mirrorbook.exchange.LinkHealth;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.mirror.LivePosition;
import org.mirrorbook.mirror.MirrorPulse;
import org.mirrorbook.mirror.lane.LaneControl;

/** What all lanes show together. */
class LiveDirectoryTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final AccountId ONE = new AccountId("a-1");
    private static final AccountId TWO = new AccountId("a-2");

    private final LiveDirectory directory = new LiveDirectory();

    @Test
    void positionsOfAllAccountsStandByLabelSymbolAndSide() {
        directory.show(TWO, () -> List.of(position(TWO, "beta", "BTCUSDT", Side.LONG)));
        directory.show(ONE, () -> List.of(position(ONE, "Alpha", "ETHUSDT", Side.SHORT), position(ONE, "Alpha", "ETHUSDT", Side.LONG),
                position(ONE, "Alpha", "BTCUSDT", Side.LONG)));

        assertThat(directory.view().positions()).extracting(one -> one.label() + " " + one.trade().slot().instrument() + " " + one.trade()
                .slot().side())
                .containsExactly("Alpha BTCUSDT LONG", "Alpha ETHUSDT LONG", "Alpha ETHUSDT SHORT", "beta BTCUSDT LONG");
    }

    @Test
    void eachChangeIsANewerViewAndNoChangeIsTheSameView() {
        var empty = directory.view();
        directory.show(ONE, () -> List.of(position(ONE, "Alpha", "BTCUSDT", Side.LONG)));
        var first = directory.view();
        assertThat(first.version()).isGreaterThan(empty.version());
        assertThat(directory.view()).isSameAs(first);
        assertThat(empty.positions()).as("a view never changes").isEmpty();
    }

    @Test
    void anEndedSubscriptionHearsNothingMoreAndItsTwinGoesOn() {
        var heard = new ArrayList<String>();
        Runnable listener = () -> heard.add("changed");
        var first = directory.subscribe(listener);
        directory.subscribe(listener);
        first.close();
        directory.link(ONE, LinkStatus.of(LinkState.CONNECTING, NOON));

        assertThat(heard).hasSize(1);
    }

    @Test
    void aLaneThatEndsTakesItsPartAlongButNotThatOfItsSuccessor() {
        var former = new Control();
        var next = new Control();
        directory.opened(ONE, former);
        directory.opened(ONE, next);
        directory.show(ONE, () -> List.of(position(ONE, "Alpha", "BTCUSDT", Side.LONG)));
        directory.closed(ONE, former);
        assertThat(directory.view().positions()).hasSize(1);

        directory.closed(ONE, next);
        assertThat(directory.view().positions()).isEmpty();
        assertThat(directory.awaitEmpty(Duration.ZERO)).isTrue();
    }

    @Test
    void aWishReachesTheLaneOfItsAccountAlone() {
        var one = new Control();
        var two = new Control();
        directory.opened(ONE, one);
        directory.opened(TWO, two);
        directory.syncNow(TWO);
        directory.syncNow(new AccountId("nobody"));

        assertThat(one.wishes).isEmpty();
        assertThat(two.wishes).containsExactly("sync");
        assertThat(directory.awaitEmpty(Duration.ZERO)).isFalse();
    }

    @Test
    void theHealthOfALinkIsToldOfMirroredAccountsOnly() {
        directory.opened(ONE, new Control());

        assertThat(directory.health(ONE)).hasValueSatisfying(health -> assertThat(health.gaps()).isEqualTo(2));
        assertThat(directory.health(TWO)).isEmpty();
    }

    @Test
    void whatAMirrorMeasuresOfItselfIsToldAsItsLaneSaysIt() {
        directory.opened(ONE, new Control());

        assertThat(directory.pulse(ONE)).hasValueSatisfying(pulse -> assertThat(pulse.samples()).isEqualTo(12));
        assertThat(directory.pulse(TWO)).isEmpty();
    }

    private static LivePosition position(AccountId account, String label, String symbol, Side side) {
        return new LivePosition(label, trade(account, symbol, side), Optional.empty(), Optional.empty(), LinkState.LIVE);
    }

    private static Trade trade(AccountId account, String symbol, Side side) {
        var scope = new Scope(account, "test", Environment.LIVE, new Product("USDT-FUTURES", false));
        var row = new PositionRow(new Slot(scope, symbol, side, MarginMode.CROSSED, "USDT"), LifeMark.ofLife("77", NOON), BigDecimal.ONE,
                BigDecimal.TEN, RowFigures.none(), NOON);
        return new PositionLifecycle().apply(Book.empty(account, NOON), new SnapshotSeen(scope, 1, NOON, NOON,
                List.of(row))).trades().get(0);
    }

    private static final class Control implements LaneControl {

        private final List<String> wishes = new ArrayList<>();

        @Override
        public void syncNow() {
            wishes.add("sync");
        }

        @Override
        public LinkHealth health() {
            return new LinkHealth(Optional.of(NOON), Optional.empty(), Optional.empty(), 2, 0, Optional.empty(), List.of());
        }

        @Override
        public MirrorPulse pulse() {
            return new MirrorPulse(Optional.empty(), 12, List.of(), Optional.empty());
        }

        @Override
        public CompletionStage<Void> tell(Supplier<Observation> wish) {
            wishes.add("tell " + wish.get());
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void beginStop() {
            wishes.add("stop");
        }
    }
}
