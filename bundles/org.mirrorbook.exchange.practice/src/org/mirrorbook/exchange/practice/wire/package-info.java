/** Rows of the venue's protocol as JSON. */
package org.mirrorbook.exchange.practice.wire;
