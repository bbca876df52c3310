package dev.quarterdeck.inventory.asking;

import dev.quarterdeck.inventory.filter.Field;
import dev.quarterdeck.inventory.filter.Filter;
import java.time.Instant;
import java.util.List;

/** A page of the resources that answer yes to a filter; {@code now} is what ages are counted from. */
public record ListRequest(Filter filter, Instant now, Sight sight, Shape shape, Page page) {

    /** Which fields, in which order, and of which fields the values are counted. */
    public record Shape(List<Field> fields, List<Order> order, List<Field> facets) {
        public Shape {
            fields = List.copyOf(fields);
            order = List.copyOf(order);
            facets = List.copyOf(facets);
        }
    }

    /** How many rows after which position; an exact count reads all, else counting stops above {@link Listing#COUNTED}. */
    public record Page(int limit, Position after, boolean exactCount) {}
}
