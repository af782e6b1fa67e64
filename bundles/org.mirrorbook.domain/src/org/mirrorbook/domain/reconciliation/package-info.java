/** The journal beside the venue's own books. */
package org.mirrorbook.domain.reconciliation;
