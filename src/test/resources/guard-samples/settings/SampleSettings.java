package sample;

/**
 * Broken on purpose: one member says nothing.
 *
 * @param spokenFor how long it may take, 1 s to 1 h
 */
@ConfigurationProperties("portcullis.sample")
public record SampleSettings(@DefaultValue("5s") Duration spokenFor, Duration silentAfter) {
    private static final String KEY = "${portcullis.unheard-of}";
}
