package org.mirrorbook.ui.live;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.mirrorbook.ui.grid.Grid;
import org.mirrorbook.ui.grid.GridListener;
import org.mirrorbook.ui.model.Emptiness;
import org.mirrorbook.ui.model.GroupRow;
import org.mirrorbook.ui.model.Row;
import org.mirrorbook.ui.model.Sorting;
import org.mirrorbook.ui.model.TradeRow;
import org.mirrorbook.ui.model.live.LiveColumn;
import org.mirrorbook.ui.model.live.LiveGroup;
import org.mirrorbook.ui.model.live.LivePage;
import org.mirrorbook.ui.model.live.LiveWish;
import org.mirrorbook.ui.widgets.Notice;

/** The table of open positions, and what stands there when nothing is open. UI thread only. */
final class LiveTable implements GridListener {

    private static final String KEPT_CLOSED = "closedGroups";
    private static final String SEPARATOR = "\n";

    private final Runnable openAccounts;
    private final Runnable look;
    private final Consumer<TradeRow> openTrade;
    private final Grid grid;
    private final Notice nothing;
    private LiveWish wish = LiveWish.usual();

    /**
     * @param openAccounts what the user can do when no account is mirrored
     * @param look has the rows made anew
     * @param openTrade shows the journal's trade of a position
     */
    LiveTable(Composite parent, int rowHeight, Runnable openAccounts, Runnable look, Consumer<TradeRow> openTrade) {
        this.openAccounts = openAccounts;
        this.look = look;
        this.openTrade = openTrade;
        grid = new Grid(parent, Messages.LiveTable_name, Stream.of(LiveColumn.values()).map(LiveColumn::spec).toList(), rowHeight);
        grid.freezeUpTo(LiveColumn.SYMBOL.ordinal());
        nothing = new Notice(grid.table());
        grid.addListener(this);
        grid.cover(Optional.of(nothing));
    }

    Grid grid() {
        return grid;
    }

    /** How the user wants to see the positions. */
    LiveWish wish() {
        return wish;
    }

    /** By account, or in one list with a column of the account. */
    void group(boolean grouped) {
        wish = wish.grouped(grouped);
        grid.columns().leaveOut(LiveColumn.ACCOUNT.ordinal(), grouped);
        grid.fit();
        look.run();
    }

    @Override
    public void sorted(Optional<Sorting> by) {
        wish = wish.sorted(by);
        look.run();
    }

    @Override
    public void toggled(GroupRow group) {
        if (group instanceof LiveGroup account) {
            wish = wish.toggled(account.key());
            look.run();
        }
    }

    @Override
    public void opened(Row row) {
        if (row instanceof TradeRow trade) {
            openTrade.accept(trade);
        }
    }

    void show(LivePage page) {
        grid.show(page.rows());
        grid.totals(page.totals());
        if (page.rows().isEmpty()) {
            explain(page.otherwise());
        }
        grid.cover(page.rows().isEmpty() ? Optional.of(nothing) : Optional.empty());
    }

    private void explain(Emptiness why) {
        switch (why) {
            case NOTHING_MIRRORED -> nothing.say(Messages.Live_off, Messages.Live_off_words, Messages.Live_off_button, openAccounts);
            case NOT_LIVE -> nothing.say(Messages.Live_notLive, Messages.Live_notLive_words);
            case PARTLY_LIVE -> nothing.say(Messages.Live_nothing, Messages.Live_partly_words);
            case NOTHING_OPEN -> nothing.say(Messages.Live_nothing, Messages.Live_nothing_words);
        }
    }

    void saveState(IMemento memento) {
        grid.saveState(memento);
        memento.putString(KEPT_CLOSED, String.join(SEPARATOR, wish.closed()));
    }

    void restoreState(IMemento memento) {
        if (memento != null) {
            grid.restoreState(memento);
            wish = wish.sorted(grid.sorting());
            Optional.ofNullable(memento.getString(KEPT_CLOSED)).stream().flatMap(kept -> Stream.of(kept.split(SEPARATOR)))
                    .filter(key -> !key.isEmpty()).forEach(key -> wish = wish.toggled(key));
        }
    }
}
