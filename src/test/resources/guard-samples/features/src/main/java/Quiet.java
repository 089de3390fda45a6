/** Carries nothing. */ class Quiet { }
