-- Runs of the command line are kept beside those of the window.
ALTER TABLE run ADD COLUMN origin TEXT NOT NULL DEFAULT 'WINDOW';
