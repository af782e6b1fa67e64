package org.mirrorbook.mirror.lane;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.exchange.Connector;
import org.mirrorbook.exchange.VenueProblem;

/** What the questions to a venue need of their lane. Used, and calls back, on the lane's thread only. */
interface Asking {

    Instant now();

    /** Whether every scope is aligned and committed; else nothing is asked: all is asked again once it is. */
    boolean isLive();

    /** The committed book, while {@link #isLive()}. */
    Book book();

    Connector connector();

    /** Does the work after the delay, unless the link was lost meanwhile. */
    void later(Duration delay, Runnable work);

    /** Calls one of both back with what comes of the question, unless the link was lost meanwhile. */
    <T> void ask(CompletionStage<T> question, Consumer<T> answered, Consumer<VenueProblem> failed);

    /** Records and commits an answer. Fails as the bookkeeper does, which ends the work in hand. */
    void take(Asked asked, List<Observation> seen);

    /** Commits what this side concluded by itself. */
    void conclude(Observation seen);

    /** The book is not what the venue says: that is told, and the connector aligns again. */
    void realign(String sentence);

    /** Says something beside the live link that no new connection would put right; absent when it is over. */
    void remark(Optional<String> sentence);

    /** A question failed for good; unless the link is at fault, the user hears of it. */
    void trouble(VenueProblem problem);
}
