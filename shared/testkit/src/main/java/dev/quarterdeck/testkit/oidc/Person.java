package dev.quarterdeck.testkit.oidc;

import java.util.List;

/** Somebody who can sign in at the test provider. */
public record Person(String subject, String name, String email, List<String> groups) {
    public static final Person ANA = new Person("ana-1", "Ana", "ana@example.com", List.of("ops", "users,admins"));

    public Person {
        groups = List.copyOf(groups);
    }
}
