package org.mirrorbook.ui.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.ConfigRegistry;
import org.eclipse.nebula.widgets.nattable.coordinate.Range;
import org.eclipse.nebula.widgets.nattable.layer.NoScalingDpiConverter;
import org.eclipse.nebula.widgets.nattable.layer.command.ConfigureScalingCommand;
import org.eclipse.nebula.widgets.nattable.viewport.event.ScrollEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.PlatformUI;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.ui.model.ColumnSpec;
import org.mirrorbook.ui.model.Columns;
import org.mirrorbook.ui.model.Row;
import org.mirrorbook.ui.model.RowSource;
import org.mirrorbook.ui.model.Sorting;
import org.mirrorbook.ui.model.SpanRow;
import org.mirrorbook.ui.model.TradeOrder;
import org.mirrorbook.ui.model.TradeRow;
import org.mirrorbook.ui.widgets.CellPainter;
import org.mirrorbook.ui.widgets.Icons;
import org.mirrorbook.ui.widgets.Look;
import org.mirrorbook.ui.widgets.NumberFonts;
import org.mirrorbook.ui.widgets.Palette;

/**
 * The big table of the views, over rows of the model: virtual, its columns the user's own, heads of groups and totals spanning, in the
 * colours of the theme. Longer than most classes, for it is all that the views see of the table. UI thread only.
 */
public final class Grid extends Composite {

    private static final int HEADER = 24;
    private static final int AROUND_TEXT = 3;
    private static final String KEPT_COLUMNS = "columns";
    private static final String KEPT_SORTING = "sortedBy";
    private static final String KEPT_ASCENDING = "ascending";

    private final Palette palette = new Palette();
    private final List<GridListener> listeners = new ArrayList<>();
    private final String name;
    private final NatTable table;
    private final GridLayers layers;
    private final GridSelection selection;
    private final GridPainter painter;
    private final CellPainter cells;
    private final TotalsBar totals;
    private final GridClip clip;
    private final Columns columns;
    private final int line;
    private final ColumnHands columnHands;
    private final GridAccess access;
    private Optional<Sorting> sorting = Optional.empty();
    private boolean ordered;
    private boolean measuring;

    /**
     * @param name of the table for those who cannot see it
     * @param rowHeight in points, at the least; 20 in views
     */
    public Grid(Composite parent, String name, List<ColumnSpec> specs, int rowHeight) {
        this(parent, name, specs, rowHeight, CellPainter.PADDING);
    }

    /** @param padding left and right of a cell, for a table with little room */
    public Grid(Composite parent, String name, List<ColumnSpec> specs, int rowHeight, int padding) {
        super(parent, SWT.NONE);
        this.name = name;
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
        var fonts = new NumberFonts(this, new LocalResourceManager(JFaceResources.getResources(), this));
        var icons = new Icons(this);
        cells = new CellPainter(palette, fonts, icons::get, padding);
        var measured = new FontMeasures(this, fonts, padding);
        line = measured.line();
        columns = new Columns(specs, measured::natural);
        layers = new GridLayers(Math.max(HEADER, measured.line() + 2 * AROUND_TEXT), Math.max(rowHeight, measured.line() + AROUND_TEXT));
        table = new NatTable(this, NatTable.DEFAULT_STYLE_OPTIONS, layers.all(), false);
        table.setConfigRegistry(new ConfigRegistry());
        selection = new GridSelection(layers, table::redraw);
        painter = new GridPainter(table, layers, specs, cells, palette, () -> sorting);
        table.addConfiguration(new GridHands(layers, selection, listeners, this::sortBy, this::copy));
        table.configure();
        table.doCommand(new ConfigureScalingCommand(new NoScalingDpiConverter()));
        table.setLayerPainter(painter);
        table.setFont(fonts.plain());
        Look.BASE.on(table);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        totals = new TotalsBar(this, painter, palette);
        clip = new GridClip(table, layers, specs);
        columnHands = new ColumnHands(table, layers, columns, this::fit, this::chooseColumns);
        columnHands.install();
        new GridTips(table, layers, specs).install();
        access = new GridAccess(table, layers, selection, specs, name, () -> sorting);
        access.install();
        table.addListener(SWT.Resize, event -> {
            fit();
            List.of(table.getChildren()).forEach(this::place);
        });
        table.addListener(SWT.FocusIn, event -> table.redraw());
        table.addListener(SWT.FocusOut, event -> table.redraw());
        table.addLayerListener(event -> {
            if (event instanceof ScrollEvent) {
                totals.redraw();
                if (!measuring) {
                    measuring = true;
                    getDisplay().asyncExec(() -> {
                        measuring = false;
                        widen();
                    });
                }
            }
        });
        followTheme();
        new GridWords(table, layers, specs).install();
    }

    private void followTheme() {
        var themes = PlatformUI.getWorkbench().getThemeManager();
        IPropertyChangeListener changed = event -> {
            if (!isDisposed()) {
                table.redraw();
                totals.redraw();
            }
        };
        themes.addPropertyChangeListener(changed);
        addListener(SWT.Dispose, event -> themes.removePropertyChangeListener(changed));
    }

