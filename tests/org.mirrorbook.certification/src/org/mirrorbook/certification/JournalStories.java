package org.mirrorbook.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.exchange.LinkState;

/**
 * What comes of it: the connector under the product's own mirror, and a journal that in the end says what the venue's books say, to the
 * last digit and each life once, whatever went wrong on the way.
 */
@ExtendWith(WithProduct.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Execution(ExecutionMode.CONCURRENT) // an order alone would make them wait for one another
abstract class JournalStories extends ProtectionStories {

    private OneProduct product;
    private Mirrored mirrored;

    @BeforeEach
    void take(OneProduct product) {
        this.product = product;
    }

    @AfterEach
    void removeAccount() throws Exception {
        if (mirrored != null) {
            mirrored.close();
        }
    }

    /** The account of the stage, mirrored from here to the end of the story. */
    Mirrored mirror() throws Exception {
        mirrored = Mirrored.begin(product.open(), stage());
        return mirrored;
    }

    OpenProduct product() throws Exception {
        return product.open();
    }

    @Test
    void aLifeOfManyStepsIsInTheJournalToTheLastDigit() throws Exception {
        mirror();
        live(stage().symbol(), Side.LONG);
        var trade = mirrored.settle();
        assertThat(trade).hasSize(1);
    }

    @Test
    void whatIsOpenBesideAnEndedLifeStaysOpenWithItsFigures() throws Exception {
        mirror();
        stage().open(stage().neighbour(), Side.SHORT, BigDecimal.ONE);
        live(stage().symbol(), Side.SHORT);
        assertThat(mirrored.settle()).hasSize(2);
    }

    @Test
    void aChangeOfLeverageIsAChangeOfTheSameTrade() throws Exception {
        mirror();
        stage().open(stage().symbol(), Side.LONG, stage().size());
        var before = mirrored.awaitOpen(stage().symbol(), Side.LONG, trade -> true);
        stage().leverage(stage().symbol(), 5);
        var after = mirrored.awaitOpen(stage().symbol(), Side.LONG, trade -> trade.terms().leverage()
                .filter(leverage -> leverage.compareTo(BigDecimal.valueOf(5)) == 0).isPresent());
        assertThat(after.id()).isEqualTo(before.id());
        stage().close(stage().symbol(), Side.LONG);
        mirrored.settle();
    }

    @Test
    void aFlipIsTheEndOfOneTradeAndTheBeginningOfTheNext() throws Exception {
        mirror();
        stage().open(stage().symbol(), Side.LONG, stage().size());
        mirrored.awaitOpen(stage().symbol(), Side.LONG, trade -> true);
        stage().flip(stage().symbol(), Side.LONG, stage().size());
        mirrored.awaitOpen(stage().symbol(), Side.SHORT, trade -> true);
        stage().close(stage().symbol(), Side.SHORT);
        assertThat(mirrored.settle()).extracting(trade -> trade.slot().side()).containsExactly(Side.LONG, Side.SHORT);
    }

    @Test
    void aCloseAndReopeningBetweenTwoPushesAreTwoTrades() throws Exception {
        mirror();
        stage().open(stage().symbol(), Side.LONG, stage().size());
        var first = mirrored.awaitOpen(stage().symbol(), Side.LONG, trade -> true);
        stage().reopen(stage().symbol(), Side.LONG, stage().size().multiply(BigDecimal.TWO));
        mirrored.awaitOpen(stage().symbol(), Side.LONG, trade -> !trade.id().equals(first.id()));
        stage().close(stage().symbol(), Side.LONG);
        assertThat(mirrored.settle()).hasSize(2);
    }

    @Test
    void theTwoSidesOfASymbolAreTwoTradesBesideEachOther() throws Exception {
        try (var hedged = stage(PositionMode.HEDGE); var both = Mirrored.begin(product.open(), hedged)) {
            hedged.open(hedged.symbol(), Side.LONG, hedged.size());
            hedged.open(hedged.symbol(), Side.SHORT, hedged.size().multiply(BigDecimal.TWO));
            both.awaitOpen(hedged.symbol(), Side.LONG, trade -> true);
            both.awaitOpen(hedged.symbol(), Side.SHORT, trade -> true);
            hedged.close(hedged.symbol(), Side.LONG);
            assertThat(both.settle()).extracting(Trade::isOpen).containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    void aLiquidationIsAnEndWithItsReason() throws Exception {
        mirror();
        stage().open(stage().symbol(), Side.LONG, stage().size());
        mirrored.awaitOpen(stage().symbol(), Side.LONG, trade -> true);
        stage().liquidate(stage().symbol(), Side.LONG);
        mirrored.settle();
        var reasoned = mirrored.awaitTrade("a liquidated trade",
                trade -> trade.exit().flatMap(Exit::reason).equals(stage().reasonOfLiquidation()));
        assertThat(reasoned.certainty()).isEqualTo(Certainty.CONFIRMED);
    }

    /** First, since a missing close is found only when the venue's list is compared, and the other stories run meanwhile. */
    @Order(1)
    @ParameterizedTest
    @EnumSource(Fault.class)
    void whateverGoesWrongTheJournalComesToTheVenuesFigures(Fault fault) throws Exception {
        if (fault != Fault.INCOMPLETE_SNAPSHOT) {
            stage().begin(fault);
        }
        mirror();
        stage().open(stage().neighbour(), Side.SHORT, BigDecimal.ONE);
        mirrored.awaitOpen(stage().neighbour(), Side.SHORT, trade -> true);
        if (fault == Fault.INCOMPLETE_SNAPSHOT) {
            var since = mirrored.link().orElseThrow().since();
            stage().begin(fault);
            stage().cut(CutPhase.LIVE);
            mirrored.awaitLive(since);
            stage().end(fault);
        }
        live(stage().symbol(), Side.LONG);
        stage().close(stage().neighbour(), Side.SHORT);
        assertThat(mirrored.settle()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(CutPhase.class)
    void whateverIsCutNoStepOfALifeIsLost(CutPhase phase) throws Exception {
        mirror();
        stage().open(stage().symbol(), Side.LONG, stage().size());
        mirrored.awaitOpen(stage().symbol(), Side.LONG, trade -> true);
        var since = mirrored.link().orElseThrow().since();
        if (phase != CutPhase.LIVE) {
            stage().cut(phase);
        }
        stage().cut(CutPhase.LIVE);
        stage().open(stage().symbol(), Side.LONG, stage().size());
        stage().reduce(stage().symbol(), Side.LONG, stage().size());
        stage().close(stage().symbol(), Side.LONG);
        stage().open(stage().symbol(), Side.SHORT, stage().size());
        mirrored.awaitLive(since);
        stage().close(stage().symbol(), Side.SHORT);
        assertThat(mirrored.settle()).hasSize(2);
    }

    @Test
    void whatHappenedWhileNobodyListenedIsFound() throws Exception {
        mirror();
        stage().open(stage().symbol(), Side.LONG, stage().size());
        mirrored.awaitOpen(stage().symbol(), Side.LONG, trade -> true);
        mirrored.pause();
        stage().close(stage().symbol(), Side.LONG);
        stage().open(stage().symbol(), Side.LONG, stage().size());
        stage().close(stage().symbol(), Side.LONG);
        stage().open(stage().symbol(), Side.LONG, stage().size());
        mirrored.goOn();
        assertThat(mirrored.settle()).hasSize(3);
        assertThat(mirrored.link().orElseThrow().state()).isEqualTo(LinkState.LIVE);
    }

    @Test
    void aCloseThatNobodySawAndHistoryShowsLateIsFoundAllTheSame() throws Exception {
        mirror();
        stage().begin(Fault.LATE_CLOSING_RECORD);
        stage().open(stage().symbol(), Side.LONG, stage().size());
        mirrored.awaitOpen(stage().symbol(), Side.LONG, trade -> true);
        mirrored.pause();
        stage().close(stage().symbol(), Side.LONG);
        stage().open(stage().symbol(), Side.LONG, stage().size());
        mirrored.goOn();
        assertThat(mirrored.settle()).hasSize(2);
    }

    /** One whole life as the journal follows it: opened, grown, funded, reduced, closed. */
    private void live(String symbol, Side side) throws InterruptedException {
        var size = stage().size();
        var quarter = size.divide(BigDecimal.valueOf(4));
        stage().open(symbol, side, size);
        stage().open(symbol, side, quarter);
        mirrored.awaitOpen(symbol, side, trade -> trade.terms().quantity().compareTo(size.add(quarter)) == 0);
        stage().fund(symbol);
        stage().reduce(symbol, side, quarter);
        mirrored.awaitOpen(symbol, side, trade -> trade.terms().quantity().compareTo(size) == 0);
        stage().close(symbol, side);
    }
}
