package org.mirrorbook.ui.model.trade;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.statistics.RiskReading;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.JournalRows;
import org.mirrorbook.ui.model.RiskCells;
import org.mirrorbook.ui.model.Tone;

/**
 * The head of a trade: what it is and what it came to.
 *
 * @param net with triangle; a guess where a figure of it is one
 * @param multiple of R with the source of the stop, a dash where there is none
 * @param circumstances account, margin mode, leverage, and why it was closed
 */
public record TradeHead(Cell symbol, Cell side, Cell status, Cell certainty, Cell net, Cell multiple, Cell circumstances) {

    public TradeHead {
        requireNonNull(symbol);
        requireNonNull(side);
        requireNonNull(status);
        requireNonNull(certainty);
        requireNonNull(net);
        requireNonNull(multiple);
        requireNonNull(circumstances);
    }

    /**
     * @param account the user's name of it
     * @param link of the account; absent when it is not mirrored
     */
    public static TradeHead of(Trade trade, String account, Optional<LinkStatus> link, Figures figures, Instant now) {
        var coin = trade.slot().marginCoin();
        var net = figures.profit(trade.result().net(), coin).bold();
        boolean watched = link.filter(status -> status.state() == LinkState.LIVE).isPresent();
        return new TradeHead(Cell.of(trade.slot().instrument()).bold(), Cell.of(trade.slot().side().name()).in(Tone.TEXT2).bold(),
                JournalRows.status(trade), new JournalRows(figures).certainty(trade, link, now),
                trade.isOpen() && !watched ? net.stale() : net,
                new RiskCells(figures).multiple(trade, RiskReading.of(trade)).bold(),
                Cell.label(circumstances(trade, account, figures)).tip(circumstances(trade, account, figures)));
    }

    private static String circumstances(Trade trade, String account, Figures figures) {
        var mode = trade.slot().marginMode() == MarginMode.CROSSED ? Messages.Head_cross : Messages.Head_isolated;
        var margin = trade.terms().leverage().map(leverage -> mode + " " + figures.leverage(leverage)).orElse(mode);
        var name = trade.slot().scope().environment() == Environment.LIVE ? account
                : NLS.bind(Messages.Head_environment, account, TradeFacts.environment(trade));
        var reason = trade.exit().flatMap(Exit::reason).map(JournalRows::closedBy).map(Cell::text);
        return reason.map(by -> NLS.bind(Messages.Head_closed, new Object[] {name, margin, by}))
                .orElse(NLS.bind(Messages.Head_open, name, margin));
    }

    /** All of it as a sentence, for those who hear it. */
    public String words() {
        return String.join(", ", symbol.text(), side.text(), status.text(), certainty.text(), net.words(), multiple.words() + " R",
                circumstances.text());
    }
}
