package org.mirrorbook.exchange.bitget.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.exchange.bitget.Fixtures.COIN;
import static org.mirrorbook.exchange.bitget.Fixtures.NOW;
import static org.mirrorbook.exchange.bitget.Fixtures.PRODUCTS;
import static org.mirrorbook.exchange.bitget.Fixtures.USDC;
import static org.mirrorbook.exchange.bitget.Fixtures.USDT;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Observation.ClosingRecordSeen;
import org.mirrorbook.domain.lifecycle.Observation.FillSeen;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.CloseReason;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.OrderNote;
import org.mirrorbook.domain.position.ProtectiveOrder;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.exchange.bitget.Fixtures;
import org.mirrorbook.exchange.bitget.wire.Frame;
import org.mirrorbook.exchange.bitget.wire.VenueErrors;
import org.mirrorbook.exchange.bitget.wire.WireReader;
import org.mirrorbook.exchange.link.LinkMessage;
import org.mirrorbook.exchange.link.LinkTrouble;

/** What each message of a classic account means. Long, since it goes through the channels of one socket. */
class PrivateDialectTest {

    private final Unheard unheard = new Unheard("test");
    private final PrivateDialect dialect = new PrivateDialect(URI.create("wss://host/v2/ws/private"), PRODUCTS,
            new VenueErrors(Environment.LIVE), compare -> "", unheard);

    @Test
    void pongIsTextAndNoJson() {
        assertThat(dialect.ping()).isEqualTo("ping");
        assertThat(read("pong")).isInstanceOf(LinkMessage.Pong.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"login-ack-1-string-code.json", "login-ack-2-numeric-code.json"})
    void aSignInIsAcknowledgedWithACodeAsStringOrAsNumber(String fixture) {
        assertThat(frame(fixture)).isInstanceOf(LinkMessage.SignedIn.class);
    }

    @ParameterizedTest
    @CsvSource({"login-error-1-doc.json,30005,ATTENTION", "login-error-2-invalid-sign.json,30015,ATTENTION",
            "error-30001-1.json,30001,RETRY",
            "error-30003-1.json,30003,RETRY", "error-30004-1.json,30004,RETRY"})
    void anErrorEndsTheConnectionAndOnlyABadKeyEndsTheTrying(String fixture, String code, LinkTrouble.Kind kind) {
        var trouble = ((LinkMessage.Failed) frame(fixture)).trouble();
        assertThat(trouble.code()).contains(code);
        assertThat(trouble.kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"account,30016", "account,30001", "orders-algo,30001", "orders-algo,30016"})
    void aChannelThatTheAccountCanBeMirroredWithoutMayBeDeclined(String channel, String code) {
        var arg = "{\"instType\":\"USDC-FUTURES\",\"channel\":\"" + channel + "\",\"coin\":\"default\"}";
        var declined = (LinkMessage.Declined) read("{\"event\":\"error\",\"arg\":" + arg + ",\"code\":" + code + ",\"msg\":\"no\"}");
        assertThat(declined.topic()).isEqualTo("USDC-FUTURES/" + channel + "/default").isIn(PrivateDialect.topics(PRODUCTS));
        assertThat(declined.sentence()).isEqualTo("Bitget does not send the channel " + channel
                + " of USDC-FUTURES; positions are mirrored without it.");
    }

    @Test
    void aWrongParameterOfTheBalancesIsTheSeenFormOfADecline() {
        assertThat(frame("error-30016-1.json")).isInstanceOf(LinkMessage.Declined.class);
    }

    @ParameterizedTest
    @CsvSource({"positions,30001", "positions-history,30001", "fill,30016", "orders,30001", "account,30004", "orders-algo,30007"})
    void aChannelThatIsNeededOrAnotherReasonEndsTheConnection(String channel, String code) {
        assertThat(read("{\"event\":\"error\",\"arg\":{\"instType\":\"USDT-FUTURES\",\"channel\":\"" + channel
                + "\",\"instId\":\"default\"},\"code\":" + code + ",\"msg\":\"no\"}")).isInstanceOf(LinkMessage.Failed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30013", "\"30014\""})
    void anErrorOfTheClockIsToldApart(String code) {
        var trouble = ((LinkMessage.Failed) read("{\"event\":\"error\",\"code\":" + code + ",\"msg\":\"timestamp\"}")).trouble();
        assertThat(trouble.kind()).isEqualTo(LinkTrouble.Kind.CLOCK);
    }

