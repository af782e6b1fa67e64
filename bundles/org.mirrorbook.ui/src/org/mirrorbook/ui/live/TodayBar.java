package org.mirrorbook.ui.live;

import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

import org.eclipse.jface.action.ControlContribution;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.mirrorbook.mirror.LiveView;
import org.mirrorbook.ui.model.Purse;
import org.mirrorbook.ui.model.live.TodayWords;
import org.mirrorbook.ui.widgets.CellLink;

/** What today came to, in the tool bar of the view; pressed it leads to the journal. UI thread only. */
final class TodayBar extends ControlContribution {

    private static final String ID = "org.mirrorbook.ui.today";

    private final IToolBarManager bar;
    private final Runnable pressed;
    private CellLink link;
    private SortedMap<Purse, BigDecimal> closed = new TreeMap<>(Purse.order());
    private int width;

    TodayBar(IToolBarManager bar, Runnable pressed) {
        super(ID);
        this.bar = bar;
        this.pressed = pressed;
    }

    @Override
    protected Control createControl(Composite parent) {
        link = new CellLink(parent, pressed);
        return link;
    }

    @Override
    protected int computeWidth(Control control) {
        return Math.max(1, super.computeWidth(control));
    }

    void closed(SortedMap<Purse, BigDecimal> newest) {
        closed = newest;
    }

    void show(LiveView view, TodayWords words) {
        if (link == null || link.isDisposed()) {
            return;
        }
        link.show(words.cells(closed, view), words.tip(closed, view));
        int wanted = link.computeSize(-1, -1).x;
        if (wanted != width) {
            width = wanted;
            bar.update(true);
        }
    }
}
