package org.mirrorbook.exchange.bitget.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mirrorbook.exchange.KeyRights;
import org.mirrorbook.exchange.Right;

class RightsRowsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "cpor coor       | YES      | NO       | NO",
            "cpor cpow       | YES      | YES      | NO",
            "coow            | YES      | YES      | NO",
            "cpor wwow       | YES      | NO       | YES",
            "CPOR WWOW       | YES      | NO       | YES",
            "cpor xxow       | YES      | UNKNOWN  | NO",
            "stor            | NO       | NO       | NO",
            "readonly        | YES      | NO       | NO",
            "readonly trade  | YES      | YES      | NO"})
    void theCodesOfAClassicKeySayWhatItMay(String codes, Right read, Right trade, Right withdraw) {
        var rights = RightsRows.classic(row("{\"authorities\":" + list(codes) + "}"));
        assertThat(rights).isEqualTo(new KeyRights(read, trade, withdraw, Right.UNKNOWN, Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "read-only      | uta_mgt uta_trade  | YES     | NO      | NO      | NO",
            "read_only      | uta_mgt            | YES     | NO      | NO      | NO",
            "readonly       | uta_mgt            | YES     | NO      | NO      | NO",
            "read-and-write | uta_mgt            | YES     | NO      | NO      | UNKNOWN",
            "read-and-write | uta_mgt uta_trade  | YES     | YES     | NO      | UNKNOWN",
            "read-and-write | copy_futures_order | UNKNOWN | YES     | NO      | UNKNOWN",
            "read-and-write | uta_mgt withdraw   | YES     | NO      | YES     | UNKNOWN",
            "read-only      | uta_mgt withdraw   | YES     | NO      | YES     | NO",
            "read-and-write | uta_mgt transfer   | YES     | NO      | NO      | YES",
            "something      | uta_mgt uta_trade  | YES     | UNKNOWN | UNKNOWN | UNKNOWN"})
    void theTypeAndThePermissionsOfAUnifiedKeySayWhatItMay(String type, String permissions, Right read, Right trade, Right withdraw,
            Right transfer) {
        var rights = RightsRows.unified(row("{\"permType\":\"" + type + "\",\"permissions\":" + list(permissions) + "}"));
        assertThat(rights).isEqualTo(new KeyRights(read, trade, withdraw, transfer, Optional.empty(), Optional.empty()));
    }

    @Test
    void whatTheVenueDoesNotTellIsUnknownAndNotSafe() {
        assertThat(RightsRows.classic(row("{}"))).isEqualTo(KeyRights.unknown());
        assertThat(RightsRows.classic(row("{\"authorities\":[]}"))).isEqualTo(KeyRights.unknown());
        assertThat(RightsRows.unified(row("{}"))).isEqualTo(KeyRights.unknown());
    }

    @Test
    void addressesComeAsATextOrAsAListAndNoneIsNotTheSameAsNotTold() {
        assertThat(RightsRows.classic(row("{\"ips\":\"203.0.113.7, 203.0.113.8\"}")).ips())
                .contains(Set.of("203.0.113.7", "203.0.113.8"));
        assertThat(RightsRows.unified(row("{\"ips\":[\"203.0.113.7\"]}")).ips()).contains(Set.of("203.0.113.7"));
        assertThat(RightsRows.unified(row("{\"ips\":\"\"}")).ips()).contains(Set.of());
        assertThat(RightsRows.unified(row("{\"ips\":[]}")).ips()).contains(Set.of());
        assertThat(RightsRows.unified(row("{\"ips\":null}")).ips()).isEmpty();
    }

    private static String list(String words) {
        return "[\"" + words.replace(" ", "\",\"") + "\"]";
    }

    private static WireRow row(String json) {
        return new WireReader().read(json);
    }
}
