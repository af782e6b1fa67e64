package org.mirrorbook.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    private final Figures figures = new Figures(ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"103186.44;103,186.4", "104512.5;104,512.5", "3541.18;3,541.18", "962.35;962.350",
            "16.4823;16.482",
            "2.5264;2.5264", "0.19342;0.19342", "0.000012345;0.000012345", "99999.95;100,000.0", "0;0.0000"})
    void aPriceShowsAsManyDecimalsAsItsMagnitudeAsksFor(String price, String shown) {
        assertThat(figures.price(new BigDecimal(price))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"0.200;0.2", "42000;42,000", "1E+3;1,000", "1850.5;1,850.5"})
    void aSizeShowsEveryDigitThatIsThere(String size, String shown) {
        assertThat(figures.size(new BigDecimal(size))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"265.2199;+265.22", "-134.1;\u2212134.10", "0;0.00", "0.004;0.00", "-0.005;\u22120.01",
            "1234567.891;+1,234,567.89"})
    void aProfitIsAlwaysSignedAndZeroHasNoSign(String amount, String shown) {
        assertThat(figures.signed(new BigDecimal(amount), "USDT")).isEqualTo(shown);
    }

    @Test
    void anAmountOfACoinIsShownFinerThanOneOfACurrencyWithCents() {
        assertThat(figures.signed(new BigDecimal("0.00123456"), "BTC")).isEqualTo("+0.001235");
        assertThat(figures.money(new BigDecimal("-0.0000012"), "BTC")).isEqualTo("\u22120.0000012");
        assertThat(figures.money(new BigDecimal("12.3456789"), "ETH")).isEqualTo("12.35");
        assertThat(figures.money(new BigDecimal("-0.000000001"), "BTC")).isEqualTo("0.00000000");
        assertThat(figures.money(BigDecimal.ZERO, "BTC")).isEqualTo("0");
        assertThat(figures.margin(new BigDecimal("0.01234567"), "BTC")).isEqualTo("0.01235");
        assertThat(figures.margin(new BigDecimal("1031.86"), "USDT")).isEqualTo("1,032");
    }

    @Test
    void theSignOfAProfitIsToldThreeWays() {
        assertThat(figures.profit(new BigDecimal("1"), "USDT")).extracting(Cell::text, Cell::shape, Cell::tone)
                .containsExactly("+1.00", Shape.UP, Tone.PROFIT);
        assertThat(figures.profit(new BigDecimal("-1"), "USDT")).extracting(Cell::text, Cell::shape, Cell::tone)
                .containsExactly("\u22121.00", Shape.DOWN, Tone.LOSS);
    }

    @Test
    void whatIsShownAsZeroHasNeitherTriangleNorColour() {
        assertThat(figures.profit(new BigDecimal("-0.004"), "USDT")).extracting(Cell::text, Cell::shape, Cell::tone)
                .containsExactly("0.00", Shape.NONE, Tone.TEXT);
    }

    @Test
    void whatIsNotKnownIsADash() {
        assertThat(figures.orAbsent(Optional.<BigDecimal>empty(), figures::leverage)).isEqualTo("\u2013");
        assertThat(figures.orAbsent(Optional.of(new BigDecimal("20")), figures::leverage)).isEqualTo("20\u00d7");
    }

    @Test
    void timesAreToldInTheUsersZoneWithTheDayWhereItIsAnotherOne() {
        var now = Instant.parse("2026-11-12T14:06:21Z");

        assertThat(figures.time(Instant.parse("2026-11-12T07:21:00Z"), now)).isEqualTo("08:21");
        assertThat(figures.time(Instant.parse("2026-11-11T22:40:00Z"), now)).isEqualTo("11 Nov 23:40");
        assertThat(figures.opened(Instant.parse("2025-12-31T12:00:00Z"), now)).isEqualTo("31 Dec 2025");
    }

    @Test
    void aDurationNamesItsTwoLargestUnits() {
        assertThat(figures.held(Duration.ofSeconds(42))).isEqualTo("42s");
        assertThat(figures.held(Duration.ofMinutes(26))).isEqualTo("26m");
        assertThat(figures.held(Duration.ofMinutes(340))).isEqualTo("5h 40m");
        assertThat(figures.held(Duration.ofMinutes(66))).isEqualTo("1h 06m");
        assertThat(figures.held(Duration.ofHours(52))).isEqualTo("2d 4h");
        assertThat(figures.held(Duration.ofSeconds(-3))).isEqualTo("0s");
    }

    @Test
    void hiddenMoneyIsBulletsWhilePricesSharesMultiplesTrianglesAndTimesStay() {
        var hiding = new Figures(ZoneId.of("Europe/Berlin"), MoneyFormat.COMMA_POINT, true);
        var amount = new BigDecimal("-134.10");

        assertThat(List.of(hiding.size(amount), hiding.signed(amount, "USDT"), hiding.money(amount, "USDT"), hiding.margin(amount, "USDT"),
                hiding.exact(amount))).containsOnly("\u2022\u2022\u2022");
        assertThat(hiding.profit(amount, "USDT")).extracting(Cell::text, Cell::shape, Cell::tone, Cell::tip)
                .containsExactly("\u2022\u2022\u2022", Shape.DOWN, Tone.LOSS, "\u2022\u2022\u2022 USDT");
        assertThat(hiding.price(new BigDecimal("104512.5"))).isEqualTo("104,512.5");
        assertThat(hiding.digits(new BigDecimal("0.19342"))).isEqualTo("0.19342");
        assertThat(hiding.leverage(new BigDecimal("20"))).isEqualTo("20\u00d7");
        assertThat(hiding.percent(new BigDecimal("0.515"))).isEqualTo("51.5 %");
        assertThat(hiding.multiple(new BigDecimal("1.84"))).isEqualTo("+1.84");
        assertThat(hiding.count(1_248)).isEqualTo("1,248");
        assertThat(hiding.held(Duration.ofMinutes(26))).isEqualTo("26m");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"COMMA_POINT;+1,234,567.89", "POINT_COMMA;+1.234.567,89", "SPACE_POINT;+1\u202f234\u202f567.89",
            "SPACE_COMMA;+1\u202f234\u202f567,89", "APOSTROPHE_POINT;+1\u2019234\u2019567.89", "NONE_POINT;+1234567.89"})
    void digitsAreGroupedAsTheUserWantsIt(MoneyFormat format, String shown) {
        assertThat(new Figures(ZoneId.of("UTC"), format, false).signed(new BigDecimal("1234567.891"), "USDT")).isEqualTo(shown);
    }

    @Test
    void aZoneOrFormatThatIsNotKnownCountsAsNotSaid() {
        var system = ZoneId.of("Asia/Tokyo");
        var amount = new BigDecimal("1234.5");

        assertThat(new FigureWishes("", "", false).figures(system).zone()).isEqualTo(system);
        assertThat(new FigureWishes("Europe/Berlin", "", false).figures(system).zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(new FigureWishes("Mars/Olympus", "ROMAN", false).figures(system)).satisfies(figures -> {
            assertThat(figures.zone()).isEqualTo(system);
            assertThat(figures.money(amount, "USDT")).isEqualTo("1,234.50");
        });
        assertThat(new FigureWishes("", "POINT_COMMA", true).figures(system).hidesMoney()).isTrue();
    }
}
