package org.mirrorbook.ui.evidence;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.ui.Surroundings;
import org.mirrorbook.ui.widgets.Look;
import org.mirrorbook.ui.widgets.UiDoor;

/** Where the evidence of a trade is shown. UI thread only. */
public final class EvidencePanel {

    private final Composite content;

    public EvidencePanel(Composite parent, Surroundings surroundings, UiDoor door) {
        content = Look.CARD.on(new Composite(parent, SWT.NONE));
    }

    public Control control() {
        return content;
    }

    public void show(Optional<TradeId> trade) {
        content.setData(trade);
    }
}
