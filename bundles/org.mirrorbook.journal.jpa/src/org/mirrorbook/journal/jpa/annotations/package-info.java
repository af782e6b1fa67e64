/** What the user writes to trades, in tables of its own that no mirror writes. */
package org.mirrorbook.journal.jpa.annotations;
