package org.mirrorbook.ui.preferences;

import java.util.EnumMap;
import java.util.Map;

import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.mirrorbook.ui.model.shell.News;
import org.mirrorbook.ui.notify.NewsWishes;

/** Which notifications come up on the desktop. UI thread only. */
public final class NotificationsPage extends PreferencePage implements IWorkbenchPreferencePage {

    private final NewsWishes wishes = new NewsWishes();
    private final Map<News.Kind, Button> boxes = new EnumMap<>(News.Kind.class);

    @Override
    public void init(IWorkbench workbench) {
        setDescription(Messages.NotificationsPage_words);
    }

    @Override
    protected Control createContents(Composite parent) {
        var page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 10).extendedMargins(0, 0, 8, 0).applyTo(page);
        for (News.Kind kind : News.Kind.values()) {
            var box = new Button(page, SWT.CHECK);
            box.setText(words(kind));
            box.setSelection(wishes.wants(kind));
            boxes.put(kind, box);
        }
        return page;
    }

    private static String words(News.Kind kind) {
        return switch (kind) {
            case OPENED -> Messages.NotificationsPage_opened;
            case CLOSED -> Messages.NotificationsPage_closed;
            case ATTENTION -> Messages.NotificationsPage_attention;
        };
    }

    @Override
    protected void performDefaults() {
        boxes.values().forEach(box -> box.setSelection(true));
        super.performDefaults();
    }

    @Override
    public boolean performOk() {
        boxes.forEach((kind, box) -> wishes.want(kind, box.getSelection()));
        return true;
    }
}
