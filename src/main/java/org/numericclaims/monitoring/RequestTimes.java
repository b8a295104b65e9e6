package org.numericclaims.monitoring;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.stream.DoubleStream;

/** Counts requests by how long they took, so that Prometheus can say below which time so many of them are. */
@Dependent
class RequestTimes {

    private static final String REQUESTS = "http.server.requests";
    private static final double[] SECONDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15};
    private static final double NANOS = 1e9;

    @Produces
    @Singleton
    MeterFilter bounds() {
        var bounds = DistributionStatisticConfig.builder()
                .serviceLevelObjectives(
                        DoubleStream.of(SECONDS).map(seconds -> seconds * NANOS).toArray())
                .build();
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals(REQUESTS) ? bounds.merge(config) : config;
            }
        };
    }
}
