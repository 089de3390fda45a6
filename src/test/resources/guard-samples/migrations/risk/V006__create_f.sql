-- Broken on purpose: everything to everybody.
grant all on all tables in schema risk to portcullis;
