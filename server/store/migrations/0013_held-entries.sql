CREATE TABLE `held_entry` (
	`conversation` integer NOT NULL,
	`sequence` integer NOT NULL,
	`participant` integer NOT NULL,
	`statement` integer NOT NULL,
	`vote` integer,
	`time_ms` integer NOT NULL,
	`until` integer NOT NULL,
	PRIMARY KEY(`conversation`, `sequence`)
) STRICT, WITHOUT ROWID;
