CREATE TABLE `exposure` (
	`conversation` integer NOT NULL,
	`statement` integer NOT NULL,
	`letter` text NOT NULL,
	`shown` integer NOT NULL,
	PRIMARY KEY(`conversation`, `statement`, `letter`),
	FOREIGN KEY (`conversation`,`statement`) REFERENCES `statement`(`conversation`,`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
