package org.numericclaims.analysis.chart;

import java.math.BigDecimal;
import java.time.LocalDate;

/** The rectangle between the axes, in pixels. */
record Plot(Axis figures, DateAxis dates, double left, double top, double width, double height) {

    double x(LocalDate day) {
        return left + dates.place(day) * width;
    }

    double y(BigDecimal number) {
        return bottom() - figures.place(number) * height;
    }

    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }

    /** In which of that many columns of equal width the day lies. */
    int column(LocalDate day, int columns) {
        return Math.min(columns - 1, (int) (dates.place(day) * columns));
    }
}
