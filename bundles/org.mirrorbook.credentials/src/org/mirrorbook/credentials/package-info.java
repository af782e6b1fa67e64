/** The vault that keeps the keys of exchange accounts. */
package org.mirrorbook.credentials;
