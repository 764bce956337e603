CREATE TABLE `invitation` (
	`conversation` integer NOT NULL,
	`code_hash` text NOT NULL,
	`made_at_ms` integer NOT NULL,
	`used_at_ms` integer,
	`token_hash` text,
	PRIMARY KEY(`conversation`, `code_hash`),
	FOREIGN KEY (`conversation`) REFERENCES `conversation`(`key`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `invitation_token` ON `invitation` (`conversation`,`token_hash`);--> statement-breakpoint
ALTER TABLE `conversation` ADD `archived_at_ms` integer;--> statement-breakpoint
ALTER TABLE `conversation` ADD `deletes_at_ms` integer;--> statement-breakpoint
UPDATE `conversation` SET `settings` = json_set(json_remove(`settings`, '$.identityRequired'), '$.whoVotes',
  CASE WHEN json_array_length(`settings`, '$.identityAllowList') > 0 THEN 'list' ELSE 'identity' END)
WHERE json_extract(`settings`, '$.identityRequired') = 1 OR json_array_length(`settings`, '$.identityAllowList') > 0;
