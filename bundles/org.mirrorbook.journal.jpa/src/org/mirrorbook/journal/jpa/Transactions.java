package org.mirrorbook.journal.jpa;

import java.util.function.Consumer;
import java.util.function.Function;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;

import org.mirrorbook.journal.JournalProblem;

/** Runs work in a transaction of its own, all or nothing. Thread-safe. */
final class Transactions {

    private final EntityManagerFactory factory;

    Transactions(EntityManagerFactory factory) {
        this.factory = factory;
    }

    /**
     * @param doing completes "failed while …" in the sentence of a failure
     * @throws JournalProblem when it failed; nothing is written then
     */
    <T> T call(String doing, Function<EntityManager, T> work) {
        try (var manager = factory.createEntityManager()) {
            var transaction = manager.getTransaction();
            transaction.begin();
            try {
                var result = work.apply(manager);
                transaction.commit();
                return result;
            } finally {
                if (transaction.isActive()) {
                    transaction.rollback();
                }
            }
        } catch (RuntimeException e) {
            throw Problems.of(doing, e);
        }
    }

    void run(String doing, Consumer<EntityManager> work) {
        call(doing, manager -> {
            work.accept(manager);
            return null;
        });
    }
}
