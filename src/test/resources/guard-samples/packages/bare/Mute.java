package bare;

public record Mute(String text) {
}
