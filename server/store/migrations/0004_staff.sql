CREATE TABLE `staff_account` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`password_hash` text,
	`code_key` text,
	`code_step` integer DEFAULT 0 NOT NULL,
	`issuer` text,
	`subject` text,
	`created_at_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_account_email_unique` ON `staff_account` (`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `staff_account_subject` ON `staff_account` (`issuer`,`subject`) WHERE "staff_account"."issuer" is not null;--> statement-breakpoint
CREATE TABLE `audit_log` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`time_ms` integer NOT NULL,
	`account` integer,
	`name` text NOT NULL,
	`role` text,
	`action` text NOT NULL,
	`conversation` text,
	`subject` text NOT NULL,
	`detail` text
);
--> statement-breakpoint
CREATE INDEX `audit_log_conversation` ON `audit_log` (`conversation`,`number`);--> statement-breakpoint
CREATE INDEX `audit_log_account` ON `audit_log` (`account`,`number`);--> statement-breakpoint
CREATE TABLE `staff_grant` (
	`account` integer NOT NULL,
	`role` text NOT NULL,
	`conversation` integer,
	FOREIGN KEY (`account`) REFERENCES `staff_account`(`number`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`conversation`) REFERENCES `conversation`(`key`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `staff_grant_account` ON `staff_grant` (`account`);--> statement-breakpoint
CREATE TABLE `staff_recovery_code` (
	`account` integer NOT NULL,
	`code_hash` text NOT NULL,
	PRIMARY KEY(`account`, `code_hash`),
	FOREIGN KEY (`account`) REFERENCES `staff_account`(`number`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `staff_session` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`account` integer NOT NULL,
	`created_at_ms` integer NOT NULL,
	`seen_at_ms` integer NOT NULL,
	`device` text NOT NULL,
	`is_strong` integer NOT NULL,
	FOREIGN KEY (`account`) REFERENCES `staff_account`(`number`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_session_token_hash_unique` ON `staff_session` (`token_hash`);--> statement-breakpoint
CREATE INDEX `staff_session_account` ON `staff_session` (`account`);--> statement-breakpoint
CREATE TABLE `staff_link` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`email` text,
	`grants` text NOT NULL,
	`account` integer,
	`created_at_ms` integer NOT NULL,
	`expires_at_ms` integer NOT NULL,
	`used_at_ms` integer,
	FOREIGN KEY (`account`) REFERENCES `staff_account`(`number`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_link_token_hash_unique` ON `staff_link` (`token_hash`);--> statement-breakpoint
CREATE TRIGGER `audit_log_keeps_its_entries` BEFORE UPDATE ON `audit_log` BEGIN SELECT RAISE(ABORT, 'The audit log is append-only.'); END;--> statement-breakpoint
CREATE TRIGGER `audit_log_loses_no_entry` BEFORE DELETE ON `audit_log` BEGIN SELECT RAISE(ABORT, 'The audit log is append-only.'); END;
