package dev.ensuregsis.local.internal.strict;

import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/** Reserved words that DynamoDB Local takes for attribute names, anywhere in a path. {@code size(path)} is a function. */
final class ReservedWords implements Rule {
    private final Pattern words;

    ReservedWords(Set<String> words) {
        // Neither a part of a longer word, nor a placeholder (#size, :size), nor a call.
        this.words = Pattern.compile(
                "(?<![#:\\w])(?:" + String.join("|", words) + ")(?!\\w|\\s*\\()", Pattern.CASE_INSENSITIVE);
    }

    @Override
    public Optional<Refusal> refusal(DynamoDbRequest request, LiveTables tables) {
        var found = new ArrayList<Refusal>(0);
        Expressions.visit(request, (parameter, expression) -> {
            var word = words.matcher(expression);
            if (word.find()) {
                found.add(new Refusal.Invalid("Invalid " + parameter
                        + ": Attribute name is a reserved keyword; reserved keyword: " + word.group()));
            }
        });
        return found.stream().findFirst();
    }
}
