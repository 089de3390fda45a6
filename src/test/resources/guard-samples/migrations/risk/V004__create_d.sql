-- Broken on purpose: a log that forgets.
grant select, insert, update on risk.fills_log to portcullis;
