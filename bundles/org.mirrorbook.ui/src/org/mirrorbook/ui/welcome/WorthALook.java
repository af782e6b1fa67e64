package org.mirrorbook.ui.welcome;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;
import org.mirrorbook.ui.look.Appearance;
import org.mirrorbook.ui.look.LookChoices;
import org.mirrorbook.ui.look.Themes;
import org.mirrorbook.ui.model.FigureWishes;
import org.mirrorbook.ui.widgets.Look;
import org.mirrorbook.ui.widgets.Named;

/** The settings that are worth a look in the first minute; they count at once. UI thread only. */
final class WorthALook {

    /** Narrower than the longest choice: the column decides. */
    private static final int WIDTH_OF_CHOICE = 120;

    private final Appearance appearance = new Appearance();
    private final Themes themes = new Themes();
    private final LookChoices choices = new LookChoices();

    /**
     * @param all opens all preferences
     * @param breakEven opens the rule
     */
    WorthALook(PageParts parts, Composite column, Runnable all, Runnable breakEven) {
        var title = parts.titled(column, Messages.Welcome_settings);
        link(title, Messages.Welcome_all, all);
        var grid = Look.BASE.on(new Composite(column, SWT.NONE));
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(24, 8).applyTo(grid);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(grid);
        var theme = combo(parts, grid, Messages.Welcome_theme, choices.themes().stream().map(choices::words).toArray(String[]::new));
        theme.select(choices.themes().indexOf(themes.wish()));
        theme.addListener(SWT.Selection, event -> themes.wish(choices.themes().get(theme.getSelectionIndex())));
        var zones = choices.zones();
        var zone = combo(parts, grid, Messages.Welcome_zone, zones.stream().map(choices::zoneWords).toArray(String[]::new));
        zone.select(Math.max(0, zones.indexOf(appearance.wishes().zone())));
        zone.addListener(SWT.Selection, event -> {
            var kept = appearance.wishes();
            appearance.keep(new FigureWishes(zones.get(zone.getSelectionIndex()), kept.format(), kept.hidden()),
                    appearance.comfortableRows());
        });
        parts.label(grid, Look.TEXT2, Messages.Welcome_breakEven, 1, false);
        link(grid, Messages.Welcome_breakEven_words, breakEven);
        var again = Look.TEXT.on(new Button(column, SWT.CHECK));
        again.setText(Messages.Welcome_again);
        again.setSelection(new WelcomeWish().wanted());
        again.addListener(SWT.Selection, event -> new WelcomeWish().want(again.getSelection()));
    }

    private static Combo combo(PageParts parts, Composite grid, String name, String[] items) {
        parts.label(grid, Look.TEXT2, name, 1, false);
        var combo = new Combo(grid, SWT.DROP_DOWN | SWT.READ_ONLY);
        combo.setItems(items);
        Named.as(name, combo);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH_OF_CHOICE, SWT.DEFAULT).applyTo(combo);
        return combo;
    }

    private static void link(Composite parent, String words, Runnable action) {
        var link = Look.TEXT2.on(new Link(parent, SWT.NONE));
        link.setText("<a>" + words + "</a>");
        link.addListener(SWT.Selection, event -> action.run());
        Named.as(words, link);
    }
}
