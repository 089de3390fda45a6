package org.portcullis.market;

import org.portcullis.engine.policy.Policy;

/**
 * When the three places trade, in whole hours of their own clocks, 0 to 24, Monday to Friday (S4-M12).
 *
 * @param asiaOpen     first hour in Tokyo
 * @param asiaClose    hour at which Tokyo ends
 * @param londonOpen   first hour in London
 * @param londonClose  hour at which London ends
 * @param newYorkOpen  first hour in New York
 * @param newYorkClose hour at which New York ends
 */
public record SessionHours(int asiaOpen, int asiaClose, int londonOpen, int londonClose, int newYorkOpen,
        int newYorkClose) {

    /** The hours as {@code rules/policy.yaml} has them. */
    public static SessionHours from(Policy policy) {
        return new SessionHours(policy.integer("market.session.asia-open-hour"),
                policy.integer("market.session.asia-close-hour"), policy.integer("market.session.london-open-hour"),
                policy.integer("market.session.london-close-hour"),
                policy.integer("market.session.new-york-open-hour"),
                policy.integer("market.session.new-york-close-hour"));
    }
}
