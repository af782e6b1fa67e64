package org.mirrorbook.exchange.bitget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class FixturesTest {

    @Test
    void everyFixtureSaysWhereItComesFrom() {
        var rows = List.of(Fixtures.read("sources.tsv").split("\n"));
        var named = rows.stream().skip(1).map(row -> row.split("\t")[0]).sorted().toList();
        assertThat(named).isEqualTo(Fixtures.names());
        assertThat(rows).allSatisfy(row -> assertThat(row.split("\t")).hasSize(5));
    }
}
