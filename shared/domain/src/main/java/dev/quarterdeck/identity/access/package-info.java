/** Who may do what, where: permissions, roles, bindings, denies, and the one evaluator that decides. */
@NullMarked
package dev.quarterdeck.identity.access;

import org.jspecify.annotations.NullMarked;
