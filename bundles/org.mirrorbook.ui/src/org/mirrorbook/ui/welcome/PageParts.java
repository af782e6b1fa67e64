package org.mirrorbook.ui.welcome;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.mirrorbook.ui.widgets.Icons;
import org.mirrorbook.ui.widgets.Look;
import org.mirrorbook.ui.widgets.Named;
import org.mirrorbook.ui.widgets.Palette;

/** What such a page is made of: cards, titles, links and promises. UI thread only. */
final class PageParts {

    private static final int WIDTH_OF_WORDS = 370;
    private static final int WIDTH_OF_PROMISE = 340;
    private static final int WIDTH_OF_BUTTON = 136;
    private static final int SIZE_OF_PICTURE = 36;

    private final Palette palette = new Palette();
    private final LocalResourceManager resources;
    private final Icons icons;
    private final Control owner;

    PageParts(Control owner) {
        this.owner = owner;
        resources = new LocalResourceManager(JFaceResources.getResources(), owner);
        icons = new Icons(owner);
    }

    Label label(Composite parent, Look look, String text, double scale, boolean bold) {
        var label = look.on(new Label(parent, SWT.WRAP));
        label.setText(text);
        var font = FontDescriptor.createFrom(owner.getFont());
        int height = (int) Math.round(owner.getFont().getFontData()[0].getHeight() * scale);
        label.setFont(resources.create((bold ? font.setStyle(SWT.BOLD) : font).setHeight(height)));
        return label;
    }

    /** A line of bold words over a thin line. */
    void title(Composite column, String text) {
        titled(column, text);
    }

    /** The same, with room at its right end. */
    Composite titled(Composite column, String text) {
        var line = Look.BASE.on(new Composite(column, SWT.NONE));
        GridLayoutFactory.fillDefaults().numColumns(2).extendedMargins(0, 0, 12, 6).applyTo(line);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(label(line, Look.TEXT, text, 1, true));
        line.addPaintListener(event -> {
            var area = line.getClientArea();
            event.gc.setForeground(palette.line2());
            event.gc.drawLine(0, area.height - 1, area.width, area.height - 1);
        });
        return line;
    }

    /** @param first whether it is the one that most will take */
    Button card(Composite column, String icon, String name, String words, String press, boolean first, Runnable action) {
        var card = Look.CARD.on(new Composite(column, SWT.NONE));
        GridLayoutFactory.fillDefaults().numColumns(3).margins(18, 16).spacing(18, 3).applyTo(card);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(card);
        card.addPaintListener(event -> {
            var area = card.getClientArea();
            event.gc.setForeground(first ? palette.accentLine() : palette.line());
            int width = first ? 2 : 1;
            event.gc.setLineWidth(width);
            event.gc.drawRectangle(width / 2, width / 2, area.width - width, area.height - width);
        });
        var picture = Look.CARD.on(new Label(card, SWT.NONE));
        icons.show(picture, Label::setImage, icon, SIZE_OF_PICTURE);
        Named.as(name, picture);
        GridDataFactory.swtDefaults().span(1, 2).align(SWT.CENTER, SWT.CENTER).applyTo(picture);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(label(card, Look.CARD_TEXT, name, 1.1, true));
        var button = first ? Look.PRIMARY.on(new Button(card, SWT.PUSH)) : new Button(card, SWT.PUSH);
        button.setText(press);
        button.addListener(SWT.Selection, event -> action.run());
        GridDataFactory.swtDefaults().span(1, 2).align(SWT.FILL, SWT.CENTER).hint(WIDTH_OF_BUTTON, SWT.DEFAULT).applyTo(button);
        GridDataFactory.swtDefaults().hint(WIDTH_OF_WORDS, SWT.DEFAULT).applyTo(label(card, Look.CARD_TEXT2, words, 1, false));
        return button;
    }

    /** Leads somewhere, and says in a few words what is there. */
    void link(Composite column, String icon, String name, String words, Runnable action) {
        var line = line(column, icon, name);
        var link = Look.TEXT2.on(new Link(line, SWT.NONE));
        link.setText("<a>" + name + "</a>   " + words);
        link.addListener(SWT.Selection, event -> action.run());
        Named.as(name + ", " + words, link);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(link);
    }

    Label promise(Composite column, String icon, String words) {
        var line = line(column, icon, words);
        var label = label(line, Look.TEXT, words, 1, false);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH_OF_PROMISE, SWT.DEFAULT).applyTo(label);
        return label;
    }

    private Composite line(Composite column, String icon, String name) {
        var line = Look.BASE.on(new Composite(column, SWT.NONE));
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(10, 0).applyTo(line);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        var picture = Look.BASE.on(new Label(line, SWT.NONE));
        icons.show(picture, Label::setImage, icon);
        Named.as(name, picture);
        GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.BEGINNING).applyTo(picture);
        return line;
    }
}
