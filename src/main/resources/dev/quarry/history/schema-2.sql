-- Runs that go on with one another.
ALTER TABLE run ADD COLUMN conversation INTEGER;
CREATE INDEX run_conversation ON run (conversation) WHERE conversation IS NOT NULL;
