package dev.quarterdeck.collect.types;

import java.util.ArrayList;
import java.util.List;

/** A path of members: {@code a.b}, {@code a[].b} through every element of a list, {@code a.*} through every member. */
public record FieldPath(List<Step> steps) {
    public FieldPath {
        steps = List.copyOf(steps);
    }

    public sealed interface Step {}

    public record Member(String name) implements Step {}

    public record EachElement() implements Step {}

    public record EachMember() implements Step {}

    public static FieldPath parse(String text) {
        var steps = new ArrayList<Step>();
        for (String part : text.split("\\.", -1)) {
            String name = part;
            int lists = 0;
            while (name.endsWith("[]")) {
                name = name.substring(0, name.length() - 2);
                lists++;
            }
            if (!name.matches("\\*|[A-Za-z_@$][\\w:-]*")) {
                throw new IllegalArgumentException(
                        "not a path of members such as a.b[].c or a.*: '%s'".formatted(text));
            }
            steps.add(name.equals("*") ? new EachMember() : new Member(name));
            for (int i = 0; i < lists; i++) {
                steps.add(new EachElement());
            }
        }
        return new FieldPath(steps);
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (Step step : steps) {
            switch (step) {
                case Member(var name) -> text.append(text.isEmpty() ? "" : ".").append(name);
                case EachMember() -> text.append(text.isEmpty() ? "*" : ".*");
                case EachElement() -> text.append("[]");
            }
        }
        return text.toString();
    }
}
