package org.mirrorbook.ui.grid;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.graphics.Rectangle;

/** What a row, a cell or a title has in common as assistive technology meets it. UI thread only. */
abstract class AccessiblePart extends AccessibleControlAdapter {

    final NatTable table;
    final GridLayers layers;

    AccessiblePart(NatTable table, GridLayers layers) {
        this.table = table;
        this.layers = layers;
    }

    abstract int role();

    abstract String words();

    abstract Rectangle place();

    /** Its place among the children of its parent. */
    abstract int at();

    @Override
    public void getChild(AccessibleControlEvent event) {
        if (event.childID == ACC.CHILDID_CHILD_INDEX) {
            event.detail = at();
        }
    }

    String more() {
        return "";
    }

    /** What else it answers. */
    void tell(Accessible accessible) {
    }

    boolean isSelected() {
        return false;
    }

    boolean isFocused() {
        return false;
    }

    @Override
    public void getRole(AccessibleControlEvent event) {
        event.detail = role();
    }

    @Override
    public void getValue(AccessibleControlEvent event) {
        event.result = words();
    }

    @Override
    public void getLocation(AccessibleControlEvent event) {
        var own = place();
        var at = table.toDisplay(own.x, own.y);
        event.x = at.x;
        event.y = at.y;
        event.width = own.width;
        event.height = own.height;
    }

    @Override
    public void getState(AccessibleControlEvent event) {
        event.detail = ACC.STATE_SELECTABLE | ACC.STATE_FOCUSABLE | (isSelected() ? ACC.STATE_SELECTED : 0)
                | (isFocused() ? ACC.STATE_FOCUSED : 0)
                | (table.getClientArea().intersects(place()) ? 0 : ACC.STATE_OFFSCREEN);
    }
}
