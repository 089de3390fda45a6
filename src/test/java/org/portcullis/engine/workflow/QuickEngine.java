package org.portcullis.engine.workflow;

import java.sql.SQLException;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.defaults.DefaultSqlSession;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.apache.ibatis.transaction.Transaction;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;

/**
 * The settings of an engine whose SQL mappings are read once in a test process: to read them costs more than all the
 * rest of a start. Each engine still talks to the database it was given, and to no other.
 */
final class QuickEngine extends SpringProcessEngineConfiguration {

    private static Configuration mappings;

    @Override
    protected void initSqlSessionFactory() {
        synchronized (QuickEngine.class) {
            if (mappings == null) {
                super.initSqlSessionFactory();
                mappings = sqlSessionFactory.getConfiguration();
            }
        }
        sqlSessionFactory = new OwnSessions(mappings, new Environment("default", transactionFactory, dataSource));
    }

    /** Sessions over shared mappings and a database of one's own. */
    private static final class OwnSessions extends DefaultSqlSessionFactory {

        private final Environment own;

        OwnSessions(Configuration mappings, Environment own) {
            super(mappings);
            this.own = own;
        }

        @Override
        public SqlSession openSession() {
            return openSession(getConfiguration().getDefaultExecutorType());
        }

        @Override
        public SqlSession openSession(ExecutorType type) {
            Transaction transaction = own.getTransactionFactory().newTransaction(own.getDataSource(), null, false);
            return new DefaultSqlSession(getConfiguration(), getConfiguration().newExecutor(transaction, type), false);
        }

        /** A way into the database of the first engine would be a way into another test's. */
        @Override
        public SqlSession openSession(boolean autoCommit) {
            throw new PersistenceException(new SQLException("no engine asks for this"));
        }
    }
}
