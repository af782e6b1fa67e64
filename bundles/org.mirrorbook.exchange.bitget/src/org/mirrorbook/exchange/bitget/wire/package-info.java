/** Bitget's JSON, read without loss and turned into the domain's words; nothing here knows sockets. */
package org.mirrorbook.exchange.bitget.wire;
