package org.mirrorbook.exchange.practice.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mirrorbook.exchange.practice.books.IdMint;
import org.mirrorbook.exchange.practice.stream.Entrance;
import org.mirrorbook.exchange.practice.wire.Json;

import tools.jackson.databind.JsonNode;

/**
 * Each oddity by its name, in virtual time: what a client meets when it is on, and that it ends when it is off. Long, since it is the
 * catalogue: a story for each name.
 */
class OddityStoriesTest {

    private static final String OPEN = "{'do':'open','symbol':'BTCUSDT','side':'long','size':'0.010'}";
    private static final String CLOSE = "{'do':'close','symbol':'BTCUSDT'}";
    private static final String POSITIONS = "/api/v2/mix/position/all-position?productType=USDT-FUTURES";
    private static final String HISTORY = "/api/v2/mix/position/history-position?productType=USDT-FUTURES";

    private final World world = new World();

    private void off(String name) throws ScenarioProblem {
        world.act("{'do':'oddity','name':'" + name + "','value':false}");
    }

    private String code(String path) {
        return world.get(path).path("code").asString();
    }

    // ---- signing in

    @Test
    void stringCodesAreThoseOfTheDocuments() throws ScenarioProblem {
        world.odd("string-codes");
        Listener listener = world.connected();

        listener.login();

        assertThat(listener.last()).isEqualTo(new Json().read("{\"event\":\"login\",\"code\":\"0\",\"msg\":\"\"}"));
        listener.say("{'op':'dance'}");
        assertThat(listener.last().path("code").isString()).isTrue();

        world.odd("numeric-codes");
        listener.say("{'op':'dance'}");
        assertThat(listener.last().path("code").isNumber()).isTrue();
    }

    @Test
    void aTimestampInMillisecondsIsMetWithSilenceUntilThatIsSwitchedOff() throws ScenarioProblem {
        Listener listener = world.connected();
        listener.login(Long.toString(world.now()));
        assertThat(listener.frames()).isEmpty();

        off("login-silence");
        listener.login(Long.toString(world.now()));
        assertThat(listener.last().path("code").asInt()).isEqualTo(30013);
        assertThat(listener.isClosed()).isTrue();
    }

    @Test
    void loginSilenceCanSwallowEveryLogin() throws ScenarioProblem {
        world.act("{'do':'oddity','name':'login-silence','times':1}");
        Listener listener = world.connected();

        listener.login();
        assertThat(listener.frames()).isEmpty();

        listener.login();
        assertThat(listener.last().path("event").asString()).isEqualTo("login");
    }

    @ParameterizedTest
    @ValueSource(ints = {30005, 30011, 30012, 30013, 30014, 30015, 30016, 30006, 30007})
    void aRefusedLoginIsToldAndEndsTheConnection(int code) throws ScenarioProblem {
        world.act("{'do':'oddity','name':'refuse-login','value':" + code + "}");
        Listener listener = world.connected();

        listener.login();

        assertThat(listener.last().path("code").asInt()).isEqualTo(code);
        assertThat(listener.isClosed()).isTrue();
    }

    @Test
    void aSlowLoginIsNotSignedInBeforeItsAnswer() throws ScenarioProblem {
        world.act("{'do':'oddity','name':'slow-login','value':'3s'}");
        Listener listener = world.connected();
        listener.login();
        listener.subscribe("positions");
        assertThat(listener.last().path("code").asInt()).isEqualTo(30004);

        world.advance(3_000);

        assertThat(listener.last().path("event").asString()).isEqualTo("login");
        listener.subscribe("positions");
        assertThat(listener.pushes("positions")).hasSize(1);
    }

    @Test
    void aSubscriptionCanBeRefusedWithAnyCode() throws ScenarioProblem {
        world.act("{'do':'oddity','name':'refuse-subscribe','value':30001,'times':1}");
        Listener listener = world.connected();
        listener.login();

        listener.subscribe("positions");
        assertThat(listener.last().path("code").asInt()).isEqualTo(30001);
        assertThat(listener.last().path("arg").path("channel").asString()).isEqualTo("positions");

        listener.subscribe("positions");
        assertThat(listener.pushes("positions")).hasSize(1);
    }

    // ---- pushes

    @Test
    void duplicatedPushesComeTwice() throws ScenarioProblem {
        Listener listener = world.subscribed("fill");
        world.odd("duplicate-pushes").act(OPEN);

        assertThat(listener.frames()).hasSize(2);
        assertThat(listener.frames().get(0)).isEqualTo(listener.frames().get(1));
    }

