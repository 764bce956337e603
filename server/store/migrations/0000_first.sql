CREATE TABLE `conversation` (
	`key` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`topic` text NOT NULL,
	`description` text NOT NULL,
	`is_open` integer NOT NULL,
	`is_sample` integer NOT NULL,
	`created_at_ms` integer NOT NULL,
	`settings` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `conversation_id_unique` ON `conversation` (`id`);--> statement-breakpoint
CREATE TABLE `participant` (
	`conversation` integer NOT NULL,
	`number` integer NOT NULL,
	`token_hash` text,
	`source_id` integer,
	`created_at_ms` integer NOT NULL,
	PRIMARY KEY(`conversation`, `number`),
	FOREIGN KEY (`conversation`) REFERENCES `conversation`(`key`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `participant_token` ON `participant` (`conversation`,`token_hash`) WHERE "participant"."token_hash" is not null;--> statement-breakpoint
CREATE TABLE `snapshot` (
	`conversation` integer PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`sequence` integer NOT NULL,
	`published_at_ms` integer NOT NULL,
	`snapshot` text NOT NULL,
	`components` text NOT NULL,
	`presentation` text NOT NULL,
	FOREIGN KEY (`conversation`) REFERENCES `conversation`(`key`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `statement` (
	`conversation` integer NOT NULL,
	`id` integer NOT NULL,
	`text` text NOT NULL,
	`author` integer,
	`created_at_ms` integer NOT NULL,
	`moderation` integer NOT NULL,
	`is_meta` integer NOT NULL,
	`is_seed` integer NOT NULL,
	PRIMARY KEY(`conversation`, `id`),
	FOREIGN KEY (`conversation`) REFERENCES `conversation`(`key`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `vote_log` (
	`conversation` integer NOT NULL,
	`sequence` integer NOT NULL,
	`participant` integer NOT NULL,
	`statement` integer NOT NULL,
	`vote` integer,
	`mutation` text,
	`time_ms` integer NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`conversation`, `sequence`),
	FOREIGN KEY (`conversation`,`participant`) REFERENCES `participant`(`conversation`,`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`conversation`,`statement`) REFERENCES `statement`(`conversation`,`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `vote_log_mutation` ON `vote_log` (`conversation`,`participant`,`mutation`) WHERE "vote_log"."mutation" is not null;--> statement-breakpoint
CREATE TRIGGER `vote_log_keeps_its_entries` BEFORE UPDATE ON `vote_log` BEGIN SELECT RAISE(ABORT, 'The vote log is append-only.'); END;--> statement-breakpoint
CREATE TRIGGER `vote_log_loses_no_entry` BEFORE DELETE ON `vote_log` BEGIN SELECT RAISE(ABORT, 'The vote log is append-only.'); END;
