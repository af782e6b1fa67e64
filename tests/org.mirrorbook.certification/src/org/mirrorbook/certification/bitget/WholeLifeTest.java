package org.mirrorbook.certification.bitget;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mirrorbook.certification.Mirrored;
import org.mirrorbook.certification.OneProduct;
import org.mirrorbook.certification.PositionMode;
import org.mirrorbook.certification.Recording;
import org.mirrorbook.certification.WithProduct;
import org.mirrorbook.domain.position.Side;

/**
 * A life with known figures, on all channels, recorded by the product itself. Each run leaves the two recordings in {@code target}: the
 * fixtures {@code life-classic.jsonl} and {@code life-unified.jsonl} of the connector are such a pair.
 */
@ExtendWith(WithProduct.class)
class WholeLifeTest {

    @ParameterizedTest
    @EnumSource(AccountKind.class)
    void aWholeLifeIsInTheJournalAndOnEveryChannelOfTheRecording(AccountKind kind, OneProduct one) throws Exception {
        var product = one.open();
        try (var stage = new PracticeStage(kind, PositionMode.HEDGE); var mirrored = Mirrored.begin(product, stage)) {
            stage.play(Path.of("..", "..", "docs", "scenarios", "whole-life.json"));

            var trade = mirrored.settle().get(0);
            assertThat(trade.slot().side()).isEqualTo(Side.LONG);
            // bought one step above the last price and sold one step below it: (0.02 x 60000 + 0.01 x 63000) / 0.03
            assertThat(trade.terms().effectiveEntry()).isEqualByComparingTo("61000");
            // 0.01 x (64000 - 61000) + 0.02 x (62000 - 61000)
            assertThat(trade.result().realised()).isEqualByComparingTo("50");
            // 0.0006 of 1200 and 630, of 640 and 1240
            assertThat(trade.result().fees()).isEqualByComparingTo(new BigDecimal("-1.098").add(new BigDecimal("-1.128")));
            // as the scenario says
            assertThat(trade.result().funding()).isEqualByComparingTo("-0.189");
            assertThat(trade.result().net()).isEqualByComparingTo("47.585");

            var recording = new Recording(product.recordings(), mirrored.account());
            assertThat(recording.messages().stream().map(line -> line.path("channel").asString()).collect(Collectors.toSet()))
                    .containsAll(kind.channels());
            Files.write(Path.of("target", "life-" + kind.word() + ".jsonl"), recording.lines());
        }
    }
}
