/** Trades as the journal keeps them. */
package org.mirrorbook.domain.journal;
