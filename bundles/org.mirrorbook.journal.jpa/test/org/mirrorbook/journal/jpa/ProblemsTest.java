package org.mirrorbook.journal.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import org.mirrorbook.journal.JournalProblem.Remedy;

import jakarta.persistence.PersistenceException;

class ProblemsTest {

    @Test
    void whatALibraryWrapsIsToldByTheFirstLineOfItsRoot() {
        var failure = new PersistenceException("Exception [EclipseLink-4002]:\nInternal Exception\nCall: select",
                new IllegalStateException("Query: ReadAll", new IllegalArgumentException("\n  no such column\nat row 7")));

        var problem = Problems.of("reading trades", failure);

        assertThat(problem).hasMessage("The journal failed while reading trades: no such column").hasCause(failure);
        assertThat(problem.remedy()).isEqualTo(Remedy.REPORT);
    }

    @Test
    void whatTheDatabaseSaysIsToldInOneLineWithItsState() {
        var problem = Problems.of("keeping a trade",
                new PersistenceException("a page of it\nand more", new SQLException("No space.\nSee the log.", "XSDA4")));

        assertThat(problem).hasMessage("The journal failed while keeping a trade: No space. (XSDA4)");
        assertThat(problem.remedy()).isEqualTo(Remedy.RETRY);
    }

    @Test
    void whatSaysNothingIsToldByItsKind() {
        assertThat(Problems.said(new RuntimeException(new NullPointerException()))).isEqualTo("NullPointerException");
    }
}
