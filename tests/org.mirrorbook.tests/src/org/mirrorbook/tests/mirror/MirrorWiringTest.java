package org.mirrorbook.tests.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.cm.ConfigurationAdmin;

import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.RowFigures;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.ConnectorFactory;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.TradeQuery;
import org.mirrorbook.mirror.AccountService;
import org.mirrorbook.mirror.MirrorDirectory;
import org.mirrorbook.mirror.MirrorTopics;
import org.mirrorbook.mirror.NewAccount;

/** One account, one configuration, one component, one thread: with the product's own vault, journal and service runtime. */
class MirrorWiringTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final ApiCredential KEY = new ApiCredential("key", "secret", "");

    @TempDir
    Path home;

    private final TestVenue venue = new TestVenue();
    private RunningProduct product;
    private AccountService accounts;

    @BeforeEach
    void open() throws Exception {
        product = new RunningProduct(home);
        product.register(ConnectorFactory.class, venue, Map.of(ConnectorFactory.VENUE, "test"));
        accounts = product.accounts();
    }

    @AfterEach
    void close() {
        product.close();
    }

    @Test
    void anEnabledAccountIsMirroredIntoTheJournalAndItsThreadEndsWithTheToggle() throws Exception {
        var account = accounts.add(new NewAccount("main", "test", Environment.LIVE, Optional.empty(), true), Optional.of(KEY), "");
        accounts.mirrorEnabled();
        var link = venue.awaitStart();
        assertThat(link.credentials.credential()).isEqualTo(KEY);
        assertThat(link.lane.join().getName()).isEqualTo("mirror main");

        link.live(NOON, row(link.scope()));
        var opened = product.awaitEvent(MirrorTopics.OPENED);
        assertThat(opened.getProperty(MirrorTopics.ACCOUNT)).isEqualTo(account.id().value());
        product.awaitEvent(MirrorTopics.STARTED);
        assertThat(product.service(JournalReader.class).trades(TradeQuery.all())).singleElement()
                .satisfies(trade -> assertThat(trade.id().value()).isEqualTo(opened.getProperty(MirrorTopics.TRADE)));
        var directory = product.service(MirrorDirectory.class);
        assertThat(directory.view().positions()).hasSize(1);
        assertThat(directory.links().get(account.id()).state()).isEqualTo(LinkState.LIVE);

        accounts.setMirror(account.id(), false);
        assertThat(link.lane.join().join(Duration.ofSeconds(30))).as("the thread ends").isTrue();
        assertThat(link.stopped).isCompleted();
        assertThat(directory.view().positions()).isEmpty();
        assertThat(directory.links()).isEmpty();
    }

    @Test
    void aRenamedAccountIsMirroredByALaneOfItsNewName() throws Exception {
        var account = accounts.add(new NewAccount("main", "test", Environment.LIVE, Optional.empty(), true), Optional.of(KEY), "");
        accounts.mirrorEnabled();
        var before = venue.awaitStart();
        accounts.edit(account.id(), "renamed", Optional.empty());
        var after = venue.awaitStart();

        assertThat(after.lane.join().getName()).isEqualTo("mirror renamed");
        assertThat(before.lane.join().join(Duration.ofSeconds(30))).isTrue();
        accounts.stopMirroring();
        assertThat(after.lane.join().join(Duration.ofSeconds(30))).isTrue();
    }

    @Test
    void anAgreementToATradingKeyReachesTheConnectorOfAMirrorThatStartsAgain() throws Exception {
        var account = accounts.add(new NewAccount("main", "test", Environment.LIVE, Optional.empty(), true), Optional.of(KEY), "");
        accounts.mirrorEnabled();
        var before = venue.awaitStart();
        assertThat(before.settings.tradingKeyAccepted()).isFalse();
        accounts.edit(account.id(), "main", Optional.empty(), true);
        var after = venue.awaitStart();

        assertThat(after.settings.tradingKeyAccepted()).isTrue();
        assertThat(accounts.find("main").orElseThrow().acceptsTradingKey()).as("kept in the journal").isTrue();
        assertThat(before.lane.join().join(Duration.ofSeconds(30))).isTrue();
    }

    @Test
    void theKindThatAMirrorFindsOutIsKeptAndTheHealthOfItsLinkIsTold() throws Exception {
        var account = accounts.add(new NewAccount("main", "test", Environment.LIVE, Optional.empty(), true), Optional.of(KEY), "");
        accounts.mirrorEnabled();
        var link = venue.awaitStart();
        link.isOf("unified", NOON);
        link.live(NOON, row(link.scope()));
        product.awaitEvent(MirrorTopics.STARTED);

        assertThat(accounts.find("main").orElseThrow().kind()).isEqualTo("unified");
        assertThat(product.service(MirrorDirectory.class).health(account.id())).contains(link.health());
    }

    @Test
    void aConfigurationOfAnEarlierRunStartsNothing() throws Exception {
        var admin = product.service(ConfigurationAdmin.class);
        var stale = admin.getFactoryConfiguration("org.mirrorbook.mirror", "stale", "?");
        var current = admin.getFactoryConfiguration("org.mirrorbook.mirror", "current", "?");
        try {
            stale.update(settings("stale", "of-an-earlier-run"));
            current.update(settings("current", product.run()));
            // configurations are handed out in order, so the stale one was looked at when this one runs
            var link = venue.awaitStart();
            assertThat(link.settings.label()).isEqualTo("current");
            assertThat(RunningProduct.lane("stale")).isEmpty();
        } finally {
            stale.delete();
            current.delete();
        }
    }

    @Test
    void whatIsLeftInTheStoreIsDeletedWhenTheAccountsComeUp() throws Exception {
        var admin = product.service(ConfigurationAdmin.class);
        admin.getFactoryConfiguration("org.mirrorbook.mirror", "stale", "?").update(settings("stale", "of-an-earlier-run"));
        product.close();
        open();

        assertThat(admin.listConfigurations("(service.factoryPid=org.mirrorbook.mirror)")).isNull();
    }

    @Test
    void whenTheHomeClosesTheMirrorsAreGoneBeforeTheJournal() throws Exception {
        accounts.add(new NewAccount("main", "test", Environment.LIVE, Optional.empty(), true), Optional.of(KEY), "");
        accounts.mirrorEnabled();
        var link = venue.awaitStart();
        product.close();
        assertThat(link.stopped).isCompleted();
        assertThat(link.lane.join().isAlive()).isFalse();
        open();
    }

    private static Hashtable<String, Object> settings(String label, String run) {
        return new Hashtable<>(Map.of("account.id", label, "venue", "test", "label", label, "environment", "LIVE", "credential.revision",
                0L,
                "connector.target", "(venue=test)", "run.target", "(run.id=" + run + ")"));
    }

    private static PositionRow row(Scope scope) {
        return new PositionRow(new Slot(scope, "BTCUSDT", Side.LONG, MarginMode.CROSSED, "USDT"), LifeMark.ofLife("77", NOON),
                BigDecimal.ONE,
                new BigDecimal("60000"), RowFigures.none(), NOON);
    }
}
