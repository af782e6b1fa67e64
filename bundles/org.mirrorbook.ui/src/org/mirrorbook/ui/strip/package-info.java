/** The strip of accounts: how each is, its Live Mirror, and the one thing that helps. */
package org.mirrorbook.ui.strip;
