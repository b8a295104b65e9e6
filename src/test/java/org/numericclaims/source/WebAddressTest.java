package org.numericclaims.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.figure.Unreadable;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://example.org/a,https://example.org/a",
        "HTTPS://Example.ORG:443/a,https://example.org/a",
        "http://example.org:80,http://example.org/",
        "http://example.org:443/,http://example.org:443/",
        "https://example.org:/?Q=A#Top,https://example.org/?Q=A#Top",
        "https://example.org:0443/a,https://example.org/a",
        "https://пример.испытание/А,https://xn--e1afmkfd.xn--80akhbyknj4f/А",
        "https://XN--E1AFMKFD.xn--80akhbyknj4f/А,https://xn--e1afmkfd.xn--80akhbyknj4f/А",
        "https://faß.de/,https://xn--fa-hia.de/",
        "https://r3---sn.example.org/,https://r3---sn.example.org/",
        "https://my_site.example.org/,https://my_site.example.org/",
        "http://169.254.169.254/,http://169.254.169.254/",
        "http://[2001:DB8::1]:80/,http://[2001:db8::1]/",
        "https://uk.wikipedia.org/wiki/Україна,https://uk.wikipedia.org/wiki/Україна",
        "https://example.org/a|b?c[]=d{e},https://example.org/a|b?c[]=d{e}"
    })
    void spellingsOfOneAddressAreOne(String given, String identity) {
        assertThat(WebAddress.isMeant(given)).isTrue();
        assertThat(new WebAddress(given).identity()).isEqualTo(identity);
        assertThat(new WebAddress(identity).identity()).isEqualTo(identity);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "javascript: alert(1)",
                "JaVa\tScript:alert(1)",
                "\u0001javascript:alert(1)",
                " java\u200bscript:alert(1)",
                "ｊavascript:alert(1)",
                "vbscript:x",
                "view-source:https://example.org",
                "data:text/html,<p>",
                "file:///etc/passwd",
                "ftp://example.org/a",
                "s3://bucket/a",
                "blob:https://example.org/1"
            })
    void whatIsNoWebAddressIsRefusedByItsScheme(String given) {
        assertRefused(given, "url_scheme");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://",
                "http:///a",
                "https:/example.org",
                "https:example.org",
                "https:\\\\example.org",
                "https://a b/",
                " https://example.org/",
                "https://example.org/a\u00a0b",
                "https://example.org/\u202egpj",
                "https://example.org/\"onclick=",
                "https://example.org:99999/",
                "https://example.org:-1/",
                "https://example.org:8a/",
                "https://a..b/",
                "https://.",
                "https://%65xample.org/",
                "https://[::1",
                "ｈttps://example.org/"
            })
    void anAddressThatCannotBeFollowedIsMalformed(String given) {
        assertRefused(given, "malformed_url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://user:pw@example.org/", "https://user@example.org/", "https://@/"})
    void aPasswordIsNeverKept(String given) {
        assertRefused(given, "url_has_password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Reuters: 5 dead",
                "The Times, p. 4",
                "Data: Eurostat, table 4",
                "doi:10.1000/182",
                "urn:isbn:0451450523",
                "ISBN:0451450523",
                "Reuters: https://example.org/a",
                "www.example.org/a",
                "https: a history",
                "a/b",
                ":",
                "",
                "🇺🇦"
            })
    void otherWordsAreACitation(String given) {
        assertThat(WebAddress.isMeant(given)).isFalse();
    }

    @Test
    void aCitationIsOneInAnySpelling() {
        assertThat(Source.identity("THE  Times,\u00a0p. 4")).isEqualTo(Source.identity("The Times, p. 4"));
        assertThat(Source.identity("HTTPS://EXAMPLE.org")).isEqualTo("https://example.org/");
    }

    private static void assertRefused(String given, String code) {
        assertThat(WebAddress.isMeant(given)).isTrue();
        assertThatThrownBy(() -> new WebAddress(given))
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
