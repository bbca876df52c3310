/** People and machines over HTTP: signing in, sessions, keys, users, the audit log. */
@NullMarked
package dev.quarterdeck.edge.identity;

import org.jspecify.annotations.NullMarked;
