package org.mirrorbook.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.journal.TradeQuery;
import org.mirrorbook.mirror.NewAccount;

/** One account of a stage, mirrored by the product into its journal. */
public final class Mirrored implements AutoCloseable {

    private final OpenProduct product;
    private final Stage stage;
    private final AccountId account;

    private Mirrored(OpenProduct product, Stage stage, AccountId account) {
        this.product = product;
        this.stage = stage;
        this.account = account;
    }

    /** Adds the account and waits until every scope of it is aligned. */
    public static Mirrored begin(OpenProduct product, Stage stage) throws InterruptedException {
        var mirrored = add(product, stage);
        mirrored.awaitLive();
        return mirrored;
    }

    /** Adds the account. */
    public static Mirrored add(OpenProduct product, Stage stage) {
        var label = product.label(stage.venue() + " " + stage.kind());
        var row = product.accounts().add(new NewAccount(label, stage.venue(), stage.environment(), Optional.of(stage.endpoint()), true),
                Optional.of(stage.credential()), stage.kind());
        return new Mirrored(product, stage, row.id());
    }

    public AccountId account() {
        return account;
    }

    public Optional<LinkStatus> link() {
        return Optional.ofNullable(product.directory().links().get(account));
    }

    public void awaitLive() throws InterruptedException {
        awaitLink(LinkState.LIVE);
    }

    /** Waits until it is live again since a later time. */
    public void awaitLive(Instant former) throws InterruptedException {
        product.await(account, () -> "live again, instead of " + link(),
                () -> link().filter(link -> link.state() == LinkState.LIVE && link.since().isAfter(former)));
    }

    public void awaitLink(LinkState state) throws InterruptedException {
        product.await(account, () -> state + " instead of " + link(), () -> link().filter(link -> link.state() == state));
    }

    /** The user gives another key. */
    public void replaceKey(ApiCredential key) {
        var label = product.accounts().accounts().stream().filter(row -> row.id().equals(account)).findFirst().orElseThrow().label();
        product.accounts().edit(account, label, Optional.of(key));
    }

    /** From now on nobody listens. */
    public void pause() throws InterruptedException {
        product.accounts().setMirror(account, false);
        product.await(account, () -> "off instead of " + link(), () -> link().isEmpty() ? Optional.of(account) : Optional.empty());
    }

    /** Listens again. */
    public void goOn() throws InterruptedException {
        product.accounts().setMirror(account, true);
        awaitLive();
    }

    public List<Trade> trades() {
        return product.journal().trades(new TradeQuery(Optional.of(account), Optional.empty(), false, OptionalInt.empty()));
    }

    /** Waits until the journal has an open trade like this. */
    public Trade awaitOpen(String symbol, Side side, Predicate<Trade> fits) throws InterruptedException {
        return awaitTrade("an open " + side + " of " + symbol, trade -> trade.isOpen() && trade.slot().instrument().equals(symbol)
                && trade.slot().side() == side && fits.test(trade));
    }

    /** Waits until the journal has a trade like this. */
    public Trade awaitTrade(String what, Predicate<Trade> fits) throws InterruptedException {
        return product.await(account, () -> what + " among " + trades(), () -> trades().stream().filter(fits).findFirst());
    }

    /**
     * Waits until the journal says what the venue's books say; then aligns once more and lets history be read, and finds that nothing
     * changed by that: same trades, same figures, none twice.
     */
    public List<Trade> settle() throws InterruptedException {
        var settled = awaitBooks();
        var before = link().orElseThrow().since();
        var recording = new Recording(product.recordings(), account);
        var questions = recording.questions();
        product.directory().syncNow(account);
        awaitLive(before);
        product.await(account, () -> "history read again", () -> Optional.of(recording).filter(lines -> lines.askedAgainSince(questions)));
        var again = awaitBooks();
        assertThat(again).as("after aligning once more").extracting(Trade::id).isEqualTo(settled.stream().map(Trade::id).toList());
        return again;
    }

    private List<Trade> awaitBooks() throws InterruptedException {
        var ended = stage.endedLives();
        var open = stage.openPositions();
        product.await(account, () -> difference(ended, open), () -> sameAs(ended, open) ? Optional.of(account) : Optional.empty());
        return trades();
    }

    private boolean sameAs(List<BookedLife> ended, List<BookedPosition> open) {
        var trades = trades();
        return trades.size() == ended.size() + open.size()
                && trades.stream().filter(trade -> trade.certainty() == Certainty.CONFIRMED).map(BookedLife::of).toList()
                        .containsAll(ended)
                && trades.stream().filter(Trade::isOpen).map(BookedPosition::of).toList().containsAll(open);
    }

    private String difference(List<BookedLife> ended, List<BookedPosition> open) {
        var text = new StringBuilder("the journal as the venue's books");
        ended.forEach(life -> text.append("\nvenue, ended:   ").append(life));
        open.forEach(position -> text.append("\nvenue, open:    ").append(position));
        for (var trade : trades()) {
            text.append("\njournal, ").append(trade.certainty()).append(": ").append(trade.certainty() == Certainty.CONFIRMED
                    ? BookedLife.of(trade)
                    : trade);
        }
        return text.append("\nlink: ").append(link()).toString();
    }

    @Override
    public void close() throws InterruptedException {
        product.accounts().remove(account);
        product.await(account, () -> "off instead of " + link(), () -> link().isEmpty() ? Optional.of(account) : Optional.empty());
    }
}
