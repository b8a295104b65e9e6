package org.numericclaims.figure.unit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The catalogue of known units, read once from units.txt. */
public final class Units {

    private static final Map<String, Unit> BY_LABEL = new LinkedHashMap<>();
    private static final Map<String, Unit> BY_FOLDED_LABEL = new LinkedHashMap<>();
    private static final Map<Unit, String> SINGULAR = new LinkedHashMap<>();
    private static final List<KnownUnit> KNOWN;

    static {
        List<Row> rows = lines().map(Row::of).toList();
        rows.forEach(Units::index);
        KNOWN = rows.stream().map(Units::known).toList();
    }

    private Units() {}

    /** Every known unit, in the order of the file. */
    public static List<KnownUnit> known() {
        return KNOWN;
    }

    static Optional<Unit> labelled(String label) {
        return Optional.ofNullable(BY_LABEL.get(label));
    }

    /** As {@link #labelled} but in any case; a single letter is a symbol, and its case tells it apart. */
    static Optional<Unit> labelledInAnyCase(String label) {
        return label.length() < 2 ? Optional.empty() : Optional.ofNullable(BY_FOLDED_LABEL.get(fold(label)));
    }

    static Set<String> foldedLabels() {
        return BY_FOLDED_LABEL.keySet();
    }

    /** The name as it stands after "per": "barrel" for barrels. */
    static String one(Unit unit) {
        return SINGULAR.getOrDefault(unit, unit.name());
    }

    static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static void index(Row row) {
        SINGULAR.put(row.unit, row.one);
        for (String label : row.labels()) {
            Unit earlier = BY_LABEL.put(label, row.unit);
            Unit alike = BY_FOLDED_LABEL.put(fold(label), row.unit);
            if (earlier != null || alike != null && !alike.equals(row.unit)) {
                throw new IllegalStateException("units.txt: \"" + label + "\" names two units");
            }
        }
    }

    private static KnownUnit known(Row row) {
        List<String> others = SINGULAR.keySet().stream()
                .filter(other -> !other.equals(row.unit) && other.converts(row.unit))
                .map(Unit::name)
                .toList();
        List<String> aliases = row.labels().stream()
                .filter(label -> !label.equals(row.unit.name()))
                .toList();
        return new KnownUnit(row.unit.name(), row.one, row.unit.kind(), row.ucum, aliases, others);
    }

    private static Stream<String> lines() {
        try (InputStream file = Units.class.getResourceAsStream("units.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line of the file. */
    private record Row(Unit unit, String one, Optional<String> ucum, List<String> aliases) {

        static Row of(String line) {
            String[] cells = line.split("\\s*\\|\\s*", -1);
            Optional<String> ucum = Optional.of(cells[3]).filter(code -> !code.isEmpty());
            UnitKind kind = UnitKind.valueOf(cells[2]);
            Unit unit = kind == UnitKind.PHYSICAL
                    ? Unit.physical(cells[0], Ucum.read(cells[3]).orElseThrow())
                    : Unit.plain(cells[0], kind);
            List<String> aliases =
                    cells[4].isBlank() ? List.of() : List.of(cells[4].strip().split("\\s*,\\s*"));
            return new Row(unit, cells[1], ucum, aliases);
        }

        Set<String> labels() {
            Set<String> labels = new LinkedHashSet<>(List.of(unit.name()));
            labels.add(one);
            ucum.ifPresent(labels::add);
            labels.addAll(aliases);
            return labels;
        }
    }
}
