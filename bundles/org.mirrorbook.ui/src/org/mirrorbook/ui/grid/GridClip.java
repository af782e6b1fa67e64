package org.mirrorbook.ui.grid;

import java.util.List;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.HTMLTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.mirrorbook.ui.model.ColumnSpec;
import org.mirrorbook.ui.model.CopiedRows;
import org.mirrorbook.ui.model.Row;

/** Puts rows into the clipboard as they are shown: as text for sheets, as a table for pages. UI thread only. */
final class GridClip {

    private final NatTable table;
    private final GridLayers layers;
    private final List<ColumnSpec> specs;

    GridClip(NatTable table, GridLayers layers, List<ColumnSpec> specs) {
        this.table = table;
        this.layers = layers;
        this.specs = specs;
    }

    /** What is in the clipboard stays there when there are no rows. */
    void copy(List<Row> rows, boolean header) {
        if (!rows.isEmpty()) {
            var copied = new CopiedRows(specs, layers.places(), rows, header);
            var clipboard = new Clipboard(table.getDisplay());
            clipboard.setContents(new Object[] {copied.tabbed(), copied.table()},
                    new Transfer[] {TextTransfer.getInstance(), HTMLTransfer.getInstance()});
            clipboard.dispose();
        }
    }
}
