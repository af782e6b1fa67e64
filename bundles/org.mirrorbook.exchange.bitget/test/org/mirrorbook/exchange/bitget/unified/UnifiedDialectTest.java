package org.mirrorbook.exchange.bitget.unified;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.exchange.bitget.Fixtures.COIN;
import static org.mirrorbook.exchange.bitget.Fixtures.NOW;
import static org.mirrorbook.exchange.bitget.Fixtures.PRODUCTS;
import static org.mirrorbook.exchange.bitget.Fixtures.USDC;
import static org.mirrorbook.exchange.bitget.Fixtures.USDT;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mirrorbook.domain.lifecycle.Observation.EquitySeen;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Observation.FillSeen;
import org.mirrorbook.domain.lifecycle.Observation.OrderSeen;
import org.mirrorbook.domain.lifecycle.Observation.PositionGone;
import org.mirrorbook.domain.lifecycle.Observation.PositionSeen;
import org.mirrorbook.domain.lifecycle.Observation.ProtectionSeen;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.CloseReason;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.IdScope;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.position.OrderNote;
import org.mirrorbook.domain.position.ProtectiveOrder;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.exchange.bitget.Fixtures;
import org.mirrorbook.exchange.bitget.stream.Unheard;
import org.mirrorbook.exchange.bitget.wire.VenueErrors;
import org.mirrorbook.exchange.bitget.wire.WireReader;
import org.mirrorbook.exchange.bitget.wire.WireRow;
import org.mirrorbook.exchange.link.LinkMessage;

/** What each message of a unified account means. Long, since it goes through the topics of one socket. */
class UnifiedDialectTest {

    private static final Slot BTC_LONG = new Slot(USDT, "BTCUSDT", Side.LONG, MarginMode.CROSSED, "USDT");

    private final Unheard unheard = new Unheard("test");
    private final HoldMode mode = new HoldMode();
    private final UnifiedDialect dialect = new UnifiedDialect(URI.create("wss://host/v3/ws/private"), PRODUCTS, mode,
            new VenueErrors(Environment.LIVE), compare -> "", unheard);

    @Test
    void allTopicsAreSubscribedForTheAccountAndNotForProducts() {
        assertThat(dialect.subscribe(UnifiedDialect.topics())).containsExactly("{\"op\":\"subscribe\",\"args\":["
                + "{\"instType\":\"UTA\",\"topic\":\"account\"},{\"instType\":\"UTA\",\"topic\":\"fill\"},"
                + "{\"instType\":\"UTA\",\"topic\":\"order\"},{\"instType\":\"UTA\",\"topic\":\"position\"},"
                + "{\"instType\":\"UTA\",\"topic\":\"strategy-order\",\"symbol\":\"default\"}]}");
        assertThat(dialect.subscribe(UnifiedDialect.aligning()).get(0)).isEqualTo(
                Fixtures.read("bitget-uta/subscribe-request-position-1.json").replaceAll("\\s", ""));
        assertThat(dialect.unsubscribe(UnifiedDialect.aligning()).get(0)).startsWith("{\"op\":\"unsubscribe\"");
        assertThat(dialect.subscribe(Set.of())).isEmpty();
        assertThat(dialect.ping()).isEqualTo("ping");
        assertThat(read("pong")).isInstanceOf(LinkMessage.Pong.class);
    }

    @Test
    void anAcknowledgementMayCarryBlanksAndTheNameOfTheConnection() {
        assertThat(frame("bitget-uta/subscribe-ack-position-1.json")).isEqualTo(new LinkMessage.Acknowledged("UTA/position"));
        assertThat(UnifiedDialect.aligning()).containsExactly("UTA/position");
        assertThat(read("{\"event\":\"login\",\"code\":0}")).isInstanceOf(LinkMessage.SignedIn.class);
    }

