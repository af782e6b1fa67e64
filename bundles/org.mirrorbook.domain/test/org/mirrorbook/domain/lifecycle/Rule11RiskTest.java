package org.mirrorbook.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.domain.lifecycle.Given.BTC_LONG;
import static org.mirrorbook.domain.lifecycle.Given.BTC_SHORT;
import static org.mirrorbook.domain.lifecycle.Given.at;
import static org.mirrorbook.domain.lifecycle.Given.became;
import static org.mirrorbook.domain.lifecycle.Given.dec;
import static org.mirrorbook.domain.lifecycle.Given.life;
import static org.mirrorbook.domain.lifecycle.Given.ofEitherSide;
import static org.mirrorbook.domain.lifecycle.Given.part;
import static org.mirrorbook.domain.lifecycle.Given.record;
import static org.mirrorbook.domain.lifecycle.Given.row;
import static org.mirrorbook.domain.lifecycle.Given.stop;
import static org.mirrorbook.domain.lifecycle.Given.target;
import static org.mirrorbook.domain.risk.ProtectionKind.STOP_LOSS;
import static org.mirrorbook.domain.risk.ProtectionKind.TAKE_PROFIT;
import static org.mirrorbook.domain.risk.ProtectionSource.LIVE;
import static org.mirrorbook.domain.risk.ProtectionSource.PLANNED;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.JournalChange.ProtectionMoved;
import org.mirrorbook.domain.lifecycle.JournalChange.RiskSized;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.ProtectiveOrder;
import org.mirrorbook.domain.position.ProtectiveOrder.State;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.domain.risk.ProtectionMove;
import org.mirrorbook.domain.risk.RiskUnit;

/** What a trade risks, and when that is told. Long, since the rule is: plans, live stops, 1R and excursions have a part each. */
@DisplayName("Rule 11: risk")
class Rule11RiskTest {

    private static final RiskUnit FIFTY = new RiskUnit.Fixed(new Money(dec("50"), "USDT"));
    private static final RiskUnit ONE_PERCENT = new RiskUnit.OfEquity(dec("1"));

