package org.mirrorbook.exchange.bitget.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.exchange.bitget.Fixtures.NOW;
import static org.mirrorbook.exchange.bitget.Fixtures.PRODUCTS;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.exchange.bitget.Fixtures;
import org.mirrorbook.exchange.bitget.wire.VenueErrors;
import org.mirrorbook.exchange.link.LinkMessage;

/** Any numeric field may be a string, a number, "" or null on any day (protocol notes, Bitget 3.3). */
class NumbersTest {

    private static final Pattern NUMERIC = Pattern.compile("\"(\\w+)\": \"?(-?\\d+(?:\\.\\d+)?)\"?(?=[,\\s])");
    private static final List<String> FRAMES = List.of("positions-1.json", "positions-2.json", "positions-history-1.json",
            "positions-history-2.json", "fill-1.json", "orders-1.json", "account-1.json", "orders-algo-1.json");

    private final PrivateDialect dialect = new PrivateDialect(URI.create("wss://host/v2/ws/private"), PRODUCTS,
            new VenueErrors(Environment.LIVE), compare -> "", new Unheard("test"));

    static Stream<Arguments> everyNumericFieldOfEveryFrame() {
        return FRAMES.stream().flatMap(frame -> NUMERIC.matcher(Fixtures.read(frame)).results()
                .map(match -> Arguments.of(frame, match.group(1), match.group())));
    }

    @ParameterizedTest
    @MethodSource("everyNumericFieldOfEveryFrame")
    void aStringAndANumberAreTheSameFigure(String frame, String field, String written) {
        var value = written.replaceAll(".*: \"?([^\"]+)\"?", "$1");
        var asText = seen(Fixtures.read(frame).replace(written, "\"" + field + "\": \"" + value + "\""));
        var asNumber = seen(Fixtures.read(frame).replace(written, "\"" + field + "\": " + value));
        var withExponent = field.endsWith("Id") || field.endsWith("Oid") ? asText
                : seen(Fixtures.read(frame).replace(written, "\"" + field + "\": " + new BigDecimal(value).unscaledValue() + "E-"
                        + new BigDecimal(value).scale()));
        assertThat(asText).isPresent();
        assertThat(asNumber).isEqualTo(asText);
        assertThat(withExponent).isEqualTo(asText);
    }

    @ParameterizedTest
    @MethodSource("everyNumericFieldOfEveryFrame")
    void emptyAndNullAreAsIfTheFieldWereNotThere(String frame, String field, String written) {
        // a field of another name is one that nobody reads
        var absent = seen(Fixtures.read(frame).replace(written, "\"nobodyReadsThis\": 1"));
        assertThat(seen(Fixtures.read(frame).replace(written, "\"" + field + "\": \"\""))).isEqualTo(absent);
        assertThat(seen(Fixtures.read(frame).replace(written, "\"" + field + "\": null"))).isEqualTo(absent);
    }

    @Test
    void aFrameWithAllItsFiguresAsNumbersIsTheSameFrame() {
        var text = Fixtures.read("positions-1.json");
        var numeric = NUMERIC.matcher(text).replaceAll("\"$1\": $2");
        assertThat(numeric).isNotEqualTo(text);
        assertThat(seen(numeric)).isEqualTo(seen(text));
    }

    @Test
    void manyDigitsAreKeptToTheLast() {
        var figure = "0.100000000000000005551115123125782702";
        var rows = ((SnapshotSeen) seen(Fixtures.read("positions-1.json").replace("\"total\": \"0.1\"", "\"total\": " + figure))
                .orElseThrow()
                .get(0)).rows();
        assertThat(rows.get(0).size()).isEqualTo(new BigDecimal(figure));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999", "\"1e999999\"", "-1E-999999999", "1e99999999999999999999", "\"Infinity\""})
    void aHugeFigureIsRefusedAndBlowsNothingUp(String figure) {
        var read = dialect.read(Fixtures.read("positions-1.json").replace("\"total\": \"0.1\"", "\"total\": " + figure), 1, NOW);
        assertThat(read).isInstanceOfSatisfying(LinkMessage.Unreadable.class, refused -> {
            assertThat(refused.channel()).isEqualTo("positions");
            assertThat(refused.realign()).isTrue();
        });
    }

    @Test
    void aFieldThatNobodyKnowsIsIgnoredWhateverItHolds() {
        var text = Fixtures.read("positions-1.json");
        var more = text.replace("\"total\": \"0.1\"", "\"total\": \"0.1\", \"brandNew\": {\"deep\": [[1, {}], null]}, \"other\": [true]");
        assertThat(seen(more)).isEqualTo(seen(text)).isPresent();
    }

    /** What a frame says, without the raw text; nothing where it was refused. */
    private Optional<List<Observation>> seen(String text) {
        return dialect.read(text, 1, NOW) instanceof LinkMessage.Observed observed ? Optional.of(observed.batch().seen())
                : Optional.empty();
    }
}