    @Test
    void delayedPushesComeLaterAndAChannelCanBeMeantAlone() throws ScenarioProblem {
        Listener listener = world.subscribed("fill", "orders");
        world.act("{'do':'oddity','name':'delayed-pushes','value':'1s','channel':'fill'}").act(OPEN);
        assertThat(listener.pushes("orders")).hasSize(2);
        assertThat(listener.pushes("fill")).isEmpty();

        world.advance(1_000);

        assertThat(listener.pushes("fill")).hasSize(1);
    }

    @Test
    void reorderedPushesAreOvertakenByTheNext() throws ScenarioProblem {
        Listener listener = world.subscribed("positions");
        world.odd("reordered-pushes").act(OPEN);

        List<JsonNode> pushes = listener.pushes("positions");
        // told in the order live, filled; the list of the live order comes last
        assertThat(pushes).hasSize(2);
        assertThat(pushes.get(0).path("data")).hasSize(1);
        assertThat(pushes.get(1).path("data")).isEmpty();
    }

    @Test
    void aPushThatNothingOvertakesComesAllTheSame() throws ScenarioProblem {
        Listener listener = world.subscribed("fill");
        world.odd("reordered-pushes").act(OPEN);
        assertThat(listener.frames()).isEmpty();

        world.advance(500);

        assertThat(listener.pushes("fill")).hasSize(1);
    }

    @Test
    void anIncompleteSnapshotMissesARowOnce() throws ScenarioProblem {
        Listener listener = world.subscribed("positions");
        world.act(OPEN).act("{'do':'open','symbol':'ETHUSDT','side':'short','size':'0.10'}").odd("incomplete-snapshot");
        listener.forget();

        world.act("{'do':'fund'}");

        assertThat(listener.pushes("positions").getFirst().path("data")).hasSize(1);
        world.act("{'do':'fund'}");
        assertThat(listener.positions()).hasSize(2);
    }

    @Test
    void droppedClosingRecordsLeaveTheListToTellTheClose() throws ScenarioProblem {
        Listener listener = world.subscribed("positions", "positions-history");
        world.odd("drop-closing-records").act(OPEN).act(CLOSE);

        assertThat(listener.pushes("positions-history")).isEmpty();
        assertThat(listener.positions()).isEmpty();
    }

    @Test
    void aQuietStreamAnswersPingsAndTellsNothing() throws ScenarioProblem {
        Listener listener = world.subscribed("positions", "fill");
        world.odd("quiet-stream").act(OPEN);
        listener.say("ping");

        assertThat(listener.frames()).containsExactly("pong");
    }

    @Test
    void allNumbersCanBeNumbersWhileIdsStayText() throws ScenarioProblem {
        Listener listener = world.subscribed("positions", "fill");
        world.odd("all-numeric").act(OPEN);

        JsonNode row = listener.positions().path(0);
        for (String field : List.of("total", "available", "openPriceAvg", "leverage", "unrealizedPL", "cTime", "uTime")) {
            assertThat(row.path(field).isNumber()).as(field).isTrue();
        }
        assertThat(row.path("posId").isString()).isTrue();
        assertThat(row.path("totalFee").isString()).as("empty text is no number").isTrue();
        assertThat(listener.rows("fill").getFirst().path("feeDetail").path(0).path("totalFee").isNumber()).isTrue();
        assertThat(world.get(POSITIONS).path("data").path(0).path("total").isNumber()).isTrue();
    }

    @Test
    void closedSlotsCanBeListedWithATotalOfZero() throws ScenarioProblem {
        Listener listener = world.subscribed("positions");
        world.odd("zero-rows").act(OPEN).act(CLOSE);

        assertThat(listener.positions().path(0).path("total").asString()).isEqualTo("0");
        assertThat(world.get(POSITIONS).path("data").path(0).path("total").asString()).isEqualTo("0");
        off("zero-rows");
        assertThat(world.get(POSITIONS).path("data")).isEmpty();
    }

    @Test
    void fieldsNobodyKnowsAreAdded() throws ScenarioProblem {
        Listener listener = world.subscribed("fill");
        world.odd("unknown-fields").act(OPEN);

        assertThat(listener.rows("fill").getFirst().has("novelty")).isTrue();
    }

