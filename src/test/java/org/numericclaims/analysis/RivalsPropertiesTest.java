package org.numericclaims.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.numericclaims.subject.SubjectKind;

/** The sweeps find what looking at every pair finds. */
class RivalsPropertiesTest {

    @Property
    void amongTheSameSubject(@ForAll("ofOneSubject") List<Statement> claims, @ForAll("verdicts") Verdict verdict) {
        Map<UUID, BigDecimal> found = new HashMap<>();
        new Rivals(verdict, claims)
                .amongSame(claims, rivalry -> found.put(rivalry.claim().id(), rivalry.gap()));
        assertThat(found).isEqualTo(byPairs(verdict, claims, claims));
    }

    @Property
    void ofANarrowerSubject(
            @ForAll("broader") List<Statement> others,
            @ForAll("narrower") List<Statement> claims,
            @ForAll("verdicts") Verdict verdict) {
        Map<UUID, BigDecimal> found = new HashMap<>();
        new Rivals(verdict, others)
                .ofNarrower(claims, rivalry -> found.put(rivalry.claim().id(), rivalry.gap()));
        assertThat(found).isEqualTo(byPairs(verdict, claims, others));
    }

    private static Map<UUID, BigDecimal> byPairs(Verdict verdict, List<Statement> claims, List<Statement> others) {
        return claims.stream()
                .flatMap(
                        claim -> others.stream().filter(other -> other != claim).map(other -> Rivalry.of(claim, other)))
                .filter(rivalry -> rivalry.is(verdict) && rivalry.isOfPart())
                .collect(Collectors.toMap(rivalry -> rivalry.claim().id(), Rivalry::gap, BigDecimal::max));
    }

    @Provide
    Arbitrary<Verdict> verdicts() {
        return Arbitraries.of(Verdict.contradict, Verdict.tension);
    }

    @Provide
    Arbitrary<List<Statement>> ofOneSubject() {
        return Arbitraries.of(SubjectKind.values()).flatMap(kind -> some(kind, 1));
    }

    @Provide
    Arbitrary<List<Statement>> broader() {
        return some(SubjectKind.flow, 1);
    }

    @Provide
    Arbitrary<List<Statement>> narrower() {
        return some(SubjectKind.flow, 2);
    }

    private static Arbitrary<List<Statement>> some(SubjectKind kind, int depth) {
        return AnyStatement.about(Arbitraries.just(AnyStatement.scope(kind, depth)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }
}
