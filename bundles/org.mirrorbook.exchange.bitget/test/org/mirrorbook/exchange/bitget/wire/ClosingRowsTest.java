package org.mirrorbook.exchange.bitget.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.exchange.bitget.Fixtures.USDT;

import java.math.BigDecimal;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.exchange.bitget.Fixtures;

class ClosingRowsTest {

    private final WireReader reader = new WireReader();

    @Test
    void thePushOfAnEndedLifeIsReadInFull() {
        var record = stream("positions-history-1.json");
        assertThat(record.slot().instrument()).isEqualTo("BTCUSDT");
        assertThat(record.slot().side()).isEqualTo(Side.SHORT);
        assertThat(record.closedAt()).isEqualTo(Instant.ofEpochMilli(1697090609976L));
        assertThat(record.openAverage()).isEqualByComparingTo("20000");
        assertThat(record.closeAverage()).isEqualByComparingTo("26221");
        assertThat(record.gross()).isEqualByComparingTo("-62.21");
        assertThat(record.reportedNet()).isEmpty();
        // -62.21 - 0.02277989 - 0.12 - 0.157326
        assertThat(record.net()).isEqualByComparingTo("-62.51010589");
    }

    @Test
    void streamAndRestSayTheSameOfOneLife() {
        // the same life, seen on both roads; REST of that time had no position id, and spelled the times in lower case
        var stream = stream("positions-history-2.json");
        var rest = rest("rest-history-position-2-live.json", 0);
        assertThat(rest).usingRecursiveComparison().ignoringFields("life", "reportedNet").isEqualTo(stream);
        assertThat(rest.life().provesSameLifeAs(stream.life())).isTrue();
        assertThat(rest.reportedNet()).contains(new BigDecimal("-0.04544198"));
    }

    @Test
    void bothSpellingsOfTimesAreRead() {
        assertThat(rest("rest-history-position-2-live.json", 1).closedAt()).isEqualTo(Instant.ofEpochMilli(1719143451387L));
        assertThat(rest("rest-history-position-1.json", 0).closedAt()).isEqualTo(Instant.ofEpochMilli(1988824171000L));
    }

    @Test
    void thePartsAddUpToTheReportedNet() {
        for (int row = 0; row < 2; row++) {
            var record = rest("rest-history-position-2-live.json", row);
            assertThat(record.net().subtract(record.reportedNet().orElseThrow()).abs()).isLessThanOrEqualTo(new BigDecimal("2e-8"));
        }
    }

    @Test
    void theIdOfALifeIsThatOfItsRows() {
        assertThat(stream("positions-history-2.json").life())
                .isEqualTo(LifeMark.ofLife("1188739982370652163", Instant.ofEpochMilli(1719143618195L)));
        // the id was minted at that moment: (id >> 22) + 1435725920677
        assertThat((1188739982370652163L >> 22) + 1435725920677L).isEqualTo(1719143618195L);
    }

    private ClosingRecord stream(String fixture) {
        return ClosingRows.ofStream(USDT, new Frame(reader.read(Fixtures.read(fixture))).rows().get(0));
    }

    private ClosingRecord rest(String fixture, int row) {
        return ClosingRows.ofRest(USDT, reader.read(Fixtures.read(fixture)).row("data").rows("list").get(row));
    }
}
