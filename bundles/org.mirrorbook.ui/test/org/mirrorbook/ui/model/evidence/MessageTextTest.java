package org.mirrorbook.ui.model.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.ui.model.evidence.Told.decimal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.Observation.ClosingRecordSeen;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.ui.model.evidence.MessageText.Kind;

class MessageTextTest {

    @Test
    void nothingOfAMessageIsLeftOutOrChangedButBlanks() {
        for (var name : List.of("orders-1.json", "fill-1.json", "positions-1.json", "positions-history-1.json",
                "rest-history-position-1.json")) {
            var received = Frames.read(name);

            var laidOut = MessageText.of(Json.of(received).orElseThrow(), Set.of());

            assertThat(laidOut.text().replaceAll("\\s", "")).as(name).isEqualTo(received.replaceAll("\\s", ""));
            assertThat(laidOut.text().lines()).as(name).allMatch(line -> line.length() <= 90);
        }
    }

    @Test
    void marksStandInOrderAndDoNotOverlap() {
        var marks = MessageText.of(Json.of(Frames.read("fill-1.json")).orElseThrow(), Set.of()).marks();

        for (int i = 1; i < marks.size(); i++) {
            assertThat(marks.get(i).start()).isGreaterThanOrEqualTo(marks.get(i - 1).start() + marks.get(i - 1).length());
        }
    }

    @Test
    void theFiguresThatTheJournalTookAreMarkedAndNoOthers() {
        // the figures of positions-history-1.json, as its reader makes them
        var slot = new Slot(Told.SCOPE, "BTCUSDT", Side.SHORT, MarginMode.CROSSED, "USDT");
        var record = new ClosingRecord(slot, LifeMark.ofLife("1", Instant.ofEpochMilli(1696907951177L)),
                Instant.ofEpochMilli(1697090609976L), decimal("20000"), decimal("26221"), decimal("0.01"), decimal("0.01"),
                decimal("-62.21"), decimal("-0.12"), decimal("-0.157326"), decimal("-0.02277989"), Optional.empty());
        var text = Frames.read("positions-history-1.json");
        var step = new Step(1, Told.at(0), "positions-history", Optional.of(text), List.of(new ClosingRecordSeen(record, Told.at(0))),
                Optional.empty(), Optional.empty(), List.of());

        var shown = MessageView.of(step, of(slot), text);

        assertThat(shown.marks().stream().filter(mark -> mark.kind() == Kind.USED)
                .map(mark -> shown.text().substring(mark.start(), mark.start() + mark.length()))).containsExactlyInAnyOrder(
                        "\"openPriceAvg\": \"20000.0\"", "\"closePriceAvg\": \"26221.0\"", "\"openSize\": \"0.010\"",
                        "\"closeSize\": \"0.010\"", "\"achievedProfits\": \"-62.21000000\"", "\"settleFee\": \"-0.02277989\"",
                        "\"openFee\": \"-0.12000000\"", "\"closeFee\": \"-0.15732600\"");
        var used = new UsedFields(Json.of(text).orElseThrow(), of(slot), step);
        assertThat(used.nameOf("funding", decimal("-0.02277989"))).contains("settleFee");
        assertThat(used.nameOf("exit", decimal("26221"))).contains("closePriceAvg");
        assertThat(used.nameOf("gross", decimal("-62.22"))).as("another figure").isEmpty();
    }

    @Test
    void whatIsNoJsonIsShownAsItCame() {
        assertThat(Json.of("pong")).isEmpty();
        assertThat(Json.of("{\"a\":1")).isEmpty();
        assertThat(Json.of("")).isEmpty();
        assertThat(Json.of("[".repeat(5_000))).as("too deep").isEmpty();
        assertThat(Json.of("{\"a\":\"\\u00e9\\n\\\"\"}").map(json -> ((Json.Struct) json).text("a"))).contains(Optional.of("\u00e9\n\""));
    }

    private static Trade of(Slot slot) {
        return Told.life().trade().in(slot);
    }
}
