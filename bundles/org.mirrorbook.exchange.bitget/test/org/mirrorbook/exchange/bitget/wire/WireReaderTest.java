package org.mirrorbook.exchange.bitget.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireReaderTest {

    private final WireReader reader = new WireReader();

    @ParameterizedTest
    @ValueSource(strings = {"{\"x\":\"0.0031\"}", "{\"x\":0.0031}", "{\"x\":3.1e-3}", "{\"x\":\"3.1E-3\"}"})
    void aFigureIsTheSameAsStringAndAsNumber(String json) {
        assertThat(reader.read(json).needDecimal("x")).isEqualByComparingTo("0.0031");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"x\":\"\"}", "{\"x\":null}", "{}"})
    void emptyNullAndMissingAreAbsentAndNotZero(String json) {
        assertThat(reader.read(json).decimal("x")).isEmpty();
        assertThat(reader.read(json).time("x")).isEmpty();
        assertThat(reader.read(json).decimalOrZero("x")).isZero();
        assertThatThrownBy(() -> reader.read(json).needDecimal("x")).isInstanceOf(UnreadableFrame.class).hasMessage("x is missing");
    }

    @Test
    void noDigitIsLost() {
        var figure = "123456789012345678901234.123456789012345678";
        assertThat(reader.read("{\"x\":" + figure + "}").needDecimal("x")).isEqualTo(new BigDecimal(figure));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"abc\"", "\"1,5\"", "\"NaN\"", "true", "\"0x1\"", "\"1e999999999\"", "\"1e-70\""})
    void whatIsNoSensibleFigureIsRefusedAndNeverRead(String value) {
        var row = reader.read("{\"x\":" + value + "}");
        assertThatThrownBy(() -> row.decimal("x")).isInstanceOf(UnreadableFrame.class).hasMessageStartingWith("x is no");
    }

    @Test
    void aTimeMayBeStringOrNumber() {
        var instant = Instant.ofEpochMilli(1695717430441L);
        assertThat(reader.read("{\"t\":\"1695717430441\"}").needTime("t")).isEqualTo(instant);
        assertThat(reader.read("{\"t\":1695717430441}").needTime("t")).isEqualTo(instant);
        assertThatThrownBy(() -> reader.read("{\"t\":1.5}").needTime("t")).isInstanceOf(UnreadableFrame.class);
        assertThatThrownBy(() -> reader.read("{\"t\":\"99999999999999999999\"}").needTime("t")).isInstanceOf(UnreadableFrame.class);
    }

    @Test
    void theOrderOfFieldsDoesNotMatter() {
        var row = reader.read("{\"ts\":5,\"data\":[{\"a\":1},{\"a\":2}],\"arg\":{\"channel\":\"positions\"}}");
        assertThat(row.rows("data")).extracting(data -> data.needText("a")).containsExactly("1", "2");
        assertThat(row.row("arg").text("channel")).contains("positions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pong", "[]", "{", "{\"a\":1", "{\"a\":1}{\"b\":2}", "{\"a\":1,\"a\":2}", "{'a':1}", "nonsense",
            "{\"a\":\u0001}"})
    void whatIsNotOneJsonObjectIsUnreadable(String text) {
        assertThatThrownBy(() -> reader.read(text)).isInstanceOf(UnreadableFrame.class);
    }

    @Test
    void deepNestingIsRefusedAndDoesNotOverflow() {
        assertThatThrownBy(() -> reader.read("{\"a\":".repeat(100_000))).isInstanceOf(UnreadableFrame.class);
        assertThatThrownBy(() -> reader.read("{\"a\":" + "[".repeat(100_000))).isInstanceOf(UnreadableFrame.class);
    }

    @Test
    void anUnreadableTextIsNotQuoted() {
        assertThatThrownBy(() -> reader.read("{\"apiKey\":\"bg_secret\" oops")).isInstanceOf(UnreadableFrame.class)
                .hasMessageNotContaining("bg_secret").hasNoCause();
    }
}
