/** What every exchange connector is and says; nothing here belongs to one venue. */
package org.mirrorbook.exchange;
