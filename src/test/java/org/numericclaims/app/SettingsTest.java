package org.numericclaims.app;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void aSettingThatIsNotThereIsRefusedByName() {
        assertThatThrownBy(() -> Settings.requireKnown(Map.of("CLAIMS_ADMIN_KEY", "secret-value")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("CLAIMS_ADMIN_KEY")
                .hasMessageNotContaining("secret-value");
        assertThatCode(() -> Settings.requireKnown(Map.of("CLAIMS_DATA_DIR", "data", "HOME", "/")))
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