    @Test
    void livesCanTakeOverTheIdAndBirthOfTheirSlot() throws ScenarioProblem {
        world.act(OPEN);
        long first = world.position("BTCUSDT").posId();
        world.act(CLOSE).advance(5_000).odd("legacy-slot-ids").act(OPEN);

        assertThat(world.position("BTCUSDT").posId()).isEqualTo(first);
        assertThat(world.position("BTCUSDT").cTime()).isEqualTo(IdMint.timeOf(first));
        assertThat(world.position("BTCUSDT").uTime()).isEqualTo(world.now());

        world.act(CLOSE);
        off("legacy-slot-ids");
        world.act(OPEN);
        assertThat(world.position("BTCUSDT").posId()).isNotEqualTo(first);
    }

    @Test
    void garbageComesBetweenGoodPushes() throws ScenarioProblem {
        Listener listener = world.subscribed("positions");
        world.act("{'do':'oddity','name':'garbage-frames','value':1}").act(OPEN);

        assertThat(listener.frames()).hasSize(3);
        assertThat(listener.frames().getFirst()).startsWith("<html>");
        assertThat(listener.pushes("positions")).hasSize(2);
    }

    @Test
    void garbageComesInElevenKindsEvenAsBytesThatAreNoText() throws ScenarioProblem {
        Listener listener = world.subscribed("fill");
        world.odd("garbage-frames");
        for (int life = 0; life < 6; life++) {
            world.act(OPEN).act(CLOSE);
        }

        assertThat(listener.pushes("fill")).as("every good push came").hasSize(12);
        assertThat(listener.frames()).contains("[]", "null", "17", "<5 bytes>");
    }

    @Test
    void anOversizedFrameIsAsLargeAsItIsWanted() throws ScenarioProblem {
        Listener listener = world.subscribed("fill");
        world.act("{'do':'oddity','name':'oversized-frame','value':9}").act(OPEN);

        assertThat(listener.frames()).hasSize(2);
        assertThat(listener.frames().getFirst().length()).isGreaterThan(9 * 1024 * 1024);
        assertThat(listener.frames().get(1).length()).isLessThan(2_000);
    }

    // ---- the connection

    @Test
    void noPongMeansNoPong() throws ScenarioProblem {
        Listener listener = world.connected();
        world.odd("no-pong");
        listener.say("ping");
        assertThat(listener.frames()).isEmpty();

        off("no-pong");
        listener.say("ping");
        assertThat(listener.frames()).containsExactly("pong");
    }

    @ParameterizedTest
    @CsvSource({"cut-on-connect,connect", "cut-on-login,login", "cut-on-subscribe,subscribe", "cut-before-snapshot,snapshot",
            "cut-live,live"})
    void aConnectionIsCutOnceInItsPhase(String name, String phase) throws ScenarioProblem {
        for (String step : List.of("{'do':'oddity','name':'" + name + "'}", "{'do':'cut','phase':'" + phase + "'}")) {
            World fresh = new World().act(step);
            Listener first = fresh.connected();
            first.login();
            first.subscribe("positions");
            fresh.act(OPEN);
            assertThat(first.isDropped()).as(step).isTrue();

            Listener second = fresh.connected();
            second.login();
            second.subscribe("positions");
            fresh.act(CLOSE);
            assertThat(second.isDropped()).as(step).isFalse();
            assertThat(second.positions()).isEmpty();
        }
    }

    @Test
    void aCutWithoutPhaseEndsWhatIsConnected() throws ScenarioProblem {
        Listener one = world.subscribed("positions");
        Listener other = world.connected(Entrance.CLASSIC_PUBLIC);

        world.act("{'do':'cut'}");

        assertThat(one.isDropped()).isTrue();
        assertThat(other.isDropped()).isTrue();
    }

    @Test
    void aCutWithAGoodbyeClosesAsAfterADay() throws ScenarioProblem {
        Listener listener = world.subscribed("positions");

        world.act("{'do':'cut','goodbye':true}");

        assertThat(listener.isClosed()).isTrue();
        assertThat(listener.isDropped()).isFalse();
    }

