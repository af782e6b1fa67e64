package org.mirrorbook.ui.grid;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.command.AbstractLayerCommandHandler;
import org.eclipse.nebula.widgets.nattable.reorder.command.ColumnReorderCommand;
import org.eclipse.nebula.widgets.nattable.reorder.command.ColumnReorderEndCommand;
import org.eclipse.nebula.widgets.nattable.reorder.command.ColumnReorderStartCommand;
import org.eclipse.nebula.widgets.nattable.resize.command.ColumnResizeCommand;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.mirrorbook.ui.model.Columns;

/** The user's hands on the columns: widening and moving by the mouse, and the menu of the titles. UI thread only. */
final class ColumnHands {

    private final NatTable table;
    private final GridLayers layers;
    private final Columns columns;
    private final Runnable fit;
    private final Runnable choose;
    private int taken = -1;

    ColumnHands(NatTable table, GridLayers layers, Columns columns, Runnable fit, Runnable choose) {
        this.table = table;
        this.layers = layers;
        this.columns = columns;
        this.fit = fit;
        this.choose = choose;
    }

    void install() {
        table.registerCommandHandler(new Widen());
        table.registerCommandHandler(new Take());
        table.registerCommandHandler(new Put());
        table.registerCommandHandler(new Move());
        table.addListener(SWT.MenuDetect, this::menuOfTitles);
    }

    private int index(int position) {
        int shown = layers.viewport().localToUnderlyingColumnPosition(position);
        return shown >= 0 && shown < layers.places().size() ? layers.places().get(shown).index() : -1;
    }

    private void menuOfTitles(Event event) {
        Point at = table.toControl(event.x, event.y);
        if (event.detail == SWT.MENU_MOUSE && at.y < layers.headerHeight()) {
            event.doit = false;
            int column = layers.columnAt(at.x);
            var menu = new Menu(table.getShell(), SWT.POP_UP);
            fill(menu, column < 0 ? -1 : layers.places().get(column).index());
            menu.addListener(SWT.Hide, hidden -> table.getDisplay().asyncExec(menu::dispose));
            menu.setLocation(event.x, event.y);
            menu.setVisible(true);
        }
    }

    /** @param index of the column whose title it is, or -1 */
    void fill(Menu menu, int index) {
        if (index >= 0) {
            item(menu, SWT.PUSH, NLS.bind(Messages.Columns_hide, name(index)), () -> columns.show(index, false));
        }
        // first, for the list of the columns of some tables is longer than a screen is high
        var more = new MenuItem(menu, SWT.PUSH);
        more.setText(Messages.Columns_choose);
        more.addListener(SWT.Selection, event -> choose.run());
        item(menu, SWT.PUSH, Messages.Columns_reset, columns::reset);
        new MenuItem(menu, SWT.SEPARATOR);
        for (int other : columns.order()) {
            if (!name(other).isEmpty() && !columns.isLeftOut(other)) {
                item(menu, SWT.CHECK, name(other), () -> columns.show(other, columns.isHidden(other)))
                        .setSelection(!columns.isHidden(other));
            }
        }
    }

    private String name(int index) {
        return columns.specs().get(index).fullName();
    }

    private MenuItem item(Menu menu, int style, String text, Runnable does) {
        var item = new MenuItem(menu, style);
        item.setText(text.replace("&", "&&"));
        item.addListener(SWT.Selection, event -> {
            does.run();
            fit.run();
        });
        return item;
    }

    private final class Widen extends AbstractLayerCommandHandler<ColumnResizeCommand> {
        @Override
        protected boolean doCommand(ColumnResizeCommand command) {
            int index = index(command.getColumnPosition());
            if (index >= 0) {
                columns.widen(index, command.getNewColumnWidth());
                fit.run();
            }
            return true;
        }

        @Override
        public Class<ColumnResizeCommand> getCommandClass() {
            return ColumnResizeCommand.class;
        }
    }

    private void move(int from, int to, boolean before) {
        int moved = index(from);
        int place = index(to);
        if (moved >= 0 && place >= 0) {
            columns.move(moved, before ? place : after(place));
            fit.run();
        }
    }

    /** The column behind that one in the user's order, shown or not; -1 for none. */
    private int after(int index) {
        int at = columns.order().indexOf(index) + 1;
        return at < columns.order().size() ? columns.order().get(at) : -1;
    }

    /** A title is dragged away. */
    private final class Take extends AbstractLayerCommandHandler<ColumnReorderStartCommand> {
        @Override
        protected boolean doCommand(ColumnReorderStartCommand command) {
            taken = command.getFromColumnPosition();
            return true;
        }

        @Override
        public Class<ColumnReorderStartCommand> getCommandClass() {
            return ColumnReorderStartCommand.class;
        }
    }

    /** And is dropped, or not: outside of the titles there is no place. */
    private final class Put extends AbstractLayerCommandHandler<ColumnReorderEndCommand> {
        @Override
        protected boolean doCommand(ColumnReorderEndCommand command) {
            if (command.getToColumnPosition() >= 0) {
                move(taken, command.getToColumnPosition(), command.isReorderToLeftEdge());
            }
            return true;
        }

        @Override
        public Class<ColumnReorderEndCommand> getCommandClass() {
            return ColumnReorderEndCommand.class;
        }
    }

    private final class Move extends AbstractLayerCommandHandler<ColumnReorderCommand> {
        @Override
        protected boolean doCommand(ColumnReorderCommand command) {
            move(command.getFromColumnPosition(), command.getToColumnPosition(), command.isReorderToLeftEdge());
            return true;
        }

        @Override
        public Class<ColumnReorderCommand> getCommandClass() {
            return ColumnReorderCommand.class;
        }
    }
}