    @Test
    void onlyTheTopicOfPositionsIsIndispensable() {
        assertThat(read("{\"event\":\"error\",\"arg\":{\"instType\":\"UTA\",\"topic\":\"strategy-order\"},\"code\":30001,\"msg\":\"\"}"))
                .isInstanceOfSatisfying(LinkMessage.Declined.class,
                        declined -> assertThat(declined.topic()).isEqualTo("UTA/strategy-order"));
        assertThat(read("{\"event\":\"error\",\"arg\":{\"instType\":\"UTA\",\"topic\":\"position\"},\"code\":30001,\"msg\":\"\"}"))
                .isInstanceOf(LinkMessage.Failed.class);
        assertThat(read("{\"event\":\"error\",\"arg\":{\"instType\":\"UTA\",\"topic\":\"fill\"},\"code\":30004,\"msg\":\"\"}"))
                .isInstanceOf(LinkMessage.Failed.class);
    }

    @Test
    void aFlatAccountIsASnapshotOfEachProductInWhichNothingIsOpen() {
        var message = (LinkMessage.Observed) frame("bitget-uta/position-2-empty.json");
        assertThat(message.aligns()).contains("UTA/position");
        assertThat(message.batch().message().channel()).isEqualTo("position");
        assertThat(message.batch().seen()).isEqualTo(List.of(empty(USDT), empty(COIN), empty(USDC)));
    }

    private static SnapshotSeen empty(Scope scope) {
        return new SnapshotSeen(scope, 1, Instant.ofEpochMilli(1779897893000L), NOW, List.of());
    }

    @Test
    void theFirstListOfPositionsIsSplitByProduct() {
        var message = (LinkMessage.Observed) read(push("snapshot", 100, row("BTCUSDT", "USDT", "0.5"), row("BTCUSD", "BTC", "2"),
                row("BTCUSD_CM", "BTC", "3"), row("ETHPERP", "USDC", "4"), row("ETHUSDT", "USDT", "0")));
        assertThat(message.aligns()).isPresent();
        var snapshots = message.batch().seen().stream().map(SnapshotSeen.class::cast).toList();
        assertThat(snapshots).extracting(SnapshotSeen::scope).containsExactly(USDT, COIN, USDC);
        assertThat(snapshots.get(0).rows()).extracting(row -> row.slot().instrument()).containsExactly("BTCUSDT");
        assertThat(snapshots.get(1).rows()).extracting(row -> row.slot().instrument()).containsExactly("BTCUSD", "BTCUSD_CM");
        assertThat(snapshots.get(2).rows()).extracting(row -> row.slot().instrument()).containsExactly("ETHPERP");
    }

    @Test
    void aPositionHasNoIdAndItsCreationIsNotItsStart() {
        var seen = first(PositionSeen.class, afterTheList(push("update", 200, row("BTCUSDT", "USDT", "0.5"))));
        assertThat(seen.row().life().id()).isEmpty();
        assertThat(seen.row().life().idScope()).isEqualTo(IdScope.NONE);
        assertThat(seen.row().life().startedAt()).contains(Instant.ofEpochMilli(1));
        assertThat(seen.row().life().start()).as("createdTime is the slot's").isEmpty();
        assertThat(seen.row().updatedAt()).isEqualTo(Instant.ofEpochMilli(50));
        assertThat(seen.venueTime()).isEqualTo(Instant.ofEpochMilli(200));
        assertThat(seen.row().size()).isEqualByComparingTo("0.5");
        assertThat(seen.row().entryPrice()).isEqualByComparingTo("100");
    }

