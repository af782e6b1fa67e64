package org.mirrorbook.ui.model.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mirrorbook.ui.model.journal.HeldTrades.closed;
import static org.mirrorbook.ui.model.journal.HeldTrades.open;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;
import org.mirrorbook.journal.TradeFilter;
import org.mirrorbook.journal.TradeSort;
import org.mirrorbook.journal.TradeSort.Key;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.JournalColumn;
import org.mirrorbook.ui.model.JournalRow;
import org.mirrorbook.ui.model.JournalRows;
import org.mirrorbook.ui.model.journal.PagedJournal.Shown;

class PagedJournalTest {

    private final HeldTrades journal = new HeldTrades();
    private final List<Shown> shown = new ArrayList<>();
    private final JournalRows rows = new JournalRows(new Figures(ZoneOffset.UTC));
    private final PagedJournal paged = new PagedJournal(journal, trades -> Map.of(),
            () -> (trade, marks) -> rows.of(trade, marks, Map.of(), Map.of(), HeldTrades.BEGINNING), shown::add);

    @Test
    void theFirstPageOfTheNewestIsThereBeforeTheOrderOfTheRest() {
        minutes(1000);

        paged.work();

        assertThat(shown).extracting(one -> one.index().size()).containsExactly(PagedJournal.PAGE, 1000);
        assertThat(shown).extracting(Shown::ordered).containsExactly(false, true);
        assertThat(shown.getFirst().all()).isEqualTo(1000);
        assertThat(symbols(0, 3)).containsExactly("S999", "S998", "S997");
    }

    @Test
    void aPageIsReadWhenItComesIntoSightAndOnce() {
        minutes(1000);
        paged.work();
        journal.pages.clear();
        var source = new JournalSource(newest(), paged::want);

        assertThat(((JournalRow) source.row(750)).isAwaited()).isTrue();
        assertThat(((JournalRow) source.row(751)).id()).isEqualTo(closed("S248", 248, "1").id());
        paged.work();

        assertThat(journal.pages).containsExactly(PagedJournal.PAGE);
        assertThat(symbols(750, 752)).containsExactly("S249", "S248");
    }

    @Test
    void memoryHoldsFewTradesHoweverFarOneScrolls() {
        minutes(5000);
        paged.work();
        for (int place = 0; place < 5000; place += 50) {
            new JournalSource(newest(), paged::want).row(place);
            paged.work();
        }

        assertThat(newest().rows()).hasSizeLessThanOrEqualTo(PagedJournal.KEPT);
        assertThat(symbols(4990, 4991)).containsExactly("S9");
    }

    @Test
    void ofPagesThatWereScrolledPastOnlyTheLastFewAreRead() {
        minutes(5000);
        paged.work();
        journal.pages.clear();
        for (int place = 1000; place < 4000; place += 100) {
            paged.want(place);
        }

        paged.work();

        assertThat(journal.pages).hasSizeLessThan(10);
        assertThat(symbols(3900, 3901)).containsExactly("S1099");
    }

    @Test
    void aNewTradeIsPutWhereItBelongsAndNothingElseIsReadAgain() {
        minutes(300);
        paged.work();
        journal.pages.clear();
        var found = closed("FOUND", 150, "1");
        var opened = open("NEW", 400);
        journal.with(found, opened);
        paged.heard(found.id());
        paged.heard(opened.id());

        paged.work();

        assertThat(newest().index().size()).isEqualTo(302);
        assertThat(newest().all()).isEqualTo(302);
        assertThat(newest().index().place(opened.id())).hasValue(0);
        assertThat(Math.abs(newest().index().place(found.id()).getAsInt()
                - newest().index().place(closed("S150", 150, "1").id()).getAsInt()))
                .isEqualTo(1);
        // both, and the few between which the found one was placed
        assertThat(journal.pages.stream().mapToInt(Integer::intValue).sum()).isLessThan(20);
    }

    @Test
    void aTradeThatDoesNotPassAnyMoreLeaves() {
        var open = open("BTC", 5);
        journal.with(open, open("ETH", 6));
        paged.ask(TradeFilter.none().withStatuses(Set.of(TradeStatus.OPEN)), TradeSort.NEWEST);
        paged.work();
        journal.with(closed("BTC", 5, "3"));
        paged.heard(open.id());

        paged.work();

        assertThat(symbols(0, newest().index().size())).containsExactly("ETH");
    }

    @Test
    void aTradeThatClosedGoesToItsPlaceAndAnOpenOneStaysWhileItsFiguresMove() {
        journal.with(closed("A", 1, "10"), closed("B", 2, "5"), open("C", 3));
        paged.ask(TradeFilter.none(), new TradeSort(Key.NET, true));
        paged.work();
        assertThat(symbols(0, 3)).containsExactly("A", "B", "C");

        journal.with(closed("C", 3, "7"));
        paged.heard(open("C", 3).id());
        paged.work();

        assertThat(symbols(0, 3)).containsExactly("A", "C", "B");
    }

    @Test
    void anotherQuestionEndsTheReadingOfTheFormerOne() {
        minutes(500);
        journal.whileOrdering = () -> {
            journal.whileOrdering = () -> {
            };
            paged.ask(TradeFilter.none().withText("s49"), TradeSort.NEWEST);
        };

        paged.work();

        // S49 and S490 to S499
        assertThat(newest().index().size()).isEqualTo(11);
        assertThat(shown).filteredOn(one -> one.index().size() == 500).isEmpty();
    }

    @Test
    void whatIsShownStaysUntilAllOfItWasReadAgain() {
        minutes(300);
        paged.work();
        shown.clear();
        journal.with(closed("NEW", 500, "1"));
        paged.everything();

        paged.work();

        assertThat(shown).singleElement().satisfies(one -> assertThat(one.index().size()).isEqualTo(301));
    }

    @Test
    void whatFailedIsReadAnewTheNextTime() {
        minutes(300);
        var problem = new JournalProblem(Remedy.RETRY, "gone");
        journal.whileOrdering = () -> {
            throw problem;
        };
        assertThatThrownBy(paged::work).isSameAs(problem);
        journal.whileOrdering = () -> {
        };

        paged.work();

        assertThat(newest().ordered()).isTrue();
        assertThat(newest().index().size()).isEqualTo(300);
    }

    private void minutes(int count) {
        var trades = new Trade[count];
        for (int i = 0; i < count; i++) {
            trades[i] = closed("S" + i, i, "1");
        }
        journal.with(trades);
    }

    private Shown newest() {
        return shown.getLast();
    }

    private List<String> symbols(int from, int to) {
        return newest().index().ids(from, to).stream()
                .map((TradeId id) -> newest().rows().get(id).cell(JournalColumn.SYMBOL).text()).toList();
    }
}
