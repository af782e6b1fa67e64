package org.mirrorbook.mirror.lane;

import java.time.Duration;

import org.mirrorbook.domain.position.AccountId;

/** Lets one at a time keep the book of an account: its lane, or whoever edits a trade of an account without one. Thread-safe. */
public interface AccountGates {

    /** Waits until nobody else keeps the book. */
    void enter(AccountId account) throws InterruptedException;

    /** Waits so long at most; false when somebody else keeps the book still. */
    boolean enter(AccountId account, Duration patience) throws InterruptedException;

    /** The book is left to others; once after each {@code enter}. */
    void leave(AccountId account);
}