    public void addListener(GridListener listener) {
        listeners.add(listener);
    }

    /** The rows have an order of their own: the titles do not sort them. */
    public void keepOrder() {
        ordered = true;
    }

    /** The widget itself, for its context menu and for tests. */
    public NatTable table() {
        return table;
    }

    /** What is selected, as {@link Row}s in their newest form. */
    public IPostSelectionProvider selection() {
        return selection;
    }

    /** The places of the selected rows, also of more than a selection can hold. */
    public List<Range> selectedPlaces() {
        return selection.places();
    }

    /** Selects the row of that key, if it is here, and brings it into sight; says whether it is. */
    public boolean select(Object key) {
        int row = layers.rows().indexOf(key);
        if (row >= 0) {
            selection.select(row, true);
        }
        return row >= 0;
    }

    /** Selects the trade so many trades below that one, which is the last one where they end; absent when that one is not here. */
    public Optional<TradeId> step(TradeId from, int trades) {
        var place = new TradeOrder(layers.rows()).neighbour(from, trades);
        place.ifPresent(row -> selection.select(row, true));
        return place.isPresent() && layers.rows().row(place.getAsInt()) instanceof TradeRow trade ? Optional.of(trade.id())
                : Optional.empty();
    }

    /** Selects the row that many rows further, if there is one. */
    public void step(int rows) {
        int next = Math.clamp((long) selection.anchor() + rows, 0, Math.max(0, layers.rows().size() - 1));
        if (layers.rows().size() > 0) {
            selection.select(next, true);
        }
    }

    /** Shows these rows: what looks the same is not touched. */
    public void show(List<? extends Row> newest) {
        widen(newest);
        put(RowSource.of(newest));
    }

    /** Gives more room to columns of which a figure among these, or a word where the column does not grow, does not fit. */
    private void widen(List<? extends Row> newest) {
        boolean more = false;
        var gc = new GC(table);
        for (var row : newest) {
            for (int index = 0; index < row.cells().size(); index++) {
                var spec = columns.specs().get(index);
                if (spec.figures() || spec.grow() == 0) {
                    more |= columns.needs(index, cells.widthInColumn(gc, row.cells().get(index)));
                }
            }
        }
        gc.dispose();
        if (more) {
            fit();
        }
    }

    /** The same of the rows in sight, for a source that is too long to be measured. */
    private void widen() {
        if (!isDisposed() && table.getClientArea().height > layers.headerHeight()) {
            int first = Math.max(0, layers.rowAt(layers.headerHeight()));
            int last = Math.min(layers.rows().size() - 1, layers.rowAt(table.getClientArea().height));
            widen(IntStream.rangeClosed(first, last).mapToObj(layers.rows()::row).toList());
        }
    }

    /**
     * Shows the rows of this source. Of rows that are in sight before and after only those are painted that look different; the selection
     * stays with its rows.
     */
    public void show(RowSource newest) {
        put(newest);
        widen();
    }

    private void put(RowSource newest) {
        var before = layers.rows();
        int top = layers.viewport().getOrigin().getY();
        int seen = top / layers.rowHeight();
        var seenFirst = top > 0 && seen < before.size() ? before.row(seen).key() : null;
        boolean other = selection.during(() -> layers.show(newest));
        // at the very top what is new comes into sight; further down what is read stays where it is
        int now = seenFirst == null ? -1 : newest.indexOf(seenFirst);
        boolean pushed = now >= 0 && now != seen;
        if (pushed) {
            layers.viewport().setOriginY(top + (now - seen) * layers.rowHeight());
        }
        if (other) {
            access.changed(before.size());
        }
        if (other || pushed) {
            selection.follow();
            table.redraw();
            return;
        }
        boolean moved = false;
        int first = Math.max(0, layers.rowAt(layers.headerHeight()));
        int last = Math.min(newest.size() - 1, layers.rowAt(table.getClientArea().height));
        for (int at = first; at <= last; at++) {
            moved |= repaint(at, before.row(at), newest.row(at));
        }
        if (moved || newest.size() > last - first + 1) {
            selection.follow();
        }
    }

    /** Paints what differs in that row, and says whether it is the row of something else. */
    private boolean repaint(int at, Row before, Row now) {
        if (before == now || before.equals(now)) {
            return false;
        }
        int top = layers.top(at);
        if (!before.key().equals(now.key()) || before instanceof SpanRow || now instanceof SpanRow) {
            table.redraw(0, top, table.getClientArea().width, layers.rowHeight(), false);
            return !before.key().equals(now.key());
        }
        for (int column = 0; column < layers.places().size(); column++) {
            int index = layers.places().get(column).index();
            if (!before.cells().get(index).equals(now.cells().get(index))) {
                table.redraw(layers.left(column), top, layers.width(column), layers.rowHeight(), false);
            }
        }
        return false;
    }

