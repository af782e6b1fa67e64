package org.mirrorbook.ui.evidence;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.mirrorbook.ui.model.evidence.EvidenceFilter;
import org.mirrorbook.ui.model.evidence.EvidenceRow;
import org.mirrorbook.ui.widgets.Icons;
import org.mirrorbook.ui.widgets.Look;
import org.mirrorbook.ui.widgets.Named;

/** What is shown of the evidence, and what can be done with it. UI thread only. */
final class EvidenceBar {

    private static final int NARROWEST_TEXT = 110;
    private static final int WIDEST_TEXT = 230;
    private static final int ROOM_FOR_REMARK = 1280;
    private static final int ROOM_FOR_ONE_LINE = 660;
    private static final int COLUMNS = 7;
    /** On two lines: text and channel above, the others below. */
    private static final int NARROW_COLUMNS = 5;

    private final Composite content;
    private final Text text;
    private final Combo channel;
    private final Button onlyChanges;
    private final Label remark;
    private final Button step;
    private final Button replay;
    private final Button export;
    private final Consumer<EvidenceFilter> changed;
    private boolean narrow;
    private List<String> channels = List.of();

    /**
     * What the buttons do.
     *
     * @param leave gives the focus to the table: Esc in an empty text
     */
    record Actions(Runnable step, Runnable replay, Runnable export, Runnable leave) {
    }

    EvidenceBar(Composite parent, Consumer<EvidenceFilter> changed, Actions actions) {
        this.changed = changed;
        content = Look.CARD.on(new Composite(parent, SWT.NONE));
        GridLayoutFactory.fillDefaults().margins(8, 4).spacing(6, 0).numColumns(COLUMNS).applyTo(content);
        var icons = new Icons(content);
        text = new Text(content, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        text.setMessage(Messages.Filter_text);
        Named.as(Messages.Filter_text, text);
        text.addListener(SWT.Modify, event -> tell());
        text.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ESC) {
                event.doit = false;
                if (text.getText().isEmpty()) {
                    actions.leave().run();
                } else {
                    text.setText("");
                }
            }
        });
        GridDataFactory.swtDefaults().align(SWT.FILL, SWT.CENTER).hint(WIDEST_TEXT, SWT.DEFAULT).applyTo(text);
        channel = new Combo(content, SWT.READ_ONLY);
        Named.as(Messages.Filter_channel, channel);
        channel.addListener(SWT.Selection, event -> tell());
        onlyChanges = Look.CARD_TEXT.on(new Button(content, SWT.CHECK));
        onlyChanges.setText(Messages.Filter_onlyChanges);
        onlyChanges.addListener(SWT.Selection, event -> tell());
        remark = Look.CARD_TEXT2.on(new Label(content, SWT.RIGHT));
        remark.setText(Messages.Filter_remark);
        remark.setToolTipText(Messages.Filter_remark);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(10, SWT.DEFAULT).applyTo(remark);
        step = button(Messages.Filter_step, Messages.Filter_step_tip, actions.step());
        icons.show(step, Button::setImage, "step");
        replay = button(Messages.Filter_replay, Messages.Filter_replay_tip, actions.replay());
        icons.show(replay, Button::setImage, "test");
        export = button(Messages.Filter_export, Messages.Filter_export_tip, actions.export());
        icons.show(export, Button::setImage, "export");
        content.addListener(SWT.Resize, event -> fit());
    }

    private Button button(String label, String tip, Runnable action) {
        var button = new Button(content, SWT.PUSH);
        button.setText(label);
        button.setToolTipText(tip);
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    /** Labels give way before anything is cut. */
    private void fit() {
        int width = content.getClientArea().width;
        boolean narrow = width < ROOM_FOR_ONE_LINE;
        remark.setVisible(width >= ROOM_FOR_REMARK);
        ((GridData) remark.getLayoutData()).exclude = narrow;
        ((GridLayout) content.getLayout()).numColumns = narrow ? NARROW_COLUMNS : COLUMNS;
        GridDataFactory.swtDefaults().align(SWT.FILL, SWT.CENTER).grab(narrow, false).span(narrow ? NARROW_COLUMNS - 2 : 1, 1)
                .hint(Math.clamp(width / 5, NARROWEST_TEXT, WIDEST_TEXT), SWT.DEFAULT).applyTo(text);
        GridDataFactory.swtDefaults().align(SWT.FILL, SWT.CENTER).span(narrow ? 2 : 1, 1).applyTo(channel);
        GridDataFactory.swtDefaults().grab(narrow, false).span(narrow ? NARROW_COLUMNS - 3 : 1, 1).applyTo(onlyChanges);
        onlyChanges.setText(narrow ? Messages.Filter_onlyChanges_short : Messages.Filter_onlyChanges);
        onlyChanges.setToolTipText(Messages.Filter_onlyChanges);
        step.setText(narrow ? "" : Messages.Filter_step);
        replay.setText(narrow ? "" : Messages.Filter_replay);
        export.setText(narrow ? "" : Messages.Filter_export);
        if (narrow != this.narrow) {
            this.narrow = narrow;
            content.requestLayout();
        }
        content.layout();
    }

    Control control() {
        return content;
    }

    /** Into the text, so that the next key replaces what is there. */
    void focus() {
        text.selectAll();
        text.setFocus();
    }

    /** The rows are these now: the channels among them can be chosen. */
    void offer(List<EvidenceRow> rows) {
        var newest = EvidenceFilter.channels(rows);
        if (!newest.equals(channels)) {
            var chosen = filter().channel();
            channels = newest;
            channel.setItems(Stream.concat(Stream.of(Messages.Filter_allChannels), newest.stream()).toArray(String[]::new));
            channel.select(Math.max(0, newest.indexOf(chosen) + 1));
            content.layout();
        }
    }

    /** @param recorded whether there is a recording to be folded */
    void enable(boolean recorded) {
        replay.setEnabled(recorded);
    }

    EvidenceFilter filter() {
        int chosen = channel.getSelectionIndex();
        return new EvidenceFilter(text.getText(), chosen <= 0 ? "" : channels.get(chosen - 1), onlyChanges.getSelection());
    }

    void clear() {
        channel.select(0);
        onlyChanges.setSelection(false);
        text.setText("");
        tell();
    }

    private void tell() {
        changed.accept(filter());
    }
}
