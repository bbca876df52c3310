package dev.quarterdeck.accounts;

import dev.quarterdeck.kernel.table.Cursor;
import java.util.List;
import java.util.Optional;

/** Some accounts, and where to go on unless this was the end. */
public record AccountPage(List<Account> accounts, Optional<Cursor> next) {
    public AccountPage {
        accounts = List.copyOf(accounts);
    }
}
