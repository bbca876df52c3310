package dev.quarterdeck.accounts.organization;

import dev.quarterdeck.accounts.proof.Asked;
import java.util.List;

/** What AWS tells of the organization that the hub is in. All of it is reading. */
public interface OrganizationView {
    Asked<Picture> picture();

    /** Whether StackSets may make stacks in the organization's accounts. */
    Asked<Boolean> trustsStackSets();

    Asked<List<StackInstance>> stacks(String stackSet);
}
