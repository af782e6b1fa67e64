package org.mirrorbook.exchange.bitget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mirrorbook.exchange.bitget.Fixtures.NOW;
import static org.mirrorbook.exchange.bitget.Fixtures.USDT;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.IdScope;
import org.mirrorbook.exchange.AccountFacts;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.Connector;
import org.mirrorbook.exchange.ConnectorCapabilities;
import org.mirrorbook.exchange.ConnectorCapabilities.CloseSignal;
import org.mirrorbook.exchange.ConnectorCapabilities.StreamModel;
import org.mirrorbook.exchange.ConnectorSettings;
import org.mirrorbook.exchange.KeyGate;
import org.mirrorbook.exchange.KeyRights;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.exchange.ObservationBatch;
import org.mirrorbook.exchange.Right;
import org.mirrorbook.exchange.VenueProblem;

/**
 * One connector over both kinds of account, on a venue that a story plays. Long, since the way from the first question to the stop is one,
 * and each story breaks it off at another place.
 */
@Timeout(60)
class BitgetConnectorTest {

    private static final String TIME = "/api/v2/public/time";
    private static final String SETTINGS = "/api/v3/account/settings";
    private static final String CLASSIC_INFO = "/api/v2/spot/account/info";
    private static final String UNIFIED_INFO = "/api/v3/account/info";
    private static final String CLASSIC_OPEN = "/api/v2/mix/position/all-position";
    private static final String UNIFIED_OPEN = "/api/v3/position/current-position";

    private static final String CLASSIC_READS = "{\"code\":\"00000\",\"data\":{\"userId\":\"1\",\"ips\":\"203.0.113.7\","
            + "\"authorities\":[\"cpor\",\"coor\"]}}";
    private static final String UNIFIED_READS = "{\"code\":\"00000\",\"data\":{\"userId\":\"1\",\"ips\":\"203.0.113.7\","
            + "\"permType\":\"read-only\",\"permissions\":[\"uta_mgt\",\"uta_trade\"]}}";
    private static final KeyRights CLASSIC_RIGHTS = new KeyRights(Right.YES, Right.NO, Right.NO, Right.UNKNOWN,
            Optional.of(Set.of("203.0.113.7")), Optional.empty());
    private static final KeyRights UNIFIED_RIGHTS = new KeyRights(Right.YES, Right.NO, Right.NO, Right.NO,
            Optional.of(Set.of("203.0.113.7")), Optional.empty());

    private final StageNetwork network = new StageNetwork();
    private final HeardSink sink = new HeardSink();
    private final Connector connector = connector(false);

