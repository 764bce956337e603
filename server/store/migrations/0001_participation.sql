CREATE TABLE `device` (
	`conversation` integer NOT NULL,
	`token_hash` text NOT NULL,
	`participant` integer NOT NULL,
	PRIMARY KEY(`conversation`, `token_hash`),
	FOREIGN KEY (`conversation`,`participant`) REFERENCES `participant`(`conversation`,`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `entry_answer` (
	`conversation` integer NOT NULL,
	`respondent` text NOT NULL,
	`question` text NOT NULL,
	`answer` text NOT NULL,
	PRIMARY KEY(`conversation`, `respondent`, `question`),
	FOREIGN KEY (`conversation`) REFERENCES `conversation`(`key`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `report` (
	`conversation` integer NOT NULL,
	`statement` integer NOT NULL,
	`reporter` text NOT NULL,
	`reason` text NOT NULL,
	`time_ms` integer NOT NULL,
	PRIMARY KEY(`conversation`, `statement`, `reporter`),
	FOREIGN KEY (`conversation`,`statement`) REFERENCES `statement`(`conversation`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `return_code` (
	`conversation` integer NOT NULL,
	`code_hash` text NOT NULL,
	`participant` integer NOT NULL,
	PRIMARY KEY(`conversation`, `code_hash`),
	FOREIGN KEY (`conversation`,`participant`) REFERENCES `participant`(`conversation`,`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `return_code_participant` ON `return_code` (`conversation`,`participant`);--> statement-breakpoint
CREATE TABLE `secret` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `conversation` ADD `revision` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `conversation` ADD `closed_as` text;--> statement-breakpoint
ALTER TABLE `conversation` ADD `opens_on` text;--> statement-breakpoint
ALTER TABLE `conversation` ADD `purpose` text;--> statement-breakpoint
ALTER TABLE `conversation` ADD `questions` text;--> statement-breakpoint
ALTER TABLE `statement` ADD `is_waiting` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `statement` ADD `reason` text;--> statement-breakpoint
ALTER TABLE `statement` ADD `merged_into` integer;--> statement-breakpoint
ALTER TABLE `statement` ADD `mutation` text;--> statement-breakpoint
CREATE UNIQUE INDEX `statement_mutation` ON `statement` (`conversation`,`author`,`mutation`) WHERE "statement"."mutation" is not null;