/** Bitget's REST side: time, history, fills, and the trial of a key. */
package org.mirrorbook.exchange.bitget.rest;
