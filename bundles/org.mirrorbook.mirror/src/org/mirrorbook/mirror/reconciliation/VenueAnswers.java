package org.mirrorbook.mirror.reconciliation;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.reconciliation.VenueBooks;
import org.mirrorbook.exchange.Connector;

/** What a venue answers about all scopes of an account: its side of a comparison. */
final class VenueAnswers {

    private VenueAnswers() {
    }

    /**
     * Asks every scope for both. What is open comes first: a life that ends in between is then told twice, and is not missing from both.
     *
     * @param since closing records from that close time on
     */
    static CompletionStage<Map<Scope, VenueBooks>> ask(Connector connector, Instant since) {
        var scopes = connector.scopes();
        return each(scopes, connector::openPositions)
                .thenCompose(open -> each(scopes, scope -> connector.closingRecords(scope, since)).thenApply(ended -> {
                    Map<Scope, VenueBooks> books = new HashMap<>();
                    scopes.forEach(scope -> books.put(scope, new VenueBooks(ended.get(scope), open.get(scope))));
                    return books;
                }));
    }

    /** The answers for all of them; fails as one of those that failed. */
    private static <V> CompletionStage<Map<Scope, List<V>>> each(Collection<Scope> scopes,
            Function<Scope, CompletionStage<List<V>>> question) {
        var answers = new HashMap<Scope, CompletableFuture<List<V>>>();
        scopes.forEach(scope -> answers.put(scope, question.apply(scope).toCompletableFuture()));
        return CompletableFuture.allOf(answers.values().toArray(CompletableFuture[]::new)).thenApply(done -> {
            Map<Scope, List<V>> all = new HashMap<>();
            answers.forEach((scope, answer) -> all.put(scope, answer.join()));
            return all;
        });
    }
}
