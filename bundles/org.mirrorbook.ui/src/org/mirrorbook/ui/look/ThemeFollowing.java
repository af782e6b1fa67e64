package org.mirrorbook.ui.look;

import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IPerspectiveListener;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.mirrorbook.ui.Surroundings;

/** Lets the icons follow the theme: after each change of it, and where new parts come up. UI thread only. */
public final class ThemeFollowing {

    private static final String CHANGED = IThemeEngine.Events.THEME_CHANGED;

    private final IWorkbench workbench;
    private final Themes themes;
    private final ThemeIcons icons;
    private boolean due;

    public ThemeFollowing(IWorkbench workbench, Themes themes) {
        this.workbench = workbench;
        this.themes = themes;
        this.icons = new ThemeIcons(workbench.getService(MApplication.class), workbench.getService(EModelService.class));
    }

    public void begin(Surroundings surroundings) {
        surroundings.hear(CHANGED, event -> later());
        workbench.getActiveWorkbenchWindow().addPerspectiveListener(new IPerspectiveListener() {
            @Override
            public void perspectiveActivated(IWorkbenchPage page, IPerspectiveDescriptor perspective) {
                later();
            }

            @Override
            public void perspectiveChanged(IWorkbenchPage page, IPerspectiveDescriptor perspective, String change) {
                later();
            }
        });
        later();
    }

    /** Tool items are made after the parts they belong to, so it is done when all that is due now is done. Any thread. */
    private void later() {
        var display = workbench.getDisplay();
        display.asyncExec(() -> {
            if (!due) {
                due = true;
                display.asyncExec(() -> {
                    due = false;
                    if (!workbench.isClosing()) {
                        icons.suit(themes.isDark());
                    }
                });
            }
        });
    }
}
