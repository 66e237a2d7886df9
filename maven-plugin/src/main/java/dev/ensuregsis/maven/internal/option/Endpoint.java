package dev.ensuregsis.maven.internal.option;

import java.net.URI;
import java.net.URISyntaxException;

/** Where DynamoDB answers, as {@code gsi.endpoint} says it. */
public sealed interface Endpoint {

    /** What the user says for {@link Embedded}. */
    String EMBEDDED = "embedded";

    /**
     * Reads it.
     *
     * @param property the property's name
     * @param options what the user gave; takes what is refused
     * @return where it is; AWS's own if nothing was given, or it is refused
     */
    static Endpoint read(String property, OptionReader options) {
        var text = options.text(property);
        if (text == null) {
            return new OfRegion();
        }
        if (text.equals(EMBEDDED)) {
            return new Embedded(EmbeddedOptions.read(options));
        }
        try {
            var uri = new URI(text);
            var http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (http && uri.getHost() != null && uri.getUserInfo() == null) {
                return new At(uri);
            }
        } catch (URISyntaxException malformed) {
            // Refused below, like a URL of another scheme.
        }
        options.refuse(property, "a URL like http://localhost:8000, or embedded");
        return new OfRegion();
    }

    /** AWS's own, in the region. */
    record OfRegion() implements Endpoint {}

    /**
     * The DynamoDB Local of the Maven session.
     *
     * @param options what it is to be like
     */
    record Embedded(EmbeddedOptions options) implements Endpoint {}

    /**
     * An address.
     *
     * @param url its URL
     */
    record At(URI url) implements Endpoint {}
}
