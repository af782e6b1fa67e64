package org.mirrorbook.ui.live;

import java.util.List;

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
import org.mirrorbook.ui.widgets.Icons;
import org.mirrorbook.ui.widgets.Look;
import org.mirrorbook.ui.widgets.Palette;

/** Stands where positions will be while there is no account: practise, or connect one. UI thread only. */
final class Invitation extends ScrolledComposite {

    private static final int WIDTH_OF_WORDS = 340;
    private static final int WIDTH_OF_PROMISES = 360;
    private static final int SIZE_OF_PICTURE = 32;

    private final Palette palette = new Palette();
    private final LocalResourceManager resources;
    private final Icons icons;
    private final Label remark;
    private final Button practice;
    private final Button connect;

    Invitation(Composite parent, Runnable startPractice, Runnable connectExchange) {
        super(parent, SWT.V_SCROLL | SWT.H_SCROLL);
        resources = new LocalResourceManager(JFaceResources.getResources(), this);
        icons = new Icons(this);
        Look.BASE.on(this);
        var page = Look.BASE.on(new Composite(this, SWT.NONE));
        GridLayoutFactory.fillDefaults().numColumns(2).margins(32, 20).spacing(40, 8).applyTo(page);
        wide(label(page, Look.TEXT, Messages.Welcome_title, 1.8, true));
        wide(label(page, Look.TEXT2, Messages.Welcome_words, 1, false));
        var cards = Look.BASE.on(new Composite(page, SWT.NONE));
        GridLayoutFactory.fillDefaults().spacing(0, 8).applyTo(cards);
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).indent(0, 8).applyTo(cards);
        practice = card(cards, "practice", Messages.Welcome_practice, Messages.Welcome_practice_words, Messages.Welcome_practice_button,
                startPractice);
        connect = card(cards, "reconnect", Messages.Welcome_connect, Messages.Welcome_connect_words, Messages.Welcome_connect_button,
                connectExchange);
        promises(page);
        remark = wide(label(page, Look.TEXT2, "", 1, false));
        setContent(page);
        setExpandHorizontal(true);
        setExpandVertical(true);
        setMinSize(page.computeSize(SWT.DEFAULT, SWT.DEFAULT));
    }

    /** Something was begun: no second press. */
    void busy(String words) {
        enable(false);
        remark(words, Look.TEXT2);
    }

    /** It did not succeed. */
    void failed(String sentence) {
        enable(true);
        remark(sentence, Look.ERROR);
    }

    /** As at the beginning. */
    void ready() {
        enable(true);
        remark("", Look.TEXT2);
    }

    @Override
    public boolean setFocus() {
        return practice.setFocus();
    }

    private void remark(String words, Look look) {
        remark.setText(words);
        look.on(remark);
        remark.requestLayout();
    }

    private void enable(boolean enabled) {
        practice.setEnabled(enabled);
        connect.setEnabled(enabled);
    }

    private Button card(Composite page, String icon, String name, String words, String press, Runnable action) {
        var card = Look.CARD.on(new Composite(page, SWT.NONE));
        GridLayoutFactory.fillDefaults().numColumns(3).margins(16, 12).spacing(16, 2).applyTo(card);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(card);
        card.addPaintListener(event -> {
            var area = card.getClientArea();
            event.gc.setForeground(palette.line());
            event.gc.drawRectangle(0, 0, area.width - 1, area.height - 1);
        });
        var picture = Look.CARD.on(new Label(card, SWT.NONE));
        icons.show(picture, Label::setImage, icon, SIZE_OF_PICTURE);
        GridDataFactory.swtDefaults().span(1, 2).align(SWT.CENTER, SWT.CENTER).applyTo(picture);
        label(card, Look.CARD_TEXT, name, 1.1, true);
        var button = new Button(card, SWT.PUSH);
        button.setText(press);
        button.addListener(SWT.Selection, event -> action.run());
        GridDataFactory.swtDefaults().span(1, 2).align(SWT.FILL, SWT.CENTER).hint(150, SWT.DEFAULT).applyTo(button);
        GridDataFactory.swtDefaults().hint(WIDTH_OF_WORDS, SWT.DEFAULT).applyTo(label(card, Look.CARD_TEXT2, words, 1, false));
        return button;
    }

    private void promises(Composite page) {
        var column = Look.BASE.on(new Composite(page, SWT.NONE));
        GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(column);
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).grab(true, false).indent(0, 8).applyTo(column);
        label(column, Look.TEXT, Messages.Welcome_promises, 1, true);
        for (String promise : List.of(Messages.Welcome_reads, Messages.Welcome_keys, Messages.Welcome_journal, Messages.Welcome_nobody)) {
            GridDataFactory.swtDefaults().hint(WIDTH_OF_PROMISES, SWT.DEFAULT).applyTo(label(column, Look.TEXT2, promise, 1, false));
        }
    }

    private Label label(Composite parent, Look look, String text, double scale, boolean bold) {
        var label = look.on(new Label(parent, SWT.WRAP));
        label.setText(text);
        var font = FontDescriptor.createFrom(getFont());
        int height = (int) Math.round(getFont().getFontData()[0].getHeight() * scale);
        label.setFont(resources.create((bold ? font.setStyle(SWT.BOLD) : font).setHeight(height)));
        return label;
    }

    private static Label wide(Label label) {
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(label);
        return label;
    }
}