    /** Rows of a virtual source were read: those in sight are painted anew. */
    public void read() {
        table.redraw();
    }

    /** Other rows than before: higher or lower ones, in points, at the least. */
    public void rowHeight(int height) {
        layers.rowHeight(Math.max(height, line + AROUND_TEXT));
        table.redraw();
    }

    /** Of the line of titles, in points. */
    public int headerHeight() {
        return layers.headerHeight();
    }

    /** Of one row, in points. */
    public int rowHeight() {
        return layers.rowHeight();
    }

    /** The totals below, in line with the columns. */
    public void totals(List<? extends SpanRow> newest) {
        totals.show(newest);
    }

    /** What the totals say, as words. */
    public String totalsText() {
        return totals.text();
    }

    /** The first rows come into sight: another question was asked, and what was read so far is not of interest any more. */
    public void toTop() {
        layers.viewport().setOriginY(0);
    }

    /** The columns up to that one stay in sight when the others are scrolled to the side. @param index in the list of all columns */
    public void freezeUpTo(int index) {
        layers.freezeUpTo(index);
    }

    /** Which columns there are, and what the user chose of them. */
    public Columns columns() {
        return columns;
    }

    /** The shown columns, from the left. */
    public List<Columns.Place> shownColumns() {
        return layers.places();
    }

    /**
     * Lays a control over the rows, below the titles, such as one that says why there are none.
     *
     * @param notice whose parent is {@link #table()}; absent to show the rows again
     */
    public void cover(Optional<? extends Control> notice) {
        for (var child : table.getChildren()) {
            if (notice.filter(child::equals).isEmpty()) {
                child.setVisible(false);
            }
        }
        notice.ifPresent(control -> {
            place(control);
            control.setVisible(true);
        });
    }

    private void place(Control control) {
        var area = table.getClientArea();
        control.setBounds(0, layers.headerHeight(), area.width, Math.max(0, area.height - layers.headerHeight()));
    }

    /** By what the rows are to be sorted. */
    public Optional<Sorting> sorting() {
        return sorting;
    }

    /** The user's columns changed, or the room for them. */
    public void fit() {
        int room = table.getClientArea().width;
        if (room > 0) {
            selection.during(() -> {
                layers.show(columns.fit(room));
                return true;
            });
            selection.follow();
            table.redraw();
            totals.redraw();
        }
    }

    /** Fills a menu with all columns, to be checked. */
    public void fillColumnsMenu(Menu menu) {
        columnHands.fill(menu, -1);
    }

    /** Asks the user for columns and their order. */
    public void chooseColumns() {
        if (new ColumnsDialog(getShell(), columns).open() == 0) {
            fit();
        }
    }

    private void sortBy(int column) {
        if (ordered) {
            return;
        }
        boolean same = sorting.filter(now -> now.column() == column).isPresent();
        // a first press on a figure asks for the largest, on a word for the first of the alphabet; a third one for the rows' own order
        boolean firstWay = !columns.specs().get(column).figures();
        sorting = !same ? Optional.of(new Sorting(column, firstWay))
                : sorting.get().ascending() == firstWay ? Optional.of(new Sorting(column, !firstWay)) : Optional.empty();
        toTop();
        table.redraw();
        listeners.forEach(listener -> listener.sorted(sorting));
    }

    /** Puts the selected rows as a table into the clipboard; nothing happens while none is selected. */
    public void copy(boolean header) {
        clip.copy(selection.rows(), header);
    }

    /** The same with titles, of all rows where none is selected. */
    public void copyTable() {
        var selected = selection.rows();
        var all = IntStream.range(0, selected.isEmpty() ? Math.min(layers.rows().size(), GridSelection.MOST) : 0);
        clip.copy(selected.isEmpty() ? all.mapToObj(layers.rows()::row).toList() : selected, true);
    }

    /** Keeps columns and sorting. */
    public void saveState(IMemento memento) {
        memento.putString(KEPT_COLUMNS, columns.kept());
        memento.putString(KEPT_SORTING, sorting.map(now -> columns.specs().get(now.column()).id()).orElse(""));
        memento.putBoolean(KEPT_ASCENDING, sorting.map(Sorting::ascending).orElse(true));
    }

    /** Takes over what was kept, if anything was. */
    public void restoreState(IMemento memento) {
        if (memento == null || memento.getString(KEPT_COLUMNS) == null) {
            return;
        }
        columns.restore(memento.getString(KEPT_COLUMNS));
        var id = memento.getString(KEPT_SORTING);
        for (int at = 0; at < columns.specs().size(); at++) {
            if (columns.specs().get(at).id().equals(id) && !id.isEmpty()) {
                sorting = Optional.of(new Sorting(at, !Boolean.FALSE.equals(memento.getBoolean(KEPT_ASCENDING))));
            }
        }
        fit();
    }

    @Override
    public boolean setFocus() {
        return table.setFocus();
    }

    @Override
    public String toString() {
        return "Grid[" + name + "]";
    }
}
