CREATE TABLE `staff_try` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`time_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `staff_try_name` ON `staff_try` (`name`,`time_ms`);--> statement-breakpoint
CREATE INDEX `staff_try_time` ON `staff_try` (`time_ms`);--> statement-breakpoint
ALTER TABLE `audit_log` ADD `code` text;