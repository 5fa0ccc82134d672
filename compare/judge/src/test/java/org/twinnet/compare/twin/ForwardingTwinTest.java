package org.twinnet.compare.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A twin that forwards")
class ForwardingTwinTest {

    @Test
    void should_forward_every_method_also_those_with_a_default_to_the_twin_behind_it() throws Exception {
        List<Method> called = new ArrayList<>();
        Twin behind = (Twin) Proxy.newProxyInstance(
                Twin.class.getClassLoader(), new Class<?>[] {Twin.class}, (proxy, method, arguments) -> {
                    called.add(method);
                    return empty(method.getReturnType());
                });
        Twin forwarding = new ForwardingTwin(behind) {};
        List<Method> methods = Arrays.stream(Twin.class.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .toList();
        assertTrue(methods.size() >= 16, () -> "methods found: " + methods);
        for (Method method : methods) {
            called.clear();
            method.invoke(
                    forwarding,
                    Arrays.stream(method.getParameterTypes())
                            .map(ForwardingTwinTest::empty)
                            .toArray());
            assertEquals(
                    List.of(method.getName()),
                    called.stream().map(Method::getName).toList());
        }
    }

    private static Object empty(Class<?> type) {
        if (type == int.class) {
            return 0;
        }
        return type == double.class ? (Object) 0.0 : null;
    }
}
