/** The connector to Bitget's futures accounts. */
package org.mirrorbook.exchange.bitget;
