package org.mirrorbook.journal.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;

class PlaceTest {

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://trader:hunter2@machine/journal", "jdbc:postgresql://machine/journal?password=hunter2",
            "jdbc:postgresql://machine/journal?ssl=true&sslpassword=hunter2"})
    void anAddressThatHoldsASecretIsRefusedWithoutRepeatingIt(String url) {
        var refused = catchThrowableOfType(JournalProblem.class, () -> new Place(url, Optional.empty()));

        assertThat(refused.remedy()).isEqualTo(Remedy.ASK_USER);
        assertThat(refused).hasMessageContaining("must not hold").hasMessageNotContaining("hunter2");
    }

    @Test
    void anAddressThatTheDriverDoesNotUnderstandIsTheUsersToCorrect() {
        var place = new Place("jdbc:postgresql://machine:abc/journal", Optional.of("trader"));

        var refused = catchThrowableOfType(JournalProblem.class, () -> PostgresDatabase.open(place, Optional.of("hunter2")));

        assertThat(refused.remedy()).isEqualTo(Remedy.ASK_USER);
        assertThat(refused).hasMessageContaining("machine:abc/journal").hasMessageNotContaining("hunter2");
    }
}
