/** Amounts with their currency, in exact decimals. */
package org.mirrorbook.domain.money;
