package org.numericclaims;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/** Runs one call in many threads that all start at the same moment. */
public final class Together {

    private Together() {}

    /** What each of the calls, numbered from 0, answered. */
    public static <T> List<T> run(int times, IntFunction<T> call) throws Exception {
        var pool = Executors.newFixedThreadPool(times);
        var barrier = new CyclicBarrier(times);
        try {
            var calls = new ArrayList<Callable<T>>();
            for (int i = 0; i < times; i++) {
                int n = i;
                calls.add(() -> {
                    barrier.await();
                    return call.apply(n);
                });
            }
            var answers = new ArrayList<T>();
            for (var done : pool.invokeAll(calls)) {
                answers.add(done.get());
            }
            return answers;
        } finally {
            pool.shutdown();
        }
    }
}
