package org.mirrorbook.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.ui.model.shell.News;

class NewsOfTradesTest {

    private final Figures figures = new Figures(ZoneOffset.UTC);
    private final Figures hiding = new Figures(ZoneOffset.UTC, MoneyFormat.COMMA_POINT, true);

    @Test
    void anOpenedPositionIsToldWithSizeAndEntry() {
        assertThat(News.opened("Main", Example.position().open(), figures).words())
                .isEqualTo("Opened: BTCUSDT long, Main, 0.2 at 103,186.4");
    }

    @Test
    void aClosedPositionIsToldWithItsNet() {
        var closed = Example.position().closed("407.904", Certainty.PROVISIONAL, Exit.Basis.FILLS);

        // neither fees nor funding: net is gross
        assertThat(News.closed("Main", closed, figures).words()).isEqualTo("Closed: BTCUSDT long, Main, +407.90 USDT");
    }

    @Test
    void neitherNamesMoneyWhileMoneyIsHidden() {
        var closed = Example.position().closed("407.904", Certainty.PROVISIONAL, Exit.Basis.FILLS);

        assertThat(News.opened("Main", Example.position().open(), hiding).words()).isEqualTo("Opened: BTCUSDT long, Main");
        assertThat(News.closed("Main", closed, hiding).words()).isEqualTo("Closed: BTCUSDT long, Main");
    }
}