    @Test
    void eachSubscriptionIsAcknowledgedForItself() {
        assertThat(frame("subscribe-ack-positions-1.json")).isEqualTo(new LinkMessage.Acknowledged("USDT-FUTURES/positions/default"));
        assertThat(frame("subscribe-ack-account-1.json")).isEqualTo(new LinkMessage.Acknowledged("USDT-FUTURES/account/default"));
        assertThat(frame("unsubscribe-ack-positions-1.json")).isEqualTo(new LinkMessage.Nothing());
        assertThat(unheard.count()).isZero();
    }

    @Test
    void everythingIsSubscribedForAllThreeProductsWithDefaultInPlaceOfSymbols() {
        var topics = PrivateDialect.topics(PRODUCTS);
        // six channels of three products
        assertThat(topics).hasSize(18);
        var messages = dialect.subscribe(topics);
        // 15 and 3
        assertThat(messages).hasSize(2).allMatch(message -> message.startsWith("{\"op\":\"subscribe\",\"args\":[{"));
        var all = String.join("", messages);
        for (var product : Set.of("USDT-FUTURES", "COIN-FUTURES", "USDC-FUTURES")) {
            for (var channel : Set.of("positions", "positions-history", "fill", "orders", "orders-algo")) {
                assertThat(all).contains("{\"instType\":\"" + product + "\",\"channel\":\"" + channel + "\",\"instId\":\"default\"}");
            }
            assertThat(all).contains("{\"instType\":\"" + product + "\",\"channel\":\"account\",\"coin\":\"default\"}");
        }
        assertThat(PrivateDialect.aligning(PRODUCTS)).hasSize(3).allMatch(topic -> topic.contains("/positions/"));
    }

    @Test
    void noMessageSubscribesMoreThanFifteenTopics() {
        var topics = IntStream.range(0, 40).mapToObj(i -> "USDT-FUTURES/ticker/S" + i + "USDT").collect(Collectors.toSet());
        var messages = dialect.subscribe(topics);
        assertThat(messages).hasSize(3);
        assertThat(messages.stream().mapToInt(message -> message.split("instId").length - 1).sum()).isEqualTo(40);
    }

    @Test
    void onePushOfPositionsIsOneCompleteSnapshotOfItsScope() {
        var observed = (LinkMessage.Observed) frame("positions-1.json");
        assertThat(observed.aligns()).contains("USDT-FUTURES/positions/default");
        assertThat(observed.batch().message().channel()).isEqualTo("positions");
        assertThat(observed.batch().message().text()).isEqualTo(Fixtures.read("positions-1.json"));
        var snapshot = (SnapshotSeen) observed.batch().seen().get(0);
        assertThat(snapshot.scope()).isEqualTo(USDT);
        assertThat(snapshot.connection()).isEqualTo(3);
        assertThat(snapshot.venueTime()).isEqualTo(Instant.ofEpochMilli(1695717430441L));
        assertThat(snapshot.receivedAt()).isEqualTo(NOW);
        assertThat(snapshot.rows()).hasSize(1);
    }

    @Test
    void anEmptyPushSaysThatEveryPositionOfTheScopeIsClosed() {
        var observed = (LinkMessage.Observed) frame("positions-4-empty.json");
        assertThat(((SnapshotSeen) observed.batch().seen().get(0)).rows()).isEmpty();
        assertThat(observed.aligns()).isPresent();
    }

    @Test
    void anEmptyPushOfOneProductSaysNothingOfAnother() {
        for (var scope : Set.of(USDT, COIN, USDC)) {
            var text = Fixtures.read("positions-4-empty.json").replace("USDT-FUTURES", scope.product().code());
            assertThat(((SnapshotSeen) only(read(text))).scope()).isEqualTo(scope);
        }
    }

