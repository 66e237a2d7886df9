package dev.ensuregsis.maven.internal.option;

import java.util.LinkedHashMap;
import java.util.Map;

/** Pairs of a name and a value, with commas between them. */
final class NamedValues {

    private NamedValues() {}

    /**
     * Reads them.
     *
     * @param property the property's name
     * @param form what a pair looks like, such as {@code name=value}
     * @param emptyValues whether a value may be empty
     * @param options what the user gave; takes what is refused
     * @return the values by name, in order
     */
    static Map<String, String> read(String property, String form, boolean emptyValues, OptionReader options) {
        var values = new LinkedHashMap<String, String>();
        for (var pair : options.list(property)) {
            int equals = pair.indexOf('=');
            if (equals < 1 || (!emptyValues && equals == pair.length() - 1)) {
                options.refuse(property, pair, form + ", several of them separated by commas");
            } else if (values.put(
                            pair.substring(0, equals).trim(),
                            pair.substring(equals + 1).trim())
                    != null) {
                options.refuse(property, pair, "each name once");
            }
        }
        return values;
    }
}
