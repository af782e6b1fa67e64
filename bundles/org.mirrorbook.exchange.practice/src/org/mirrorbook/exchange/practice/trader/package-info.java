/** The scripted trader, who gives a newcomer something to look at. */
package org.mirrorbook.exchange.practice.trader;
