/** The connector to Bitget's futures accounts, classic and unified: which kind one is, whether its key is let in, and its link. */
package org.mirrorbook.exchange.bitget;
