package org.mirrorbook.ui.welcome;

import java.util.List;

import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MPartSashContainer;
import org.eclipse.e4.ui.model.application.ui.basic.MPartStack;
import org.eclipse.e4.ui.workbench.modeling.EModelService;

/**
 * Gives the page that greets the whole perspective: what stands around it is not to be seen until it goes. It is not maximised, for then
 * everything else would stand as icons at its edges, and the other views of its folder as tabs beside it. UI thread only.
 */
final class WelcomeCover {

    /** On what is hidden behind the page: kept with the layout, so that a run that was killed behind it is mended by the next. */
    private static final String HIDDEN = "org.mirrorbook.ui.behindWelcome";

    private final MApplication application;
    private final EModelService models;

    WelcomeCover(MApplication application, EModelService models) {
        this.application = application;
        this.models = models;
    }

    /** Hides what is around that part, where it has a folder of its own; otherwise it stays among the others. */
    void cover(MPart part) {
        MUIElement element = part.getCurSharedRef() == null ? part : part.getCurSharedRef();
        MUIElement around = element.getParent();
        if (!(around instanceof MPartStack folder) || folder.getChildren().stream().filter(MUIElement::isToBeRendered).count() != 1) {
            return;
        }
        while (around != null && !(around instanceof MPerspective)) {
            var parent = around.getParent();
            if (parent != null) {
                for (MUIElement sibling : parent.getChildren()) {
                    if (sibling != around) {
                        hide(sibling);
                    }
                }
            }
            around = parent;
        }
    }

    /** Folder by folder: what only divides the window has no control of its own that could be hidden once it is drawn. */
    private static void hide(MUIElement element) {
        if (element instanceof MPartSashContainer divided) {
            divided.getChildren().forEach(WelcomeCover::hide);
        } else if (element.isVisible()) {
            element.getTags().add(HIDDEN);
            element.setVisible(false);
        }
    }

    /** Whether that part stands in what is hidden now. */
    boolean hides(MPart part) {
        MUIElement element = part.getCurSharedRef() == null ? part : part.getCurSharedRef();
        while (element != null && !(element instanceof MPerspective)) {
            if (element.getTags().contains(HIDDEN)) {
                return true;
            }
            element = element.getParent();
        }
        return false;
    }

    /** Brings back what was hidden. */
    void uncover() {
        models.findElements(application, null, MUIElement.class, List.of(HIDDEN)).forEach(element -> {
            element.getTags().remove(HIDDEN);
            element.setVisible(true);
        });
    }
}