    @Test
    void costsAreTurnedAndWhatIsBlankIsAbsentAndNotZero() {
        var open = row("BTCUSDT", "USDT", "1", "\"openFeeTotal\":\"0.6\",\"closeFeeTotal\":\"0.1\",\"totalFundingFee\":\"-0.25\","
                + "\"liqPrice\":\"\",\"markPrice\":\"101\",\"marginSize\":20,\"curRealisedPnl\":\"3\"");
        var figures = first(PositionSeen.class, afterTheList(push("update", 200, open))).row().figures();
        // paid 0.6 for opening and 0.1 for closing in part
        assertThat(figures.fees().orElseThrow()).isEqualByComparingTo("-0.7");
        assertThat(figures.funding().orElseThrow()).isEqualByComparingTo("-0.25");
        assertThat(figures.liquidationPrice()).isEmpty();
        assertThat(figures.margin().orElseThrow()).isEqualByComparingTo("20");
        assertThat(figures.realised().orElseThrow()).isEqualByComparingTo("3");

        var blank = row("BTCUSDT", "USDT", "1", "\"openFeeTotal\":\"0.6\",\"closeFeeTotal\":\"\"");
        assertThat(first(PositionSeen.class, changes(push("update", 201, blank))).row().figures().fees())
                .as("a total of which one part is not known").isEmpty();
    }

    @Test
    void anEndedRowIsACloseWhateverThePushCallsItself() {
        // the documented push of a close calls itself a snapshot
        var gone = first(PositionGone.class, afterTheList(Fixtures.read("bitget-uta/position-1-ended.json")));
        assertThat(gone).isEqualTo(new PositionGone(BTC_LONG, 1, Instant.ofEpochMilli(1730711666652L), NOW));
    }

    @Test
    void inOneWayModeARowOfOneSideSaysThatNothingIsOpenOnTheOther() {
        var flipped = row("BTCUSDT", "USDT", "0.2").replace("hedge_mode", "one_way_mode").replace("\"long\"", "\"short\"");

        var seen = afterTheList(push("update", 200, flipped));

        assertThat(seen).hasSize(2);
        assertThat(seen.get(0)).isEqualTo(new PositionGone(BTC_LONG, 1, Instant.ofEpochMilli(200), NOW));
        assertThat(seen.get(1)).isInstanceOfSatisfying(PositionSeen.class,
                opened -> assertThat(opened.row().slot()).isEqualTo(BTC_LONG.opposite()));
    }

    @Test
    void aLaterSnapshotOfSomeRowsSpeaksOfThoseRowsAlone() {
        var seen = afterTheList(push("snapshot", 200, row("BTCUSDT", "USDT", "0.5")));
        assertThat(seen).singleElement().isInstanceOf(PositionSeen.class);
        assertThat(((LinkMessage.Observed) read(push("snapshot", 201))).batch().seen()).as("nor does an empty one close all").isEmpty();
    }

    @Test
    void theNextConnectionBeginsWithACompleteListAgain() {
        read(push("snapshot", 100, row("BTCUSDT", "USDT", "0.5")));
        var again = (LinkMessage.Observed) dialect.read(push("snapshot", 300), 2, NOW);
        assertThat(again.aligns()).isPresent();
        assertThat(again.batch().seen()).hasSize(3).allSatisfy(seen -> assertThat(((SnapshotSeen) seen).connection()).isEqualTo(2));
    }

    @Test
    void aChangeThatOvertakesTheListWaitsForItAndIsToldOnlyWhenItIsNewer() {
        assertThat(changes(push("update", 90, row("BTCUSDT", "USDT", "0.1")))).isEmpty();
        assertThat(changes(push("update", 110, row("ETHUSDT", "USDT", "0")))).isEmpty();
        var list = (LinkMessage.Observed) read(push("snapshot", 100, row("BTCUSDT", "USDT", "0.5"), row("ETHUSDT", "USDT", "7")));
        assertThat(list.batch().seen()).hasSize(4);
        assertThat(list.batch().seen().get(3)).isInstanceOfSatisfying(PositionGone.class, gone -> {
            assertThat(gone.slot().instrument()).isEqualTo("ETHUSDT");
            assertThat(gone.venueTime()).isEqualTo(Instant.ofEpochMilli(110));
        });
    }

