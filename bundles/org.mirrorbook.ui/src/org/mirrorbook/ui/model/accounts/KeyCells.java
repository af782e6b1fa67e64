package org.mirrorbook.ui.model.accounts;

import java.util.List;
import java.util.Optional;

import org.mirrorbook.exchange.KeyRights;
import org.mirrorbook.exchange.KeyTrial;
import org.mirrorbook.exchange.Right;
import org.mirrorbook.journal.Account;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.Shape;
import org.mirrorbook.ui.model.Tone;

/** What the key of an account may do, as cells of a table. What was not asked in this run is not known, and said so. */
public final class KeyCells {

    private KeyCells() {
    }

    /** @param tested what the last test of its key told, where there was one in this run */
    public static Cell may(Account account, Optional<KeyTrial> tested) {
        if (account.isEmbeddedPractice()) {
            return Cell.label(Messages.Key_none);
        }
        var rights = told(tested);
        if (rights.isEmpty()) {
            return account.acceptsTradingKey() ? Cell.of(Messages.Key_allowed).with(Shape.WARNING).in(Tone.WARN).tip(Messages.Key_askTip)
                    : Cell.label(Figures.ABSENT).tip(Messages.Key_askTip);
        }
        var words = KeyWords.may(rights.get());
        var cell = Cell.of(words).tip(words);
        if (rights.get().withdraw() == Right.YES || rights.get().transfer() == Right.YES) {
            return cell.with(Shape.CROSS).in(Tone.ERROR);
        }
        return rights.get().trade() == Right.YES ? cell.with(Shape.WARNING).in(Tone.WARN) : cell.with(Shape.CHECK);
    }

    /** @param tested what the last test of its key told, where there was one in this run */
    public static Cell bound(Account account, Optional<KeyTrial> tested) {
        if (account.isEmbeddedPractice()) {
            return Cell.label(Figures.ABSENT);
        }
        return told(tested).flatMap(KeyRights::ips).map(ips -> ips.isEmpty() ? Cell.of(Messages.Key_anywhere).in(Tone.WARN)
                : Cell.of(KeyWords.addresses(ips)).tip(KeyWords.addresses(ips)))
                .orElseGet(() -> Cell.label(Figures.ABSENT).tip(Messages.Key_askTip));
    }

    /** Both, for a line about one account. */
    public static List<Cell> line(Account account, Optional<KeyTrial> tested) {
        if (account.isEmbeddedPractice()) {
            return List.of(Cell.label(Messages.Key_line), may(account, tested));
        }
        if (told(tested).isEmpty()) {
            var more = Cell.label(Messages.Key_notAsked);
            return account.acceptsTradingKey() ? List.of(Cell.label(Messages.Key_line), may(account, tested), more)
                    : List.of(Cell.label(Messages.Key_line), more);
        }
        return List.of(Cell.label(Messages.Key_line), may(account, tested), Cell.label(Messages.Key_bound), bound(account, tested));
    }

    private static Optional<KeyRights> told(Optional<KeyTrial> tested) {
        return tested.map(KeyTrial::rights).filter(rights -> !rights.equals(KeyRights.unknown()));
    }
}
