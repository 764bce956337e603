CREATE TABLE `join_code` (
	`conversation` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	FOREIGN KEY (`conversation`) REFERENCES `conversation`(`key`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `join_code_code` ON `join_code` (`code`);--> statement-breakpoint
CREATE TABLE `screen` (
	`conversation` integer NOT NULL,
	`number` integer NOT NULL,
	`token_hash` text,
	`name` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	PRIMARY KEY(`conversation`, `number`),
	FOREIGN KEY (`conversation`) REFERENCES `conversation`(`key`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `screen_token` ON `screen` (`conversation`,`token_hash`);--> statement-breakpoint
CREATE TABLE `stage` (
	`conversation` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	`state` text DEFAULT '{}' NOT NULL,
	`sight` text,
	FOREIGN KEY (`conversation`) REFERENCES `conversation`(`key`) ON UPDATE no action ON DELETE no action
);
