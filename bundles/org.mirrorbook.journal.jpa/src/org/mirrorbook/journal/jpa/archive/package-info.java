/** Takes journals out of databases, table by table, and brings them back. Knows SQL and the tables' own descriptions, no entities. */
package org.mirrorbook.journal.jpa.archive;
