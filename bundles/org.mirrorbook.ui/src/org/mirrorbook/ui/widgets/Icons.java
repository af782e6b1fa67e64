package org.mirrorbook.ui.widgets;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.mirrorbook.ui.look.Themes;

/**
 * The icons, by name, as drawn for the theme that is shown when they are asked for; each lives as long as the control it was asked for. UI
 * thread only.
 */
public final class Icons {

    private static final int OWN_SIZE = 16;

    private final LocalResourceManager resources;

    /** @param owner whose end disposes of them */
    public Icons(Control owner) {
        resources = new LocalResourceManager(JFaceResources.getResources(Display.getCurrent()), owner);
    }

    /** The icon in its own size, 16 points. */
    public Image get(String name) {
        return resources.create(descriptor(name));
    }

    /** The icon drawn larger, as on a card. */
    public Image get(String name, int points) {
        var descriptor = descriptor(name);
        return resources.create(ImageDescriptor.createFromImageDataProvider(zoom -> descriptor.getImageData(zoom * points / OWN_SIZE)));
    }

    private static ImageDescriptor descriptor(String name) {
        var folder = new Themes().isDark() ? "icons/dark/" : "icons/";
        return ResourceLocator.imageDescriptorFromBundle(Icons.class, folder + name + ".svg").orElseThrow();
    }
}
