-- The log as it was: its entries are sealed anew when the database is opened (seal-logs.ts), because that takes SHA-256.
DROP TRIGGER `vote_log_keeps_its_entries`;--> statement-breakpoint
DROP TRIGGER `vote_log_loses_no_entry`;--> statement-breakpoint
DROP INDEX `vote_log_mutation`;--> statement-breakpoint
ALTER TABLE `vote_log` RENAME TO `unsealed_vote_log`;--> statement-breakpoint
CREATE TABLE `vote_log` (
	`conversation` integer NOT NULL,
	`sequence` integer NOT NULL,
	`participant` integer,
	`statement` integer,
	`vote` integer,
	`mutation` text,
	`time_ms` integer,
	`salt` text,
	`commitment` text NOT NULL,
	`emptied` integer NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`conversation`, `sequence`),
	FOREIGN KEY (`conversation`,`participant`) REFERENCES `participant`(`conversation`,`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`conversation`,`statement`) REFERENCES `statement`(`conversation`,`id`) ON UPDATE no action ON DELETE no action,
	CHECK (
		(`salt` IS NULL AND `participant` IS NULL AND `statement` IS NULL AND `vote` IS NULL AND `mutation` IS NULL AND `time_ms` IS NULL)
		OR (`salt` IS NOT NULL AND `participant` IS NOT NULL AND `time_ms` IS NOT NULL AND (`statement` IS NOT NULL OR `vote` IS NULL))
	)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `vote_log_mutation` ON `vote_log` (`conversation`,`participant`,`mutation`) WHERE "vote_log"."mutation" is not null;--> statement-breakpoint
-- An entry may lose its content, all of it and for good; nothing else about it ever changes.
CREATE TRIGGER `vote_log_keeps_its_entries` BEFORE UPDATE ON `vote_log`
WHEN NOT (
	OLD.`salt` IS NOT NULL AND NEW.`salt` IS NULL
	AND NEW.`participant` IS NULL AND NEW.`statement` IS NULL AND NEW.`vote` IS NULL AND NEW.`mutation` IS NULL AND NEW.`time_ms` IS NULL
	AND NEW.`conversation` = OLD.`conversation` AND NEW.`sequence` = OLD.`sequence`
	AND NEW.`commitment` = OLD.`commitment` AND NEW.`emptied` = OLD.`emptied` AND NEW.`hash` = OLD.`hash`
)
BEGIN SELECT RAISE(ABORT, 'The vote log is append-only.'); END;--> statement-breakpoint
CREATE TRIGGER `vote_log_loses_no_entry` BEFORE DELETE ON `vote_log` BEGIN SELECT RAISE(ABORT, 'The vote log is append-only.'); END;--> statement-breakpoint
CREATE TABLE `spent_mutation` (
	`conversation` integer NOT NULL,
	`participant` integer NOT NULL,
	`mutation` text NOT NULL,
	`sequence` integer NOT NULL,
	PRIMARY KEY(`conversation`, `participant`, `mutation`),
	FOREIGN KEY (`conversation`,`participant`) REFERENCES `participant`(`conversation`,`number`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `text_log` (
	`conversation` integer NOT NULL,
	`sequence` integer NOT NULL,
	`statement` integer NOT NULL,
	`text` text,
	`salt` text,
	`commitment` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`conversation`, `sequence`),
	FOREIGN KEY (`conversation`) REFERENCES `conversation`(`key`) ON UPDATE no action ON DELETE no action,
	CHECK ((`text` IS NULL) = (`salt` IS NULL))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `text_log_statement` ON `text_log` (`conversation`,`statement`,`sequence`);--> statement-breakpoint
CREATE TRIGGER `text_log_keeps_its_entries` BEFORE UPDATE ON `text_log`
WHEN NOT (
	OLD.`salt` IS NOT NULL AND NEW.`salt` IS NULL AND NEW.`text` IS NULL
	AND NEW.`conversation` = OLD.`conversation` AND NEW.`sequence` = OLD.`sequence` AND NEW.`statement` = OLD.`statement`
	AND NEW.`commitment` = OLD.`commitment` AND NEW.`hash` = OLD.`hash`
)
BEGIN SELECT RAISE(ABORT, 'The text log is append-only.'); END;--> statement-breakpoint
CREATE TRIGGER `text_log_loses_no_entry` BEFORE DELETE ON `text_log` BEGIN SELECT RAISE(ABORT, 'The text log is append-only.'); END;--> statement-breakpoint
-- A statement has the words of its last entry in the text log: whoever stores words records them there first.
CREATE TRIGGER `statement_has_recorded_words` BEFORE INSERT ON `statement`
WHEN NEW.`text` IS NOT (SELECT `text` FROM `text_log` WHERE `conversation` = NEW.`conversation` AND `statement` = NEW.`id` ORDER BY `sequence` DESC LIMIT 1)
BEGIN SELECT RAISE(ABORT, 'Words of a statement are recorded in the text log first (recordText).'); END;--> statement-breakpoint
CREATE TRIGGER `statement_keeps_recorded_words` BEFORE UPDATE OF `text` ON `statement`
WHEN NEW.`text` IS NOT coalesce((SELECT `text` FROM `text_log` WHERE `conversation` = NEW.`conversation` AND `statement` = NEW.`id` ORDER BY `sequence` DESC LIMIT 1), '')
BEGIN SELECT RAISE(ABORT, 'Words of a statement are recorded in the text log first (recordText).'); END;
