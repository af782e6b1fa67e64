package org.mirrorbook.exchange.bitget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixturesTest {

    @ParameterizedTest
    @ValueSource(strings = {"bitget", "bitget-uta"})
    void everyFixtureIsReadByATest(String folder) throws IOException {
        try (var tests = Files.walk(Path.of("test"))) {
            var text = new StringBuilder();
            for (var test : tests.filter(file -> file.toString().endsWith("Test.java")).toList()) {
                text.append(Files.readString(test));
            }
            // in quotes, alone or as the first value of a row
            assertThat(Fixtures.names(folder)).allSatisfy(name -> assertThat(text).containsPattern("\"" + Pattern.quote(name) + "[\",]"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bitget", "bitget-uta"})
    void everyFixtureSaysWhereItComesFrom(String folder) {
        var rows = List.of(Fixtures.read(folder + "/sources.tsv").split("\n"));
        var named = rows.stream().skip(1).map(row -> row.split("\t")[0]).sorted().toList();
        assertThat(Fixtures.names(folder)).extracting(name -> name.substring(name.indexOf('/') + 1)).isEqualTo(named);
        assertThat(rows).allSatisfy(row -> assertThat(row.split("\t")).hasSize(5));
    }
}
