package dev.quarterdeck.inventory;

import java.util.Optional;

/**
 * A resource's word that it hangs together with another: {@code rel} such as {@code uses} or {@code encrypted-by},
 * {@code via} the path where it stands. The target is an ARN, a type with a native id in an account and region, or an address.
 */
public record Link(Uid from, String rel, Target target, String via) {

    /** {@code account} and {@code region} are the target's; {@code type} is absent where only an ARN or address is known. */
    public record Target(Optional<ResourceType> type, String id, String account, String region) {

        /** Ids seldom repeat, and the record's own goes through method handles, which the quick compiler does not see through. */
        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }
}
