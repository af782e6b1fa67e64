package org.mirrorbook.exchange.bitget.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.exchange.bitget.Fixtures.NOW;
import static org.mirrorbook.exchange.bitget.Fixtures.PRODUCTS;
import static org.mirrorbook.exchange.bitget.Fixtures.USDT;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.exchange.Instrument;
import org.mirrorbook.exchange.MarkSeen;
import org.mirrorbook.exchange.bitget.Fixtures;
import org.mirrorbook.exchange.bitget.wire.VenueErrors;
import org.mirrorbook.exchange.link.LinkMessage;

class PublicDialectTest {

    private final Unheard unheard = new Unheard("test");
    private final PublicDialect dialect = new PublicDialect(URI.create("wss://host/v2/ws/public"), PRODUCTS,
            new VenueErrors(Environment.LIVE), unheard);

    @Test
    void theMarkPriceComesFromTheTicker() {
        var marks = (LinkMessage.Marks) read(Fixtures.read("ticker-1-live.json"));
        assertThat(marks.marks()).containsExactly(new MarkSeen(new Instrument(USDT, "BIRBUSDT"), new BigDecimal("0.07628"),
                Instant.ofEpochMilli(1783066672529L), NOW));
    }

    @Test
    void instrumentsBecomeTopicsOfTheirProduct() {
        var topics = PublicDialect.topics(Set.of(new Instrument(USDT, "BTCUSDT")));
        assertThat(dialect.subscribe(topics)).containsExactly(
                "{\"op\":\"subscribe\",\"args\":[{\"instType\":\"USDT-FUTURES\",\"channel\":\"ticker\",\"instId\":\"BTCUSDT\"}]}");
    }

    /** A symbol comes from the venue, and not each that is a key can be asked for. */
    @Test
    void anInstrumentThatCannotBeAskedForCostsOnlyItsOwnPrice() {
        var instruments = Set.of(new Instrument(USDT, "BTCUSDT"), new Instrument(USDT, "A/B\"USDT"), new Instrument(USDT, "$"));
        assertThat(PublicDialect.topics(instruments)).containsExactly("USDT-FUTURES/ticker/BTCUSDT");
    }

    @Test
    void anInstrumentWithoutPricesCostsOnlyItsOwn() {
        var declined = (LinkMessage.Declined) read("{\"event\":\"error\",\"arg\":{\"instType\":\"USDT-FUTURES\",\"channel\":\"ticker\","
                + "\"instId\":\"NOPE\"},\"code\":30001,\"msg\":\"doesn't exist\"}");
        assertThat(declined.topic()).isEqualTo("USDT-FUTURES/ticker/NOPE");
    }

    @Test
    void aPriceThatIsNotUnderstoodIsCountedAndPassedOver() {
        assertThat(read(Fixtures.read("ticker-1-live.json").replace("\"0.07628\"", "\"much\"")))
                .isInstanceOfSatisfying(LinkMessage.Unreadable.class, refused -> assertThat(refused.realign()).isFalse());
        assertThat(unheard.count()).isEqualTo(1);
        var absent = (LinkMessage.Marks) read(Fixtures.read("ticker-1-live.json").replace("\"0.07628\"", "\"\""));
        assertThat(absent.marks()).isEmpty();
    }

    private LinkMessage read(String text) {
        return dialect.read(text, 1, NOW);
    }
}
