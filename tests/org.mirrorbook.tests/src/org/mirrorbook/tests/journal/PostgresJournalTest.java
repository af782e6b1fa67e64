package org.mirrorbook.tests.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mirrorbook.tests.journal.Lives.ACCOUNT;
import static org.mirrorbook.tests.journal.Lives.BEGINNING;
import static org.mirrorbook.tests.journal.Lives.batch;
import static org.mirrorbook.tests.journal.Lives.opened;
import static org.mirrorbook.tests.journal.Lives.slot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

import org.mirrorbook.credentials.CredentialVault;
import org.mirrorbook.credentials.MasterPassword;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.journal.JournalHealth;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;
import org.mirrorbook.journal.TradeQuery;
import org.mirrorbook.runtime.Home;
import org.mirrorbook.runtime.Settings;

/** The contract on a real PostgreSQL, whose password lies in the vault. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the server's programs are looked for where Linux has them")
class PostgresJournalTest extends TradeTableContract {

    private static final BundleContext CONTEXT = FrameworkUtil.getBundle(PostgresJournalTest.class).getBundleContext();
    private static final String PATTERN = "pattern";

    @TempDir
    static Path first;

    private static PostgresServer server;
    private static int made;

    @BeforeAll
    static void makeThePattern() throws IOException {
        server = PostgresServer.start();
        server.make(PATTERN);
        Files.writeString(first.resolve("database"), PATTERN);
        openHome(first, PostgresServer.PASSWORD).close();
    }

    @AfterAll
    static void stopTheServer() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @Override
    void prepare(Path home) throws IOException {
        var name = "journal" + ++made;
        server.copy(PATTERN, name);
        Files.writeString(home.resolve("database"), name);
    }

    @Override
    OpenJournal open(Path home) {
        return openHome(home, PostgresServer.PASSWORD);
    }

    @Test
    void nothingIsKeptInTheHome() {
        assertThat(home.resolve("journal")).doesNotExist();
    }

    @Test
    void anAccountThatAnotherInstanceOwnsIsNamedAndNotWritten() throws IOException {
        var empty = journal().store().load(ACCOUNT, BEGINNING).book();
        journal().ownership().release(ACCOUNT);
        server.sql(database(), "insert into lease values ('a1', 'another', 'desk-2, process 7', "
                + "(extract(epoch from clock_timestamp()) * 1000000)::bigint + 600000000)");

        assertThat(journal().ownership().take(ACCOUNT)).contains("desk-2, process 7");
        var life = opened(slot("BTCUSDT"), BEGINNING, "0.5");
        var refused = catchThrowableOfType(JournalProblem.class, () -> journal().store().commit(batch(0, empty, life)));
        assertThat(refused.remedy()).isEqualTo(Remedy.RETRY);
        assertThat(refused).hasMessageContaining("desk-2, process 7");
        assertThat(journal().reader().trades(TradeQuery.all())).isEmpty();

        // its lease ran out: it may have crashed
        server.sql(database(), "update lease set held_until = 0");
        assertThat(journal().ownership().take(ACCOUNT)).isEmpty();
        assertThat(journal().store().commit(batch(0, empty, life))).isEqualTo(1);
    }

    @Test
    void aServerThatCrashedAndCameBackIsWrittenOnWithoutARestart() throws IOException {
        var empty = journal().store().load(ACCOUNT, BEGINNING).book();
        var life = opened(slot("BTCUSDT"), BEGINNING, "0.5");
        var wanted = batch(0, empty, life);

        server.kill();
        var lost = catchThrowableOfType(JournalProblem.class, () -> journal().store().commit(wanted));
        assertThat(lost.remedy()).isEqualTo(Remedy.RETRY);

        server.boot();
        assertThat(journal().ownership().take(ACCOUNT)).isEmpty();
        assertThat(journal().store().load(ACCOUNT, BEGINNING).revision()).isZero();
        assertThat(journal().store().commit(wanted)).isEqualTo(1);
        assertThat(journal().reader().trades(TradeQuery.all())).containsExactly(life.trade());
    }

    @Test
    void aWrongPasswordAnUnknownDatabaseAndAServerThatIsNotThereAreToldApart() throws IOException {
        closeJournal();

        assertThat(refusal("hunter-two").remedy()).isEqualTo(Remedy.ASK_USER);
        assertThat(refusal("hunter-two")).hasMessageContaining("does not let the user mirrorbook in").hasMessageNotContaining("hunter-two");

        Files.writeString(home.resolve("database"), "nowhere");
        assertThat(refusal(PostgresServer.PASSWORD)).hasMessageContaining("has no such database");

        server.kill();
        try {
            assertThat(refusal(PostgresServer.PASSWORD).remedy()).isEqualTo(Remedy.RETRY);
            assertThat(refusal(PostgresServer.PASSWORD)).hasMessageContaining("cannot be reached");
        } finally {
            server.boot();
        }
    }

    private String database() throws IOException {
        return Files.readString(home.resolve("database"));
    }

    private JournalProblem refusal(String password) {
        var registrations = register(home, password);
        try {
            return new Services(CONTEXT).get(JournalHealth.class).await().orElseThrow();
        } finally {
            registrations.reversed().forEach(ServiceRegistration::unregister);
        }
    }

    private static OpenJournal openHome(Path home, String password) {
        var registrations = register(home, password);
        return ServedJournal.await(CONTEXT, () -> registrations.reversed().forEach(ServiceRegistration::unregister));
    }

    /** The vault gets the password first: the journal opens as soon as there are settings. */
    private static List<ServiceRegistration<?>> register(Path home, String password) {
        var registrations = new ArrayList<ServiceRegistration<?>>();
        registrations.add(CONTEXT.registerService(MasterPassword.class, again -> Optional.of("master".toCharArray()), null));
        registrations.add(CONTEXT.registerService(Home.class, () -> home, null));
        new Services(CONTEXT).get(CredentialVault.class).put(new AccountId("database"),
                new ApiCredential(PostgresServer.USER, password, "-"));
        try {
            var settings = Map.of("database.url", server.url(Files.readString(home.resolve("database"))), "database.user",
                    PostgresServer.USER);
            registrations.add(CONTEXT.registerService(Settings.class, new HomeSettings(settings), null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return registrations;
    }
}
