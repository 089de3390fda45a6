/** Speaks of S0-04 and of S0-99. */
class QuietTest {
}
