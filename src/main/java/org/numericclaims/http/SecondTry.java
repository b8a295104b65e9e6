package org.numericclaims.http;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Does again what PostgreSQL took back to end a deadlock: nothing of it was kept, and nothing answered. A file that came
 * in is read already, and is not.
 */
@Transactional
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100) // around the transaction, which is begun at 200
class SecondTry {

    /** Each deadlock is found after a second. */
    private static final int TRIES = 3;

    @AroundInvoke
    Object untilDone(InvocationContext call) throws Exception {
        boolean repeatable = QuarkusTransaction.getStatus() == Status.STATUS_NO_TRANSACTION
                && Arrays.stream(call.getParameters()).noneMatch(InputStream.class::isInstance);
        for (int left = repeatable ? TRIES - 1 : 0; left > 0; left--) {
            try {
                return call.proceed();
            } catch (Exception e) {
                if (DatabaseFailure.behind(e)
                        .filter(DatabaseFailure.DEADLOCK::equals)
                        .isEmpty()) {
                    throw e;
                }
            }
        }
        return call.proceed();
    }
}
