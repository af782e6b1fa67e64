/** What is common to the views, pages and dialogs of the workbench, and how they meet the services. */
package org.mirrorbook.ui;
