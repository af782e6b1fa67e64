package org.mirrorbook.ui.preferences;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.mirrorbook.ui.look.Appearance;
import org.mirrorbook.ui.look.LookChoices;
import org.mirrorbook.ui.look.ThemeWish;
import org.mirrorbook.ui.look.Themes;
import org.mirrorbook.ui.model.FigureWishes;
import org.mirrorbook.ui.widgets.Named;

/** Theme, whether money is hidden, and how high rows are. UI thread only. */
public final class AppearancePage extends PreferencePage implements IWorkbenchPreferencePage {

    public static final String ID = "org.mirrorbook.ui.preferences.appearance";

    private static final int WIDTH_OF_CHOICE = 260;

    private final Appearance appearance = new Appearance();
    private final Themes themes = new Themes();
    private final LookChoices choices = new LookChoices();
    private final List<ThemeWish> offeredThemes = choices.themes();
    private Combo theme;
    private Button hidden;
    private Button comfortable;

    @Override
    public void init(IWorkbench workbench) {
        setDescription(Messages.AppearancePage_words);
    }

    @Override
    protected Control createContents(Composite parent) {
        var page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 10).extendedMargins(0, 0, 8, 0).applyTo(page);
        theme = combo(page, Messages.AppearancePage_theme, offeredThemes.stream().map(choices::words).toArray(String[]::new));
        hidden = check(page, Messages.AppearancePage_hide);
        comfortable = check(page, Messages.AppearancePage_comfortable);
        show(themes.wish(), appearance.hidesMoney(), appearance.comfortableRows());
        return page;
    }

    private static Combo combo(Composite page, String name, String[] items) {
        new Label(page, SWT.NONE).setText(name);
        var combo = Named.as(name.replace("&", ""), new Combo(page, SWT.DROP_DOWN | SWT.READ_ONLY));
        combo.setItems(items);
        GridDataFactory.swtDefaults().hint(WIDTH_OF_CHOICE, SWT.DEFAULT).applyTo(combo);
        return combo;
    }

    private static Button check(Composite page, String words) {
        var button = new Button(page, SWT.CHECK);
        button.setText(words);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(button);
        return button;
    }

    private void show(ThemeWish wish, boolean hides, boolean comfortableRows) {
        theme.select(Math.max(0, offeredThemes.indexOf(wish)));
        hidden.setSelection(hides);
        comfortable.setSelection(comfortableRows);
    }

    @Override
    protected void performDefaults() {
        show(offeredThemes.getFirst(), false, false);
        super.performDefaults();
    }

    @Override
    public boolean performOk() {
        if (theme != null) {
            var kept = appearance.wishes();
            appearance.keep(new FigureWishes(kept.zone(), kept.format(), hidden.getSelection()), comfortable.getSelection());
            var wanted = offeredThemes.get(theme.getSelectionIndex());
            if (wanted != themes.wish()) {
                themes.wish(wanted);
            }
        }
        return true;
    }
}
