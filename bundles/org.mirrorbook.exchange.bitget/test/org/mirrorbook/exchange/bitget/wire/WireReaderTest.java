package org.mirrorbook.exchange.bitget.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

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
    void thirtyTwoLevelsAreReadAndOneMoreIsNot() {
        assertThat(reader.read("{\"a\":".repeat(31) + "{}" + "}".repeat(31))).isNotNull();
        assertThatThrownBy(() -> reader.read("{\"a\":".repeat(32) + "{}" + "}".repeat(32))).isInstanceOf(UnreadableFrame.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"x\":{}}", "{\"x\":[]}", "{\"x\":[1]}", "{\"x\":[{}]}", "{\"x\":[[]]}"})
    void anObjectOrAListIsNoFigureAndNotAnAbsentOne(String json) {
        assertThatThrownBy(() -> reader.read(json).decimal("x")).isInstanceOf(UnreadableFrame.class);
        assertThatThrownBy(() -> reader.read(json).text("x")).isInstanceOf(UnreadableFrame.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"x\":1}", "{\"x\":\"a\"}", "{\"x\":{}}", "{\"x\":[1]}", "{\"x\":[{},1]}", "{\"x\":[null,{}]}",
            "{\"x\":[[]]}"})
    void whatIsNoListOfObjectsIsNotAnEmptyOne(String json) {
        assertThatThrownBy(() -> reader.read(json).rows("x")).isInstanceOf(UnreadableFrame.class);
    }

    @Test
    void aListOfTextsIsReadAndDiffersFromOneThatWasNotSent() {
        assertThat(reader.read("{\"x\":[\"a\",7,null]}").texts("x")).contains(List.of("a", "7"));
        assertThat(reader.read("{\"x\":\"a,b\"}").texts("x")).contains(List.of("a,b"));
        assertThat(reader.read("{\"x\":[]}").texts("x")).contains(List.of());
        assertThat(reader.read("{\"x\":\"\"}").texts("x")).contains(List.of());
        assertThat(reader.read("{}").texts("x")).isEmpty();
        assertThatThrownBy(() -> reader.read("{\"x\":[{}]}").texts("x")).isInstanceOf(UnreadableFrame.class);
    }

    @Test
    void aReplacedByteMayHaveBeenAnyAndIsRefused() {
        var bytes = "{\"total\":\"17\"}".getBytes(StandardCharsets.UTF_8);
        bytes[10] = (byte) 0xB1;
        var decoded = new String(bytes, StandardCharsets.UTF_8);
        assertThatThrownBy(() -> reader.read(decoded)).isInstanceOf(UnreadableFrame.class).hasMessage("not UTF-8");
    }

    @Test
    void aByteOrderMarkIsPassedOverOnce() {
        assertThat(reader.read("\uFEFF{\"a\":1}").text("a")).contains("1");
        assertThatThrownBy(() -> reader.read("\uFEFF\uFEFF{\"a\":1}")).isInstanceOf(UnreadableFrame.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\ud83d\"", "\"a\\udc00b\""})
    void halfACharacterIsRefused(String value) {
        assertThatThrownBy(() -> reader.read("{\"symbol\":" + value + "}")).isInstanceOf(UnreadableFrame.class)
                .hasMessage("symbol is no text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a b\"", "\"a\\u0000\"", "\"a\\n\""})
    void aKeyHasNeitherBlanksNorControls(String value) {
        assertThatThrownBy(() -> reader.read("{\"x\":" + value + "}").name("x")).isInstanceOf(UnreadableFrame.class)
                .hasMessage("x is no name");
        assertThatThrownBy(() -> reader.read("{\"x\":\"" + "a".repeat(65) + "\"}").name("x")).isInstanceOf(UnreadableFrame.class);
        assertThat(reader.read("{\"x\":\"币安人生USDT\"}").name("x")).contains("币安人生USDT");
    }

    @Test
    void aTimeInMicrosecondsIsNoTime() {
        assertThatThrownBy(() -> reader.read("{\"t\":1695717430441000}").time("t")).isInstanceOf(UnreadableFrame.class)
                .hasMessage("t is no time");
        assertThatThrownBy(() -> reader.read("{\"t\":-1}").time("t")).isInstanceOf(UnreadableFrame.class);
    }

    @Test
    void digitsOfOtherScriptsAreNoNumber() {
        assertThatThrownBy(() -> reader.read("{\"x\":\"٣\"}").decimal("x")).isInstanceOf(UnreadableFrame.class);
    }

    @Test
    void anUnreadableTextIsNotQuoted() {
        assertThatThrownBy(() -> reader.read("{\"apiKey\":\"bg_secret\" oops")).isInstanceOf(UnreadableFrame.class)
                .hasMessageNotContaining("bg_secret").hasNoCause();
    }
}
