package dev.quarterdeck.inventory;

import java.util.Locale;

/** Who made a resource: the customer, AWS with the account (default VPC), or AWS for itself (service-linked roles). */
public enum Origin {
    CUSTOMER,
    AWS_DEFAULT,
    AWS_MANAGED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
