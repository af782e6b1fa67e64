package org.mirrorbook.ui.look;

import java.util.List;

import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.descriptor.basic.MPartDescriptor;
import org.eclipse.e4.ui.model.application.ui.MUILabel;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.menu.MItem;
import org.eclipse.e4.ui.model.application.ui.menu.MMenuElement;
import org.eclipse.e4.ui.workbench.IPresentationEngine;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.osgi.framework.FrameworkUtil;

/**
 * Exchanges our icons in tabs, menus, tool bars and the perspective switcher for those drawn for the theme: the manifest of a plug-in can
 * name one only. UI thread only.
 */
final class ThemeIcons {

    private static final String BUNDLE = "/org.mirrorbook.ui/";
    private static final String LIGHT = BUNDLE + IconFolder.LIGHT;
    private static final String DARK = BUNDLE + IconFolder.DARK;
    private static final String DISABLED = "disabled/";

    private final MApplication application;
    private final EModelService models;

    ThemeIcons(MApplication application, EModelService models) {
        this.application = application;
        this.models = models;
    }

    void suit(boolean dark) {
        for (MPartDescriptor descriptor : application.getDescriptors()) {
            suit(descriptor, dark);
        }
        models.findElements(application, null, MPart.class, List.of()).forEach(part -> {
            suit(part, dark);
            if (part.getToolbar() != null) {
                part.getToolbar().getChildren().forEach(item -> suitItem(item, dark));
            }
            part.getMenus().forEach(menu -> menu.getChildren().forEach(item -> suitItem(item, dark)));
        });
        models.findElements(application, null, MPerspective.class, List.of()).forEach(perspective -> suit(perspective, dark));
        models.findElements(application, null, MItem.class, List.of(), EModelService.ANYWHERE | EModelService.IN_MAIN_MENU
                | EModelService.IN_TRIM | EModelService.IN_PART).forEach(item -> suit(item, dark));
    }

    private void suitItem(Object item, boolean dark) {
        if (item instanceof MUILabel label && (item instanceof MItem || item instanceof MMenuElement)) {
            suit(label, dark);
        }
    }

    private static void suit(MUILabel label, boolean dark) {
        var uri = label.getIconURI();
        if (uri == null || !uri.contains(LIGHT)) {
            return;
        }
        var plain = uri.replace(DARK, LIGHT);
        var wanted = dark ? plain.replace(LIGHT, DARK) : plain;
        if (label instanceof MItem item && isDrawn(plain)) {
            // the toolkit would draw it brighter where it is dark
            item.getTransientData().put(IPresentationEngine.DISABLED_ICON_IMAGE_KEY,
                    wanted.replace(dark ? DARK : LIGHT, (dark ? DARK : LIGHT) + DISABLED));
        }
        if (!wanted.equals(uri)) {
            label.setIconURI(wanted);
        }
    }

    /** Whether there is a picture of it for when it cannot be used. */
    private static boolean isDrawn(String plain) {
        var name = plain.substring(plain.indexOf(LIGHT) + LIGHT.length());
        return FrameworkUtil.getBundle(ThemeIcons.class).getEntry(IconFolder.LIGHT + DISABLED + name) != null;
    }
}
