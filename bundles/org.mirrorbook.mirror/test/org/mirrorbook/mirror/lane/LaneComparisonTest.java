package org.mirrorbook.mirror.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.mirror.lane.Stage.USDT;
import static org.mirrorbook.mirror.lane.Stage.row;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.VenueProblem.Remedy;
import org.mirrorbook.mirror.MirrorTopics;

/** A stream that goes quiet while its socket is open shows in the venue's own list, which is compared with the book from time to time. */
class LaneComparisonTest {

    private static final PositionRow BTC = row("BTCUSDT", "0.5", "60000");
    private static final PositionRow ETH = row("ETHUSDT", "1", "3000");

    private final Stage stage = new Stage();

    @Test
    void theListIsAskedForALittleAfterTheAlignmentAndEveryFiveMinutes() {
        stage.startLive(BTC);
        stage.pass(Duration.ofSeconds(15).minusMillis(1));
        assertThat(asked()).isZero();
        stage.pass(Duration.ofMillis(1));
        for (int i = 1; i <= 3; i++) {
            assertThat(asked()).isEqualTo(i);
            answer(BTC);
            stage.pass(Duration.ofMinutes(5));
        }
        assertThat(stage.diary).doesNotContain("connector reconnect");
    }

    @Test
    void aPositionThatTheStreamNeverToldOfAlignsAgainOnceItIsThereTwice() {
        stage.startLive(BTC);
        stage.lifecycle.folded.clear();
        stage.pass(Duration.ofSeconds(15));
        answer(BTC, ETH);
        assertThat(stage.diary).doesNotContain("connector reconnect");
        stage.pass(Duration.ofSeconds(5));
        answer(BTC, ETH);

        assertThat(stage.diary).endsWith("ERROR", "connector reconnect");
        var told = stage.events(MirrorTopics.ERROR).get(0);
        assertThat(told.getProperty(MirrorTopics.CODE)).isEqualTo("OUT_OF_STEP");
        assertThat(told.getProperty(MirrorTopics.REASON)).isEqualTo("The exchange's list of open positions in USDT-FUTURES is not what its "
                + "messages told (ETHUSDT). The connection is made anew.");
        assertThat(stage.lifecycle.folded).as("a list is never an observation").isEmpty();
        assertThat(stage.shown()).hasSize(1);
    }

    @Test
    void aCloseThatTheStreamNeverToldOfAlignsAgainToo() {
        stage.startLive(BTC);
        stage.pass(Duration.ofSeconds(15));
        answer();
        stage.pass(Duration.ofSeconds(5));
        answer();

        assertThat(stage.diary).endsWith("ERROR", "connector reconnect");
        assertThat(stage.shown()).as("until the new connection shows it").hasSize(1);
    }

    @Test
    void aListThatWasOnlyAheadOfTheStreamIsNoDifference() {
        stage.startLive(BTC);
        stage.pass(Duration.ofSeconds(15));
        answer(BTC, ETH);
        stage.snapshot(BTC, ETH);
        stage.turn();
        stage.pass(Duration.ofSeconds(5));
        answer(BTC, ETH);

        assertThat(stage.diary).doesNotContain("connector reconnect");
        stage.pass(Duration.ofMinutes(5));
        assertThat(asked()).isEqualTo(3);
    }

    @Test
    void aBookThatMovesWhileTheListIsUnderWayIsNotJudgedByIt() {
        stage.startLive(BTC);
        stage.pass(Duration.ofSeconds(15));
        for (int i = 1; i <= 4; i++) {
            assertThat(asked()).isEqualTo(i);
            stage.snapshot(row("BTCUSDT", "0." + (5 + i), "60000"));
            stage.turn();
            answer(BTC);
            stage.pass(Duration.ofSeconds(5));
        }
        // a trader who never rests: after four times it is left for five minutes
        assertThat(asked()).isEqualTo(4);
        assertThat(stage.diary).doesNotContain("connector reconnect");
        stage.pass(Duration.ofMinutes(5));
        assertThat(asked()).isEqualTo(5);
    }

    @Test
    void aDifferenceThatIsNotTheSameTwiceDropsNothing() {
        stage.startLive(BTC);
        stage.pass(Duration.ofSeconds(15));
        answer(BTC, ETH);
        stage.pass(Duration.ofSeconds(5));
        answer(BTC, row("ETHUSDT", "2", "3000"));
        assertThat(stage.diary).doesNotContain("connector reconnect");
        stage.pass(Duration.ofSeconds(5));
        answer(BTC, row("ETHUSDT", "2", "3000"));
        assertThat(stage.diary).endsWith("connector reconnect");
    }

