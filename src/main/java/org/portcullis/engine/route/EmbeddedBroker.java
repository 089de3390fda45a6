package org.portcullis.engine.route;

import java.nio.file.Path;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * The broker inside this process: durable, nothing created by use, five deliveries and then parked. Reachable within
 * the process only ({@code vm://0}).
 */
final class EmbeddedBroker implements AutoCloseable {

    /**
     * Who listens to market events; a queue each, and a filter so that a lock-step replay can show a frame to one of
     * them.
     */
    static final String[] MARKET_LISTENERS = {"venue", "desk", "brain"};

    private static final int DELIVERIES = 5;
    private static final int DUPLICATE_IDS = 100_000;
    /**
     * The default of 3.3 ms caps one synchronous sender at 300 messages a second; the sync itself takes about 0.2 ms.
     */
    private static final int JOURNAL_BUFFER_NANOS = 200_000;

    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();

    /** @param server number of the broker within this process; its in-VM address is {@code vm://server} */
    EmbeddedBroker(Path directory, int maxDiskUsagePct, int server) {
        try {
            this.server.setConfiguration(configuration(directory, maxDiskUsagePct, server));
            this.server.start();
        } catch (Exception failed) {
            throw new IllegalStateException("the embedded broker cannot start in " + directory
                    + "; check that the folder is writable and no other process uses it", failed);
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failed) {
            throw new IllegalStateException("the embedded broker did not stop", failed);
        }
    }

    private static Configuration configuration(Path directory, int maxDiskUsagePct, int server) throws Exception {
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setSecurityEnabled(false).setPersistenceEnabled(true).setName("portcullis")
                .setJournalDirectory(directory.resolve("journal").toString())
                .setBindingsDirectory(directory.resolve("bindings").toString())
                .setLargeMessagesDirectory(directory.resolve("large").toString())
                .setPagingDirectory(directory.resolve("paging").toString())
                .setJournalType(JournalType.NIO).setJournalBufferTimeout_NIO(JOURNAL_BUFFER_NANOS)
                .setMaxDiskUsage(maxDiskUsagePct).setIDCacheSize(DUPLICATE_IDS).setPersistIDCache(true)
                .setMessageExpiryScanPeriod(-1).setGracefulShutdownEnabled(false)
                .addAcceptorConfiguration("in-vm", "vm://" + server);
        configuration.addAddressSetting("#", keep());
        for (String address : Addresses.ALL) {
            configuration.addAddressSetting(address, settings(address));
            configuration.addAddressSetting(Addresses.parked(address), parked(address));
            configuration.addAddressConfiguration(queue(Addresses.parked(address)));
            configuration.addAddressConfiguration(
                    address.equals(Addresses.MARKET_EVENT) ? marketEvents() : queue(address));
        }
        return configuration;
    }

    private static AddressSettings settings(String address) {
        return keep().setMaxDeliveryAttempts(DELIVERIES).setRedeliveryDelay(1_000).setRedeliveryMultiplier(2)
                .setMaxRedeliveryDelay(60_000).setDeadLetterAddress(SimpleString.of(Addresses.parked(address)))
                .setExpiryAddress(SimpleString.of(Addresses.parked(address)))
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE);
    }

    /** A parked message stays until a person moves it. */
    private static AddressSettings parked(String address) {
        SimpleString itself = SimpleString.of(Addresses.parked(address));
        return keep().setMaxDeliveryAttempts(-1).setDeadLetterAddress(itself).setExpiryAddress(itself);
    }

    private static AddressSettings keep() {
        return new AddressSettings().setAutoCreateQueues(false).setAutoCreateAddresses(false)
                .setAutoDeleteQueues(false).setAutoDeleteAddresses(false);
    }

    private static CoreAddressConfiguration queue(String name) {
        return new CoreAddressConfiguration().setName(name).addRoutingType(RoutingType.ANYCAST)
                .addQueueConfiguration(QueueConfiguration.of(name).setRoutingType(RoutingType.ANYCAST)
                .setDurable(true));
    }

    private static CoreAddressConfiguration marketEvents() {
        CoreAddressConfiguration address = new CoreAddressConfiguration().setName(Addresses.MARKET_EVENT)
                .addRoutingType(RoutingType.MULTICAST);
        for (String listener : MARKET_LISTENERS) {
            address.addQueueConfiguration(QueueConfiguration.of(Addresses.MARKET_EVENT + "." + listener)
                    .setAddress(Addresses.MARKET_EVENT).setRoutingType(RoutingType.MULTICAST).setDurable(true)
                    .setFilterString("onlyFor IS NULL OR onlyFor = '" + listener + "'"));
        }
        return address;
    }
}
