/** The exchange accounts: the preference page, its dialogs, and the desk that speaks to the account service for all parts. */
package org.mirrorbook.ui.accounts;
