package org.mirrorbook.ui.preferences;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.mirrorbook.ui.look.Appearance;
import org.mirrorbook.ui.look.LookChoices;
import org.mirrorbook.ui.model.FigureWishes;
import org.mirrorbook.ui.model.MoneyFormat;
import org.mirrorbook.ui.widgets.Named;

/** In which time zone times are told, and how amounts are written. UI thread only. */
final class FigureFields {

    private static final int WIDTH_OF_CHOICE = 260;

    private final Appearance appearance = new Appearance();
    private final LookChoices choices = new LookChoices();
    private final List<String> zones = choices.zones();
    private final Combo zone;
    private final Combo format;

    /**
     * @param page with a grid of two columns
     * @param changed is called when the user changed something
     */
    FigureFields(Composite page, Runnable changed) {
        zone = combo(page, Messages.JournalPage_zone, zones.stream().map(choices::zoneWords).toArray(String[]::new), changed);
        format = combo(page, Messages.JournalPage_format,
                List.of(MoneyFormat.values()).stream().map(choices::words).toArray(String[]::new), changed);
        fill(appearance.wishes());
    }

    private static Combo combo(Composite page, String name, String[] items, Runnable changed) {
        new Label(page, SWT.NONE).setText(name);
        var combo = Named.as(name.replace("&", "").replace(":", ""), new Combo(page, SWT.DROP_DOWN | SWT.READ_ONLY));
        combo.setItems(items);
        combo.addListener(SWT.Selection, event -> changed.run());
        GridDataFactory.swtDefaults().hint(WIDTH_OF_CHOICE, SWT.DEFAULT).applyTo(combo);
        return combo;
    }

    private void fill(FigureWishes wishes) {
        // a zone that this Java does not know any more is shown as what it counts as: the system's
        zone.select(Math.max(0, zones.indexOf(wishes.zone())));
        format.select(wishes.moneyFormat().ordinal());
    }

    /** Shows what is used where nothing was chosen. */
    void fillUsual() {
        fill(new FigureWishes("", "", false));
    }

    boolean isChanged() {
        var kept = appearance.wishes();
        return zone.getSelectionIndex() != Math.max(0, zones.indexOf(kept.zone()))
                || format.getSelectionIndex() != kept.moneyFormat().ordinal();
    }

    /** From now on all views tell times and amounts like this. */
    void keep() {
        if (isChanged()) {
            appearance.keep(new FigureWishes(zones.get(zone.getSelectionIndex()), MoneyFormat.values()[format.getSelectionIndex()].name(),
                    appearance.hidesMoney()), appearance.comfortableRows());
        }
    }
}
