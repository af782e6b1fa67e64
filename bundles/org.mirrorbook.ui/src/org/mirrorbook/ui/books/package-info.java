/** Comparing the journal with the exchange's own books on demand, and putting right what differs. */
package org.mirrorbook.ui.books;
