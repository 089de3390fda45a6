class LoudTest {
    @DisplayName("S0-01 S0-02 S0-06 S0-07 hold (all of them)")
    void hold() {
    }
}
