package org.mirrorbook.exchange.practice.books;

import java.util.List;

/**
 * What one deed did to the books of one account.
 *
 * @param account index of the account
 * @param at ms since 1970
 */
public record Happening(int account, List<BookEvent> events, long at) {
}
