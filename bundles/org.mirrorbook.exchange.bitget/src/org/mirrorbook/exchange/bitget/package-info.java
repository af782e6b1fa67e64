/** The connector to Bitget. */
package org.mirrorbook.exchange.bitget;