    @Test
    void aReleaseStormCutsAgainAndAgainAndLetsRestStumble() throws ScenarioProblem {
        world.odd("release-storm");
        for (int round = 0; round < 5; round++) {
            Listener listener = world.subscribed("positions");
            world.advance(6_000);
            assertThat(listener.isDropped()).isTrue();
        }
        List<String> codes = List.of(code(POSITIONS), code(POSITIONS), code(POSITIONS), code(POSITIONS));
        assertThat(codes).contains("00000").containsAnyOf("45001", "40725", "40808");

        off("release-storm");
        Listener listener = world.subscribed("positions");
        world.advance(6_000);
        assertThat(listener.isDropped()).isFalse();
    }

    @Test
    void twoMinutesWithoutPingEndTheConnection() {
        Listener listener = world.connected();
        world.advance(121_000);
        assertThat(listener.isClosed()).isTrue();
    }

    @Test
    void moreThanTenMessagesASecondAreTooMany() throws ScenarioProblem {
        world.odd("fast-limits");
        Listener listener = world.connected();
        for (int message = 0; message < 10; message++) {
            listener.say("ping");
        }
        assertThat(listener.isClosed()).isFalse();

        listener.say("ping");

        assertThat(listener.last().path("code").asInt()).isEqualTo(30007);
        assertThat(listener.isClosed()).isTrue();
    }

    // ---- REST

    @Test
    void eachAddressTakesAsManyRequestsASecondAsTheVenueSays() throws ScenarioProblem {
        world.odd("fast-limits");
        for (int request = 0; request < 5; request++) {
            assertThat(code(POSITIONS)).isEqualTo("00000");
        }
        assertThat(code(POSITIONS)).isEqualTo("429");
        assertThat(code(HISTORY)).as("each address counts for itself").isEqualTo("00000");

        world.advance(1_000);
        assertThat(code(POSITIONS)).isEqualTo("00000");
    }

    @ParameterizedTest
    @CsvSource({"rate-limit-429,429", "transient-45001,45001"})
    void requestsFailSoManyTimes(String name, String code) throws ScenarioProblem {
        world.act("{'do':'oddity','name':'" + name + "','value':2}");

        assertThat(List.of(code(POSITIONS), code(POSITIONS), code(POSITIONS))).containsExactly(code, code, "00000");
    }

    @Test
    void anyErrorCanBeAskedForAndForOneAddressAlone() throws ScenarioProblem {
        world.act("{'do':'oddity','name':'rest-error','value':40018,'times':1,'channel':'/api/v2/mix/position/all-position'}");

        assertThat(code(HISTORY)).isEqualTo("00000");
        assertThat(code(POSITIONS)).isEqualTo("40018");
        assertThat(code(POSITIONS)).isEqualTo("00000");
    }

    @Test
    void aKeyOfTheWrongEnvironmentIsRefused() throws ScenarioProblem {
        world.odd("wrong-environment-40099");

        assertThat(code(POSITIONS)).isEqualTo("40099");
        assertThat(code("/api/v2/public/time")).as("public calls have no key").isEqualTo("00000");
    }

    @Test
    void emptyListsCanBeNull() throws ScenarioProblem {
        assertThat(world.get(POSITIONS).path("data").isArray()).isTrue();
        world.odd("null-lists");
        assertThat(world.get(POSITIONS).path("data").isNull()).isTrue();
        assertThat(world.get(HISTORY).path("data").path("list").isNull()).isTrue();

        off("null-lists");
        assertThat(world.get("/api/v2/mix/order/orders-pending?productType=USDT-FUTURES").path("data").path("entrustedList").isArray())
                .isTrue();
    }

    @Test
    void historyCanSpellItsTimesAsTheDocumentsDo() throws ScenarioProblem {
        world.act(OPEN).act(CLOSE).advance(1_000);
        assertThat(world.get(HISTORY).path("data").path("list").path(0).has("ctime")).isTrue();

        world.odd("ctime-upper");

        JsonNode row = world.get(HISTORY).path("data").path("list").path(0);
        assertThat(row.has("ctime")).isFalse();
        assertThat(row.path("cTime").asString()).isNotEmpty();
        assertThat(row.path("uTime").asString()).isNotEmpty();
    }

    @Test
    void historyCanBeLate() throws ScenarioProblem {
        world.act("{'do':'oddity','name':'late-history','value':'10s'}").act(OPEN).act(CLOSE).advance(9_000);
        assertThat(world.get(HISTORY).path("data").path("list")).isEmpty();

        world.advance(1_000);

        assertThat(world.get(HISTORY).path("data").path("list")).hasSize(1);
    }

