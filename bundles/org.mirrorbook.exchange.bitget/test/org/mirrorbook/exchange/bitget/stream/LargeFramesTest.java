package org.mirrorbook.exchange.bitget.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.exchange.bitget.Fixtures.NOW;
import static org.mirrorbook.exchange.bitget.Fixtures.PRODUCTS;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.exchange.bitget.Fixtures;
import org.mirrorbook.exchange.bitget.wire.VenueErrors;
import org.mirrorbook.exchange.link.LinkMessage;

/** A venue's largest messages: every row counts, and each to its last digit. */
class LargeFramesTest {

    private static final int MEBI = 1 << 20;

    private final PrivateDialect dialect = new PrivateDialect(URI.create("wss://host/v2/ws/private"), PRODUCTS,
            new VenueErrors(Environment.LIVE), compare -> "", new Unheard("test"));

    @Test
    void threeHundredOpenPositionsInOneFrameAreReadFullyAndExactly() {
        var text = positions(300);
        // more than Jetty takes by itself
        assertThat(text.length()).isGreaterThan(65_536);
        exact(read(text), 300);
    }

    @Test
    void aFrameOfEightMebibytesIsReadFullyAndExactly() {
        // a row has at most this many more digits than the first
        int row = positions(2).length() - positions(1).length() + 12;
        int rows = 8 * MEBI / row;
        var text = positions(rows);
        var full = text + " ".repeat(8 * MEBI - text.length());
        assertThat(full.getBytes(StandardCharsets.UTF_8)).hasSize(8 * MEBI);
        exact(read(full), rows);
    }

    @Test
    void aFrameOfEightMebibytesThatIsCutAtItsEndIsNotHalfRead() {
        var text = positions(8 * MEBI / 900);
        assertThat(dialect.read(text.substring(0, text.lastIndexOf(']')), 1, NOW)).isInstanceOf(LinkMessage.Unreadable.class);
    }

    private static void exact(List<PositionRow> rows, int count) {
        assertThat(rows).hasSize(count);
        for (int i = 0; i < count; i++) {
            var row = rows.get(i);
            assertThat(row.slot().instrument()).isEqualTo("S" + i + "USDT");
            // i.000…0i, eighteen places: a double would have lost them
            assertThat(row.size()).isEqualTo(size(i).stripTrailingZeros());
            assertThat(row.life().id()).contains(Long.toString(1_000_000_000_000_000_000L + i));
        }
    }

    private List<PositionRow> read(String text) {
        var observed = (LinkMessage.Observed) dialect.read(text, 1, NOW);
        assertThat(observed.batch().message().text()).isEqualTo(text);
        return ((SnapshotSeen) observed.batch().seen().get(0)).rows();
    }

    private static BigDecimal size(int number) {
        return new BigDecimal((number + 1) + "." + String.format("%018d", number + 1));
    }

    private static String positions(int count) {
        var one = Fixtures.read("positions-1.json");
        int from = one.indexOf("[") + 1;
        int to = one.lastIndexOf("]");
        var row = one.substring(from, to);
        var rows = IntStream.range(0, count).mapToObj(i -> row.replaceFirst("\"instId\": \"[^\"]*\"", "\"instId\": \"S" + i + "USDT\"")
                .replaceFirst("\"posId\": \"[^\"]*\"", "\"posId\": \"" + (1_000_000_000_000_000_000L + i) + "\"")
                .replaceFirst("\"total\": \"[^\"]*\"", "\"total\": \"" + size(i) + "\"")).collect(Collectors.joining(","));
        return one.substring(0, from) + rows + one.substring(to);
    }
}
