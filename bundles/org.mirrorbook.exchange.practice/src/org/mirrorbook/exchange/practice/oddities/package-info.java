/** What may go wrong on purpose, by name. */
package org.mirrorbook.exchange.practice.oddities;
