/** What a connector to an exchange offers, and what it is given. */
package org.mirrorbook.exchange;
