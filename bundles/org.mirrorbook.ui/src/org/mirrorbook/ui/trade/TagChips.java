package org.mirrorbook.ui.trade;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.jface.fieldassist.ContentProposalAdapter;
import org.eclipse.jface.fieldassist.SimpleContentProposalProvider;
import org.eclipse.jface.fieldassist.TextContentAdapter;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.mirrorbook.ui.widgets.Look;

/**
 * The tags of a trade as chips, and a field for one more that completes from the tags that are known. A chip is taken away by its cross, or
 * by Delete while it has the focus. UI thread only.
 */
final class TagChips extends Composite {

    private static final int WIDTH_OF_FIELD = 120;

    private final Font font;
    private final Consumer<String> add;
    private final Consumer<String> remove;
    private final Runnable resized;
    private final SimpleContentProposalProvider known = new SimpleContentProposalProvider();
    private final Link link;
    private final Field frame;
    private final Text field;
    private final ContentProposalAdapter proposals;
    private List<String> tags = List.of();

    /** @param resized is called when it may need another height */
    TagChips(Composite parent, Font font, Consumer<String> add, Consumer<String> remove, Runnable resized) {
        super(parent, SWT.NONE);
        this.font = font;
        this.add = add;
        this.remove = remove;
        this.resized = resized;
        Look.CARD.on(this);
        var row = new RowLayout(SWT.HORIZONTAL);
        row.marginLeft = 0;
        row.marginRight = 0;
        row.marginTop = 1;
        row.marginBottom = 1;
        row.spacing = 6;
        row.center = true;
        setLayout(row);
        link = Look.CARD.on(new Link(this, SWT.NONE));
        link.setText("<a>" + Messages.Notes_addTag + "</a>");
        link.setFont(font);
        link.addListener(SWT.Selection, event -> edit());
        frame = new Field(this, font, Messages.Notes_newTag);
        frame.setLayoutData(new RowData(WIDTH_OF_FIELD, SWT.DEFAULT));
        field = frame.text();
        field.setMessage(Messages.Notes_newTag);
        field.setTextLimit(100);
        known.setFiltering(true);
        proposals = new ContentProposalAdapter(field, new TextContentAdapter(), known, (KeyStroke) null, null);
        proposals.setProposalAcceptanceStyle(ContentProposalAdapter.PROPOSAL_REPLACE);
        proposals.setAutoActivationDelay(50);
        proposals.addContentProposalListener(proposal -> take());
        field.addListener(SWT.DefaultSelection, event -> take());
        field.addListener(SWT.Traverse, this::escaped);
        field.addListener(SWT.FocusOut, event -> left());
        editing(false);
    }

    void show(List<String> newest, List<String> knownTags) {
        known.setProposals(knownTags.stream().filter(tag -> newest.stream().noneMatch(tag::equalsIgnoreCase)).toArray(String[]::new));
        if (tags.equals(newest)) {
            return;
        }
        tags = newest;
        for (var child : getChildren()) {
            if (child instanceof TagChip) {
                child.dispose();
            }
        }
        for (String tag : tags) {
            var chip = new TagChip(this, tag, font, () -> remove.accept(tag));
            chip.moveAbove(link);
        }
        layout(true);
        resized.run();
    }

    List<String> tags() {
        return tags;
    }

    /** Opens the field for one more. */
    void edit() {
        editing(true);
        field.setFocus();
    }

    private void editing(boolean on) {
        ((RowData) frame.getLayoutData()).exclude = !on;
        frame.setVisible(on);
        var data = new RowData();
        data.exclude = on;
        link.setLayoutData(data);
        link.setVisible(!on);
        layout(true);
        resized.run();
    }

    private void take() {
        var tag = field.getText().strip();
        field.setText("");
        if (!tag.isEmpty() && tags.stream().noneMatch(tag::equalsIgnoreCase)) {
            add.accept(tag);
        }
    }

    private void escaped(Event event) {
        if (event.detail == SWT.TRAVERSE_ESCAPE && !proposals.isProposalPopupOpen()) {
            event.doit = false;
            field.setText("");
            editing(false);
            link.setFocus();
        }
    }

    /** What was typed and not yet taken is a tag as well. */
    private void left() {
        if (!proposals.hasProposalPopupFocus()) {
            take();
            editing(false);
        }
    }

    @Override
    public String toString() {
        return NLS.bind(Messages.Notes_tags, String.join(", ", tags));
    }
}