    @Test
    void everyRowOfAPushCounts() {
        var one = Fixtures.read("positions-2.json");
        int from = one.indexOf("[") + 1;
        var row = one.substring(from, one.lastIndexOf("]"));
        var two = one.substring(0, from) + row + "," + row.replace("BTCUSDT", "XRPUSDT") + "," + row.replace("\"long\"", "\"short\"")
                + one.substring(one.lastIndexOf("]"));
        assertThat(((SnapshotSeen) only(read(two))).rows()).extracting(r -> r.slot().instrument()).containsExactly("BTCUSDT", "XRPUSDT",
                "BTCUSDT");
    }

    @Test
    void aSnapshotOfThreeHundredPositionsIsRead() {
        var one = Fixtures.read("positions-2.json");
        int from = one.indexOf("[") + 1;
        var row = one.substring(from, one.lastIndexOf("]"));
        var rows = IntStream.range(0, 300).mapToObj(i -> row.replace("BTCUSDT", "S" + i + "USDT")).collect(Collectors.joining(","));
        var text = one.substring(0, from) + rows + one.substring(one.lastIndexOf("]"));
        assertThat(text.length()).isGreaterThan(65_536);
        assertThat(((SnapshotSeen) only(read(text))).rows()).hasSize(300);
    }

    @Test
    void closingRecordsAndFillsAreObservationsThatAlignNothing() {
        var record = (LinkMessage.Observed) frame("positions-history-2.json");
        assertThat(record.batch().seen()).singleElement().isInstanceOf(ClosingRecordSeen.class);
        assertThat(record.aligns()).isEmpty();
        var fill = (LinkMessage.Observed) frame("fill-1.json");
        assertThat(fill.batch().seen()).singleElement().isInstanceOf(FillSeen.class);
        assertThat(fill.aligns()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"adl-noti-1.json", "equity-1.json", "orders-1.json",
            "orders-2-canceled.json", "orders-4-live-hedge.json", "orders-algo-1.json", "orders-algo-2-cancelled.json"})
    void pushesThatSayNothingOfPositionsAreUnderstoodAndRecordedWhole(String fixture) {
        var observed = (LinkMessage.Observed) frame(fixture);
        assertThat(observed.batch().seen()).isEmpty();
        assertThat(observed.batch().message().text()).isEqualTo(Fixtures.read(fixture));
        assertThat(observed.batch().message().channel())
                .isEqualTo(new Frame(new WireReader().read(Fixtures.read(fixture))).topic().orElseThrow().channel());
        assertThat(observed.aligns()).isEmpty();
        assertThat(unheard.count()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"account-1.json,11.98545761,1695717225146", "account-2.json,26.14309528,1701931970487"})
    void aPushOfTheAccountTellsWhatItIsWorthInItsCoin(String fixture, BigDecimal equity, long at) {
        assertThat(only(frame(fixture))).isEqualTo(new Observation.EquitySeen(USDT, new Money(equity, "USDT"),
                Instant.ofEpochMilli(at), NOW));
        assertThat(((LinkMessage.Observed) read(Fixtures.read(fixture).replace("\"equity\"", "\"other\""))).batch().seen())
                .as("a worth that is not told").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"sl,live,STOP_LOSS,WAITING", "psl,live,STOP_LOSS,WAITING", "tp,executing,TAKE_PROFIT,TRIGGERED",
            "ptp,executed,TAKE_PROFIT,TRIGGERED", "sl,cancelled,STOP_LOSS,GONE", "sl,canceled,STOP_LOSS,GONE",
            "psl,fail_execute,STOP_LOSS,GONE"})
    void aStopOrTakeProfitOrderIsToldWithWhatBecameOfIt(String plan, String status, ProtectionKind kind, ProtectiveOrder.State state) {
        var text = algo(plan, status);
        assertThat(only(read(text))).isEqualTo(new Observation.ProtectionSeen(new ProtectiveOrder(USDT, "BTCUSDT", Optional.of(Side.LONG),
                "1", kind, Optional.of(new BigDecimal("27000")), Optional.of(new BigDecimal("0.02")), state,
                Instant.ofEpochMilli(1695719197612L)), NOW));
        assertThat(unheard.count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.000000000", ""})
    void anOrderWithoutASizeIsForTheWholePositionAndInOneWayModeForWhateverSideIsOpen(String size) {
        var text = algo("psl", "live").replace("\"size\": \"0.020000000\"", "\"size\": \"" + size + "\"")
                .replace("\"posSide\": \"long\"", "\"posSide\": \"net\"");
        assertThat(((Observation.ProtectionSeen) only(read(text))).order()).satisfies(order -> {
            assertThat(order.size()).isEmpty();
            assertThat(order.side()).isEmpty();
        });
    }

    @Test
    void aStopThatFollowsThePriceHasNoPriceOfItsOwn() {
        assertThat(((Observation.ProtectionSeen) only(read(algo("moving_plan", "live")))).order().price()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"sl,sleeping", "hedge_stop,live"})
    void aStateOrAKindThatNobodyDocumentsIsCountedAndNothingIsConcluded(String plan, String status) {
        assertThat(((LinkMessage.Observed) read(algo(plan, status))).batch().seen()).isEmpty();
        assertThat(unheard.count()).isEqualTo(1);
    }

    @Test
    void aSideThatIsNoneIsRefused() {
        refused(read(algo("sl", "live").replace("\"posSide\": \"long\"", "\"posSide\": \"up\"")), "orders-algo", false);
    }

    private static String algo(String plan, String status) {
        return Fixtures.read("orders-algo-1.json").replace("\"pl\"", "\"" + plan + "\"")
                .replace("\"status\": \"live\"", "\"status\": \"" + status + "\"");
    }

    @Test
    void aPushOfAnotherSocketIsCountedAndPassedOver() {
        refused(frame("ticker-1-live.json"), "ticker", false);
    }

    @ParameterizedTest
    @CsvSource({"burst_close_long,LIQUIDATION", "reduce_close_short,LIQUIDATION", "dte_sys_adl_close_long,ADL",
            "DELIVERY_SELL_SINGLE,DELIVERY"})
    void anOrderWhoseKindForcesAReasonTellsIt(String kind, CloseReason reason) {
        var text = Fixtures.read("orders-1.json").replace("\"tradeSide\": \"open\"", "\"tradeSide\": \"" + kind + "\"");
        assertThat(only(read(text))).isEqualTo(new Observation.OrderSeen(new OrderNote(USDT, "BTCUSDT", "1", reason,
                Instant.ofEpochMilli(1695718781146L)), NOW));
    }

    @Test
    void anOrdinaryOrderDoesNotSayWhyItClosesSinceTheStreamNamesNoSource() {
        var text = Fixtures.read("orders-1.json").replace("\"tradeSide\": \"open\"", "\"tradeSide\": \"close\"");
        assertThat(((LinkMessage.Observed) read(text)).batch().seen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders-1.json", "fill-1.json"})
    void aKindThatNobodyDocumentsIsCountedAndItsFiguresStand(String fixture) {
        var text = Fixtures.read(fixture).replace("\"tradeSide\": \"open\"", "\"tradeSide\": \"lend\"");
        assertThat(read(text)).isInstanceOf(LinkMessage.Observed.class);
        assertThat(unheard.count()).isEqualTo(1);
    }

    @Test
    void aChangeOfPositionsIsNotTakenForAllOfThem() {
        var text = Fixtures.read("positions-1.json").replace("\"snapshot\"", "\"update\"");
        refused(read(text), "positions", true);
    }

    @ParameterizedTest
    @CsvSource({"account-1.json,account,\"11.98545761\"", "orders-algo-1.json,orders-algo,\"27000.000000000\"",
            "orders-1.json,orders,\"1\""})
    void aPushWithoutWordOfPositionsThatIsNotUnderstoodCostsNoConnection(String fixture, String channel, String figure) {
        refused(read(Fixtures.read(fixture).replace(figure, "{}")), channel, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"login-request-1.json", "subscribe-request-account-1.json", "subscribe-request-all-private-1.json",
            "subscribe-request-positions-1.json", "unsubscribe-request-positions-1.json", "rest-account-1.json", "rest-accounts-1.json",
            "rest-all-position-1.json", "rest-all-position-2-live.json", "rest-all-position-3-demo-coin.json",
            "rest-all-position-4-empty.json", "rest-bill-1.json", "rest-error-40009.json", "rest-error-40085.json", "rest-error-40099.json",
            "rest-fill-history-1-live.json", "rest-fills-1.json", "rest-history-position-1.json", "rest-history-position-2-live.json",
            "rest-orders-history-1.json", "rest-orders-pending-1-live.json", "rest-orders-plan-history-1.json",
            "rest-orders-plan-pending-1.json", "rest-set-position-mode-1.json", "rest-single-position-1-live.json", "rest-time-1.json"})
    void whatBelongsOnAnotherRoadSaysNothingHereAndIsCounted(String fixture) {
        refused(frame(fixture), "none", false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"event\":\"notice\",\"msg\":\"hello\"}", "{\"event\":\"subscribe\"}"})
    void unknownEventsAreIgnored(String text) {
        assertThat(read(text)).isInstanceOf(LinkMessage.Nothing.class);
        assertThat(unheard.count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"instType\":\"STOCKS\",\"channel\":\"positions\"", "\"instType\":\"USDT-FUTURES\",\"channel\":\"moods\""})
    void productsAndChannelsThatNobodyAskedForAreCountedAndPassedOver(String arg) {
        var message = read("{\"action\":\"snapshot\",\"arg\":{" + arg + "},\"data\":[],\"ts\":1}");
        assertThat(((LinkMessage.Unreadable) message).realign()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"channel\":\"positions\"", "\"instType\":\"\",\"channel\":\"fill\"",
            "\"instType\":null,\"channel\":\"positions-history\""})
    void aPushThatTellsOfPositionsButNotOfWhichProductIsNoSilentGap(String arg) {
        var message = read("{\"action\":\"snapshot\",\"arg\":{" + arg + "},\"data\":[],\"ts\":1}");
        assertThat(((LinkMessage.Unreadable) message).realign()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "<html>", "[1,2]", "{\"event\":\"subscribe\"", "{\"arg\":{\"channel\":\"account\""})
    void aMessageThatIsNoJsonIsCountedAndPassedOver(String text) {
        assertThat(((LinkMessage.Unreadable) read(text)).realign()).isFalse();
        assertThat(unheard.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"positions-1.json", "positions-history-1.json", "fill-1.json"})
    void aCutPushThatMayTellOfPositionsIsNoSilentGapWhereverItIsCut(String fixture) {
        var text = Fixtures.read(fixture);
        for (int length = 1; length < text.lastIndexOf('}'); length++) {
            assertThat(((LinkMessage.Unreadable) read(text.substring(0, length))).realign()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"short\"|\"net\"", "\"crossed\"|\"portfolio\"", "\"total\": \"0.1\"|\"total\": \"many\"",
            "\"ts\": 1695717430441|\"ts\": null", "\"data\": [|\"rows\": ["})
    void aPushWithAStateThatIsNotKnownGivesUpTheConnectionAndIsCounted(String known, String strange) {
        refused(read(Fixtures.read("positions-1.json").replace(known, strange)), "positions", true);
    }

    private LinkMessage frame(String fixture) {
        return read(Fixtures.read(fixture));
    }

    private LinkMessage read(String text) {
        return dialect.read(text, 3, NOW);
    }

    private void refused(LinkMessage message, String channel, boolean realign) {
        var unreadable = (LinkMessage.Unreadable) message;
        assertThat(unreadable.channel()).isEqualTo(channel);
        assertThat(unreadable.realign()).isEqualTo(realign);
        assertThat(unheard.count()).isEqualTo(1);
    }

    private static Observation only(LinkMessage message) {
        var seen = ((LinkMessage.Observed) message).batch().seen();
        assertThat(seen).hasSize(1);
        return seen.get(0);
    }
}
