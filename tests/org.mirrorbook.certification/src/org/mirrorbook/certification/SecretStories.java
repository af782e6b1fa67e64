package org.mirrorbook.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.mirror.NewAccount;

/** Where a key goes, and where it never does. */
abstract class SecretStories extends JournalStories {

    /** What HMAC-SHA256 looks like in Base64. */
    private static final String SIGNATURE = "[A-Za-z0-9+/]{43}=";

    @Test
    void aKeyThatSignedInWasRefusedAndIsGoneLeftNothingOfItselfBehind() throws Exception {
        var key = stage().credential();
        var wrong = new ApiCredential(key.apiKey(), "a-marked-secret-that-is-wrong-" + key.apiKey(), key.passphrase());
        var worse = new ApiCredential(key.apiKey(), key.secret(), "a-marked-passphrase-" + key.apiKey());
        var search = new Search().with("the key", key.apiKey()).with("the secret", key.secret())
                .with("the passphrase", key.passphrase()).with("the wrong secret", wrong.secret())
                .with("the wrong passphrase", worse.passphrase());
        var told = new ArrayList<String>();
        var found = new ArrayList<String>();
        try (var log = new LogEar()) {
            var mirrored = mirror();
            stage().open(stage().symbol(), Side.LONG, stage().size());
            mirrored.awaitOpen(stage().symbol(), Side.LONG, trade -> true);
            var accounts = product().accounts();
            var wanted = new NewAccount("once more", stage().venue(), stage().environment(), Optional.of(stage().endpoint()), true);
            for (var tried : List.of(key, wrong, worse)) {
                var trial = accounts.tryKey(wanted, Optional.of(tried));
                told.add(trial.toString());
                trial.problem().ifPresent(problem -> found.addAll(search.in(problem)));
                assertThat(trial.problem().isPresent()).isEqualTo(tried != key);
            }
            found.addAll(search.in(catchThrowable(() -> accounts.add(wanted, Optional.of(key), stage().kind()))));

            mirrored.replaceKey(wrong);
            mirrored.awaitLink(LinkState.NEEDS_ATTENTION);
            told.add(mirrored.link().toString());
            mirrored.replaceKey(key);
            mirrored.awaitLive();
            stage().cut(CutPhase.LIVE);
            mirrored.awaitLink(LinkState.RECONNECTING);
            told.add(mirrored.link().toString());
            mirrored.pause();

            assertThat(log.lines()).anyMatch(line -> line.contains("NEEDS_ATTENTION"));
            log.lines().forEach(line -> found.addAll(search.in("the log", line)));
            assertThat(log.lines()).noneMatch(line -> line.matches("(?s).*" + SIGNATURE + ".*"));
            var recording = new Recording(product().recordings(), mirrored.account()).lines();
            assertThat(recording).isNotEmpty().noneMatch(line -> line.matches(".*" + SIGNATURE + ".*"));
        }
        told.forEach(text -> found.addAll(search.in("what was told", text)));
        found.addAll(search.below(product().home()));
        var user = Path.of(System.getProperty("user.home"));
        if (Files.isDirectory(user)) {
            found.addAll(search.below(user));
        }

        assertThat(found).isEmpty();
    }
}
