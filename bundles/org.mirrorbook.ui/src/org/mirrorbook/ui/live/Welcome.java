package org.mirrorbook.ui.live;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.mirrorbook.ui.model.Tone;
import org.mirrorbook.ui.widgets.Icons;
import org.mirrorbook.ui.widgets.Palette;

/** Stands where positions will be while there is no account: practise, or connect one. UI thread only. */
final class Welcome extends ScrolledComposite {

    private static final int WIDTH_OF_WORDS = 400;

    private final Palette palette = new Palette();
    private final LocalResourceManager resources;
    private final Icons icons;
    private final Label remark;
    private final Button practice;
    private final Button connect;

    Welcome(Composite parent, Runnable startPractice, Runnable connectExchange) {
        super(parent, SWT.V_SCROLL | SWT.H_SCROLL);
        resources = new LocalResourceManager(JFaceResources.getResources(), this);
        icons = new Icons(this);
        setBackground(palette.base());
        var page = new Composite(this, SWT.NONE);
        page.setBackground(palette.base());
        page.setBackgroundMode(SWT.INHERIT_FORCE);
        GridLayoutFactory.fillDefaults().margins(32, 20).spacing(8, 8).applyTo(page);
        label(page, Messages.Welcome_title, 1.8, true, Tone.TEXT);
        label(page, Messages.Welcome_words, 1, false, Tone.TEXT2);
        practice = card(page, "practice", Messages.Welcome_practice, Messages.Welcome_practice_words, Messages.Welcome_practice_button,
                startPractice);
        connect = card(page, "reconnect", Messages.Welcome_connect, Messages.Welcome_connect_words, Messages.Welcome_connect_button,
                connectExchange);
        remark = label(page, Messages.Welcome_remark, 1, false, Tone.TEXT2);
        setContent(page);
        setExpandHorizontal(true);
        setExpandVertical(true);
        setMinSize(page.computeSize(SWT.DEFAULT, SWT.DEFAULT));
    }

    /** Something was begun: no second press. */
    void busy(String words) {
        enable(false);
        remark(words, Tone.TEXT2);
    }

    /** It did not succeed. */
    void failed(String sentence) {
        enable(true);
        remark(sentence, Tone.ERROR);
    }

    /** As at the beginning. */
    void ready() {
        enable(true);
        remark(Messages.Welcome_remark, Tone.TEXT2);
    }

    @Override
    public boolean setFocus() {
        return practice.setFocus();
    }

    private void remark(String words, Tone tone) {
        remark.setText(words);
        remark.setForeground(palette.of(tone));
        remark.requestLayout();
    }

    private void enable(boolean enabled) {
        practice.setEnabled(enabled);
        connect.setEnabled(enabled);
    }

    private Button card(Composite page, String icon, String name, String words, String press, Runnable action) {
        var card = new Composite(page, SWT.NONE);
        card.setBackground(palette.form());
        GridLayoutFactory.fillDefaults().numColumns(3).margins(16, 12).spacing(14, 2).applyTo(card);
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(card);
        card.addPaintListener(event -> {
            var area = card.getClientArea();
            event.gc.setForeground(palette.line());
            event.gc.drawRectangle(0, 0, area.width - 1, area.height - 1);
        });
        var picture = new Label(card, SWT.NONE);
        picture.setImage(icons.get(icon));
        GridDataFactory.swtDefaults().span(1, 2).align(SWT.CENTER, SWT.CENTER).applyTo(picture);
        label(card, name, 1.1, true, Tone.TEXT);
        var button = new Button(card, SWT.PUSH);
        button.setText(press);
        button.addListener(SWT.Selection, event -> action.run());
        GridDataFactory.swtDefaults().span(1, 2).align(SWT.FILL, SWT.CENTER).hint(150, SWT.DEFAULT).applyTo(button);
        var text = label(card, words, 1, false, Tone.TEXT2);
        GridDataFactory.swtDefaults().hint(WIDTH_OF_WORDS, SWT.DEFAULT).applyTo(text);
        return button;
    }

    private Label label(Composite parent, String text, double scale, boolean bold, Tone tone) {
        var label = new Label(parent, SWT.WRAP);
        label.setText(text);
        label.setForeground(palette.of(tone));
        var font = FontDescriptor.createFrom(getFont());
        int height = (int) Math.round(getFont().getFontData()[0].getHeight() * scale);
        label.setFont(resources.create((bold ? font.setStyle(SWT.BOLD) : font).setHeight(height)));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(label);
        return label;
    }
}
