package dev.quarterdeck.identity.access;

import java.util.Set;

/** Where a right holds, or is denied. What a target does not have, it does not match. */
public sealed interface Scope {
    /** The hub and all of its accounts. */
    record Everywhere() implements Scope {
        public static final Everywhere VALUE = new Everywhere();

        @Override
        public boolean covers(Target target) {
            return true;
        }
    }

    /** These accounts, by their twelve digits. */
    record Accounts(Set<String> ids) implements Scope {
        public Accounts {
            ids = Set.copyOf(ids);
            ids.forEach(Accounts::check);
        }

        private static void check(String id) {
            if (id.length() != 12 || !id.chars().allMatch(c -> c >= '0' && c <= '9')) {
                throw new IllegalArgumentException("account id must be 12 digits: '%s'".formatted(id));
            }
        }

        @Override
        public boolean covers(Target target) {
            return target instanceof Target.InAccount it && ids.contains(it.account());
        }
    }

    /** All accounts under an organizational unit (or an organization's root), however deep. */
    record Under(String unit) implements Scope {
        @Override
        public boolean covers(Target target) {
            return target instanceof Target.InAccount it && it.units().contains(unit);
        }
    }

    /** Accounts that the hub's registry gives this tag. */
    record Tagged(String key, String value) implements Scope {
        @Override
        public boolean covers(Target target) {
            return target instanceof Target.InAccount it
                    && value.equals(it.tags().get(key));
        }
    }

    record InEnvironment(String environment) implements Scope {
        @Override
        public boolean covers(Target target) {
            return target instanceof Target.InAccount it
                    && it.environment().filter(environment::equals).isPresent();
        }
    }

    record OfTeam(String team) implements Scope {
        @Override
        public boolean covers(Target target) {
            return target instanceof Target.InAccount it
                    && it.team().filter(team::equals).isPresent();
        }
    }

    /** Where all of these hold at once. */
    record AllOf(Set<Scope> parts) implements Scope {
        public AllOf {
            parts = Set.copyOf(parts);
            if (parts.isEmpty() || parts.stream().anyMatch(AllOf.class::isInstance)) {
                throw new IllegalArgumentException("a scope of several parts needs parts, none of several itself");
            }
        }

        @Override
        public boolean covers(Target target) {
            return parts.stream().allMatch(part -> part.covers(target));
        }
    }

    boolean covers(Target target);
}
