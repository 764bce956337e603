CREATE TABLE `api_token` (
	`id` integer PRIMARY KEY NOT NULL,
	`conversation` integer NOT NULL,
	`name` text NOT NULL,
	`token_hash` text NOT NULL,
	`scopes` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`revoked_at_ms` integer,
	FOREIGN KEY (`conversation`) REFERENCES `conversation`(`key`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_token_token_hash_unique` ON `api_token` (`token_hash`);--> statement-breakpoint
CREATE TABLE `delivery` (
	`id` integer PRIMARY KEY NOT NULL,
	`webhook` integer NOT NULL,
	`event` text NOT NULL,
	`body` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`due_at_ms` integer,
	`status` integer,
	`failure` text,
	FOREIGN KEY (`webhook`) REFERENCES `webhook`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `delivery_due` ON `delivery` (`due_at_ms`) WHERE "delivery"."due_at_ms" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `delivery_of_webhook` ON `delivery` (`webhook`,`id`);--> statement-breakpoint
CREATE TABLE `old_address` (
	`path` text PRIMARY KEY NOT NULL,
	`conversation` integer NOT NULL,
	FOREIGN KEY (`conversation`) REFERENCES `conversation`(`key`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `webhook` (
	`id` integer PRIMARY KEY NOT NULL,
	`conversation` integer NOT NULL,
	`url` text NOT NULL,
	`events` text NOT NULL,
	`secret` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	FOREIGN KEY (`conversation`) REFERENCES `conversation`(`key`) ON UPDATE no action ON DELETE cascade
);
