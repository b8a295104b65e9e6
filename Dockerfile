# The build takes the JDK that the code is written for; PostgreSQL comes with it, as a Maven artifact.
FROM maven:3-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ./
COPY src src
RUN mvn -q -B -DskipTests -Dspotless.check.skip=true package

FROM eclipse-temurin:25-jre AS program
# PostgreSQL refuses to run as root, and a container gives root no user namespaces. The folder is made here, so that a
# new volume belongs to the user, too.
RUN groupadd --system --gid 10001 claims \
    && useradd --system --uid 10001 --gid claims --home-dir /app --shell /usr/sbin/nologin claims \
    && install --directory --owner=claims --group=claims --mode=0700 /data
WORKDIR /app
COPY LICENSE ./
COPY --from=build /build/target/quarkus-app ./

# What the JVM finds out about the program at a start is found out here, by a start of which nothing else is kept.
FROM program AS training
USER 10001
RUN CLAIMS_DATA_DIR=/tmp/data java -XX:AOTCacheOutput=/tmp/claims.aot -jar quarkus-run.jar > /tmp/log & \
    until grep "Listening on" /tmp/log; do kill -0 $! && sleep 0.2 || exit 1; done; \
    kill $!; wait $!; test -s /tmp/claims.aot

FROM program
COPY --from=training /tmp/claims.aot ./
USER 10001
ENV CLAIMS_DATA_DIR=/data
VOLUME /data

# A service without keys listens on loopback alone, which a published port does not reach; so it is given one:
#   docker build --tag numeric-claims .
#   export CLAIMS_ADMIN_KEY=$(openssl rand -hex 32)
#   docker run --publish 8080:8080 --env CLAIMS_ADMIN_KEY --env QUARKUS_HTTP_HOST=0.0.0.0 \
#       --volume claims:/data --stop-timeout 30 numeric-claims
# Without one the container may share the machine's network instead: --network host.
EXPOSE 8080

# bash opens the socket itself, because the image has no curl.
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
    CMD ["/bin/bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${QUARKUS_HTTP_PORT:-8080} && printf 'GET /health/ready HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]

# Without a shell around it the JVM gets the signal that stops it. The other half of the memory is PostgreSQL's.
ENTRYPOINT ["java", "-XX:AOTCache=claims.aot", "-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", "-jar", "quarkus-run.jar"]
