package org.mirrorbook.certification.bitget;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mirrorbook.certification.Mirrored;
import org.mirrorbook.certification.OneProduct;
import org.mirrorbook.certification.PositionMode;
import org.mirrorbook.certification.WithProduct;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.position.Side;

/** A classic account becomes a unified one while it is mirrored (protocol notes, Bitget 1.1): the user need not know. */
@ExtendWith(WithProduct.class)
class ConversionTest {

    @Test
    void openLivesGoOnAsTheSameTradesWhenTheAccountBecomesUnified(OneProduct one) throws Exception {
        try (var stage = new PracticeStage(AccountKind.CLASSIC, PositionMode.ONE_WAY); var mirrored = Mirrored.begin(one.open(), stage)) {
            stage.open(stage.symbol(), Side.LONG, stage.size());
            stage.open(stage.neighbour(), Side.SHORT, BigDecimal.ONE);
            stage.close(stage.neighbour(), Side.SHORT);
            var before = mirrored.awaitOpen(stage.symbol(), Side.LONG, trade -> true);
            var since = mirrored.link().orElseThrow().since();

            stage.convert();
            mirrored.awaitLive(since);
            stage.open(stage.symbol(), Side.LONG, stage.size());
            stage.reduce(stage.symbol(), Side.LONG, stage.size());
            stage.close(stage.symbol(), Side.LONG);

            var trades = mirrored.settle();
            assertThat(trades).hasSize(2);
            assertThat(trades).extracting(Trade::id).contains(before.id());
        }
    }
}
