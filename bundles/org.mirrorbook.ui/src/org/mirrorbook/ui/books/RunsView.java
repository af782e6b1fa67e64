package org.mirrorbook.ui.books;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.mirrorbook.journal.ReconciliationRun;
import org.mirrorbook.journal.ReconciliationRuns;
import org.mirrorbook.mirror.MirrorDirectory;
import org.mirrorbook.mirror.MirrorTopics;
import org.mirrorbook.ui.Errand;
import org.mirrorbook.ui.JournalBoundView;
import org.mirrorbook.ui.Watched;
import org.mirrorbook.ui.accounts.AccountDesk;
import org.mirrorbook.ui.look.Appearance;
import org.mirrorbook.ui.model.books.RunRow;
import org.mirrorbook.ui.model.books.Times;
import org.mirrorbook.ui.widgets.Icons;

/** The history of comparisons, newest first, with what was done after each. */
public final class RunsView extends JournalBoundView {

    public static final String ID = "org.mirrorbook.ui.runs";

    /** As many as anybody scrolls through. */
    private static final int SHOWN = 500;
    private static final int ROW_HEIGHT = 20;

    private final Appearance appearance = new Appearance();
    private final Action eventful = new Action(Messages.RunsView_eventful, IAction.AS_CHECK_BOX) {
        @Override
        public void run() {
            look();
        }
    };
    private Runnable endOfLook = () -> {
    };
    private Watched<ReconciliationRuns> runs;
    private Composite content;
    private SmallTable<RunRow> table;
    private List<ReconciliationRun> newest = List.of();
    private boolean reading;
    private boolean again;

    @Override
    protected void createContent(Composite stage) {
        runs = surroundings().watch(ReconciliationRuns.class, this::changed);
        content = new Composite(stage, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(content);
        table = new SmallTable<>(content, RunRow.class, RunRow.columns(), ROW_HEIGHT, Messages.RunsView_name, row -> {
        });
        offer(table.grid());
        new Icons(content).describe("filter", eventful::setImageDescriptor);
        getViewSite().getActionBars().getToolBarManager().add(eventful);
        surroundings().hear(MirrorTopics.COMPARED, event -> changed());
        endOfLook = appearance.subscribe(this::changed);
    }

    @Override
    protected void settleOpen(AccountDesk desk, MirrorDirectory directory, Clock clock) {
        if (reading) {
            again = true;
        } else {
            runs.now().ifPresent(this::read);
        }
    }

    private void read(ReconciliationRuns history) {
        reading = true;
        var errand = new Errand<>(Messages.RunsView_read, () -> history.newest(Optional.empty(), SHOWN),
                found -> door().enter(() -> show(found)), sentence -> door().enter(() -> failed(sentence)));
        errand.setSystem(true);
        errand.schedule();
    }

    @Override
    protected void settleClosed() {
        // what is being read is shown, or not, by what is known then
    }

    private void show(List<ReconciliationRun> found) {
        newest = found;
        look();
        next();
    }

    private void look() {
        if (newest.isEmpty()) {
            notice().say(Messages.RunsView_none, Messages.RunsView_noneWords);
            show(notice());
        } else if (clock().isPresent() && desk().isPresent()) {
            var rows = RunRow.of(newest, desk().get().known(), new Times(appearance.newest(), clock().get().instant()));
            table.show(eventful.isChecked() ? rows.stream().filter(RunRow::isEventful).toList() : rows);
            show(content);
        }
    }

    private void failed(String sentence) {
        notice().say(Messages.RunsView_unread, sentence, Messages.ReconciliationView_again, this::changed);
        show(notice());
        next();
    }

    private void next() {
        reading = false;
        if (again) {
            again = false;
            changed();
        }
    }

    @Override
    public void dispose() {
        endOfLook.run();
        super.dispose();
    }
}
