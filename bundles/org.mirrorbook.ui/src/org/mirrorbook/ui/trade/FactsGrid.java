package org.mirrorbook.ui.trade;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.mirrorbook.ui.model.trade.Fact;
import org.mirrorbook.ui.widgets.CellLabel;
import org.mirrorbook.ui.widgets.Look;

/** Facts in two columns of label and value. The widgets stay while the facts are the same ones. UI thread only. */
final class FactsGrid extends Composite {

    private final Font font;
    private final List<CellLabel> values = new ArrayList<>();
    private List<String> labels = List.of();

    FactsGrid(Composite parent, Font font) {
        super(parent, SWT.NONE);
        this.font = font;
        Look.CARD.on(this);
        GridLayoutFactory.fillDefaults().numColumns(5).spacing(6, 0).applyTo(this);
    }

    /** @return whether there are other facts than before, so that it has another height */
    boolean show(List<Fact> facts) {
        var newest = facts.stream().map(Fact::label).toList();
        boolean others = !newest.equals(labels);
        if (others) {
            build(newest);
        }
        for (int i = 0; i < facts.size(); i++) {
            values.get(i).show(facts.get(i).label(), facts.get(i).value());
        }
        return others;
    }

    private void build(List<String> newest) {
        labels = newest;
        values.clear();
        for (var child : getChildren()) {
            child.dispose();
        }
        for (int i = 0; i < labels.size(); i++) {
            var label = Look.CARD_TEXT2.on(new Label(this, SWT.NONE));
            label.setText(labels.get(i));
            label.setFont(font);
            var value = new CellLabel(this, true);
            GridDataFactory.fillDefaults().grab(true, false).hint(60, SWT.DEFAULT).applyTo(value);
            values.add(value);
            if (i % 2 == 0) {
                // a little room between the two columns
                GridDataFactory.swtDefaults().hint(6, 1).applyTo(Look.CARD.on(new Label(this, SWT.NONE)));
            }
        }
    }
}
