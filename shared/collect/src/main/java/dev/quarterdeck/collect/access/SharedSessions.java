package dev.quarterdeck.collect.access;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.wire.Access;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Opens an account once for all who read it, and anew when it is connected otherwise. */
public final class SharedSessions implements ReadSessions {
    private final ReadSessions sessions;
    private final Map<AccountId, Shared> open = new ConcurrentHashMap<>();

    private record Shared(Connection connection, Access access) {}

    public SharedSessions(ReadSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Asked<Access> open(Account account) {
        Shared known = open.get(account.id());
        return known != null && known.connection.equals(account.connection())
                ? new Asked.Got<>(known.access)
                : sessions.open(account).map(access -> kept(account, access));
    }

    private Access kept(Account account, Access access) {
        open.put(account.id(), new Shared(account.connection(), access));
        return access;
    }
}
