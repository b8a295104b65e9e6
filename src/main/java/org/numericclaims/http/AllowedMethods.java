package org.numericclaims.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The methods that each address takes, for the Allow header that the framework leaves out of its 405. */
@ApplicationScoped
class AllowedMethods {

    private final Map<String, TreeSet<String>> methods = new TreeMap<>();

    AllowedMethods(BeanManager beans) {
        for (var bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            if (bean.getBeanClass().isAnnotationPresent(Path.class)) {
                Arrays.stream(bean.getBeanClass().getDeclaredMethods()).forEach(this::add);
            }
        }
    }

    /** The value of the Allow header for that path, decoded and without matrix parameters. */
    String at(String path) {
        var plain = normal(path);
        return methods.entrySet().stream()
                .filter(known -> plain.matches(known.getKey()))
                .flatMap(known -> known.getValue().stream())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private void add(Method operation) {
        verb(operation).ifPresent(verb -> {
            var template = path(operation.getDeclaringClass()) + "/" + path(operation);
            var known = methods.computeIfAbsent(pattern(template), none -> new TreeSet<>());
            known.add(verb);
            known.add(HttpMethod.OPTIONS);
            if (verb.equals(HttpMethod.GET)) {
                known.add(HttpMethod.HEAD);
            }
        });
    }

    private static Optional<String> verb(Method operation) {
        return Arrays.stream(operation.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value)
                .findAny();
    }

    private static String path(AnnotatedElement element) {
        var path = element.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }

    private static String pattern(String template) {
        return Stream.of(normal(template).split("/"))
                .map(segment -> segment.startsWith("{") ? "[^/]+" : Pattern.quote(segment))
                .collect(Collectors.joining("/"));
    }

    private static String normal(String path) {
        return path.replaceAll(";[^/]*", "").replaceAll("/+", "/").replaceAll("^/|/$", "");
    }
}
