package org.mirrorbook.app.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {

    @Test
    void withoutAnythingTheWindowOpensOnTheUsualHome() {
        var request = request("");

        assertThat(request.wantsWorkbench()).isTrue();
        assertThat(request.needsHome()).isTrue();
        assertThat(request.home()).isEmpty();
    }

    @Test
    void theGlobalOptionsAloneStillOpenTheWindow() {
        var request = request("--home /data --password-file=/secret");

        assertThat(request.wantsWorkbench()).isTrue();
        assertThat(request.home()).contains("/data");
        assertThat(request.passwordFile()).contains("/secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--home /data trades --json", "trades --home /data --json", "trades --json --home=/data",
            "--home=/data trades"})
    void theHomeMayStandBeforeAndAfterTheCommand(String arguments) {
        var request = request(arguments);

        assertThat(request.command()).contains("trades");
        assertThat(request.home()).contains("/data");
        assertThat(request.wantsWorkbench()).isFalse();
        assertThat(request.needsHome()).isTrue();
    }

    @Test
    void theValueOfAGlobalOptionIsNoCommand() {
        assertThat(request("--password-file accounts mirror").command()).contains("mirror");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V", "--help", "-h", "help", "help trades", "trades --help", "accounts add -h",
            "mirror --version", "practice",
            "practice --port 0", "no-such-command", "--no-such-option", "--home"})
    void helpThePracticeExchangeAndMistakesTouchNoHome(String arguments) {
        var request = request(arguments);

        assertThat(request.wantsWorkbench()).isFalse();
        assertThat(request.needsHome()).isFalse();
    }

    @Test
    void aSignalIsTheGoodEndOfWhatMirrorsAndOfThePracticeExchangeAlone() {
        assertThat(request("--home /data mirror main --json").runsUntilStopped()).isTrue();
        assertThat(request("practice").runsUntilStopped()).isTrue();
        assertThat(request("accounts mirror main on").runsUntilStopped()).isFalse();
        assertThat(request("").runsUntilStopped()).isFalse();
    }

    @Test
    void theAddressOfADatabaseIsNoCommandAndOpensTheWindowAlone() {
        assertThat(request("--database jdbc:postgresql://host/books status").command()).contains("status");
        assertThat(request("--database=jdbc:postgresql://host/books").wantsWorkbench()).isTrue();
        assertThat(request("--database jdbc:postgresql://host/books").database()).contains("jdbc:postgresql://host/books");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trades", "status", "mirror main", "backup file", "accounts add"})
    void theOwnerOfTheHomeMayRunACommand(String arguments) {
        assertThat(request(arguments).mayBeServed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"restore file", "replay file", ""})
    void theWindowAndWhatMakesAJournalNeedTheHomeForThemselves(String arguments) {
        assertThat(request(arguments).needsHome()).isTrue();
        assertThat(request(arguments).mayBeServed()).isFalse();
    }

    private static Request request(String arguments) {
        return Request.of(arguments.isEmpty() ? List.of() : List.of(arguments.split(" ")));
    }
}
