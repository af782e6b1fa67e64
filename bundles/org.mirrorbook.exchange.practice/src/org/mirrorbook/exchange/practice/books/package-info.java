/** The pure core: contracts, prices, positions, accounts. No clock, no sockets, no JSON. */
package org.mirrorbook.exchange.practice.books;
