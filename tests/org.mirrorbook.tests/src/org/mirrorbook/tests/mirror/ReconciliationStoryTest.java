package org.mirrorbook.tests.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Result;
import org.mirrorbook.domain.journal.Standing;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.reconciliation.Comparison;
import org.mirrorbook.domain.reconciliation.Difference;
import org.mirrorbook.domain.reconciliation.Difference.Kind;
import org.mirrorbook.exchange.PracticeExchange;
import org.mirrorbook.exchange.PracticeSettings;
import org.mirrorbook.exchange.PracticeVenue;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.JournalBatch;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.JournalStore;
import org.mirrorbook.journal.TradeQuery;
import org.mirrorbook.mirror.AccountService;
import org.mirrorbook.mirror.MirrorTopics;
import org.mirrorbook.mirror.NewAccount;
import org.mirrorbook.mirror.Reconciliation;

/** The journal beside the practice exchange's own books, with nothing faked: sockets, connector, lanes, lifecycle, Derby. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class ReconciliationStoryTest {

    @TempDir
    Path home;

    private final HttpClient http = HttpClient.newHttpClient();
    private RunningProduct product;
    private PracticeExchange exchange;
    private URI endpoint;
    private AccountService accounts;
    private Reconciliation reconciliation;
    private JournalReader journal;

    @BeforeEach
    void open() throws Exception {
        product = new RunningProduct(home);
        accounts = product.accounts();
        exchange = product.service(PracticeVenue.class).start(new PracticeSettings(0, 7, BigDecimal.ONE, 1, Optional.empty(),
                Optional.empty(), false));
        endpoint = exchange.endpoint();
        reconciliation = product.service(Reconciliation.class);
        journal = product.service(JournalReader.class);
    }

    @AfterEach
    void close() {
        exchange.close();
        product.close();
    }

    @Test
    void whatWasAlteredInTheDatabaseIsFoundWithBothValuesAndPutRight() throws Exception {
        var account = mirrored();
        live("BTCUSDT", "long", "0.010");
        live("ETHUSDT", "short", "0.10");
        assertThat(compared(account, Optional.empty()).differences()).as("while it is mirrored").isEmpty();
        unmirror();
        var whole = compared(account, Optional.empty());
        while (whole.compared() < 2) {
            // REST shows a close a moment late, as the venue's own does; the rate limit paces the questions
            assertThat(whole.equal()).isTrue();
            whole = compared(account, Optional.empty());
        }
        assertThat(whole.equal()).as("over a connection of its own: %s", whole.differences()).isTrue();
        assertThat(whole.compared()).isEqualTo(2);

        var trade = journal.trades(TradeQuery.all()).getFirst();
        var told = trade.result().funding().subtract(BigDecimal.ONE);
        tamper(account, trade, told);
        var found = compared(account, Optional.empty());

        assertThat(found.differences()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.FIGURES);
            assertThat(one.trade().map(Trade::id)).contains(trade.id());
            assertThat(one.fields()).containsExactlyInAnyOrder(
                    new Difference.Field("funding", Optional.of(told), Optional.of(trade.result().funding())),
                    new Difference.Field("netPnl", Optional.of(trade.result().net().subtract(BigDecimal.ONE)),
                            one.record().flatMap(record -> record.reportedNet()).or(() -> Optional.of(trade.result().net()))));
        });

        var corrected = done(reconciliation.correct(account.id(), found.differences()));

        assertThat(corrected.differences()).isEmpty();
        assertThat(journal.trade(trade.id())).hasValueSatisfying(now -> {
            assertThat(now.standing()).isEqualTo(Standing.CORRECTED);
            assertThat(now.result().funding()).isEqualTo(trade.result().funding());
            assertThat(now.result().net()).isEqualTo(trade.result().net());
        });
        assertThat(journal.events(trade.id())).anySatisfy(event -> assertThat(event.toString()).contains("TradeCorrected"));
        assertThat(product.awaitEvent(MirrorTopics.CORRECTED).getProperty(MirrorTopics.TRADE)).isEqualTo(trade.id().value());
    }

    @Test
    void livesOfWhileNobodyListenedAreFoundAndEnteredAndThoseOfBeforeWhenTheUserWantsThem() throws Exception {
        var beginning = product.service(Clock.class).instant().minus(Duration.ofDays(1));
        perform("{\"do\":\"open\",\"symbol\":\"SOLUSDT\",\"side\":\"long\",\"size\":\"1\"}");
        perform("{\"do\":\"close\",\"symbol\":\"SOLUSDT\"}");
        var account = mirrored();
        live("BTCUSDT", "long", "0.010");
        unmirror();
        perform("{\"do\":\"open\",\"symbol\":\"BTCUSDT\",\"side\":\"short\",\"size\":\"0.020\"}");
        perform("{\"do\":\"close\",\"symbol\":\"BTCUSDT\"}");

        var missed = compared(account, Optional.empty());
        while (missed.entered() == 0) {
            // REST shows a close a moment late, as the venue's own does; the rate limit paces the questions
            assertThat(missed.equal()).isTrue();
            missed = compared(account, Optional.empty());
        }
        assertThat(missed.differences()).as("what was found is entered, and is no difference").isEmpty();
        assertThat(missed.entered()).isEqualTo(1);
        assertThat(journal.trades(TradeQuery.all())).filteredOn(Trade::found).singleElement().satisfies(trade -> {
            assertThat(trade.slot().instrument()).isEqualTo("BTCUSDT");
            assertThat(trade.terms().quantity()).isEqualByComparingTo("0.02");
            assertThat(trade.certainty()).isEqualTo(Certainty.CONFIRMED);
        });

        var all = compared(account, Optional.of(beginning));
        assertThat(all.differences()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.ONLY_EXCHANGE);
            assertThat(one.slot().instrument()).isEqualTo("SOLUSDT");
        });
        assertThat(all.since()).isEqualTo(beginning);
        assertThat(all.entered()).isZero();

        var corrected = done(reconciliation.correct(account.id(), all.differences()));

        assertThat(corrected.differences()).isEmpty();
        assertThat(corrected.compared()).isEqualTo(3);
        assertThat(journal.trades(TradeQuery.all())).hasSize(3).allSatisfy(trade -> assertThat(trade.certainty())
                .isEqualTo(Certainty.CONFIRMED));
        assertThat(journal.trades(TradeQuery.all())).filteredOn(Trade::found).extracting(trade -> trade.slot().instrument())
                .containsExactlyInAnyOrder("SOLUSDT", "BTCUSDT");
    }

    private Account mirrored() throws Exception {
        var account = accounts.add(new NewAccount("main", "bitget", Environment.PRACTICE, Optional.of(endpoint), true),
                Optional.of(exchange.credentials().getFirst()), "classic");
        accounts.mirrorEnabled();
        product.awaitEvent(MirrorTopics.STARTED);
        return account;
    }

    private void unmirror() {
        accounts.stopMirroring();
    }

    /** A life that is mirrored from its beginning to its final figures. */
    private void live(String symbol, String side, String size) throws Exception {
        perform("{\"do\":\"open\",\"symbol\":\"" + symbol + "\",\"side\":\"" + side + "\",\"size\":\"" + size + "\"}");
        product.awaitEvent(MirrorTopics.OPENED);
        perform("{\"do\":\"close\",\"symbol\":\"" + symbol + "\"}");
        product.awaitEvent(MirrorTopics.CONFIRMED);
    }

    private void perform(String step) throws Exception {
        var answer = http.send(HttpRequest.newBuilder(endpoint.resolve("/practice/do")).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(step)).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** Writes another funding past the lanes, as somebody with a tool for databases would. */
    private void tamper(Account account, Trade trade, BigDecimal funding) throws Exception {
        var store = product.service(JournalStore.class);
        var stored = store.load(account.id(), Instant.EPOCH);
        var result = trade.result();
        var altered = trade.with(new Result(result.realised(), result.unrealised(), result.fees(), funding, result.openFee(),
                result.closeFee(), result.reportedNet(), result.otherFees()));
        store.commit(new JournalBatch(stored.revision(), stored.book(), List.of(), List.of(altered)));
    }

    private Comparison compared(Account account, Optional<Instant> since) throws Exception {
        return done(reconciliation.compare(account.id(), since));
    }

    private static Comparison done(CompletionStage<Comparison> coming) throws Exception {
        return coming.toCompletableFuture().get(2, TimeUnit.MINUTES);
    }
}
