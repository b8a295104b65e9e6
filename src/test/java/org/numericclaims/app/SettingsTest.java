package org.numericclaims.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void aSettingThatIsNotThereIsRefusedByName() {
        assertThatThrownBy(() -> Settings.requireKnown(Map.of("CLAIMS_ADMIN_KEYS", "secret-value")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("CLAIMS_ADMIN_KEYS")
                .hasMessageNotContaining("secret-value");
        assertThatCode(() -> Settings.requireKnown(Map.of("CLAIMS_DATA_DIR", "data", "HOME", "/")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "secret-of-31-characters........"})
    void aShortAdminKeyIsRefusedAndNotSaid(String key) {
        assertThatThrownBy(() -> Settings.requireKnown(Map.of("CLAIMS_ADMIN_KEY", key)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("CLAIMS_ADMIN_KEY has " + key.length() + " characters")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret with blanks and 32 characters", "secret-with-an-ä-and-32-characters"})
    void anAdminKeyThatNoHeaderBringsIsRefusedAndNotSaid(String key) {
        assertThatThrownBy(() -> Settings.requireKnown(Map.of("CLAIMS_ADMIN_KEY", key)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("CLAIMS_ADMIN_KEY")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aLongAdminKeyIsTaken() {
        var key = Map.of("CLAIMS_ADMIN_KEY", "0123456789abcdef0123456789ABCDEF");
        assertThatCode(() -> Settings.requireKnown(key)).doesNotThrowAnyException();
        assertThat(Settings.haveKey(key)).isTrue();
        assertThat(Settings.haveKey(Map.of("QUARKUS_OIDC_AUTH_SERVER_URL", "https://login.example.org")))
                .isTrue();
        assertThat(Settings.haveKey(Map.of())).isFalse();
    }

    @Test
    void accessIsPublicOrPrivate() {
        assertThatThrownBy(() -> Settings.requireKnown(Map.of("CLAIMS_ACCESS", "Private")))
                .isInstanceOf(StartRefused.class)
                .hasMessage("CLAIMS_ACCESS is public or private.");
        assertThatCode(() -> Settings.requireKnown(Map.of("CLAIMS_ACCESS", "private")))
                .doesNotThrowAnyException();
    }

    @Test
    void whoOnlyReadsLoadsNoSamples() {
        var readOnly = Map.of("CLAIMS_MODE", "read-only");
        assertThatCode(() -> Settings.requireKnown(readOnly)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Settings.requireKnown(Map.of("CLAIMS_MODE", "read-only", "CLAIMS_SAMPLES", "true")))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("CLAIMS_SAMPLES is true, and CLAIMS_MODE is read-only");
    }

    @ParameterizedTest
    @CsvSource({
        "CLAIMS_MODE, readonly, read-write or read-only",
        "CLAIMS_RATE_LIMIT, 10/s, a whole number",
        "CLAIMS_RATE_LIMIT, -1, a whole number",
        "CLAIMS_RATE_LIMIT, '', a whole number",
        "CLAIMS_WRONG_KEY_LIMIT, many, a whole number",
        "CLAIMS_CHANGE_STREAMS, 1e3, a whole number",
        "CLAIMS_BODY_LIMIT, 0, a number of bytes",
        "CLAIMS_BODY_LIMIT, 3000000000, a number of bytes",
        "CLAIMS_IMPORT_LIMIT, 2 GB, a number of bytes",
        "CLAIMS_STATEMENT_TIMEOUT, 15, a number of seconds",
        "CLAIMS_STATEMENT_TIMEOUT, 15s -c fsync=off, a number of seconds",
        "CLAIMS_UPLOAD_PATIENCE, 0s, a number of seconds",
        "CLAIMS_DOWNLOAD_PATIENCE, PT1M, a number of seconds"
    })
    void aLimitThatCannotBeReadIsRefused(String name, String value, String form) {
        assertThatThrownBy(() -> Settings.requireKnown(Map.of(name, value)))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith(name + " is " + form);
    }

    @Test
    void limitsAreTaken() {
        assertThatCode(() -> Settings.requireKnown(Map.of(
                        "CLAIMS_RATE_LIMIT", "0",
                        "CLAIMS_IMPORT_LIMIT", "2000000000",
                        "CLAIMS_STATEMENT_TIMEOUT", "60s")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.1", "::"})
    void withoutKeysNoAddressButLoopbackIsListenedOn(String host) {
        assertThatThrownBy(() -> new HttpPort(host, "8080").requireLoopback())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("CLAIMS_ADMIN_KEY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
    void loopbackIsListenedOn(String host) {
        assertThatCode(() -> new HttpPort(host, "8080").requireLoopback()).doesNotThrowAnyException();
    }
}
