package org.portcullis.strategy;

/**
 * A change of character on this bar, as a fact for rules that leave on one; there is none on other bars.
 *
 * @param direction 1 when the character changed upwards, -1 downwards
 * @param level     the level beyond which the bar closed
 */
public record CharacterChange(int direction, double level) {
}
