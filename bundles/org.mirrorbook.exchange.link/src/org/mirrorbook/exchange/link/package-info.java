/** The connection to an exchange: sockets, heartbeats, back-off and rate limits. */
package org.mirrorbook.exchange.link;
