package org.mirrorbook.journal.jpa;

import static java.util.Optional.ofNullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.ClosedLife;
import org.mirrorbook.domain.lifecycle.ConfirmedLife;
import org.mirrorbook.domain.lifecycle.OpenLife;
import org.mirrorbook.domain.position.IdScope;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.RowFigures;
import org.mirrorbook.domain.position.Slot;

/** What a book holds beside the trade: the newest row of an open life, or the last one of a life that awaits its closing record. */
@Entity(name = "OpenPosition")
@Table(name = "open_position")
class OpenPositionRow {

    /** Where in the book the life stands. */
    enum State {
        PROVEN, UNPROVEN, AWAITING,
        /** Confirmed a moment ago: of the columns only the time is of use, that of the confirmation. */
        RECENT
    }

    @Id
    @Column(name = "trade_id")
    String tradeId;
    String account;
    @Enumerated(EnumType.STRING)
    State state;
    @Embedded
    LifeColumns life;
    @Column(name = "open_size")
    BigDecimal size;
    @Column(name = "entry_price")
    BigDecimal entryPrice;
    BigDecimal leverage;
    BigDecimal margin;
    @Column(name = "mark_price")
    BigDecimal markPrice;
    @Column(name = "liquidation_price")
    BigDecimal liquidationPrice;
    BigDecimal unrealised;
    BigDecimal realised;
    BigDecimal fees;
    BigDecimal funding;
    @Column(name = "updated_at")
    Instant updatedAt;

    static OpenPositionRow of(OpenLife life) {
        return of(life.trade().id(), life.row(), life.proven() ? State.PROVEN : State.UNPROVEN);
    }

    static OpenPositionRow of(ClosedLife life) {
        return of(life.trade().id(), life.row(), State.AWAITING);
    }

    static OpenPositionRow of(ConfirmedLife life) {
        var row = new OpenPositionRow();
        row.tradeId = life.trade().id().value();
        row.account = life.trade().slot().scope().account().value();
        row.state = State.RECENT;
        row.life = LifeColumns.of(new LifeMark(Optional.empty(), IdScope.NONE, Optional.empty(), false));
        row.size = Fit.exact("open size", BigDecimal.ZERO);
        row.entryPrice = Fit.exact("entry price", BigDecimal.ZERO);
        row.updatedAt = life.confirmedAt();
        return row;
    }

    private static OpenPositionRow of(TradeId trade, PositionRow position, State state) {
        var row = new OpenPositionRow();
        row.tradeId = trade.value();
        row.account = position.slot().scope().account().value();
        row.state = state;
        row.life = LifeColumns.of(position.life());
        row.size = Fit.exact("open size", position.size());
        row.entryPrice = Fit.exact("entry price", position.entryPrice());
        row.put(position.figures());
        row.updatedAt = position.updatedAt();
        return row;
    }

    private void put(RowFigures figures) {
        leverage = Fit.exact("leverage", figures.leverage());
        margin = Fit.rounded("margin", figures.margin());
        markPrice = Fit.rounded("mark price", figures.markPrice());
        liquidationPrice = Fit.rounded("liquidation price", figures.liquidationPrice());
        unrealised = Fit.rounded("unrealised profit", figures.unrealised());
        realised = Fit.exact("realised profit", figures.realised());
        fees = Fit.exact("fees", figures.fees());
        funding = Fit.exact("funding", figures.funding());
    }

    PositionRow position(Slot slot) {
        var figures = new RowFigures(ofNullable(leverage), ofNullable(margin), ofNullable(markPrice), ofNullable(liquidationPrice),
                ofNullable(unrealised), ofNullable(realised), ofNullable(fees), ofNullable(funding));
        return new PositionRow(slot, life.life(), size, entryPrice, figures, updatedAt);
    }
}
