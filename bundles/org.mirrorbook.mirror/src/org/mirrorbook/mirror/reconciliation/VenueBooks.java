package org.mirrorbook.mirror.reconciliation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.exchange.Connector;

/**
 * What a venue has of an account: its side of a comparison.
 *
 * @param records of the lives that ended, of every scope
 * @param open what is open, of every scope
 */
record VenueBooks(List<ClosingRecord> records, List<PositionRow> open) {

    VenueBooks {
        records = List.copyOf(records);
        open = List.copyOf(open);
    }

    /**
     * Asks for both. What is open comes first: a life that ends in between is then told twice, and is not missing from both.
     *
     * @param since closing records from that close time on
     */
    static CompletionStage<VenueBooks> ask(Connector connector, Instant since) {
        var scopes = connector.scopes();
        return each(scopes, connector::openPositions)
                .thenCompose(rows -> each(scopes, scope -> connector.closingRecords(scope, since))
                        .thenApply(records -> new VenueBooks(records, rows.stream().filter(row -> row.size().signum() > 0).toList())));
    }

    /** The answers for all of them in one list; fails as the first that failed. */
    private static <K, V> CompletionStage<List<V>> each(Collection<K> keys, Function<K, CompletionStage<List<V>>> question) {
        var answers = keys.stream().map(key -> question.apply(key).toCompletableFuture()).toList();
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).thenApply(done -> {
            var all = new ArrayList<V>();
            answers.forEach(answer -> all.addAll(answer.join()));
            return all;
        });
    }
}
