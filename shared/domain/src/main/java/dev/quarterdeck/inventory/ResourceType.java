package dev.quarterdeck.inventory;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A type of resource under CloudFormation's name, such as {@code AWS::EC2::Instance}. */
public record ResourceType(String name) implements Comparable<ResourceType> {
    private static final Pattern FORM = Pattern.compile("[A-Z][A-Za-z0-9]*::[A-Z][A-Za-z0-9]*::[A-Z][A-Za-z0-9]*");

    public ResourceType {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("resource type must look like AWS::EC2::Instance: '%s'".formatted(name));
        }
    }

    /** The middle of the name, in lower case: {@code ec2}. */
    public String service() {
        int from = name.indexOf("::") + 2;
        return name.substring(from, name.indexOf("::", from)).toLowerCase(Locale.ROOT);
    }

    /** The record's own goes through method handles, which the quick compiler does not see through. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ResourceType type && name.equals(type.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public int compareTo(ResourceType other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
