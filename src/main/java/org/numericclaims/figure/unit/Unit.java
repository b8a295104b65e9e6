package org.numericclaims.figure.unit;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a figure counts or measures, under the one name that answers show. */
public final class Unit {

    private static final javax.measure.Unit<?> METRE = Ucum.read("m").orElseThrow();

    private final String name;
    private final UnitKind kind;
    private final Optional<javax.measure.Unit<?>> measure;

    private Unit(String name, UnitKind kind, Optional<javax.measure.Unit<?>> measure) {
        this.name = name;
        this.kind = kind;
        this.measure = measure;
    }

    static Unit plain(String name, UnitKind kind) {
        return new Unit(name, kind, Optional.empty());
    }

    static Unit physical(String name, javax.measure.Unit<?> measure) {
        return new Unit(name, UnitKind.PHYSICAL, Optional.of(measure));
    }

    /** The unit of that name, alias, currency or UCUM code; refuses what it does not know with {@code unknown_unit}. */
    public static Unit of(String text) {
        return of(text, false);
    }

    /** As {@link #of(String)}, but {@code newUnit} insists on words that are unknown or one slip from a known unit. */
    public static Unit of(String text, boolean newUnit) {
        return new UnitReading(newUnit).read(text);
    }

    public String name() {
        return name;
    }

    public UnitKind kind() {
        return kind;
    }

    public boolean isCount() {
        return kind == UnitKind.COUNT;
    }

    public boolean isLength() {
        return measure.filter(METRE::isCompatible).isPresent();
    }

    /**
     * The unit in which figures of all units that convert into this one are compared; itself where none does.
     *
     * @return the same for two units exactly where they convert into each other
     */
    public Unit base() {
        return measure.filter(own -> Ucum.conversion(own, own.getSystemUnit()).isPresent())
                .map(own -> physical("base " + own.getSystemUnit(), own.getSystemUnit()))
                .orElse(this);
    }

    /** Whether a figure in this unit can be told in the other; each unit converts into itself. */
    public boolean converts(Unit other) {
        return known(other).isPresent();
    }

    /**
     * How values are told in another unit, to 34 digits and never through binary fractions; the caller rounds.
     *
     * @throws IllegalArgumentException where {@link #converts} is false
     */
    public UnaryOperator<BigDecimal> conversion(Unit to) {
        return known(to).orElseThrow(() -> new IllegalArgumentException(name + " does not convert into " + to.name));
    }

    /** One value by {@link #conversion}, which is worth keeping for many. */
    public BigDecimal convert(BigDecimal value, Unit to) {
        return conversion(to).apply(value);
    }

    private Optional<UnaryOperator<BigDecimal>> known(Unit to) {
        return equals(to)
                ? Optional.of(UnaryOperator.identity())
                : measure.flatMap(own -> to.measure.flatMap(other -> Ucum.conversion(own, other)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Unit unit && name.equals(unit.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
