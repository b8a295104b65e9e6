package org.numericclaims.mcp;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.numericclaims.http.Form;
import org.numericclaims.http.JsonBody;

/**
 * An operation of the API that is asked for JSON within the process, as Jakarta REST would ask it: each parameter by its
 * name.
 *
 * @param resource what answers
 * @param method how it is called there
 */
record Operation(Object resource, Method method) {

    /** The operation with that id in the OpenAPI document; {@code type} is the resource's own class. */
    static <T> Operation of(T resource, Class<T> type, String id) {
        return Arrays.stream(type.getMethods())
                .filter(method -> id.equals(id(method)))
                .map(method -> new Operation(resource, method))
                .findAny()
                .orElseThrow();
    }

    String id() {
        return id(method);
    }

    /** What it answers, without what belongs to HTTP alone; it throws what the operation throws. */
    Object ask(MultivaluedMap<String, String> asked, JsonBody body) {
        var arguments = Arrays.stream(method.getParameters())
                .map(parameter -> parameter.getType() == JsonBody.class
                        ? body
                        : parameter.isAnnotationPresent(BeanParam.class)
                                ? filled(parameter.getType(), asked)
                                : value(parameter, parameter.getType(), asked))
                .toArray();
        try {
            var answer = method.invoke(resource, arguments);
            return answer instanceof Response response ? response.getEntity() : answer;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new IllegalStateException(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object filled(Class<?> type, MultivaluedMap<String, String> asked) {
        try {
            var bean = type.getDeclaredConstructor().newInstance();
            for (var field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(QueryParam.class)) {
                    field.setAccessible(true);
                    field.set(bean, value(field, field.getType(), asked));
                }
            }
            return bean;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(AnnotatedElement place, Class<?> type, MultivaluedMap<String, String> asked) {
        var name = place.isAnnotationPresent(PathParam.class)
                ? place.getAnnotation(PathParam.class).value()
                : place.getAnnotation(QueryParam.class).value();
        if (name.equals("format")) {
            return Form.JSON.word(); // whatever Accept likes best
        }
        return type == List.class ? asked.getOrDefault(name, List.of()) : asked.getFirst(name);
    }

    private static String id(Method method) {
        var described = method.getAnnotation(org.eclipse.microprofile.openapi.annotations.Operation.class);
        return described == null ? null : described.operationId();
    }
}
