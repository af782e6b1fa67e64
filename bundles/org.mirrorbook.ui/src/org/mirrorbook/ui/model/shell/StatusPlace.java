package org.mirrorbook.ui.model.shell;

/** What an item of the status line is about, and so which view it leads to. */
public enum StatusPlace {
    ACCOUNTS, BOOKS
}
