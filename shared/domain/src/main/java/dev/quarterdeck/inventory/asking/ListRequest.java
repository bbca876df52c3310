package dev.quarterdeck.inventory.asking;

import dev.quarterdeck.inventory.filter.Field;
import dev.quarterdeck.inventory.filter.Filter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A page of the resources that answer yes to a filter. */
public record ListRequest(Filter filter, When when, Sight sight, Shape shape, Page page) {

    /** As of which instant, if not as of now; {@code now} is what ages are counted from. */
    public record When(Instant now, Optional<Instant> at) {
        public static When now(Instant now) {
            return new When(now, Optional.empty());
        }
    }

    /** Which fields, in which order, and of which fields the values are counted. */
    public record Shape(List<Field> fields, List<Order> order, List<Field> facets) {
        public Shape {
            fields = List.copyOf(fields);
            order = List.copyOf(order);
            facets = List.copyOf(facets);
        }
    }

    /** How many rows after which position; an exact count reads all, else counting stops above {@link Listing#COUNTED}. */
    public record Page(int limit, Position after, boolean exactCount) {
        /** No page but all there is. */
        public static final Page ALL = new Page(Integer.MAX_VALUE, Position.START, true);
    }
}
