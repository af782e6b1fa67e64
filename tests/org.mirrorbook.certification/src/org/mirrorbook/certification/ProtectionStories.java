package org.mirrorbook.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.lifecycle.Observation.EquitySeen;
import org.mirrorbook.domain.lifecycle.Observation.ProtectionSeen;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.ProtectiveOrder;
import org.mirrorbook.domain.position.ProtectiveOrder.State;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.exchange.LinkState;

/** What a trade risks: its stop, as the venue has it from the first setting to its end, and what the account is worth. */
abstract class ProtectionStories extends TruthStories {

    @Test
    void aStopOrderThatIsSetMovedAndTakenBackIsTold() throws Exception {
        var ear = new Ear();
        connect(ear);
        ear.await(LinkState.LIVE);
        stage().open(stage().symbol(), Side.LONG, stage().size());
        var open = opened(ear);

        stage().setStop(stage().symbol(), Side.LONG, below(open, "0.5"));
        var set = told(ear, State.WAITING, below(open, "0.5"));
        assertThat(set.kind()).isEqualTo(ProtectionKind.STOP_LOSS);
        assertThat(set.scope()).isEqualTo(open.slot().scope());
        assertThat(set.instrument()).isEqualTo(open.slot().instrument());
        assertThat(set.side()).as("absent where the venue does not say it").matches(side -> side.isEmpty() || side.get() == Side.LONG);
        assertThat(set.size()).as("the whole position").isEmpty();

        stage().moveStop(stage().symbol(), Side.LONG, below(open, "0.6"));
        var moved = told(ear, State.WAITING, below(open, "0.6"));
        assertThat(moved.orderId()).isEqualTo(set.orderId());
        assertThat(moved.changedAt()).isAfterOrEqualTo(set.changedAt());

        stage().takeBackStop(stage().symbol());
        var gone = ear.awaitSeen(ProtectionSeen.class, seen -> seen.order().state() == State.GONE).order();
        assertThat(gone.orderId()).isEqualTo(set.orderId());
    }

    @Test
    void whatWaitsIsListedAndWhatWaitsNoMoreIsNot() throws Exception {
        var ear = new Ear();
        var connector = connect(ear);
        ear.await(LinkState.LIVE);
        stage().open(stage().symbol(), Side.LONG, stage().size());
        var open = opened(ear);
        assertThat(answer(connector.protections(open.slot().scope()))).isEmpty();

        stage().setStop(stage().symbol(), Side.LONG, below(open, "0.5"));
        var set = told(ear, State.WAITING, below(open, "0.5"));
        assertThat(answer(connector.protections(open.slot().scope()))).containsExactly(set);
        for (var scope : connector.scopes()) {
            assertThat(scope.equals(open.slot().scope()) || answer(connector.protections(scope)).isEmpty()).as("%s", scope).isTrue();
        }

        stage().close(stage().symbol(), Side.LONG);
        ear.awaitSeen(ProtectionSeen.class, seen -> seen.order().state() == State.GONE);
        assertThat(answer(connector.protections(open.slot().scope()))).isEmpty();
    }

    @Test
    void whatTheAccountIsWorthIsToldWithTheLinkAndAfterEachCost() throws Exception {
        var ear = new Ear();
        connect(ear);
        ear.await(LinkState.LIVE);
        stage().open(stage().symbol(), Side.LONG, stage().size());
        var open = opened(ear);
        var coin = open.slot().marginCoin();
        var before = ear.awaitSeen(EquitySeen.class, seen -> of(seen, open)).equity();
        assertThat(before.currency()).isEqualTo(coin);
        assertThat(before.amount()).isPositive();

        stage().close(stage().symbol(), Side.LONG);
        ear.awaitSeen(EquitySeen.class, seen -> of(seen, open) && seen.equity().amount().compareTo(before.amount()) != 0);
    }

    private static boolean of(EquitySeen seen, PositionRow open) {
        return seen.scope().equals(open.slot().scope()) && seen.equity().currency().equals(open.slot().marginCoin());
    }

    private PositionRow opened(Ear ear) throws InterruptedException {
        return ear.awaitPicture("the position", picture -> picture.row(stage().symbol(), Side.LONG).isPresent())
                .row(stage().symbol(), Side.LONG).orElseThrow();
    }

    private static ProtectiveOrder told(Ear ear, State state, BigDecimal price) throws InterruptedException {
        return ear.awaitSeen(ProtectionSeen.class, seen -> seen.order().state() == state
                && seen.order().price().filter(at -> at.compareTo(price) == 0).isPresent()).order();
    }

    /** That part of the entry, in whole units, which every venue takes. */
    private static BigDecimal below(PositionRow open, String part) {
        return open.entryPrice().multiply(new BigDecimal(part)).setScale(0, RoundingMode.DOWN);
    }

    private static <T> T answer(CompletionStage<T> question) throws Exception {
        return question.toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
