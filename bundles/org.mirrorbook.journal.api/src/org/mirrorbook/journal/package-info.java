/** The journal as the rest of the product sees it: what it keeps, how it is read, how it fails. */
package org.mirrorbook.journal;