    /** On a busy day many second connections begin and come to nothing before one relieves the first. */
    @Test
    void aConnectionThatHadItsListIsHeardHoweverManyOthersBeganAfterIt() {
        read(push("snapshot", 100));
        for (long connection = 2; connection < 50; connection++) {
            dialect.read(push("snapshot", 100), connection, NOW);
        }
        assertThat(changes(push("update", 200, row("BTCUSDT", "USDT", "1")))).singleElement().isInstanceOf(PositionSeen.class);
    }

    @Test
    void changesWithoutAListDoNotFillTheMemory() {
        var many = new String[101];
        for (int i = 0; i < many.length; i++) {
            many[i] = row("BTCUSDT", "USDT", "1");
        }
        for (int i = 0; i < 99; i++) {
            assertThat(read(push("update", 90, many))).isInstanceOf(LinkMessage.Observed.class);
        }
        // 100 times 101 is more than 10,000
        assertThat(read(push("update", 90, many))).isInstanceOf(LinkMessage.Unreadable.class);
    }

    @ParameterizedTest
    @CsvSource({"BTCUSDT,BTC", "BTCUSD,USDT", "BTCUSD,USDC", "BTCPERP,USDT", "BTCEUR,EUR", "BTCUSDC,BTC"})
    void aRowThatCannotBeAssignedToAProductIsLoud(String symbol, String coin) {
        var text = push("snapshot", 100, row(symbol, coin, "1"));
        assertThat(read(text)).isEqualTo(unreadable(text));
        assertThat(unheard.count()).isEqualTo(1);
    }

    private static LinkMessage unreadable(String text) {
        return new LinkMessage.Unreadable("position", text.substring(0, Math.min(text.length(), 500)), true);
    }

    @Test
    void aListThatWasNotUnderstoodIsNoBeginning() {
        read(push("snapshot", 100, row("BTCUSD", "USDT", "1")));
        assertThat(((LinkMessage.Observed) read(push("snapshot", 101))).aligns()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"size\":\"\"", "\"size\":\"-1\"", "\"size\":\"1\",\"positionStatus\":\"ended\"",
            "\"size\":\"1\",\"posSide\":\"net\"", "\"size\":\"1\",\"marginMode\":\"other\"", "\"size\":{}"})
    void aStateThatIsNotUnderstoodIsLoud(String fields) {
        var text = push("update", 200, "{\"symbol\":\"BTCUSDT\",\"marginCoin\":\"USDT\",\"avgPrice\":\"1\"," + fields
                + (fields.contains("posSide") ? "" : ",\"posSide\":\"long\"")
                + (fields.contains("marginMode") ? "" : ",\"marginMode\":\"crossed\"") + "}");
        read(push("snapshot", 100));
        assertThat(read(text)).isEqualTo(unreadable(text));
    }

    @Test
    void aFillTellsItsFigures() {
        mode.note(hedge());
        var fill = first(FillSeen.class, changes(Fixtures.read("bitget-uta/fill-1.json"))).fill();
        assertThat(fill).isEqualTo(new Fill(USDT, "BTCUSDT", "1288888888888888888", "1288888888888888888", true,
                Optional.of(Fill.Effect.OPEN), new BigDecimal("0.01"), new BigDecimal("94993"), BigDecimal.ZERO,
                // positive is paid in this topic
                List.of(new Money(new BigDecimal("-0.569958"), "USDT")), Instant.ofEpochMilli(1736378720623L)));
    }

