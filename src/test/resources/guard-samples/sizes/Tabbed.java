package sizes;

	final class Tabbed {
}
