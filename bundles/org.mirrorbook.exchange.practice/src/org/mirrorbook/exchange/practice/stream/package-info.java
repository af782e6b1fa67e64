/** WebSocket: clients, subscriptions, pushes. */
package org.mirrorbook.exchange.practice.stream;
