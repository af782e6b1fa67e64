package org.mirrorbook.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.domain.lifecycle.Given.at;
import static org.mirrorbook.domain.lifecycle.Given.life;
import static org.mirrorbook.domain.lifecycle.Given.row;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.lifecycle.Observation.PositionSeen;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.position.Slot;

/** What is no news is shared with the book before and not built again. */
@DisplayName("A book of 300 open positions")
class LargeBookTest {

    private final PositionLifecycle lifecycle = new PositionLifecycle();

    @Test
    @DisplayName("keeps its open lives, as they are, when a snapshot brings nothing new")
    void nothingNew() {
        var rows = rows("100");
        var book = lifecycle.apply(Book.empty(Given.ACCOUNT, at(0)), snapshot(10, rows)).after();
        assertThat(book.open()).hasSize(300);

        var again = lifecycle.apply(book, snapshot(20, rows("100")));

        assertThat(again.changes()).isEmpty();
        assertThat(again.trades()).isEmpty();
        assertThat(again.after().open()).as("the very same map").isSameAs(book.open());
        assertThat(again.after().awaiting()).isSameAs(book.awaiting());
    }

    @Test
    @DisplayName("changes only the trade whose row changed")
    void oneChanged() {
        var rows = rows("100");
        var book = lifecycle.apply(Book.empty(Given.ACCOUNT, at(0)), snapshot(10, rows)).after();
        var changed = new ArrayList<>(rows);
        changed.set(7, row(rows.get(7).slot(), rows.get(7).life(), "3", "100", 15).row());

        var done = lifecycle.apply(book, snapshot(20, changed));

        assertThat(done.trades()).hasSize(1);
        assertThat(done.after().open().get(rows.get(8).slot())).isSameAs(book.open().get(rows.get(8).slot()));
    }

    @Test
    @DisplayName("changes only the trade of the slot that a word is about")
    void oneWord() {
        var rows = rows("100");
        var book = lifecycle.apply(Book.empty(Given.ACCOUNT, at(0)), snapshot(10, rows)).after();
        var changed = row(rows.get(7).slot(), rows.get(7).life(), "3", "100", 15).row();

        var done = lifecycle.apply(book, new PositionSeen(1, at(20), at(20), changed));

        assertThat(done.trades()).hasSize(1);
        assertThat(done.after().open().get(rows.get(8).slot())).isSameAs(book.open().get(rows.get(8).slot()));
        assertThat(done.after().newest()).as("the very same snapshots").isSameAs(book.newest());
    }

    private static List<PositionRow> rows(String entry) {
        return IntStream.range(0, 300).mapToObj(i -> row(new Slot(Given.USDT, "COIN" + i + "USDT", Side.LONG, MarginMode.CROSSED, "USDT"),
                life("p" + i, 5), "2", entry, 10).mark(entry).booked("0", "-0.1", "0").row()).toList();
    }

    private static SnapshotSeen snapshot(double seconds, List<PositionRow> rows) {
        return new SnapshotSeen(Given.USDT, 1, at(seconds), at(seconds), rows);
    }
}
