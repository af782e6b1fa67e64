package org.mirrorbook.exchange.bitget.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.exchange.bitget.Fixtures.USDT;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    void aReportedNetThatIsNotTheSumIsKeptAndSaid() {
        // the documented sample: 14.1 + 0.01 + 0.01 + 0.1 = 14.22, and a net of 12.1
        var lines = new ArrayList<String>();
        var record = logged(lines, () -> rest("rest-history-position-1.json", 0));
        assertThat(record.net()).isEqualByComparingTo("14.22");
        assertThat(record.reportedNet().orElseThrow()).isEqualByComparingTo("12.1");
        assertThat(lines).containsExactly("BTCUSDT, closed at " + Instant.ofEpochMilli(1988824171000L)
                + ": the net that the venue reports differs from the sum of its parts by -2.12");
    }

    @ParameterizedTest
    @CsvSource({"-0.04544198,0", "-0.045442,0", "-0.04544196,0", "-0.0454420001,1", "-0.0454419599,1"})
    void aDifferenceOfRoundingIsNotWorthAWord(String reported, int said) {
        // -0.0035 - 0.02097204 - 0.02096994 = -0.04544198, plus or minus 0.00000002
        var text = Fixtures.read("rest-history-position-2-live.json").replace("-0.04544198", reported);
        var lines = new ArrayList<String>();
        logged(lines, () -> ClosingRows.ofRest(USDT, reader.read(text).row("data").rows("list").get(0)));
        assertThat(lines).hasSize(said);
    }

    @Test
    void whereNoNetIsReportedThereIsNothingToCompare() {
        var lines = new ArrayList<String>();
        logged(lines, () -> stream("positions-history-1.json"));
        assertThat(lines).isEmpty();
    }

    @Test
    void theIdOfALifeIsThatOfItsRows() {
        assertThat(stream("positions-history-2.json").life())
                .isEqualTo(LifeMark.ofLife("1188739982370652163", Instant.ofEpochMilli(1719143618195L)));
        // the id was minted at that moment: (id >> 22) + 1435725920677
        assertThat((1188739982370652163L >> 22) + 1435725920677L).isEqualTo(1719143618195L);
    }

    private static ClosingRecord logged(List<String> lines, Supplier<ClosingRecord> reading) {
        var handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                assertThat(entry.getLevel()).isEqualTo(Level.WARNING);
                lines.add(entry.getMessage());
            }

            @Override
            public void flush() {
                // nothing is kept back
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        var logger = Logger.getLogger(ClosingRows.class.getName());
        logger.addHandler(handler);
        try {
            return reading.get();
        } finally {
            logger.removeHandler(handler);
        }
    }

    private ClosingRecord stream(String fixture) {
        return ClosingRows.ofStream(USDT, new Frame(reader.read(Fixtures.read(fixture))).rows().get(0));
    }

    private ClosingRecord rest(String fixture, int row) {
        return ClosingRows.ofRest(USDT, reader.read(Fixtures.read(fixture)).row("data").rows("list").get(row));
    }
}
