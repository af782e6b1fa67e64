package org.mirrorbook.ui.look;

import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.MElementContainer;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.ui.IWorkbench;

/** Puts the field of Quick Access before the perspectives: a plug-in manifest names the bar only, not the place in it. UI thread only. */
public final class TrimOrder {

    private static final String FIELD = "org.mirrorbook.ui.quickAccess";
    private static final String SPACER = "PerspectiveSpacer";

    private final MApplication application;
    private final EModelService models;

    public TrimOrder(IWorkbench workbench) {
        application = workbench.getService(MApplication.class);
        models = workbench.getService(EModelService.class);
    }

    public void settle() {
        application.getChildren().forEach(window -> {
            var field = models.find(FIELD, window);
            var spacer = models.find(SPACER, window);
            if (field != null && spacer != null && field.getParent() == spacer.getParent()) {
                settle(field, spacer);
            }
        });
    }

    private static void settle(MUIElement field, MUIElement spacer) {
        @SuppressWarnings("unchecked")
        var bar = ((MElementContainer<MUIElement>) (MElementContainer<?>) spacer.getParent()).getChildren();
        if (bar.indexOf(field) != bar.indexOf(spacer) + 1) {
            bar.remove(field);
            bar.add(bar.indexOf(spacer) + 1, field);
        }
    }
}
