/** Lambda's side of a function: the Runtime API that it polls, and the process in which it runs. */
@NullMarked
package dev.quarterdeck.testkit.lambda;

import org.jspecify.annotations.NullMarked;
