/** Bitget's two sockets: the private one of an account, and the public one of prices. */
package org.mirrorbook.exchange.bitget.stream;
