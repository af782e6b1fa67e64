/** What the Reconciliation and Runs views show, without a widget. */
package org.mirrorbook.ui.model.books;
