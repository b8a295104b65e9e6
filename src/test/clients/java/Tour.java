import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.numericclaims.client.ApiClient;
import org.numericclaims.client.ApiException;
import org.numericclaims.client.api.ClaimsApi;
import org.numericclaims.client.api.ClaimsApi.APIListClaimsRequest;
import org.numericclaims.client.model.Claim;
import org.numericclaims.client.model.ClaimFile;
import org.numericclaims.client.model.ClaimPatch;
import org.numericclaims.client.model.ClaimStatus;
import org.numericclaims.client.model.ListedClaim;
import org.numericclaims.client.model.Problem;

/** What a program in Java does with the service, and gets back unharmed. */
public class Tour {

    private static final String SOURCE = "In Java";

    private final ApiClient client;
    private final ClaimsApi claims;

    private Tour(String service, String key) {
        client = new ApiClient();
        client.updateBaseUri(service);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + key));
        claims = new ClaimsApi(client);
    }

    public static void main(String... args) throws Exception {
        var tour = new Tour(args[0], args[1]);
        tour.whatThePageShows();
        tour.figuresAreUnharmed();
        tour.listsAreWalkedPickedAndConverted();
        tour.onlyWhatIsNamedIsChanged();
        tour.refusalsSayWhy();
        tour.whatIsImportedTwiceStandsOnce();
    }

    private void whatThePageShows() throws Exception {
        var filters = APIListClaimsRequest.newBuilder()
                .claimant(List.of("ukraine"))
                .unit(List.of("people"))
                .figureGte(new BigDecimal("100000"))
                .limit(2);
        var page = claims.listClaims(filters.build());
        while (page.getNext() != null) {
            page = claims.listClaims(filters.cursor(page.getNext()).build());
        }

        var words = new Claim().figureText("over 818,000").unit("people").claimant("Ukraine").date("2025-01-21");
        var answer = claims.addClaimWithHttpInfo(words.source("In Java"), null, null, null);
        var added = answer.getData();
        var etag = answer.getHeaders().get("etag").get(0);
        var quote = new ClaimPatch().quote("Over 818,000 of them.");
        var changed = claims.changeClaim(added.getId().toString(), etag, quote, null, null);
        var problem = refusal(() -> claims.changeClaim(added.getId().toString(), etag, quote, null, null));

        var json = Files.readString(Path.of("src/test/clients/claims.json"));
        var file = client.getObjectMapper().readValue(json, ClaimFile.class);
        var report = claims.importClaims(file, true, null, null, null, null, null);

        check(412, problem.getStatus());
        check("stale", problem.getCode());
        check(List.of(2, 0, true), List.of(report.getRead(), report.getFailed(), report.getDryRun()));
        check(new BigDecimal(818001), added.getLow());
        check(null, added.getHigh());
        check(List.of("over 818,000", "Over 818,000 of them."), List.of(changed.getFigureText(), changed.getQuote()));
    }

    private void figuresAreUnharmed() throws ApiException {
        for (var figure : List.of("123456789012345", "0.123456789012345", "-2.5")) {
            check(new BigDecimal(figure), get(add(figure)).getFigure());
        }
    }

    private void listsAreWalkedPickedAndConverted() throws ApiException {
        var ids = new ArrayList<>();
        var mine = APIListClaimsRequest.newBuilder().source(List.of(SOURCE)).limit(2);
        var page = claims.listClaims(mine.count("exact").build());
        check(4L, page.getCount());
        page.getItems().stream().map(ListedClaim::getId).forEach(ids::add);
        while (page.getNext() != null) {
            page = claims.listClaims(mine.cursor(page.getNext()).build());
            page.getItems().stream().map(ListedClaim::getId).forEach(ids::add);
        }
        check(4, ids.size());
        check(4, new HashSet<>(ids).size());

        var first = APIListClaimsRequest.newBuilder().source(List.of(SOURCE)).sort("figure");
        var picked = claims.listClaims(first.fields(List.of("figure")).build()).getItems().get(0);
        check(new BigDecimal("-2.5"), picked.getFigure());
        check(null, picked.getUnit());
        var told = claims.listClaims(first.fields(null).inUnit("m").build()).getItems().get(0);
        check(new BigDecimal("-2500"), told.getFigure());
        check(List.of(new BigDecimal("-2.5"), "km"), List.of(told.getStatedFigure(), told.getStatedUnit()));
    }

    private void onlyWhatIsNamedIsChanged() throws ApiException {
        var id = add("7");
        claims.changeClaim(id, "*", new ClaimPatch().quote("Seven.").note("Read twice."), null, null);
        var cleared = claims.changeClaim(id, "*", new ClaimPatch().quote(null), null, null);
        check(null, cleared.getQuote());
        check("Read twice.", cleared.getNote());

        var read = claims.getClaimWithHttpInfo(id, null, null);
        var etag = read.getHeaders().get("etag").get(0);
        var replaced = claims.replaceClaim(id, etag, read.getData().note("Read three times."), null, null);
        check("Read three times.", replaced.getNote());
        check(read.getData().getVersion() + 1, replaced.getVersion());
        claims.withdrawClaim(id, "*", null, null);
        check(ClaimStatus.WITHDRAWN, get(id).getStatus());
    }

    private void refusalsSayWhy() throws Exception {
        var impossible = claim("1").date("2025-02-30");
        var wrong = refusal(() -> claims.addClaim(impossible, null, null, null));
        check(422, wrong.getStatus());
        check("/date", wrong.getErrors().get(0).getPointer());
        check("not_found", refusal(() -> get("no-claim")).getCode());
    }

    private void whatIsImportedTwiceStandsOnce() throws Exception {
        var json = Files.readString(Path.of("src/test/clients/claims.json"));
        var file = client.getObjectMapper().readValue(json, ClaimFile.class);
        claims.importClaims(file, null, null, null, null, null, null);
        var again = claims.importClaims(file, null, null, null, null, null, null);
        check(List.of(0, 2), List.of(again.getCreated(), again.getDuplicates()));
    }

    private interface Call {
        Object run() throws ApiException;
    }

    /** What the service has against it. */
    private Problem refusal(Call call) throws JsonProcessingException {
        try {
            throw new AssertionError("It was done: " + call.run());
        } catch (ApiException refused) {
            return client.getObjectMapper().readValue(refused.getResponseBody(), Problem.class);
        }
    }

    private static Claim claim(String figure) {
        return new Claim().figure(new BigDecimal(figure)).unit("km").claimant("Java").date("2025").source(SOURCE);
    }

    private String add(String figure) throws ApiException {
        return claims.addClaim(claim(figure), null, null, null).getId().toString();
    }

    private Claim get(String id) throws ApiException {
        return claims.getClaim(id, null, null);
    }

    private static void check(Object expected, Object actual) {
        if (expected == null ? actual != null : !expected.equals(actual)) {
            throw new AssertionError("Expected " + expected + ", but it is " + actual);
        }
    }
}
