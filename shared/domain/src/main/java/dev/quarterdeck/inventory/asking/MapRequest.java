package dev.quarterdeck.inventory.asking;

import dev.quarterdeck.inventory.asking.ListRequest.When;
import dev.quarterdeck.inventory.filter.Filter;
import dev.quarterdeck.inventory.topology.Opening;

/** A map of the resources that answer yes to a filter, opened so far. */
public record MapRequest(Filter filter, When when, Sight sight, Opening opening) {}
