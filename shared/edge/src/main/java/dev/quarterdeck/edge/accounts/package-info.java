/** AWS accounts over HTTP: connect, prove, see, change, delete. */
@NullMarked
package dev.quarterdeck.edge.accounts;

import org.jspecify.annotations.NullMarked;