    @Test
    void inOneWayModeTheOpenPositionDecidesWhatAFillDoes() {
        mode.note(new WireReader().read("{\"holdMode\":\"one_way_mode\"}"));
        assertThat(fill("\"side\":\"sell\",\"tradeSide\":\"open\",\"holdSide\":\"long\"").effect()).isEmpty();
        assertThat(fill("\"side\":\"sell\",\"tradeSide\":\"open\",\"holdSide\":\"long\"").buys()).isFalse();
        assertThat(fill("\"side\":\"sell\",\"tradeSide\":\"sell_single\",\"holdSide\":\"\"").effect()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"open,long,sell,true,OPEN", "close,long,buy,false,CLOSE", "open,short,sell,false,OPEN", "close,short,buy,true,CLOSE",
            "burst_close_long,,buy,false,CLOSE", "dte_sys_adl_close_short,,sell,true,CLOSE"})
    void inHedgeModeTheSideOfThePositionDecidesTheDirection(String kind, String held, String side, boolean buys, Fill.Effect effect) {
        mode.note(hedge());
        var fill = fill("\"side\":\"" + side + "\",\"tradeSide\":\"" + kind + "\""
                + (held == null ? "" : ",\"holdSide\":\"" + held + "\""));
        assertThat(fill.buys()).isEqualTo(buys);
        assertThat(fill.effect()).contains(effect);
    }

    @Test
    void theModeOfAnOpenPositionIsNearerThanTheOneOfTheAccount() {
        mode.note(new WireReader().read("{\"holdMode\":\"one_way_mode\"}"));
        read(push("snapshot", 100, row("BTCUSDT", "USDT", "1")));
        assertThat(fill("\"side\":\"buy\",\"tradeSide\":\"open\"").effect()).contains(Fill.Effect.OPEN);
        mode.note(new WireReader().read("{\"holdMode\":\"one_way_mode\"}"));
        assertThat(fill("\"side\":\"buy\",\"tradeSide\":\"open\"").effect()).isEmpty();
    }

    @Test
    void whatRealisesAProfitDoesNotOpenWhateverItIsCalled() {
        mode.note(hedge());
        assertThat(fill("\"side\":\"sell\",\"tradeSide\":\"open\",\"execPnl\":\"-0.002\"").effect()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"burst_close_long,LIQUIDATION", "dte_sys_adl_close_long,ADL", "delivery_close_long,DELIVERY", "close,"})
    void aForcedFillSaysWhyItCloses(String kind, CloseReason reason) {
        mode.note(hedge());
        assertThat(fill("\"side\":\"sell\",\"tradeSide\":\"" + kind + "\"").reason()).isEqualTo(Optional.ofNullable(reason));
    }

    @Test
    void whatIsNoFutureIsRecordedAndNothingElse() {
        for (var category : List.of("spot", "margin", "SPOT")) {
            assertThat(changes(fillPush("\"side\":\"sell\"").replace("usdt-futures", category))).isEmpty();
        }
        var unknown = fillPush("\"side\":\"sell\"").replace("usdt-futures", "options");
        assertThat(read(unknown)).isInstanceOfSatisfying(LinkMessage.Unreadable.class, refused -> assertThat(refused.realign()).isTrue());
    }

    @Test
    void anOrderOfTheTradersOwnIsRecordedAndGivesNoReason() {
        assertThat(changes(Fixtures.read("bitget-uta/order-1.json"))).isEmpty();
        assertThat(((LinkMessage.Observed) frame("bitget-uta/order-1.json")).batch().message().channel()).isEqualTo("order");
    }

