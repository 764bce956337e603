CREATE TABLE `moderation_event` (
	`conversation` integer NOT NULL,
	`id` integer NOT NULL,
	`act` integer NOT NULL,
	`statement` integer NOT NULL,
	`kind` text NOT NULL,
	`time_ms` integer NOT NULL,
	`account` integer,
	`moderator` text,
	`from_state` text,
	`to_state` text NOT NULL,
	`reason` text,
	`reason_welsh` text,
	`note` text,
	`related` text NOT NULL,
	`undoes` integer,
	`before` text,
	`mutation` text,
	PRIMARY KEY(`conversation`, `id`),
	FOREIGN KEY (`conversation`) REFERENCES `conversation`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`conversation`,`statement`) REFERENCES `statement`(`conversation`,`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `moderation_event_statement` ON `moderation_event` (`conversation`,`statement`,`id`);--> statement-breakpoint
CREATE INDEX `moderation_event_act` ON `moderation_event` (`conversation`,`act`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `moderation_event_mutation` ON `moderation_event` (`conversation`,`account`,`mutation`) WHERE "moderation_event"."mutation" is not null;--> statement-breakpoint
CREATE TABLE `moderation_list` (
	`conversation` integer PRIMARY KEY NOT NULL,
	`lists` text NOT NULL,
	`revision` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `statement` ADD `reason_welsh` text;--> statement-breakpoint
ALTER TABLE `statement` ADD `is_withdrawn` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `statement` ADD `replaced_as` text;--> statement-breakpoint
ALTER TABLE `statement` ADD `derived_from` integer;--> statement-breakpoint
ALTER TABLE `statement` ADD `open_reports` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `statement` ADD `last_event` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `statement` ADD `check_mark` text;--> statement-breakpoint
ALTER TABLE `statement` ADD `language` text;--> statement-breakpoint
ALTER TABLE `statement` ADD `concerns` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `statement` ADD `similar_to` integer;--> statement-breakpoint
ALTER TABLE `statement` ADD `folded` text;--> statement-breakpoint
ALTER TABLE `statement` ADD `state` text GENERATED ALWAYS AS (case when is_withdrawn then 'withdrawn' when moderation = -1 and (merged_into is not null or replaced_as is not null) then 'merged' when moderation = -1 then 'rejected' when moderation = 1 and not is_waiting then 'accepted' else 'pending' end) VIRTUAL;--> statement-breakpoint
CREATE INDEX `statement_state` ON `statement` (`conversation`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `statement_reported` ON `statement` (`conversation`,`id`) WHERE "statement"."open_reports" > 0;--> statement-breakpoint
CREATE INDEX `statement_waiting` ON `statement` (`conversation`,`created_at_ms`) WHERE "statement"."is_waiting";--> statement-breakpoint
CREATE INDEX `statement_merged` ON `statement` (`conversation`,`merged_into`) WHERE "statement"."merged_into" is not null;--> statement-breakpoint
CREATE INDEX `statement_derived` ON `statement` (`conversation`,`derived_from`) WHERE "statement"."derived_from" is not null;--> statement-breakpoint
CREATE TRIGGER `moderation_event_keeps_its_entries` BEFORE UPDATE ON `moderation_event` BEGIN SELECT RAISE(ABORT, 'The moderation log is append-only.'); END;--> statement-breakpoint
CREATE TRIGGER `moderation_event_loses_no_entry` BEFORE DELETE ON `moderation_event` BEGIN SELECT RAISE(ABORT, 'The moderation log is append-only.'); END;--> statement-breakpoint
UPDATE `statement` SET `is_withdrawn` = 1, `reason` = NULL WHERE `reason` = 'withdrawn' AND `text` = '';--> statement-breakpoint
UPDATE `statement` SET `open_reports` = (SELECT count(*) FROM `report` WHERE `report`.`conversation` = `statement`.`conversation` AND `report`.`statement` = `statement`.`id`) WHERE EXISTS (SELECT 1 FROM `report` WHERE `report`.`conversation` = `statement`.`conversation` AND `report`.`statement` = `statement`.`id`);
