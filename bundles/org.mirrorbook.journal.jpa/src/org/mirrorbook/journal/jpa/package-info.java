/** The journal in a relational database. */
package org.mirrorbook.journal.jpa;
