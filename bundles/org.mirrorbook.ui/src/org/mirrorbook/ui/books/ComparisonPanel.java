package org.mirrorbook.ui.books;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.mirrorbook.domain.reconciliation.Comparison;
import org.mirrorbook.domain.reconciliation.Difference;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.DifferenceRow;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.Shape;
import org.mirrorbook.ui.model.Tone;
import org.mirrorbook.ui.widgets.CellLine;
import org.mirrorbook.ui.widgets.CellTable;
import org.mirrorbook.ui.widgets.Named;

/**
 * The result of a comparison in a line and, where something differs, a table; while one runs a bar with a way to stop it. UI thread only.
 */
final class ComparisonPanel extends Composite {

    private static final int ROW_HEIGHT = 24;
    private static final int HEIGHT = 240;

    private final CellLine line;
    private final StackLayout stack = new StackLayout();
    private final Composite stage;
    private final Composite nothing;
    private final Composite running;
    private final Composite grid;
    private final TableViewer viewer;

    /** @param exchange whose figures stand beside the journal's */
    ComparisonPanel(Composite parent, String exchange, Runnable stop, Runnable selected) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 8).applyTo(this);
        line = new CellLine(this);
        stage = new Composite(this, SWT.NONE);
        stage.setLayout(stack);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, HEIGHT).applyTo(stage);
        nothing = new Composite(stage, SWT.NONE);
        running = new Composite(stage, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(running);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false)
                .applyTo(new ProgressBar(running, SWT.INDETERMINATE));
        var button = new Button(running, SWT.PUSH);
        button.setText(Messages.ComparisonPanel_stop);
        button.addListener(SWT.Selection, event -> stop.run());
        var remark = new Label(running, SWT.WRAP);
        remark.setText(Messages.ComparisonPanel_remark);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(remark);
        grid = new Composite(stage, SWT.NONE);
        viewer = new CellTable(grid, new TableViewer(grid, SWT.BORDER | SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL),
                DifferenceRow.columns(exchange), ROW_HEIGHT).viewer();
        Named.as(Messages.ComparisonPanel_name, viewer.getTable());
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.addSelectionChangedListener(event -> selected.run());
        bring(nothing);
    }

    void busy(String words) {
        tell(Cell.of(words));
        bring(running);
    }

    /** The result; the table only where something differs. */
    void show(Cell result, Comparison comparison, String exchange, Figures figures, Instant now) {
        tell(result);
        viewer.setInput(DifferenceRow.of(comparison.differences(), exchange, figures, now));
        bring(comparison.equal() ? nothing : grid);
    }

    void fail(String sentence) {
        tell(Cell.of(sentence).with(Shape.ALERT).in(Tone.ERROR));
        bring(nothing);
    }

    void say(String words) {
        tell(Cell.of(words));
        bring(nothing);
    }

    /** The differences of which a row is selected, each once. */
    List<Difference> selected() {
        if (stack.topControl != grid) {
            return List.of();
        }
        return Stream.of(viewer.getStructuredSelection().toArray()).map(row -> ((DifferenceRow) row).difference()).distinct().toList();
    }

    private void tell(Cell words) {
        line.show(List.of(List.of(words)));
    }

    private void bring(Composite top) {
        stack.topControl = top;
        stage.layout();
    }
}
