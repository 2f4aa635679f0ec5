/**
 * How long at most a test waits for what must come, in ms. What comes ends the wait, so a long one costs nothing but in a
 * test that fails; a short one makes tests fail on a machine that has more to do.
 */
export const patienceMs = 60_000;
