CREATE TABLE `medium` (
	`conversation` integer NOT NULL,
	`hash` text NOT NULL,
	`type` text NOT NULL,
	`bytes` blob NOT NULL,
	`added_at_ms` integer NOT NULL,
	PRIMARY KEY(`conversation`, `hash`),
	FOREIGN KEY (`conversation`) REFERENCES `conversation`(`key`) ON UPDATE no action ON DELETE no action
);
