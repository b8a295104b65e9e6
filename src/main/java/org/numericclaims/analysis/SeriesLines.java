package org.numericclaims.analysis;

import com.ibm.icu.text.Collator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The lines of a series while its claims are read, the earliest first. */
final class SeriesLines {

    private final SeriesInterval interval;
    private final Map<Key, Growing> lines = new HashMap<>();

    /** Whose figures of what are on one line. */
    private record Key(UUID claimant, UUID subject) {}

    /** Lines of which each has one point for an interval; all of them for null. */
    SeriesLines(SeriesInterval interval) {
        this.interval = interval;
    }

    /** A line, and the first day of the interval of its last point. */
    final class Growing {

        private final Series.Line line;
        private LocalDate last;

        private Growing(Series.Line line) {
            this.line = line;
        }

        /** Adds what was said until that day; it takes the place of what was said before in the same interval. */
        void add(Series.Point point, LocalDate said) {
            var begin = interval == null ? null : interval.begin(said);
            if (begin != null && begin.equals(last)) {
                line.points().remove(line.points().size() - 1);
            }
            line.points().add(point);
            last = begin;
        }
    }

    /** The line to which the claim in that row belongs. */
    Growing of(ResultSet row) throws SQLException {
        var key = new Key(row.getObject("claimant_id", UUID.class), row.getObject("subject_id", UUID.class));
        var line = lines.get(key);
        if (line == null) {
            line = new Growing(new Series.Line(
                    row.getString("name"),
                    row.getString("slug"),
                    row.getString("subject"),
                    row.getString("subject_slug"),
                    new ArrayList<>()));
            lines.put(key, line);
        }
        return line;
    }

    /** By name, as readers of any language expect it. */
    List<Series.Line> sorted() {
        var words = Collator.getInstance(Locale.ROOT);
        return lines.values().stream()
                .map(growing -> growing.line)
                .sorted(Comparator.comparing(Series.Line::claimant, words::compare)
                        .thenComparing(Series.Line::claimantSlug)
                        .thenComparing(Series.Line::subject, words::compare)
                        .thenComparing(Series.Line::subjectSlug))
                .toList();
    }
}
