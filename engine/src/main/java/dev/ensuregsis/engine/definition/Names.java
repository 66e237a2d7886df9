package dev.ensuregsis.engine.definition;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** DynamoDB's rules for names, each as the fault that it finds. */
final class Names {
    private static final Pattern TABLE_ARN =
            Pattern.compile("arn:[^:]*:dynamodb:(?<region>[^:]*):(?<account>[^:]*):table/(?<table>[^/]+)(?:/.*)?");

    private static final int MIN_LENGTH = 3;
    private static final int MAX_LENGTH = 255;
    private static final int MAX_ATTRIBUTE_BYTES = 255;

    private Names() {}

    static Optional<String> tableOrIndexFault(String kind, String name) {
        if (isTableOrIndex(name)) {
            return Optional.empty();
        }
        var arn = TABLE_ARN.matcher(name);
        if (arn.matches()) {
            return Optional.of(kind + " name \"" + name + "\" is an ARN: write \"" + arn.group("table")
                    + "\", and have the account and region checked (region " + arn.group("region") + ", account "
                    + arn.group("account") + ")");
        }
        return Optional.of(kind + " name \"" + name + "\" is not 3 to 255 of the characters a-z A-Z 0-9 _ . -");
    }

    private static boolean isTableOrIndex(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (!isAllowed(name.charAt(i))) {
                return false;
            }
        }
        return name.length() >= MIN_LENGTH && name.length() <= MAX_LENGTH;
    }

    private static boolean isAllowed(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "_.-".indexOf(c) >= 0;
    }

    static Optional<String> attributeFault(String name) {
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        return bytes >= 1 && bytes <= MAX_ATTRIBUTE_BYTES
                ? Optional.empty()
                : Optional.of(
                        "attribute name \"" + name + "\" is " + bytes + " bytes long, not 1 to " + MAX_ATTRIBUTE_BYTES);
    }
}
