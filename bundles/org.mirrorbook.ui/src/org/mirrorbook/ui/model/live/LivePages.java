package org.mirrorbook.ui.model.live;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.journal.Account;
import org.mirrorbook.mirror.LiveView;
import org.mirrorbook.ui.model.Emptiness;
import org.mirrorbook.ui.model.Figures;

/** Makes the whole of what Live Positions shows. Of one thread at a time. */
public final class LivePages {

    private final MarkHistory history = new MarkHistory();

    /** Remembers prices while nobody looks. */
    public void note(LiveView view, Instant now) {
        history.note(view.positions(), now);
    }

    public LivePage of(LiveView view, List<Account> accounts, Map<AccountId, LinkStatus> links, LiveWish wish, Figures figures,
            Instant now) {
        note(view, now);
        return new LivePage(new LiveRows(figures, history).of(view, links, wish, now), new LiveTotals(figures).of(view),
                Emptiness.of(accounts, links));
    }
}
