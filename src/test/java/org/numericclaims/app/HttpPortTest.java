package org.numericclaims.app;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class HttpPortTest {

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var address = new HttpPort("127.0.0.1", Integer.toString(taken.getLocalPort()));
            assertThatThrownBy(address::requireFree)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort());
        }
    }

    @Test
    void anyFreePortAndAnUnreadableOneAreLeftToQuarkus() {
        assertThatCode(new HttpPort("127.0.0.1", "0")::requireFree).doesNotThrowAnyException();
        assertThatCode(new HttpPort("127.0.0.1", "http")::requireFree).doesNotThrowAnyException();
    }
}
