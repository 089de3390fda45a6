-- Cancellations are counted with orders against what a venue bears.
CREATE INDEX cancels_by_time ON orders.steps_log (at) WHERE kind = 'CANCEL' AND outcome = 'SENT';
