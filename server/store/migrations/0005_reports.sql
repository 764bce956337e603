CREATE TABLE `report_file` (
	`conversation` integer NOT NULL,
	`version` integer NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`sha256` text NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`conversation`, `version`, `name`),
	FOREIGN KEY (`conversation`,`version`) REFERENCES `report_version`(`conversation`,`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `report_version` (
	`conversation` integer NOT NULL,
	`number` integer NOT NULL,
	`published_at_ms` integer NOT NULL,
	`sequence` integer NOT NULL,
	`log_hash` text NOT NULL,
	PRIMARY KEY(`conversation`, `number`),
	FOREIGN KEY (`conversation`) REFERENCES `conversation`(`key`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `report_words` (
	`conversation` integer PRIMARY KEY NOT NULL,
	`words` text NOT NULL,
	FOREIGN KEY (`conversation`) REFERENCES `conversation`(`key`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE TRIGGER `report_version_stays_as_it_is` BEFORE UPDATE ON `report_version` BEGIN SELECT RAISE(ABORT, 'A published version stays as it is.'); END;
--> statement-breakpoint
CREATE TRIGGER `report_version_is_kept` BEFORE DELETE ON `report_version` BEGIN SELECT RAISE(ABORT, 'A published version stays as it is.'); END;
--> statement-breakpoint
CREATE TRIGGER `report_file_stays_as_it_is` BEFORE UPDATE ON `report_file` BEGIN SELECT RAISE(ABORT, 'A published version stays as it is.'); END;
--> statement-breakpoint
CREATE TRIGGER `report_file_is_kept` BEFORE DELETE ON `report_file` BEGIN SELECT RAISE(ABORT, 'A published version stays as it is.'); END;
