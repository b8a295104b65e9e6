package org.numericclaims.claim;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.numericclaims.database.Rows;
import org.numericclaims.figure.Days;
import org.numericclaims.figure.Figure;
import org.numericclaims.figure.PartialDate;
import org.numericclaims.figure.Period;
import org.numericclaims.figure.Qualifier;
import org.numericclaims.figure.unit.Unit;
import org.numericclaims.http.Problems;
import org.numericclaims.naming.Ids;

/**
 * What a claimant said a subject came to, on a date, as one source reports it: the row that is written. What is read
 * is a {@link ClaimView}.
 */
@Entity
public class Claim extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    public UUID claimantId;
    public UUID subjectId;
    public UUID sourceId;

    public BigDecimal figure;
    public BigDecimal figureTo;
    public BigDecimal best;
    public String qualifier;
    public BigDecimal roundedTo;
    public String figureText;
    public BigDecimal low;
    public boolean lowOpen;
    public BigDecimal high;
    public boolean highOpen;
    public BigDecimal likelyLow;
    public boolean likelyLowOpen;
    public BigDecimal likelyHigh;
    public boolean likelyHighOpen;
    public int rule;
    public String unit;

    public String relayedBy;
    public String date;
    public LocalDate dateStart;
    public LocalDate dateEnd;
    public String period;
    public LocalDate periodStart;
    public LocalDate periodEnd;
    public String quote;
    public UUID partOf;
    public UUID supersedes;
    public UUID baselineSubjectId;
    public String baselinePeriod;
    public String note;

    @Enumerated(EnumType.STRING)
    public ClaimStatus status;

    @Version
    public int version = 1;

    /** The claim with that id, and nobody else changes it before this transaction ends. */
    static Optional<Claim> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The claim with that id, as it stays until this transaction ends. */
    static Optional<Claim> kept(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_READ);
    }

    /** No such claim is in the record: 404, or 410 where it was purged. */
    public static HttpProblem missing(String address) {
        var purged = "select true from purged_claim where id = ?";
        boolean gone = Ids.read(address)
                .map(id -> !Rows.read(purged, List.of(id), row -> true).isEmpty())
                .orElse(false);
        return gone
                ? Problems.of(410, "purged", "Claim '" + address + "' was erased for good.")
                : Problems.notFound("claim", address);
    }

    /** Erases it with all its versions; that others are parts of it or replace it goes too. */
    void purge() {
        Rows.read("select set_config('claims.purge', 'on', true)", List.of(), row -> true);
        deleteById(id);
    }

    /** Makes it say what was sent, other than whom and what that names. */
    void say(NewClaim sent) {
        state(sent.figure(), sent.unit());
        figureText = sent.figureText();
        relayedBy = sent.relayedBy();
        when(sent.date(), sent.period());
        quote = sent.quote();
        baselinePeriod =
                sent.baselinePeriod() == null ? null : sent.baselinePeriod().text();
        note = sent.note();
        status = sent.status();
    }

    Figure stated() {
        return new Figure(figure, figureTo, best, Qualifier.of(qualifier).orElseThrow(), roundedTo);
    }

    private void state(Figure stated, Unit in) {
        figure = stated.value();
        figureTo = stated.to();
        best = stated.best();
        qualifier = stated.qualifier().code();
        roundedTo = stated.roundedTo();
        unit = in.name();
        var logical = stated.logical(in.isCount());
        low = logical.low();
        lowOpen = logical.lowOpen();
        high = logical.high();
        highOpen = logical.highOpen();
        var likely = stated.likely(in.isCount());
        likelyLow = likely.low();
        likelyLowOpen = likely.lowOpen();
        likelyHigh = likely.high();
        likelyHighOpen = likely.highOpen();
        rule = Figure.RULE;
    }

    private void when(PartialDate said, Period covered) {
        date = said.text();
        dateStart = said.first();
        dateEnd = said.last();
        period = covered == null ? null : covered.text();
        var days = Optional.ofNullable(covered).flatMap(span -> span.days(said));
        periodStart = days.map(Days::first).orElse(null);
        periodEnd = days.map(Days::last).orElse(null);
    }
}
