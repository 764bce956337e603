CREATE TABLE `held_channel` (
	`conversation` integer NOT NULL,
	`participant` integer NOT NULL,
	`channel` text NOT NULL,
	`until` integer NOT NULL,
	PRIMARY KEY(`conversation`, `participant`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `participant` ADD `channel` text;