package org.mirrorbook.ui.widgets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Widget;
import org.mirrorbook.ui.Surroundings;
import org.mirrorbook.ui.look.IconFolder;
import org.mirrorbook.ui.look.Themes;

/**
 * The icons, by name, as drawn for the theme; each lives as long as the control it was asked for. Where one is shown it is exchanged when
 * the theme changes; who paints asks for it anew each time. UI thread only.
 */
public final class Icons {

    private static final int OWN_SIZE = 16;

    private final Control owner;
    private final Display display = Display.getCurrent();
    private final LocalResourceManager resources;
    private final Map<Object, Runnable> shown = new HashMap<>();
    private final Surroundings surroundings = new Surroundings();

    /** @param owner whose end disposes of them */
    public Icons(Control owner) {
        this.owner = owner;
        resources = new LocalResourceManager(JFaceResources.getResources(display), owner);
        surroundings.hear(IThemeEngine.Events.THEME_CHANGED, event -> exchangeLater());
        owner.addListener(SWT.Dispose, event -> surroundings.close());
    }

    /** The icon in its own size, 16 points, in the theme of now: for who paints. */
    public Image get(String name) {
        return resources.create(descriptor(name));
    }

    /** Shows the icon there, in each theme its own, until another one is shown there. */
    public <W extends Widget> void show(W where, BiConsumer<W, Image> setter, String name) {
        follow(where, () -> setter.accept(where, get(name)));
    }

    /** The same, drawn larger, as on a card. */
    public <W extends Widget> void show(W where, BiConsumer<W, Image> setter, String name, int points) {
        follow(where, () -> setter.accept(where, larger(name, points)));
    }

    /** The same for an action, which makes an image of it where it is shown. */
    public void describe(String name, Consumer<ImageDescriptor> setter) {
        Runnable show = () -> setter.accept(descriptor(name));
        shown.put(setter, show);
        show.run();
    }

    /** The icon drawn larger, in the theme of now, for the head of a dialog. */
    public static ImageDescriptor banner(String name, int points) {
        return enlarged(descriptor(name), points);
    }

    private void follow(Widget where, Runnable show) {
        if (shown.put(where, show) == null) {
            where.addListener(SWT.Dispose, event -> shown.remove(where));
        }
        show.run();
    }

    /** Any thread: the engine tells of its change wherever it was asked for it. */
    private void exchangeLater() {
        display.asyncExec(() -> {
            if (!owner.isDisposed()) {
                List.copyOf(shown.values()).forEach(Runnable::run);
            }
        });
    }

    private Image larger(String name, int points) {
        return resources.create(enlarged(descriptor(name), points));
    }

    private static ImageDescriptor enlarged(ImageDescriptor descriptor, int points) {
        return ImageDescriptor.createFromImageDataProvider(zoom -> descriptor.getImageData(zoom * points / OWN_SIZE));
    }

    private static ImageDescriptor descriptor(String name) {
        return ResourceLocator.imageDescriptorFromBundle(Icons.class, IconFolder.of(new Themes().isDark()) + name + ".svg").orElseThrow();
    }
}
