-- Bars up to this time filled a twin already; shown again after a restart they fill nothing.
ALTER TABLE orders.shadow_trades ADD COLUMN filled_until timestamptz;