    @Test
    void anOrderThatWasForcedSaysWhy() {
        var forced = Fixtures.read("bitget-uta/order-1.json").replace("\"tradeSide\": \"open\"", "\"tradeSide\": \"burst_close_long\"");
        assertThat(first(OrderSeen.class, changes(forced)).order()).isEqualTo(new OrderNote(USDT, "BTCUSDT", "xxx",
                CloseReason.LIQUIDATION, Instant.ofEpochMilli(1742367838115L)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bitget-uta/adl-notification-1.json", "bitget-uta/fast-fill-1.json"})
    void whatTellsNothingOfPositionsIsRecordedWhole(String fixture) {
        var message = (LinkMessage.Observed) frame(fixture);
        assertThat(message.batch().seen()).isEmpty();
        assertThat(message.batch().message().text()).isEqualTo(Fixtures.read(fixture));
        assertThat(message.batch().message().channel()).isEqualTo(fixture.substring("bitget-uta/".length(),
                fixture.length() - "-1.json".length()));
        assertThat(unheard.count()).isZero();
    }

    @Test
    void theAccountTellsWhatItIsWorthInEachCoinForEachOfItsProducts() {
        var worths = changes(Fixtures.read("bitget-uta/account-1.json")).stream().map(EquitySeen.class::cast).toList();
        assertThat(worths).extracting(EquitySeen::equity).containsOnly(new Money(new BigDecimal("0.9992"), "ETH"),
                new Money(new BigDecimal("52.00819"), "BTC"), new Money(new BigDecimal("344282.65536458"), "USDT"));
        // three coins, three products
        assertThat(worths).hasSize(9);
        assertThat(worths).extracting(EquitySeen::scope).hasSameElementsAs(PRODUCTS.scopes());
        assertThat(worths).extracting(EquitySeen::at).containsOnly(Instant.ofEpochMilli(1695717225146L));
        assertThat(unheard.count()).isZero();
    }

    @Test
    void anOrderThatIsStopAndTargetAtOnceIsToldAsTwo() {
        var orders = protections(Fixtures.read("bitget-uta/strategy-order-1.json"));
        assertThat(orders).containsExactly(
                new ProtectiveOrder(USDT, "BTCUSDT", Optional.of(Side.LONG), "111111111111111111", ProtectionKind.STOP_LOSS,
                        Optional.of(new BigDecimal("90000")), Optional.of(new BigDecimal("0.01")), ProtectiveOrder.State.WAITING,
                        Instant.ofEpochMilli(1730186725691L)),
                new ProtectiveOrder(USDT, "BTCUSDT", Optional.of(Side.LONG), "111111111111111111/tp", ProtectionKind.TAKE_PROFIT,
                        Optional.of(new BigDecimal("110000")), Optional.of(new BigDecimal("0.01")), ProtectiveOrder.State.WAITING,
                        Instant.ofEpochMilli(1730186725691L)));
        assertThat(unheard.count()).isZero();
    }

    /** The frame names the take-profit as what triggers. */
    @ParameterizedTest
    @CsvSource({"submitting,WAITING,WAITING", "success,GONE,TRIGGERED", "failed,GONE,GONE", "cancelled,GONE,GONE"})
    void whatBecameOfAnOrderIsToldOfBothOfItsPrices(String status, ProtectiveOrder.State stop, ProtectiveOrder.State target) {
        assertThat(protections(strategy("\"pending\"", "\"" + status + "\""))).extracting(ProtectiveOrder::state)
                .containsExactly(stop, target);
    }

    @Test
    void anOrderWithoutAPriceOfTheOtherKindIsOne() {
        assertThat(protections(strategy("\"110000\"", "\"\"").replace("\"qty\": \"0.01\"", "\"qty\": \"0\""))).singleElement()
                .satisfies(order -> {
                    assertThat(order.kind()).isEqualTo(ProtectionKind.STOP_LOSS);
                    assertThat(order.size()).as("the whole position").isEmpty();
                });
    }

    @Test
    void aTriggerOrderProtectsNothing() {
        assertThat(protections(strategy("\"tpsl\"", "\"trigger\""))).isEmpty();
        assertThat(unheard.count()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"pending,asleep", "tpsl,grid"})
    void aStateOrATypeThatNobodyDocumentsIsCountedAndNothingIsConcluded(String known, String unknown) {
        assertThat(protections(strategy("\"" + known + "\"", "\"" + unknown + "\""))).isEmpty();
        assertThat(unheard.count()).isEqualTo(1);
    }

    private static String strategy(String what, String by) {
        return Fixtures.read("bitget-uta/strategy-order-1.json").replace(what, by);
    }

    private List<ProtectiveOrder> protections(String push) {
        return changes(push).stream().map(seen -> ((ProtectionSeen) seen).order()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"action\":\"update\",\"arg\":{\"instType\":\"UTA\",\"topic\":\"position\"},\"data\":[{|position|true",
            "{\"action\":\"update\",\"arg\":{\"instType\":\"UTA\",\"topic\":\"position\"},\"ts\":1}|position|true",
            "{\"action\":\"update\",\"arg\":{\"instType\":\"UTA\",\"topic\":\"account\"},\"data\":[{|account|false",
            "{\"action\":\"update\",\"data\":[],\"ts\":1}|none|true",
            "{\"action|unknown|true",
            "garbage|unknown|false"})
    void aTextThatCannotBeReadIsCountedAndAlignsAnewOnlyWhereItMayHaveToldOfPositions(String text, String channel, boolean realign) {
        assertThat(read(text)).isEqualTo(new LinkMessage.Unreadable(channel, text, realign));
        assertThat(unheard.count()).isEqualTo(1);
    }

    @Test
    void aTopicThatNobodyAskedForIsCountedAndItsNameIsNotKept() {
        var topic = "x".repeat(1000);
        assertThat(read("{\"action\":\"update\",\"arg\":{\"instType\":\"UTA\",\"topic\":\"" + topic + "\"},\"data\":[],\"ts\":1}"))
                .isInstanceOfSatisfying(LinkMessage.Unreadable.class, refused -> {
                    assertThat(refused.channel()).isEqualTo("unknown");
                    assertThat(refused.realign()).isFalse();
                });
    }

    private static WireRow hedge() {
        return new WireReader().read("{\"holdMode\":\"hedge_mode\"}");
    }

    private Fill fill(String fields) {
        return first(FillSeen.class, changes(fillPush(fields))).fill();
    }

    private static String fillPush(String fields) {
        return "{\"action\":\"snapshot\",\"arg\":{\"instType\":\"UTA\",\"topic\":\"fill\"},\"data\":[{\"symbol\":\"BTCUSDT\","
                + "\"category\":\"usdt-futures\",\"execId\":\"1\",\"orderId\":\"2\",\"execQty\":\"1\",\"execPrice\":\"3\","
                + "\"execTime\":\"4\","
                + fields + "}],\"ts\":5}";
    }

    private List<Observation> afterTheList(String text) {
        read(push("snapshot", 100));
        return changes(text);
    }

    private List<Observation> changes(String text) {
        var message = (LinkMessage.Observed) read(text);
        assertThat(message.aligns()).isEmpty();
        return message.batch().seen();
    }

    private static <T> T first(Class<T> kind, List<Observation> seen) {
        assertThat(seen).singleElement().isInstanceOf(kind);
        return kind.cast(seen.get(0));
    }

    private LinkMessage frame(String name) {
        return read(Fixtures.read(name));
    }

    private LinkMessage read(String text) {
        return dialect.read(text, 1, NOW);
    }

    private static String push(String action, long ts, String... rows) {
        return "{\"action\":\"" + action + "\",\"arg\":{\"instType\":\"UTA\",\"topic\":\"position\"},\"data\":[" + String.join(",", rows)
                + "],\"ts\":" + ts + "}";
    }

    private static String row(String symbol, String coin, String size) {
        return row(symbol, coin, size, "\"openFeeTotal\":\"\"");
    }

    private static String row(String symbol, String coin, String size, String more) {
        return "{\"symbol\":\"" + symbol + "\",\"marginCoin\":\"" + coin + "\",\"size\":\"" + size + "\",\"posSide\":\"long\","
                + "\"marginMode\":\"crossed\",\"avgPrice\":\"100\",\"positionStatus\":\"" + (size.equals("0") ? "ended" : "opening")
                + "\",\"createdTime\":\"1\",\"updatedTime\":\"50\",\"holdMode\":\"hedge_mode\"," + more + "}";
    }
}
