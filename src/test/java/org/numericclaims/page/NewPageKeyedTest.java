package org.numericclaims.page;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.numericclaims.claim.Given.unique;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.app.TestDatabase;
import org.numericclaims.security.Keyed;

/** The form of a new claim where writing needs a key. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(Keyed.class)
class NewPageKeyedTest {

    @Test
    void whoHasAKeyIsNamedInWhatHePosts() {
        var location =
                Posted.form(signed(Keyed.ADMIN)).statusCode(303).extract().header("Location");
        given().get("/v1" + location.substring(location.indexOf("/claims/")) + "/versions")
                .then()
                .body("items[0].changed_by", is("admin"));
        Posted.form(signed(" " + Keyed.bearer("editor"))).statusCode(303);
    }

    @Test
    void withoutAKeyNothingIsKept() {
        Posted.form(Posted.claim(unique("Keyless")))
                .statusCode(401)
                .body(containsString("id=\"key-fault\">Give a key that is valid."));
    }

    @Test
    void aReaderMayNotWriteButRead() {
        var fields = signed(Keyed.bearer("reader"));
        Posted.form(fields).statusCode(403).body(not(containsString(fields.get("key"))));
        Posted.form("/new/reading", fields).statusCode(200).body(not(containsString(fields.get("key"))));
        Posted.form("/new/reading", Map.of("figure_text", "5")).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nc_wrong", "two words", "\r\n"})
    void aWrongKeyIsRefused(String key) {
        Posted.form(signed(key)).statusCode(401).body(not(containsString(key + "\"")));
        Posted.form("/new/reading", signed("nc_wrong")).statusCode(401);
    }

    @Test
    void aKeyBesideAnotherIsNone() {
        Posted.form(Posted.browser().header("Authorization", Keyed.ADMIN), "/new", signed(Keyed.ADMIN))
                .statusCode(401);
    }

    /** Nothing but the key lets anybody in, and no other site has it. */
    @Test
    void aPageOfAnotherSiteMayPostNothing() {
        Posted.form(Posted.browser().header("Sec-Fetch-Site", "cross-site"), "/new", Posted.claim(unique("Foreign")))
                .statusCode(401);
    }

    private static Map<String, String> signed(String bearer) {
        var fields = new HashMap<>(Posted.claim(unique("Signed")));
        fields.put("key", bearer.replace("Bearer ", ""));
        return fields;
    }
}