    @Test
    void smallPagesAreReadOnWithTheirEndId() throws ScenarioProblem {
        for (int life = 0; life < 5; life++) {
            world.act(OPEN).act(CLOSE).advance(1_000);
        }
        world.odd("small-pages");

        int rows = 0;
        String from = "";
        for (int page = 0; page < 3; page++) {
            JsonNode data = world.get(HISTORY + "&limit=100" + from).path("data");
            rows += data.path("list").size();
            from = "&idLessThan=" + data.path("endId").asString();
        }
        // 2 + 2 + 1
        assertThat(rows).isEqualTo(5);
    }

    @Test
    void aSkewedClockIsToldAndJudgesByItself() throws ScenarioProblem {
        world.act("{'do':'oddity','name':'clock-skew','value':'60s'}");

        assertThat(world.get("/api/v2/public/time").path("data").path("serverTime").asLong()).isEqualTo(world.now() + 60_000);
        assertThat(code(POSITIONS)).as("signed by a clock that is 60 s behind").isEqualTo("40008");
        Listener listener = world.connected();
        listener.login();
        assertThat(listener.last().path("code").asInt()).isEqualTo(30014);

        Listener synced = world.connected();
        synced.login(Long.toString(world.now() / 1_000 + 60));
        synced.subscribe("positions");
        assertThat(synced.pushes("positions").getFirst().path("ts").asLong()).isEqualTo(world.now() + 60_000);
    }

    // ---- keys and kinds

    @Test
    void theKeyTellsWhatTheScenarioSays() throws ScenarioProblem {
        world.act("{'do':'key','authorities':['cpor','wwow'],'ips':['203.0.113.7','203.0.113.8']}");

        JsonNode data = world.get("/api/v2/spot/account/info").path("data");
        assertThat(data.path("authorities").valueStream().map(JsonNode::asString)).containsExactly("cpor", "wwow");
        assertThat(data.path("ips").asString()).isEqualTo("203.0.113.7,203.0.113.8");

        world.act("{'do':'key','mayAsk':false}");
        assertThat(code("/api/v2/spot/account/info")).isEqualTo("40014");
        assertThat(code(POSITIONS)).as("it still reads futures").isEqualTo("00000");
    }

    @Test
    void aConvertedAccountAnswersTheOldProtocolWith40085() throws ScenarioProblem {
        Listener listener = world.subscribed("positions");
        world.act(OPEN).act("{'do':'convert'}");

        assertThat(code(POSITIONS)).isEqualTo("40085");
        assertThat(listener.isClosed()).isTrue();
        assertThat(world.get("/api/v3/account/settings").path("code").asString()).isEqualTo("00000");
        assertThat(world.position("BTCUSDT").total()).as("the books go on").isEqualByComparingTo("0.010");
    }

    // ---- the newer protocol

    private Listener unified() throws ScenarioProblem {
        world.act("{'do':'convert'}");
        Listener listener = world.connected(Entrance.UNIFIED_PRIVATE);
        listener.login();
        listener.say("{'op':'subscribe','args':[{'instType':'UTA','topic':'position'}]}");
        return listener;
    }

    @Test
    void theOdditiesOfPushesReachTheNewerProtocolToo() throws ScenarioProblem {
        Listener listener = unified();
        world.odd("duplicate-pushes").odd("all-numeric").act(OPEN);

        List<JsonNode> updates = listener.pushes("position").stream()
                .filter(push -> push.path("action").asString().equals("update")).toList();
        assertThat(updates).hasSizeGreaterThanOrEqualTo(2);
        assertThat(updates.get(0)).isEqualTo(updates.get(1));
        assertThat(updates.getLast().path("data").path(0).path("size").isNumber()).isTrue();
    }

    @Test
    void droppedClosingRecordsSwallowTheEndedRowOfTheNewerProtocol() throws ScenarioProblem {
        Listener listener = unified();
        world.act(OPEN).odd("drop-closing-records").act(CLOSE);

        assertThat(listener.told("position", "positionStatus")).isNotEmpty().doesNotContain("ended");
    }

    @Test
    void theFirstSnapshotOfTheNewerProtocolCanMissARow() throws ScenarioProblem {
        world.act(OPEN).act("{'do':'open','symbol':'ETHUSDT','side':'short','size':'0.10'}").odd("incomplete-snapshot");

        assertThat(unified().pushes("position").getFirst().path("data")).hasSize(1);
    }
}
