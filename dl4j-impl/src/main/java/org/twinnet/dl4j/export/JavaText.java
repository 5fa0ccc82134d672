package org.twinnet.dl4j.export;

import java.util.Map;
import java.util.TreeMap;

/** Expressions of Java, and the imports that they need. */
final class JavaText {

    private final Map<String, String> imports = new TreeMap<>();

    /** The simple name of a class, which is imported from now on. */
    String type(Class<?> type) {
        imports.put(type.getName(), type.getSimpleName());
        return type.getSimpleName();
    }

    /** A constructor's call. */
    String make(Class<?> type, Object... arguments) {
        StringBuilder text = new StringBuilder("new ").append(type(type)).append('(');
        for (int k = 0; k < arguments.length; k++) {
            text.append(k == 0 ? "" : ", ").append(arguments[k]);
        }
        return text.append(')').toString();
    }

    /** All imports, a line each. */
    String imports() {
        StringBuilder text = new StringBuilder();
        imports.keySet().forEach(name -> text.append("import ").append(name).append(";\n"));
        return text.toString();
    }
}
