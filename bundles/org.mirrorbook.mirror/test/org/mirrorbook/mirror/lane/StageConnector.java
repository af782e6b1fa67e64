package org.mirrorbook.mirror.lane;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.OrderNote;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.ProtectiveOrder;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.exchange.Connector;
import org.mirrorbook.exchange.Instrument;
import org.mirrorbook.exchange.LinkHealth;

/** A connector that is played by the story. */
final class StageConnector implements Connector {

    final List<Question<List<ClosingRecord>>> recordQuestions = new ArrayList<>();
    final List<Question<List<Fill>>> fillQuestions = new ArrayList<>();
    final List<Question<List<OrderNote>>> reasonQuestions = new ArrayList<>();
    final List<Question<List<ProtectiveOrder>>> protectionQuestions = new ArrayList<>();
    final List<Question<List<PositionRow>>> listQuestions = new ArrayList<>();
    final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private final Set<Scope> scopes;
    private final List<String> diary;
    Set<Instrument> watched = Set.of();

    /**
     * What the lane asked; the story answers it.
     *
     * @param until of a question for fills or reasons; records are asked for without an end, and what is open is asked of now
     */
    record Question<T>(Scope scope, Instant since, Instant until, CompletableFuture<T> answer) {
    }

    StageConnector(Set<Scope> scopes, List<String> diary) {
        this.scopes = scopes;
        this.diary = diary;
    }

    @Override
    public Set<Scope> scopes() {
        return scopes;
    }

    @Override
    public void start() {
        diary.add("connector start");
    }

    @Override
    public CompletionStage<Void> stop() {
        diary.add("connector stop");
        return stopped;
    }

    @Override
    public void reconnect() {
        diary.add("connector reconnect");
    }

    @Override
    public void watchMarks(Set<Instrument> instruments) {
        watched = instruments;
    }

    @Override
    public CompletionStage<List<ClosingRecord>> closingRecords(Scope scope, Instant since) {
        var answer = new CompletableFuture<List<ClosingRecord>>();
        recordQuestions.add(new Question<>(scope, since, Instant.MAX, answer));
        return answer;
    }

    @Override
    public CompletionStage<List<Fill>> fills(Scope scope, Instant since, Instant until) {
        var answer = new CompletableFuture<List<Fill>>();
        fillQuestions.add(new Question<>(scope, since, until, answer));
        return answer;
    }

    @Override
    public CompletionStage<List<ProtectiveOrder>> protections(Scope scope) {
        var answer = new CompletableFuture<List<ProtectiveOrder>>();
        protectionQuestions.add(new Question<>(scope, Instant.MIN, Instant.MAX, answer));
        return answer;
    }

    @Override
    public CompletionStage<List<PositionRow>> openPositions(Scope scope) {
        var answer = new CompletableFuture<List<PositionRow>>();
        listQuestions.add(new Question<>(scope, Instant.MIN, Instant.MAX, answer));
        return answer;
    }

    @Override
    public CompletionStage<List<OrderNote>> closeReasons(Scope scope, Instant since, Instant until) {
        var answer = new CompletableFuture<List<OrderNote>>();
        reasonQuestions.add(new Question<>(scope, since, until, answer));
        return answer;
    }

    @Override
    public LinkHealth health() {
        return LinkHealth.none();
    }
}
