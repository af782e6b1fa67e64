package org.mirrorbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.exchange.ApiCredential;

/** Where the journal lies, as the command line shows and chooses it. */
class DatabaseCommandTest {

    private static final String URL = "jdbc:postgresql://db.example/books";
    private static final AccountId ENTRY = new AccountId("database");

    private final Prompt prompt = new Prompt();

    @Test
    void theEmbeddedDatabaseIsTheDefault() {
        assertThat(prompt.type("database show")).isZero();
        assertThat(prompt.out.toString()).isEqualTo("embedded, in the data folder\n");

        assertThat(prompt.type("database show --json")).isZero();
        assertThat(prompt.out.toString()).isEqualTo("{\"kind\":\"embedded\",\"url\":null,\"user\":null}\n");
    }

    @Test
    void aServerIsKeptWithItsUserAndItsPasswordOnlyInTheVault() {
        prompt.input = "s3cr3t\nno more\n";

        assertThat(prompt.type("database", "use", URL, "--user", "trader")).as(prompt.err.toString()).isZero();

        assertThat(prompt.home.settings).isEqualTo(Map.of("database.url", URL, "database.user", "trader"));
        assertThat(prompt.home.vault).isEqualTo(Map.of(ENTRY, new ApiCredential("trader", "s3cr3t", "-")));
        assertThat(prompt.out.toString() + prompt.err).doesNotContain("s3cr3t").contains("from now on");
        assertThat(prompt.type("database show")).isZero();
        assertThat(prompt.out.toString()).isEqualTo(URL + " as trader\n");
    }

    @Test
    void backToTheEmbeddedOneForgetsThePassword() {
        prompt.input = "s3cr3t";
        prompt.type("database", "use", URL, "--user", "trader");

        assertThat(prompt.type("database use embedded")).isZero();

        assertThat(prompt.home.settings).isEmpty();
        assertThat(prompt.home.vault).isEmpty();
    }

    @Test
    void besideARunningInstanceItCountsFromItsNextStartOn() {
        prompt.home.shared = true;
        prompt.input = "s3cr3t";

        assertThat(prompt.type("database", "use", URL, "--user", "trader")).isZero();

        assertThat(prompt.out.toString()).contains("from the next start of the running instance on");
    }

    @Test
    void withoutAPasswordNothingIsKept() {
        assertThat(prompt.type("database", "use", URL, "--user", "trader")).isEqualTo(1);

        assertThat(prompt.err.toString()).contains("No password was given");
        assertThat(prompt.home.settings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"trades --database jdbc:mysql://h/d", "trades --database jdbc:postgresql:", "--database= trades",
            "trades --database jdbc:postgresql://me:s3cr3t@h/d", "trades --database jdbc:postgresql://h/d?ssl=true&PASSWORD=s3cr3t",
            "trades --database jdbc:postgresql://h/d?user=me", "database use jdbc:derby:x --user me",
            "database use jdbc:postgresql://h/d?password=s3cr3t --user me", "database use jdbc:postgresql://h/d",
            "database use embedded --user me", "database", "database use"})
    void anAddressThatCannotBeOrHoldsASecretIsWrongUsageAndIsNotRepeated(String arguments) {
        assertThat(prompt.type(arguments)).isEqualTo(2);

        assertThat(prompt.err.toString()).isNotBlank().doesNotContain("s3cr3t");
        assertThat(prompt.opened).isZero();
    }

    @Test
    void theOptionCountsForThisRunBeforeAndAfterTheCommand() {
        assertThat(prompt.type("trades --json --database " + URL)).isZero();
        assertThat(prompt.home.settings).containsEntry("database.url", URL);
        prompt.home.settings.clear();

        assertThat(prompt.type("--database " + URL + " trades --json")).isZero();
        assertThat(prompt.home.settings).containsEntry("database.url", URL);
    }
}
