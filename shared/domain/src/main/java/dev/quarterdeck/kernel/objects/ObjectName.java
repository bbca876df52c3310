package dev.quarterdeck.kernel.objects;

import java.util.regex.Pattern;

/**
 * What an object is called: folders without dots, and a file with one, so that no object is another's folder. Lower
 * case, since not every machine's folders tell cases apart.
 */
public record ObjectName(String value) implements Comparable<ObjectName> {
    private static final int LONGEST = 512;
    private static final Pattern FORM = Pattern.compile("([a-z0-9][a-z0-9_=-]*/)*[a-z0-9][a-z0-9_=-]*(\\.[a-z0-9]+)+");

    public ObjectName {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "an object's name is like 'folder/file.ext' in lower case, of at most %d characters: '%s'"
                            .formatted(LONGEST, value));
        }
    }

    @Override
    public int compareTo(ObjectName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