    @AfterEach
    void stop() throws Exception {
        connector.stop().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void aClassicAccountIsFoundOutBeforeItsSocketConnects() throws Exception {
        classic();
        connector.start();
        var line = network.line();
        assertThat(line.address).hasToString("wss://ws.bitget.com/v2/ws/private");
        assertThat(network.asked()).containsExactly(TIME, SETTINGS, CLASSIC_INFO);
        assertThat(signIn(line)).contains("\"channel\":\"positions\"");
        assertThat(sink.facts("classic")).isEqualTo(new AccountFacts(Optional.of("classic"), CLASSIC_RIGHTS,
                Optional.of(Duration.ofMillis(250)), NOW));
        classicSnapshots(line);
        sink.await(LinkState.LIVE);
        assertFactsComeBeforeBatches();
    }

    @Test
    void aUnifiedAccountIsFoundOutAndSpokenToInItsOwnWay() throws Exception {
        unified();
        connector.start();
        var line = network.line();
        assertThat(line.address).hasToString("wss://ws.bitget.com/v3/ws/private");
        assertThat(network.asked()).containsExactly(TIME, SETTINGS, UNIFIED_INFO);
        assertThat(signIn(line)).contains("{\"instType\":\"UTA\",\"topic\":\"position\"}");
        unifiedSnapshot(line);
        sink.await(LinkState.LIVE);
        assertThat(sink.facts("unified").rights()).isEqualTo(UNIFIED_RIGHTS);
        assertFactsComeBeforeBatches();
        assertThat(snapshots()).extracting(SnapshotSeen::scope).containsExactlyInAnyOrderElementsOf(connector.scopes());

        network.answer(UNIFIED_OPEN, Fixtures.read("bitget-uta/rest-current-position-1.json"));
        assertThat(connector.openPositions(USDT).toCompletableFuture().get(20, TimeUnit.SECONDS)).hasSize(1);
    }

    /** A UTA key on classic endpoints (protocol notes, Bitget 8): an account that was changed under a running mirror. */
    @Test
    void anAccountThatBecomesUnifiedGoesOnAsSuchWithoutTheUser() throws Exception {
        classic();
        connector.start();
        var before = network.line();
        signIn(before);
        classicSnapshots(before);
        sink.await(LinkState.LIVE);

        unified();
        network.answer(CLASSIC_OPEN, 400, Fixtures.read("rest-error-40085.json"));
        assertThatThrownBy(() -> connector.openPositions(USDT).toCompletableFuture().get(20, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class).cause().isInstanceOfSatisfying(VenueProblem.class, problem -> {
                    assertThat(problem.code()).contains("40085");
                    assertThat(problem.remedy()).isEqualTo(VenueProblem.Remedy.RETRY);
                });

        var after = network.line();
        assertThat(after.address).hasToString("wss://ws.bitget.com/v3/ws/private");
        assertThat(signIn(after)).contains("\"topic\":\"position\"").doesNotContain("positions");
        unifiedSnapshot(after);
        sink.await(LinkStatus.class, status -> status.state() == LinkState.LIVE, 2);

        var heard = sink.all();
        int told = heard.indexOf(sink.facts("unified"));
        var old = snapshots().subList(0, 3);
        var anew = snapshots().subList(3, 6);
        assertThat(heard.subList(0, told)).filteredOn(ObservationBatch.class::isInstance).hasSize(3);
        assertThat(old).extracting(SnapshotSeen::connection).allMatch(number -> number < anew.get(0).connection());
        assertThat(anew).extracting(SnapshotSeen::scope).containsExactlyInAnyOrderElementsOf(connector.scopes());
        assertNobodyWasAsked();
    }

    @Test
    void theKeyPassesTheGateAgainWhenTheKindChanges() throws Exception {
        classic();
        connector.start();
        var before = network.line();
        signIn(before);
        classicSnapshots(before);
        sink.await(LinkState.LIVE);

        unified();
        network.answer(UNIFIED_INFO, Fixtures.read("bitget-uta/rest-account-info-1.json"))
                .answer(CLASSIC_OPEN, 400, Fixtures.read("rest-error-40085.json"));
        assertThatThrownBy(() -> connector.openPositions(USDT).toCompletableFuture().get(20, TimeUnit.SECONDS))
                .hasMessageContaining("unified");
        network.line().open();
        assertThat(sink.await(LinkState.NEEDS_ATTENTION).code()).contains(KeyGate.CAN_WITHDRAW);
        assertThat(sink.all(AccountFacts.class)).as("nobody signed in again").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40085", "\"40085\""})
    void aSignInThatIsRefusedForTheKindIsNoMatterOfTheUser(String code) throws Exception {
        classic();
        connector.start();
        var before = network.line();
        before.open();
        before.hear();
        unified();
        before.say("{\"event\":\"error\",\"code\":" + code + ",\"msg\":\"You are in Unified Account mode\"}");

        var after = network.line();
        assertThat(after.address).hasToString("wss://ws.bitget.com/v3/ws/private");
        signIn(after);
        unifiedSnapshot(after);
        sink.await(LinkState.LIVE);
        assertNobodyWasAsked();
    }

    @Test
    void aSubscriptionThatIsRefusedForTheKindLeadsBackToAClassicAccount() throws Exception {
        unified();
        connector.start();
        var before = network.line();
        signIn(before);
        classic();
        before.say("{\"event\":\"error\",\"arg\":{\"instType\":\"UTA\",\"topic\":\"position\"},\"code\":40084,\"msg\":\"Classic\"}");

        var after = network.line();
        assertThat(after.address).hasToString("wss://ws.bitget.com/v2/ws/private");
        signIn(after);
        classicSnapshots(after);
        sink.await(LinkState.LIVE);
        assertNobodyWasAsked();
    }

    @Test
    void theKindIsLookedAtBeforeEachSignInSoThatTheOtherKindsSocketIsNeverBelieved() throws Exception {
        classic();
        connector.start();
        var before = network.line();
        signIn(before);
        classicSnapshots(before);
        sink.await(LinkState.LIVE);

        unified();
        connector.reconnect();
        var between = network.line();
        assertThat(between.address).hasToString("wss://ws.bitget.com/v2/ws/private");
        between.open();
        var after = network.line();
        assertThat(after.address).hasToString("wss://ws.bitget.com/v3/ws/private");
        signIn(after);
        sink.facts("unified");
        assertThat(sink.all(AccountFacts.class)).hasSize(2);
    }

    @Test
    void aDoubtThatTurnsOutToBeUnfoundedChangesNothing() throws Exception {
        classic();
        connector.start();
        var line = network.line();
        signIn(line);
        classicSnapshots(line);
        sink.await(LinkState.LIVE);
        network.answer(CLASSIC_OPEN, 400, Fixtures.read("rest-error-40085.json"));
        assertThatThrownBy(() -> connector.openPositions(USDT).toCompletableFuture().get(20, TimeUnit.SECONDS))
                .hasMessageContaining("unified");
        network.answer(CLASSIC_OPEN, Fixtures.read("rest-all-position-2-live.json"));
        assertThat(connector.openPositions(USDT).toCompletableFuture().get(20, TimeUnit.SECONDS)).hasSize(1);
        assertThat(network.hasNoLine()).isTrue();
    }

    @Test
    void aDeniedKindIsNotSpokenAgainBeforeItIsFoundOut() throws Exception {
        classic();
        connector.start();
        var before = network.line();
        signIn(before);
        classicSnapshots(before);
        sink.await(LinkState.LIVE);

        network.answer(CLASSIC_OPEN, 400, Fixtures.read("rest-error-40085.json")).answer(SETTINGS, 503, "<html>");
        assertThatThrownBy(() -> connector.openPositions(USDT).toCompletableFuture().get(20, TimeUnit.SECONDS))
                .hasMessageContaining("unified");
        connector.reconnect();
        network.line().open();
        assertThat(sink.await(LinkState.RECONNECTING).code()).contains("HTTP 503");
        assertThat(sink.all(AccountFacts.class)).as("nobody signed in").hasSize(1);
    }

    /** The kind was found, but not the rights of the key; then the venue tells nothing any more. */
    @Test
    void aDeniedKindIsNotSpokenAgainBeforeTheOtherWasLetIn() throws Exception {
        classic();
        connector.start();
        var before = network.line();
        signIn(before);
        classicSnapshots(before);
        sink.await(LinkState.LIVE);

        unified();
        network.answer(UNIFIED_INFO, 503, "<html>").answer(CLASSIC_OPEN, 400, Fixtures.read("rest-error-40085.json"));
        assertThatThrownBy(() -> connector.openPositions(USDT).toCompletableFuture().get(20, TimeUnit.SECONDS))
                .hasMessageContaining("unified");
        connector.reconnect();
        network.line().open();
        assertThat(sink.await(LinkState.RECONNECTING).code()).contains("HTTP 503");
        network.answer(SETTINGS, 503, "<html>");
        connector.reconnect();
        var line = network.line();
        line.open();
        sink.await(LinkStatus.class, status -> status.state() == LinkState.RECONNECTING, 2);
        assertThat(sink.all(AccountFacts.class)).as("nobody signed in").hasSize(1);
    }

    @Test
    void aQuestionAtTheEntranceIsAskedOnceMoreWhereTheVenueIsOutOfOrderForAMoment() throws Exception {
        network.answer(TIME, time()).answer(SETTINGS, 400, "{\"code\":\"45001\",\"msg\":\"Unknown error\"}");
        connector.start();

        assertThat(sink.await(LinkState.RECONNECTING).code()).contains("45001");
        assertThat(network.asked()).containsExactly(TIME, SETTINGS, SETTINGS);
    }

    @Test
    void anAccountOfWhichNothingIsKnownIsAskedAgainLaterAndNeverGuessed() throws Exception {
        network.answer(TIME, time()).answer(SETTINGS, 503, "<html>");
        connector.start();
        var waiting = sink.await(LinkState.RECONNECTING);
        assertThat(waiting.code()).contains("HTTP 503");
        assertThat(waiting.retryAt().orElseThrow()).isBetween(NOW.plusSeconds(1), NOW.plusSeconds(2));
        network.answer(SETTINGS, 404, "{\"code\":\"40404\",\"msg\":\"Request URL NOT FOUND\"}");
        network.fire();
        var still = sink.await(LinkStatus.class, status -> status.state() == LinkState.RECONNECTING, 2);
        assertThat(still.code()).contains("40404");
        assertThat(still.retryAt().orElseThrow()).isBetween(NOW.plusSeconds(1), NOW.plusSeconds(4));
        assertThat(network.hasNoLine()).isTrue();

        unified();
        network.fire();
        assertThat(network.line().address).hasToString("wss://ws.bitget.com/v3/ws/private");
    }

    @Test
    void aKeyThatCanWithdrawIsStoppedAtTheGateAndLetInWhenItCannotAnyMore() throws Exception {
        unified();
        network.answer(UNIFIED_INFO, Fixtures.read("bitget-uta/rest-account-info-1.json"));
        connector.start();
        var stopped = sink.await(LinkState.NEEDS_ATTENTION);
        assertThat(stopped.code()).contains(KeyGate.CAN_WITHDRAW);
        assertThat(stopped.retryAt()).isEmpty();
        assertThat(network.hasNoLine()).isTrue();

        network.answer(UNIFIED_INFO, UNIFIED_READS);
        connector.reconnect();
        network.line();
        assertThat(sink.all(LinkStatus.class)).extracting(LinkStatus::state).startsWith(LinkState.CONNECTING, LinkState.NEEDS_ATTENTION,
                LinkState.CONNECTING);
    }

    @Test
    void aTradingKeyIsLetInOnlyWithTheUsersConsent() throws Exception {
        classic();
        network.answer(CLASSIC_INFO, CLASSIC_READS.replace("coor", "coow"));
        connector.start();
        assertThat(sink.await(LinkState.NEEDS_ATTENTION).code()).contains(KeyGate.CAN_TRADE);
        var accepted = connector(true);
        accepted.start();
        assertThat(network.line().address).hasToString("wss://ws.bitget.com/v2/ws/private");
        accepted.stop().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40014", "40040"})
    void aKeyThatMayNotAskIsUnknownAndGoesOn(String code) throws Exception {
        classic();
        network.answer(CLASSIC_INFO, 403, "{\"code\":\"" + code + "\",\"msg\":\"Incorrect permissions\"}");
        connector.start();
        signIn(network.line());
        assertThat(sink.facts("classic").rights()).isEqualTo(KeyRights.unknown());
    }

    @Test
    void aKeyThatIsNoneNeedsAttentionBeforeAnySocket() throws Exception {
        network.answer(TIME, time()).answer(SETTINGS, 400, Fixtures.read("rest-error-40009.json"));
        connector.start();
        assertThat(sink.await(LinkState.NEEDS_ATTENTION).code()).contains("40009");
        assertThat(network.hasNoLine()).isTrue();
    }

    @Test
    void aPageIsRecordedBeforeItsQuestionIsAnswered() throws Exception {
        unified();
        connector.start();
        signIn(network.line());
        network.answer("/api/v3/position/history-position", "{\"code\":\"00000\",\"data\":{\"list\":[]}}");
        assertThat(connector.closingRecords(USDT, NOW).toCompletableFuture().get(20, TimeUnit.SECONDS)).isEmpty();
        assertThat(sink.all(ObservationBatch.class)).hasSize(3).allSatisfy(page -> {
            assertThat(page.seen()).isEmpty();
            assertThat(page.message().channel()).isEqualTo("GET /api/v3/position/history-position");
            assertThat(page.message().receivedAt()).isEqualTo(NOW);
        });
    }

    @Test
    void aPageThatCannotBeRecordedIsNoAnswer() throws Exception {
        unified();
        connector.start();
        signIn(network.line());
        network.answer(UNIFIED_OPEN, Fixtures.read("bitget-uta/rest-current-position-1.json"));
        sink.becomeFull();
        assertThatThrownBy(() -> connector.openPositions(USDT).toCompletableFuture().get(20, TimeUnit.SECONDS))
                .hasMessageContaining("More came");
    }

    @Test
    void anAccountThatIsNotMirroredIsEnteredByItsFirstQuestion() throws Exception {
        unified();
        network.answer(UNIFIED_OPEN, Fixtures.read("bitget-uta/rest-current-position-1.json"));
        assertThat(connector.openPositions(USDT).toCompletableFuture().get(20, TimeUnit.SECONDS)).hasSize(1);
        assertThat(connector.openPositions(USDT).toCompletableFuture().get(20, TimeUnit.SECONDS)).hasSize(1);
        assertThat(network.asked()).containsExactly(TIME, SETTINGS, UNIFIED_INFO, UNIFIED_OPEN, UNIFIED_OPEN);
        assertThat(connector.health().clockOffset()).contains(Duration.ofMillis(250));
        connector.stop().toCompletableFuture().get(20, TimeUnit.SECONDS);
        assertThat(network.hasNoLine()).isTrue();
        assertThat(sink.all(LinkStatus.class)).as("nobody connected").isEmpty();
    }

    @Test
    void aKeyThatIsNotLetInIsAskedForNothingAndTheNextQuestionTriesItAnew() throws Exception {
        unified();
        network.answer(UNIFIED_INFO, Fixtures.read("bitget-uta/rest-account-info-1.json"))
                .answer(UNIFIED_OPEN, Fixtures.read("bitget-uta/rest-current-position-1.json"));
        assertThatThrownBy(() -> connector.openPositions(USDT).toCompletableFuture().get(20, TimeUnit.SECONDS)).cause()
                .isInstanceOfSatisfying(VenueProblem.class, problem -> assertThat(problem.code()).contains(KeyGate.CAN_WITHDRAW));
        assertThat(network.asked()).doesNotContain(UNIFIED_OPEN);
        network.answer(UNIFIED_INFO, UNIFIED_READS);
        assertThat(connector.openPositions(USDT).toCompletableFuture().get(20, TimeUnit.SECONDS)).hasSize(1);
    }

    @Test
    void anAccountThatIsNotMirroredIsFoundToBeOfTheOtherKindWhenItIs() throws Exception {
        classic();
        network.answer(CLASSIC_OPEN, Fixtures.read("rest-all-position-2-live.json"));
        assertThat(connector.openPositions(USDT).toCompletableFuture().get(20, TimeUnit.SECONDS)).hasSize(1);
        unified();
        network.answer(CLASSIC_OPEN, 400, Fixtures.read("rest-error-40085.json"))
                .answer(UNIFIED_OPEN, Fixtures.read("bitget-uta/rest-current-position-1.json"));
        assertThatThrownBy(() -> connector.openPositions(USDT).toCompletableFuture().get(20, TimeUnit.SECONDS)).cause()
                .isInstanceOfSatisfying(VenueProblem.class, problem ->
                        assertThat(problem.remedy()).isEqualTo(VenueProblem.Remedy.RETRY));
        for (var rows = List.<Object>of(); rows.isEmpty();) {
            // the look at the kind is under way, and a question that comes before its end hears the same again
            rows = connector.openPositions(USDT).toCompletableFuture().handle((found, problem) -> found == null ? List.of()
                    : List.<Object>copyOf(found)).get(20, TimeUnit.SECONDS);
        }
        assertThat(network.asked()).contains(UNIFIED_INFO);
        assertThat(network.hasNoLine()).isTrue();
    }

    @Test
    void stopEndsAConnectorThatNeverDidAnything() throws Exception {
        connector.stop().toCompletableFuture().get(20, TimeUnit.SECONDS);
        assertThat(sink.all()).isEmpty();
    }

    @Test
    void stopOrdersThatWaitAreListedAndTheirPageIsRecorded() throws Exception {
        unified();
        var row = Fixtures.read("bitget-uta/strategy-order-1.json");
        network.answer("/api/v3/trade/unfilled-strategy-orders", "{\"code\":\"00000\",\"data\":"
                + row.substring(row.indexOf('['), row.lastIndexOf(']') + 1) + "}");
        assertThat(connector.protections(USDT).toCompletableFuture().get(20, TimeUnit.SECONDS)).hasSize(2);
        network.answer("/api/v3/trade/unfilled-strategy-orders", "{\"code\":\"00000\",\"data\":null}");
        assertThat(connector.protections(USDT).toCompletableFuture().get(20, TimeUnit.SECONDS)).isEmpty();
        assertThat(sink.all(ObservationBatch.class)).hasSize(2).allSatisfy(page ->
                assertThat(page.message().channel()).isEqualTo("GET /api/v3/trade/unfilled-strategy-orders"));
    }

    @Test
    void healthTellsTheClockOffset() throws Exception {
        classic();
        assertThat(connector.health().clockOffset()).isEmpty();
        connector.start();
        var line = network.line();
        signIn(line);
        classicSnapshots(line);
        sink.await(LinkState.LIVE);
        line.say("{\"what\":");
        assertThat(connector.health().clockOffset()).contains(Duration.ofMillis(250));
        assertThat(connector.health().lastSnapshot()).contains(NOW);
        assertThat(connector.health().unreadable()).isEqualTo(1);
    }

    @Test
    void stopOnTheWayEndsItWithOneWord() throws Exception {
        network.answer(TIME, time()).answer(SETTINGS, 503, "<html>");
        connector.start();
        sink.await(LinkState.RECONNECTING);
        connector.stop().toCompletableFuture().get(20, TimeUnit.SECONDS);
        assertThat(sink.all(LinkStatus.class)).last().extracting(LinkStatus::state).isEqualTo(LinkState.OFF);
        int heard = sink.all().size();
        connector.reconnect();
        assertThat(sink.all()).hasSize(heard);
        assertThat(network.hasNoLine()).isTrue();
        assertThat(connector.openPositions(USDT).toCompletableFuture()).failsWithin(Duration.ofSeconds(20));
    }

    @Test
    void stopGivesUpWhatASignInStillAsksAndNothingIsAskedOrSaidAfterIt() throws Exception {
        classic();
        connector.start();
        var line = network.line();
        network.silence();
        line.open();
        network.awaitSilence();
        connector.stop().toCompletableFuture().get(20, TimeUnit.SECONDS);
        assertThat(network.asked()).containsExactly(TIME, SETTINGS, CLASSIC_INFO, TIME);
        assertThat(sink.all(AccountFacts.class)).isEmpty();
    }

    @Test
    void bothKindsOfAccountSayWhatTheyCanTell() {
        var kinds = new BitgetConnectorFactory(network, Clock.fixed(NOW, ZoneOffset.UTC)).capabilities();
        assertThat(kinds).extracting(ConnectorCapabilities::accountKind).containsExactly("classic", "unified");
        var unified = kinds.get(1);
        assertThat(unified.streamModel()).isEqualTo(StreamModel.SNAPSHOT_THEN_DELTA);
        assertThat(unified.closeSignals()).containsExactlyInAnyOrder(CloseSignal.SIZE_ZERO, CloseSignal.STATUS);
        assertThat(unified.streamIds()).isEqualTo(IdScope.NONE);
        assertThat(unified.historyIds()).isEqualTo(IdScope.LIFE);
        assertThat(unified.startTimeReliable()).isFalse();
        assertThat(unified.historySpan()).isEqualTo(Duration.ofDays(30));
        assertThat(kinds.get(0).startTimeReliable()).isTrue();
    }

    private void classic() {
        network.answer(TIME, time()).answer(SETTINGS, 400, Fixtures.read("bitget-uta/rest-error-40084.json"))
                .answer(CLASSIC_INFO, CLASSIC_READS);
    }

    private void unified() {
        network.answer(TIME, time()).answer(SETTINGS, Fixtures.read("bitget-uta/rest-settings-1.json")).answer(UNIFIED_INFO, UNIFIED_READS);
    }

    private static String time() {
        return "{\"code\":\"00000\",\"data\":{\"serverTime\":\"" + NOW.plusMillis(250).toEpochMilli() + "\"}}";
    }

    /** Opens, takes the sign-in and accepts it; gives the subscription, which it acknowledges. */
    private static String signIn(StageNetwork.Line line) throws InterruptedException {
        line.open();
        assertThat(line.hear()).contains("\"op\":\"login\"");
        line.say("{\"event\":\"login\",\"code\":0}");
        var subscription = new StringBuilder();
        int topics = line.address.getPath().contains("v3") ? 5 : 18;
        for (int acknowledged = 0; acknowledged < topics;) {
            var message = line.hear();
            subscription.append(message);
            var arguments = message.substring(message.indexOf('[') + 1, message.lastIndexOf(']')).split("(?<=}),");
            for (var argument : arguments) {
                line.say("{\"event\":\"subscribe\",\"arg\":" + argument + ",\"code\":\"\",\"msg\":\"\"}");
                acknowledged++;
            }
        }
        return subscription.toString();
    }

    private static void classicSnapshots(StageNetwork.Line line) {
        for (var product : List.of("USDT-FUTURES", "COIN-FUTURES", "USDC-FUTURES")) {
            line.say("{\"action\":\"snapshot\",\"arg\":{\"instType\":\"" + product + "\",\"channel\":\"positions\",\"instId\":\"default\"},"
                    + "\"data\":[],\"ts\":1}");
        }
    }

    private static void unifiedSnapshot(StageNetwork.Line line) {
        line.say(Fixtures.read("bitget-uta/position-2-empty.json"));
    }

    private List<SnapshotSeen> snapshots() {
        return sink.all(ObservationBatch.class).stream().flatMap(batch -> batch.seen().stream()).filter(SnapshotSeen.class::isInstance)
                .map(SnapshotSeen.class::cast).toList();
    }

    private void assertFactsComeBeforeBatches() {
        var kinds = sink.all().stream().map(Object::getClass).toList();
        assertThat(kinds.indexOf(AccountFacts.class)).isNotNegative().isLessThan(kinds.indexOf(ObservationBatch.class));
    }

    private void assertNobodyWasAsked() {
        assertThat(sink.all(LinkStatus.class)).extracting(LinkStatus::state).doesNotContain(LinkState.NEEDS_ATTENTION);
    }

    private Connector connector(boolean tradingKeyAccepted) {
        return new BitgetConnectorFactory(network, Clock.fixed(NOW, ZoneOffset.UTC)).connector(
                new ConnectorSettings(new AccountId("account-1"), "label", Environment.LIVE, Optional.empty(), tradingKeyAccepted),
                () -> new ApiCredential("k", "s", "p"), sink);
    }
}
