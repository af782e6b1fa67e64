package org.mirrorbook.ui.books;

import java.time.Instant;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.mirrorbook.domain.reconciliation.Difference;
import org.mirrorbook.journal.Account;
import org.mirrorbook.ui.model.books.CorrectionWords;
import org.mirrorbook.ui.model.books.Origins;
import org.mirrorbook.ui.model.books.Reasons;
import org.mirrorbook.ui.model.books.Reasons.ReasonRow;
import org.mirrorbook.ui.model.books.SideBySide;
import org.mirrorbook.ui.model.books.SideBySide.FieldRow;
import org.mirrorbook.ui.model.books.Times;
import org.mirrorbook.ui.widgets.Look;

/** One difference: both sides figure by figure, why they differ, and what can be done. UI thread only. */
final class DifferencePanel extends Composite {

    private static final int ROW_HEIGHT = 20;
    private static final int MOST_REASONS = 4;

    /** What the buttons do. */
    record Actions(Runnable correct, Runnable correctAll, Runnable leave) {
    }

    private final String exchange;
    private final String undo;
    private final SmallTable<FieldRow> sides;
    private final SmallTable<ReasonRow> reasons;
    private final Button correct;
    private final Button correctAll;
    private final Button leave;
    private final Label words;
    private final Composite bar;

    /**
     * @param exchange whose figures stand beside the journal's
     * @param undo the keys that undo
     */
    DifferencePanel(Composite parent, String exchange, String undo, Actions actions) {
        super(parent, SWT.NONE);
        this.exchange = exchange;
        this.undo = undo;
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
        sides = new SmallTable<>(this, FieldRow.class, SideBySide.columns(exchange), ROW_HEIGHT, Messages.DifferencePanel_sides, row -> {
        });
        reasons = new SmallTable<>(this, ReasonRow.class, Reasons.columns(), ROW_HEIGHT, Messages.DifferencePanel_why, row -> {
        });
        bar = Look.CARD.on(new Composite(this, SWT.NONE));
        GridLayoutFactory.fillDefaults().numColumns(4).margins(8, 6).spacing(8, 0).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        correct = button(bar, Messages.DifferencePanel_correct, actions.correct());
        correctAll = button(bar, Messages.DifferencePanel_correctAll, actions.correctAll());
        leave = button(bar, Messages.DifferencePanel_leave, actions.leave());
        words = Look.CARD_TEXT2.on(new Label(bar, SWT.WRAP));
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(160, SWT.DEFAULT).indent(8, 0).applyTo(words);
        addListener(SWT.Resize, event -> share());
    }

    /** The figures first, then the reasons; where there is too little room for both, each scrolls, and what can be done stays in sight. */
    private void share() {
        int room = getClientArea().height - bar.computeSize(getClientArea().width, SWT.DEFAULT).y;
        int least = Math.min(reasons.fullHeight(), MOST_REASONS * reasons.grid().rowHeight());
        int figures = Math.min(sides.fullHeight(), Math.max(room / 2, room - least));
        if (room > 0) {
            sides.height(figures);
            layout();
            // what differs is what one came for: it is in sight even where the rest is not
            sides.rows().stream().filter(FieldRow::differs).reduce((one, two) -> two).ifPresent(sides::reveal);
        }
    }

    private static Button button(Composite bar, String text, Runnable action) {
        var button = new Button(bar, SWT.PUSH);
        button.setText(text);
        button.addListener(SWT.Selection, event -> action.run());
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(button);
        return button;
    }

    /**
     * Shows a difference.
     *
     * @param read when the exchange was asked
     */
    void show(Difference difference, LifeReading.Known known, Account account, Instant read, Times times) {
        var origins = new Origins(difference.trade(), known.events(), times);
        sides.show(SideBySide.of(difference, origins, known.rule(), read, times));
        reasons.show(Reasons.of(difference, origins, known.outages(), account, read, exchange, times));
        var takes = CorrectionWords.of(difference, exchange, undo);
        if (!words.getText().equals(takes)) {
            words.setText(takes);
            words.requestLayout();
        }
        share();
    }

    /**
     * @param busy whether nothing can be begun now
     * @param count how many can be corrected
     * @param left whether the one that is shown is left as it is
     */
    void enable(boolean busy, int count, boolean left) {
        correct.setEnabled(!busy);
        correctAll.setEnabled(!busy && count > 1);
        correctAll.setText(count == 2 ? Messages.DifferencePanel_correctBoth : Messages.DifferencePanel_correctAll);
        leave.setEnabled(!busy && !left);
    }
}
