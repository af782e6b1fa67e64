/** Unified accounts: the third version of Bitget's protocol, socket and REST (protocol notes, Bitget 7). */
package org.mirrorbook.exchange.bitget.unified;