    @Test
    void aDifferenceThatANewConnectionDoesNotMendIsSaidAndTriedAgainAfterTenMinutes() {
        stage.startLive(BTC);
        differTwice(Duration.ofSeconds(15));
        assertThat(reconnects()).isEqualTo(1);
        realign();
        differTwice(Duration.ofSeconds(15));

        assertThat(reconnects()).as("no storm").isEqualTo(1);
        assertThat(link().state()).isEqualTo(LinkState.LIVE);
        assertThat(link().code()).contains("OUT_OF_STEP");
        assertThat(link().reason()).endsWith("A new connection did not change that; compare with the exchange's page.");
        assertThat(stage.events(MirrorTopics.ERROR)).hasSize(1);

        differTwice(Duration.ofMinutes(5));
        assertThat(reconnects()).isEqualTo(1);
        differTwice(Duration.ofMinutes(5));
        assertThat(reconnects()).as("ten minutes later").isEqualTo(2);
    }

    @Test
    void aDifferenceThatGrowsFromOneConnectionToTheNextMakesNoStorm() {
        stage.startLive(BTC);
        // a position that the stream never tells of, and that somebody scales all the time
        for (int size = 1; size <= 20; size++) {
            int before = asked();
            for (int i = 0; i < 60 && asked() == before; i++) {
                stage.pass(Duration.ofSeconds(5));
            }
            answer(BTC, row("ETHUSDT", "" + size, "3000"));
            stage.pass(Duration.ofSeconds(5));
            answer(BTC, row("ETHUSDT", "" + size, "3000"));
            if (stage.diary.getLast().equals("connector reconnect")) {
                realign();
            }
        }

        assertThat(reconnects()).isLessThanOrEqualTo(1 + Duration.between(Stage.NOON, stage.clock.instant()).toMinutes() / 10);
        assertThat(link().code()).contains("OUT_OF_STEP");
    }

    @Test
    void whatIsSaidIsTakenBackWhenTheListAgrees() {
        stage.startLive(BTC);
        differTwice(Duration.ofSeconds(15));
        realign();
        differTwice(Duration.ofSeconds(15));
        stage.pass(Duration.ofMinutes(5));
        answer(BTC);

        assertThat(link()).isEqualTo(LinkStatus.of(LinkState.LIVE, link().since()));
    }

    @Test
    void zeroSizedRowsOfTheListAreNotOpen() {
        stage.startLive(BTC);
        stage.pass(Duration.ofSeconds(15));
        answer(BTC, row("ETHUSDT", "0", "0"));
        stage.pass(Duration.ofSeconds(5));

        assertThat(asked()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
            // rounded to the tick: half a unit of the last digit, 0.000002 of the price
            "60000.1, 60000.1499999, false",
            // the coarser has one digit less: 4 units of the ninth digit
            "0.00001234, 0.000012344, false",
            // sixteen digits here, eighteen there
            "2345.6789012345678, 2345.678901234567812, false",
            // a tick of 0.1 more
            "60000.1, 60000.35, true",
            // one unit, but of a figure so coarse that it is a fifth of it
            "2, 2.4, true" })
    void averagesAgreeWithinWhatTheVenueRounds(String stream, String list, boolean differs) {
        stage.startLive(row("BTCUSDT", "0.5", stream));
        stage.pass(Duration.ofSeconds(15));
        answer(row("BTCUSDT", "0.5", list));
        stage.pass(Duration.ofSeconds(5));

        assertThat(asked()).isEqualTo(differs ? 2 : 1);
    }

    @Test
    void aListThatCannotBeReadIsLeftToTheNextTime() {
        stage.startLive(BTC);
        stage.pass(Duration.ofSeconds(15));
        stage.connector.listQuestions.getLast().answer()
                .completeExceptionally(new VenueProblem(Remedy.RETRY, Optional.of("429"), "Too many requests."));
        stage.turn();
        stage.pass(Duration.ofMinutes(5));
        assertThat(asked()).isEqualTo(2);

        stage.connector.listQuestions.getLast().answer()
                .completeExceptionally(new VenueProblem(Remedy.ASK_USER, Optional.of("40014"), "The key may not read positions."));
        stage.turn();
        stage.pass(Duration.ofMinutes(30));
        assertThat(asked()).as("refused for good").isEqualTo(2);
        assertThat(stage.events(MirrorTopics.ERROR)).hasSize(1);
    }

    private void differTwice(Duration after) {
        stage.pass(after);
        answer(BTC, ETH);
        stage.pass(Duration.ofSeconds(5));
        answer(BTC, ETH);
    }

    private void realign() {
        stage.link(LinkState.CONNECTING);
        stage.connection++;
        stage.snapshot(BTC);
        stage.link(LinkState.LIVE);
        stage.turn();
    }

    private void answer(PositionRow... rows) {
        var question = stage.connector.listQuestions.getLast();
        assertThat(question.scope()).isEqualTo(USDT);
        question.answer().complete(List.of(rows));
        stage.turn();
    }

    private int asked() {
        return stage.connector.listQuestions.size();
    }

    private long reconnects() {
        return stage.diary.stream().filter("connector reconnect"::equals).count();
    }

    private LinkStatus link() {
        return stage.directory.links().get(Stage.ACCOUNT);
    }
}
