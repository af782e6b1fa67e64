package org.mirrorbook.ui.evidence;

import java.util.function.Supplier;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.mirrorbook.ui.widgets.Look;
import org.mirrorbook.ui.widgets.Palette;

/** The line above a part of the evidence: what it is, and what can be done with it. UI thread only. */
final class PaneHead {

    private static final int HEIGHT = 24;

    private final Palette palette = new Palette();
    private final Composite line;
    private final Label title;

    PaneHead(Composite parent) {
        line = Look.CARD.on(new Composite(parent, SWT.NONE));
        GridLayoutFactory.fillDefaults().margins(8, 0).numColumns(2).applyTo(line);
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, HEIGHT).applyTo(line);
        title = Look.CARD_TEXT.on(new Label(line, SWT.NONE));
        var resources = new LocalResourceManager(JFaceResources.getResources(), title);
        title.setFont(resources.create(FontDescriptor.createFrom(title.getFont()).increaseHeight(-1).setStyle(SWT.BOLD)));
        GridDataFactory.fillDefaults().grab(true, true).align(SWT.FILL, SWT.CENTER).applyTo(title);
        line.addListener(SWT.Paint, event -> {
            var area = line.getClientArea();
            event.gc.setForeground(palette.line());
            event.gc.drawLine(0, 0, area.width, 0);
            event.gc.drawLine(0, area.height - 1, area.width, area.height - 1);
        });
        title.setData("words", (Supplier<String>) title::getText);
    }

    Link link(String text, Runnable action) {
        var link = Look.CARD_TEXT2.on(new Link(line, SWT.NONE));
        link.setText("<a>" + text + "</a>");
        link.addListener(SWT.Selection, event -> action.run());
        GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).applyTo(link);
        return link;
    }

    void say(String words) {
        title.setText(words.replace("&", "&&"));
        title.setToolTipText(words);
    }

    String text() {
        return title.getText();
    }
}
