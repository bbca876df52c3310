package dev.quarterdeck.inventory.history;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.kernel.objects.ObjectName;
import java.io.IOException;
import java.util.Optional;

/** Sets right what facts are made of where it is not as it was written. */
public interface Mender {
    /** The object that was lost, if one was. */
    Optional<ObjectName> mend(AccountId account) throws IOException;
}
