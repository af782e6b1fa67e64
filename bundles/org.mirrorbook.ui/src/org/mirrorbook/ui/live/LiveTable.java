package org.mirrorbook.ui.live;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.mirrorbook.ui.grid.Grid;
import org.mirrorbook.ui.model.Emptiness;
import org.mirrorbook.ui.model.LiveColumn;
import org.mirrorbook.ui.model.LiveRow;
import org.mirrorbook.ui.widgets.Notice;

/** The table of open positions. Only rows that look different are touched. UI thread only. */
final class LiveTable {

    private static final int ROW_HEIGHT = 20;

    private final StackLayout stack = new StackLayout();
    private final Runnable openAccounts;
    private final Composite frame;
    private final Grid grid;
    private final Notice nothing;

    /** @param openAccounts what the user can do when no account is mirrored */
    LiveTable(Composite parent, Runnable openAccounts) {
        this.openAccounts = openAccounts;
        frame = new Composite(parent, SWT.NONE);
        frame.setLayout(stack);
        nothing = new Notice(frame);
        grid = new Grid(frame, "Live Positions", Stream.of(LiveColumn.values()).map(LiveColumn::spec).toList(), ROW_HEIGHT);
        stack.topControl = nothing;
    }

    Control control() {
        return frame;
    }

    Grid grid() {
        return grid;
    }

    /** Makes the shown rows equal to these. */
    void show(List<LiveRow> newest, Emptiness otherwise) {
        grid.show(newest);
        if (newest.isEmpty()) {
            explain(otherwise);
        }
        bring(newest.isEmpty() ? nothing : grid);
    }

    private void explain(Emptiness why) {
        switch (why) {
            case NOTHING_MIRRORED -> nothing.say(Messages.Live_off, Messages.Live_off_words, Messages.Live_off_button, openAccounts);
            case NOT_LIVE -> nothing.say(Messages.Live_notLive, Messages.Live_notLive_words);
            case PARTLY_LIVE -> nothing.say(Messages.Live_nothing, Messages.Live_partly_words);
            case NOTHING_OPEN -> nothing.say(Messages.Live_nothing, Messages.Live_nothing_words);
        }
    }

    private void bring(Control top) {
        if (stack.topControl != top) {
            stack.topControl = top;
            frame.layout();
        }
    }
}
