package org.portcullis.engine.route;

import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.JmsConfiguration;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.portcullis.engine.time.Background;
import org.portcullis.engine.time.WallTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires broker, message bus and Camel. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BrokerSettings.class)
class RouteConfiguration {

    private static final Duration PARKED_LOOK = Duration.ofSeconds(1);

    @Bean(destroyMethod = "close")
    @ConditionalOnExpression("'${portcullis.broker.url:}'.isBlank()")
    EmbeddedBroker embeddedBroker(BrokerSettings settings) {
        return new EmbeddedBroker(settings.directory(), settings.maxDiskUsagePct(), settings.server());
    }

    /** Connections of consumers; each listener container keeps its own. */
    @Bean(destroyMethod = "close")
    ActiveMQConnectionFactory connectionFactory(BrokerSettings settings, ObjectProvider<EmbeddedBroker> broker) {
        return connections(settings, broker);
    }

    /** Connections of senders: pooled and apart from the consumers', see {@link JmsMessageBus}. */
    @Bean(destroyMethod = "stop", defaultCandidate = false)
    @Qualifier("senders")
    JmsPoolConnectionFactory senders(BrokerSettings settings, ObjectProvider<EmbeddedBroker> broker) {
        JmsPoolConnectionFactory pool = new JmsPoolConnectionFactory();
        pool.setConnectionFactory(connections(settings, broker));
        pool.setMaxConnections(4);
        return pool;
    }

    /** One session for everything that is shown in passing, so that frames cannot overtake each other. */
    @Bean(destroyMethod = "stop", defaultCandidate = false)
    @Qualifier("shows")
    JmsPoolConnectionFactory shows(BrokerSettings settings, ObjectProvider<EmbeddedBroker> broker) {
        return oneSession(connections(settings, broker));
    }

    static JmsPoolConnectionFactory oneSession(ConnectionFactory connections) {
        JmsPoolConnectionFactory pool = new JmsPoolConnectionFactory();
        pool.setConnectionFactory(connections);
        pool.setMaxConnections(1);
        pool.setMaxSessionsPerConnection(1);
        pool.setBlockIfSessionPoolIsFull(true);
        return pool;
    }

    @Bean
    Drain drain() {
        return new Drain();
    }

    @Bean
    DrainPolicy drainPolicy(Drain drain) {
        return new DrainPolicy(drain);
    }

    @Bean
    MessageBus messageBus(@Qualifier("senders") JmsPoolConnectionFactory senders,
            @Qualifier("shows") JmsPoolConnectionFactory shows, Drain drain, WallTime time) {
        return new JmsMessageBus(senders, shows, drain, Long.toString(time.micros(), Character.MAX_RADIX));
    }

    @Bean
    ParkedWatch parkedWatch(@Qualifier("senders") JmsPoolConnectionFactory senders, Drain drain,
            Background background) {
        ParkedWatch watch = new ParkedWatch(senders, drain);
        background.every(PARKED_LOOK, "parked-watch", watch::look);
        return watch;
    }

    /** Consumers take a message inside a local broker transaction: a handler that throws has it delivered again. */
    @Bean
    JmsComponent jms(ConnectionFactory connections) {
        return consumers(connections);
    }

    private static JmsComponent consumers(ConnectionFactory connections) {
        JmsConfiguration configuration = new JmsConfiguration(connections);
        configuration.setTransacted(true);
        configuration.setLazyCreateTransactionManager(false);
        configuration.setCacheLevelName("CACHE_CONSUMER");
        return new JmsComponent(configuration);
    }

    @Bean(destroyMethod = "close")
    RouteLibrary routeLibrary(CamelContext camel, @Value("${portcullis.routes-path}") Path folder,
            ConnectionFactory connections) {
        return new RouteLibrary(camel, folder, () -> Map.of("jms", consumers(connections)));
    }

    private static ActiveMQConnectionFactory connections(BrokerSettings settings,
            ObjectProvider<EmbeddedBroker> broker) {
        broker.ifAvailable(started -> { });
        String url = settings.address();
        return settings.user() == null ? new ActiveMQConnectionFactory(url)
                : new ActiveMQConnectionFactory(url, settings.user(), settings.password());
    }
}
