package org.numericclaims.figure.unit;

import java.util.List;
import java.util.Optional;

/** A line of the catalogue: a unit, all else it is called, and the known units it converts into. */
public record KnownUnit(
        String name,
        String one,
        UnitKind kind,
        Optional<String> ucum,
        List<String> aliases,
        List<String> convertsInto) {}
