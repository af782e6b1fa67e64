package org.mirrorbook.ui.evidence;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.mirror.MirrorPulse;
import org.mirrorbook.ui.grid.Grid;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.evidence.Evidence;
import org.mirrorbook.ui.model.evidence.EvidenceColumn;
import org.mirrorbook.ui.model.evidence.EvidenceFilter;
import org.mirrorbook.ui.model.evidence.EvidenceRow;
import org.mirrorbook.ui.model.evidence.EvidenceRows;
import org.mirrorbook.ui.model.evidence.EvidenceTiles;
import org.mirrorbook.ui.model.evidence.ReplayCheck;
import org.mirrorbook.ui.widgets.Look;
import org.mirrorbook.ui.widgets.TileLine;

/** The evidence as it is laid out: tiles, filter, table, and below the message and what it changed. UI thread only. */
final class EvidenceSheet {

    private static final int[] TABLE_AND_DETAILS = {62, 38};
    /** Under which the words of the rows can be asked for, as the tables of the views offer theirs. */
    private static final String WORDS = "evidence";
    /** Narrower than that, the message stands above what it changed. */
    private static final int ROOM_FOR_TWO = 760;
    private static final String CONFIRMED = "TradeConfirmed";
    private static final int[] MESSAGE_AND_CHANGE = {47, 53};

    private final Composite content;
    private final TileLine tiles;
    private final EvidenceBar filter;
    private final Label remark;
    private final Grid grid;
    private final MessagePane message;
    private final ChangePane change;
    private Optional<Evidence> evidence = Optional.empty();
    private Optional<TradeId> trade = Optional.empty();
    private Figures figures;
    private List<EvidenceRow> rows = List.of();
    private List<EvidenceRow> filtered = List.of();

    /** What the sheet cannot do by itself. */
    record Actions(MessagePane.Texts texts, Runnable replay, Runnable export) {
    }

    EvidenceSheet(Composite parent, int rowHeight, Actions actions) {
        content = Look.BASE.on(new Composite(parent, SWT.NONE));
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(content);
        tiles = new TileLine(content);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(tiles);
        filter = new EvidenceBar(content, this::filtered, new EvidenceBar.Actions(this::step, actions.replay(), actions.export(),
                this::focus));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(filter.control());
        remark = Look.TEXT2.on(new Label(content, SWT.WRAP));
        GridDataFactory.fillDefaults().indent(8, 4).grab(true, false).exclude(true).applyTo(remark);
        var parts = new SashForm(content, SWT.VERTICAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(parts);
        grid = new Grid(parts, Messages.Sheet_table, EvidenceColumn.specs(), rowHeight);
        var below = new SashForm(parts, SWT.HORIZONTAL);
        message = new MessagePane(below, actions.texts());
        change = new ChangePane(below, rowHeight);
        parts.setWeights(TABLE_AND_DETAILS);
        below.setWeights(MESSAGE_AND_CHANGE);
        below.addListener(SWT.Resize, event -> below.setOrientation(below.getSize().x < ROOM_FOR_TWO ? SWT.VERTICAL : SWT.HORIZONTAL));
        content.setData(WORDS, (Supplier<List<List<String>>>) () -> filtered.stream().map(EvidenceRow::words).toList());
        grid.selection().addSelectionChangedListener(event -> selected());
    }

    Control control() {
        return content;
    }

    /** How many rows there are without a filter. */
    int count() {
        return rows.size();
    }

    void focus() {
        grid.setFocus();
    }

    void focusFilter() {
        filter.focus();
    }

    void show(Evidence newest, Optional<ReplayCheck.Result> replayed, Optional<MirrorPulse> pulse, boolean replaying,
            boolean recorded, Figures figures) {
        boolean other = trade.filter(newest.trade().id()::equals).isEmpty();
        this.figures = figures;
        evidence = Optional.of(newest);
        trade = Optional.of(newest.trade().id());
        rows = EvidenceRows.of(newest, figures);
        tiles.show(new EvidenceTiles(figures).of(newest, replayed, replaying, pulse));
        filter.offer(rows);
        filter.enable(recorded);
        if (other) {
            remark("", false);
        }
        filtered(filter.filter());
        if (other && !filtered.isEmpty()) {
            grid.select(filtered.stream().filter(row -> row.change().filter(event -> event.kind().equals(CONFIRMED)).isPresent())
                    .reduce((one, two) -> two).orElse(filtered.getLast()).key());
        }
        selected();
    }

    private void filtered(EvidenceFilter wanted) {
        filtered = wanted.of(rows);
        grid.show(filtered);
        selected();
    }

    private Optional<EvidenceRow> selection() {
        return grid.selection().getSelection() instanceof IStructuredSelection chosen
                && chosen.getFirstElement() instanceof EvidenceRow row ? Optional.of(row) : Optional.empty();
    }

    private void selected() {
        var chosen = selection();
        if (chosen.isEmpty() || evidence.isEmpty()) {
            message.clear();
            change.clear();
            return;
        }
        message.show(chosen.get().step(), evidence.get().trade(), figures);
        change.show(chosen.get(), evidence.get().trade(), evidence.get().changes(), figures);
    }

    /** Goes to the next change; from the last one to the first. */
    private void step() {
        int from = selection().map(filtered::indexOf).orElse(-1);
        for (int i = 1; i <= filtered.size(); i++) {
            var row = filtered.get((from + i) % filtered.size());
            if (row.change().isPresent()) {
                grid.select(row.key());
                return;
            }
        }
    }

    /** A sentence above the table; an empty one takes it away. */
    void remark(String words, boolean wrong) {
        (wrong ? Look.ERROR : Look.TEXT2).on(remark);
        remark.setText(words.replace("&", "&&"));
        ((GridData) remark.getLayoutData()).exclude = words.isEmpty();
        remark.setVisible(!words.isEmpty());
        content.layout();
    }
}