    private static Story open() {
        return Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10));
    }

    /** Prices of the stop's moves, with a dash for one that took it away. */
    private static List<String> stops(Trade trade) {
        return trade.risk().stopLoss().moves().stream()
                .map(move -> move.price().map(price -> price.toPlainString()).orElse("-")).toList();
    }

    @Nested
    @DisplayName("1R")
    class Unit {

        @Test
        @DisplayName("is the account's amount when the trade is entered, and is told")
        void fixed() {
            var story = Story.flat().unit(FIFTY).snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10));

            var trade = story.open(BTC_LONG);
            assertThat(trade.risk().oneR()).contains(new Money(dec("50"), "USDT"));
            assertThat(story.facts()).containsExactly("TradeOpened", "RiskSized");
            assertThat(story.only(RiskSized.class)).isEqualTo(new RiskSized(trade.id(), at(10), new Money(dec("50"), "USDT")));
        }

        @Test
        @DisplayName("stays what it was when the account calls another amount 1R, and is not made up for trades entered before")
        void staysForTheTrade() {
            var story = Story.flat().unit(FIFTY).snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10))
                    .unit(new RiskUnit.Fixed(new Money(dec("80"), "USDT")));
            assertThat(story.open(BTC_LONG).risk().oneR()).contains(new Money(dec("50"), "USDT"));

            assertThat(open().unit(FIFTY).open(BTC_LONG).risk().oneR()).isEmpty();
        }

        @Test
        @DisplayName("of another coin than the trade's margin says nothing")
        void otherCoin() {
            var story = Story.flat().unit(new RiskUnit.Fixed(new Money(dec("0.001"), "BTC")))
                    .snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10));

            assertThat(story.facts()).containsExactly("TradeOpened");
            assertThat(story.open(BTC_LONG).risk().oneR()).isEmpty();
        }

        @Test
        @DisplayName("as a part of the equity is that of the equity before the entry, exactly")
        void ofEquity() {
            var story = Story.flat().unit(ONE_PERCENT).equity("1234.56789", "USDT", 5)
                    .snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10));

            assertThat(story.open(BTC_LONG).risk().oneR()).contains(new Money(dec("12.3456789"), "USDT"));
        }

        @Test
        @DisplayName("counts an equity that is told up to ten seconds after the entry, whichever comes first, and none that is later")
        void equityOfTheEntry() {
            var after = Story.flat().unit(ONE_PERCENT).snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10))
                    .equity("1000", "USDT", 20);
            assertThat(after.only(RiskSized.class).at()).isEqualTo(at(20));
            assertThat(after.open(BTC_LONG).risk().oneR()).contains(new Money(dec("10"), "USDT"));

            var later = Story.flat().unit(ONE_PERCENT).snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10))
                    .equity("1000", "USDT", 20.001);
            assertThat(later.changes()).isEmpty();

            // found open half a minute after its start: what the account was worth then is not known
            var found = Story.unseen().unit(ONE_PERCENT).equity("1000", "USDT", 40)
                    .snapshot(40, row(BTC_LONG, life("7", 10), "2", "100", 10));
            assertThat(found.open(BTC_LONG).risk().oneR()).isEmpty();
        }

        @Test
        @DisplayName("does not follow an older equity that comes late")
        void olderEquity() {
            var story = Story.flat().unit(ONE_PERCENT).equity("1000", "USDT", 5).equity("900", "USDT", 4);

            story.snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10));

            assertThat(story.open(BTC_LONG).risk().oneR()).contains(new Money(dec("10"), "USDT"));
        }

        @Test
        @DisplayName("is known also of a life that was found with its record")
        void found() {
            var story = Story.flat().unit(FIFTY).record(record(BTC_LONG, life("7", 10), 20, "2", "100", "110"));

            assertThat(story.confirmed()).singleElement().satisfies(trade -> assertThat(trade.risk().oneR()).isPresent());
        }
    }

    @Nested
    @DisplayName("A planned stop")
    class Planned {

        @Test
        @DisplayName("is told when it is set, moved and taken away, and saying the same again is no news")
        void open() {
            var story = Rule11RiskTest.open();
            var trade = story.open(BTC_LONG);

            story.plan(trade, STOP_LOSS, "95", 12);
            assertThat(story.changes()).containsExactly(new ProtectionMoved(trade.id(), at(12), STOP_LOSS, PLANNED,
                    Optional.of(dec("95"))));
            story.plan(trade, STOP_LOSS, "95", 13);
            assertThat(story.changes()).isEmpty();
            story.plan(trade, STOP_LOSS, "96", 14).unplan(trade, STOP_LOSS, 15).plan(trade, TAKE_PROFIT, "120", 16);

            assertThat(stops(story.open(BTC_LONG))).containsExactly("95", "96", "-");
            assertThat(story.open(BTC_LONG).risk().takeProfit().moves())
                    .containsExactly(new ProtectionMove(at(16), PLANNED, Optional.of(dec("120"))));
        }

        @Test
        @DisplayName("goes to a trade that waits for its record, to a confirmed one, and to one that only the journal has")
        void ended() {
            var story = Rule11RiskTest.open().snapshot(20);
            story.plan(story.awaiting(), STOP_LOSS, "95", 30);
            assertThat(stops(story.awaiting())).containsExactly("95");

            story.record(record(BTC_LONG, life("7", 10), 20, "2", "100", "110")).plan(story.confirmed().getFirst(), STOP_LOSS, "94", 40);
            assertThat(stops(story.confirmed().getFirst())).containsExactly("95", "94");

            var old = story.confirmed().getFirst();
            story.restartedLongAfter().plan(old, STOP_LOSS, "93", 50);
            assertThat(story.only(ProtectionMoved.class).trade()).isEqualTo(old.id());
            assertThat(story.trades()).singleElement().satisfies(trade -> assertThat(stops(trade)).containsExactly("95", "94", "93"));
            assertThat(Laws.allTrades(story.book())).isEmpty();
        }

        @Test
        @DisplayName("outlives the close, its revocation and the confirmation")
        void outlives() {
            var story = Rule11RiskTest.open();
            story.plan(story.open(BTC_LONG), STOP_LOSS, "95", 12).snapshot(20).snapshot(21, row(BTC_LONG, life("7", 10), "2", "100", 10));
            assertThat(stops(story.open(BTC_LONG))).containsExactly("95");

            story.snapshot(30).record(record(BTC_LONG, life("7", 10), 30, "2", "100", "110"));
            assertThat(stops(story.confirmed().getFirst())).containsExactly("95");
        }
    }

    @Nested
    @DisplayName("A live stop")
    class Live {

        @Test
        @DisplayName("is followed from its first setting over each move until it is taken back")
        void followed() {
            var story = Rule11RiskTest.open().protection(stop(BTC_LONG, "s1", "95", 11));
            assertThat(story.changes()).containsExactly(new ProtectionMoved(story.open(BTC_LONG).id(), at(11), STOP_LOSS, LIVE,
                    Optional.of(dec("95"))));

            story.protection(stop(BTC_LONG, "s1", "98", 12)).protection(became(stop(BTC_LONG, "s1", "98", 12), State.GONE, 13))
                    .protection(stop(BTC_LONG, "s2", "99", 14));

            assertThat(stops(story.open(BTC_LONG))).containsExactly("95", "98", "-", "99");
        }

        @Test
        @DisplayName("told twice, or by an older word after a newer one, is no news")
        void oldWords() {
            var story = Rule11RiskTest.open().protection(stop(BTC_LONG, "s1", "98", 12)).protection(stop(BTC_LONG, "s1", "95", 11));
            assertThat(story.changes()).isEmpty();

            story.protection(became(stop(BTC_LONG, "s1", "98", 12), State.GONE, 13)).protection(stop(BTC_LONG, "s1", "98", 12));
            assertThat(story.changes()).isEmpty();
            assertThat(stops(story.open(BTC_LONG))).containsExactly("98", "-");
        }

        @Test
        @DisplayName("that waited before the position was there belongs to it from its opening on")
        void preset() {
            var story = Story.flat().protection(stop(BTC_LONG, "s1", "95", 9)).protection(target(stop(BTC_LONG, "t1", "120", 9)))
                    .snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10));

            assertThat(story.facts()).containsExactly("TradeOpened", "ProtectionMoved", "ProtectionMoved");
            assertThat(stops(story.open(BTC_LONG))).containsExactly("95");
            assertThat(story.open(BTC_LONG).risk().takeProfit().moves()).singleElement()
                    .satisfies(move -> assertThat(move.price().orElseThrow()).isEqualByComparingTo("120"));
        }

        @Test
        @DisplayName("of several parts is their average by size, and one for the whole position counts before them")
        void parts() {
            var story = Rule11RiskTest.open().protection(part(stop(BTC_LONG, "s1", "90", 11), "1.5"))
                    .protection(part(stop(BTC_LONG, "s2", "98", 12), "0.5"));
            // (90 × 1.5 + 98 × 0.5) / 2 = 184 / 2 = 92
            assertThat(stops(story.open(BTC_LONG))).containsExactly("90", "92");

            story.protection(stop(BTC_LONG, "s3", "97", 13));
            assertThat(stops(story.open(BTC_LONG))).containsExactly("90", "92", "97");
        }

        @Test
        @DisplayName("goes to the side that it names; one that names none to the only open life, and to none where there are two")
        void sides() {
            var hedge = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10), row(BTC_SHORT, life("8", 10), "1", "100",
                    10)).protection(stop(BTC_SHORT, "s1", "105", 11));
            assertThat(stops(hedge.open(BTC_SHORT))).containsExactly("105");
            assertThat(stops(hedge.open(BTC_LONG))).isEmpty();
            hedge.protection(ofEitherSide(stop(BTC_LONG, "s2", "95", 12)));
            assertThat(hedge.changes()).isEmpty();

            assertThat(stops(Rule11RiskTest.open().protection(ofEitherSide(stop(BTC_LONG, "s2", "95", 12))).open(BTC_LONG)))
                    .containsExactly("95");
        }

        @Test
        @DisplayName("that was triggered was not taken away")
        void triggered() {
            var story = Rule11RiskTest.open().protection(stop(BTC_LONG, "s1", "95", 11))
                    .protection(became(stop(BTC_LONG, "s1", "95", 11), State.TRIGGERED, 15));
            assertThat(story.changes()).isEmpty();

            story.listed(16);
            assertThat(story.changes()).isEmpty();
            assertThat(stops(story.open(BTC_LONG))).containsExactly("95");
        }

        @Test
        @DisplayName("that the venue takes back because the position is closed was there until the end")
        void aftermath() {
            var story = Rule11RiskTest.open().protection(stop(BTC_LONG, "s1", "95", 11))
                    .protection(became(stop(BTC_LONG, "s1", "95", 11), State.GONE, 15));
            assertThat(stops(story.open(BTC_LONG))).containsExactly("95", "-");
            // closed 5 s later: of the close
            assertThat(stops(story.snapshot(20).awaiting())).containsExactly("95");

            var before = Rule11RiskTest.open().protection(stop(BTC_LONG, "s1", "95", 11))
                    .protection(became(stop(BTC_LONG, "s1", "95", 11), State.GONE, 14.999));
            assertThat(stops(before.snapshot(20).awaiting())).containsExactly("95", "-");
        }

        @Test
        @DisplayName("that is not listed any more was taken back, unless it was heard of after the list was asked for")
        void unlisted() {
            var story = Rule11RiskTest.open().protection(stop(BTC_LONG, "s1", "95", 11)).listed(11, stop(BTC_LONG, "s9", "50", 5));
            assertThat(stops(story.open(BTC_LONG))).as("two for the whole position: the one changed last").containsExactly("95");

            story.listed(30);
            assertThat(story.only(ProtectionMoved.class).at()).isEqualTo(at(30));
            assertThat(stops(story.open(BTC_LONG))).containsExactly("95", "-");
        }

        @Test
        @DisplayName("that was taken back while the process was down is found missing in the first list")
        void takenBackUnseen() {
            var story = Rule11RiskTest.open().protection(stop(BTC_LONG, "s1", "95", 11)).restarted()
                    .snapshot(60, row(BTC_LONG, life("7", 10), "2", "100", 10));

            assertThat(stops(story.listed(61, stop(BTC_LONG, "s1", "95", 11)).open(BTC_LONG))).containsExactly("95");
            assertThat(stops(story.listed(70).open(BTC_LONG))).containsExactly("95", "-");
        }

        @Test
        @DisplayName("that was set after the close, which was learned late, was never that of the ended life")
        void ofTheNext() {
            var story = Rule11RiskTest.open().protection(stop(BTC_LONG, "s1", "95", 11)).protection(stop(BTC_LONG, "s2", "118", 30.5));
            assertThat(stops(story.open(BTC_LONG))).containsExactly("95", "118");

            story.protection(became(stop(BTC_LONG, "s1", "95", 11), State.GONE, 20))
                    .snapshot(31, row(BTC_LONG, life("8", 30), "1", "120", 30));

            assertThat(stops(story.awaiting())).containsExactly("95");
            assertThat(stops(story.open(BTC_LONG))).containsExactly("118");
        }

        @Test
        @DisplayName("that was moved while a wrong close stood is known once that is revoked")
        void revoked() {
            var story = Rule11RiskTest.open().protection(stop(BTC_LONG, "s1", "95", 11)).snapshot(20)
                    .protection(stop(BTC_LONG, "s1", "97", 21)).snapshot(22, row(BTC_LONG, life("7", 10), "2", "100", 10));

            assertThat(stops(story.open(BTC_LONG))).containsExactly("95", "97");
        }

        @Test
        @DisplayName("of one life is not that of the next")
        void nextLife() {
            var story = Rule11RiskTest.open().protection(stop(BTC_LONG, "s1", "95", 11)).snapshot(20)
                    .protection(became(stop(BTC_LONG, "s1", "95", 11), State.GONE, 20.2));
            assertThat(story.changes()).isEmpty();

            story.snapshot(30, row(BTC_LONG, life("8", 30), "1", "120", 30));
            assertThat(stops(story.open(BTC_LONG))).isEmpty();
        }

        @Test
        @DisplayName("of a life that is taken back only after the next one began was never that of the next")
        void leftOver() {
            // one-way, so that the order names no side; the flip closes the long and opens the short in one push
            var flipped = Rule11RiskTest.open().protection(ofEitherSide(stop(BTC_LONG, "s1", "95", 11)))
                    .snapshot(20, row(BTC_SHORT, life("8", 20), "1", "110", 20))
                    .protection(ofEitherSide(became(stop(BTC_LONG, "s1", "95", 11), State.GONE, 20.2)));
            assertThat(stops(flipped.open(BTC_SHORT))).isEmpty();
            flipped.protection(ofEitherSide(stop(BTC_LONG, "s2", "120", 22)));
            assertThat(stops(flipped.open(BTC_SHORT))).containsExactly("120");

            // closed by its stop and opened again at once; that it was triggered is told last
            var again = Rule11RiskTest.open().protection(stop(BTC_LONG, "s1", "95", 11))
                    .snapshot(20, row(BTC_LONG, life("8", 20), "1", "94", 20)).protection(stop(BTC_LONG, "s2", "90", 20.1))
                    .protection(became(stop(BTC_LONG, "s1", "95", 11), State.TRIGGERED, 19.9));
            assertThat(stops(again.open(BTC_LONG))).containsExactly("90");
        }

        @Test
        @DisplayName("of the life before is missing in a list a moment after the next one began")
        void leftOverUntilListed() {
            var story = Rule11RiskTest.open().protection(stop(BTC_LONG, "s1", "95", 11))
                    .snapshot(20, row(BTC_LONG, life("8", 20), "1", "94", 20));

            assertThat(stops(story.listed(22).open(BTC_LONG))).isEmpty();
        }

        @Test
        @DisplayName("of a life before that is known only after the stop was told as taken away was never there, and nothing took it away")
        void leftOverOfAnUnseenLife() {
            // one-way; a long that nobody saw was flipped, and its stop was gone with it
            var story = Story.flat().protection(ofEitherSide(stop(BTC_LONG, "s1", "95", 12)))
                    .snapshot(20, row(BTC_SHORT, life("8", 20), "1", "110", 20)).listed(21);
            assertThat(stops(story.open(BTC_SHORT))).containsExactly("95", "-");

            story.record(record(BTC_LONG, life("7", 10), 20, "2", "100", "110")).listed(22);

            assertThat(stops(story.open(BTC_SHORT))).isEmpty();
        }

        @Test
        @DisplayName("that was set before the first life and taken back soon after its opening was there")
        void presetAndTakenBack() {
            var story = Story.flat().protection(stop(BTC_LONG, "s1", "95", 9)).snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10))
                    .protection(became(stop(BTC_LONG, "s1", "95", 9), State.GONE, 12));

            assertThat(stops(story.open(BTC_LONG))).containsExactly("95", "-");
        }

        @Test
        @DisplayName("without a price of its own, since it follows the market, tells no stop")
        void trailing() {
            var fixed = stop(BTC_LONG, "s1", "95", 11);
            var trailing = new ProtectiveOrder(fixed.scope(), fixed.instrument(), fixed.side(), "s2",
                    STOP_LOSS, Optional.empty(), Optional.empty(), State.WAITING, at(12));

            assertThat(stops(Rule11RiskTest.open().protection(fixed).protection(trailing).open(BTC_LONG))).containsExactly("95");
        }
    }

    @Test
    @DisplayName("an order is remembered after its end only as long as something is open that it may have been of, or half an hour")
    void forgotten() {
        Slot slot = BTC_LONG;
        var story = open().protection(stop(slot, "s1", "95", 11)).protection(became(stop(slot, "s1", "95", 11), State.GONE, 12));
        story.protection(stop(Given.ETH_LONG, "s2", "5", 1900));
        assertThat(story.book().around().orders().told()).hasSize(2);

        story.snapshot(1901).protection(stop(Given.ETH_LONG, "s2", "6", 1902));
        assertThat(story.book().around().orders().told().keySet()).extracting(ProtectiveOrders.Key::orderId).containsExactly("s2");
    }
}
