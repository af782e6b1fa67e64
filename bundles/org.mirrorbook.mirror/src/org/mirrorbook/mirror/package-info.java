/** Mirrors the accounts of exchanges into the journal. */
package org.mirrorbook.mirror;
