-- An event may lose the words that a statement had before, and nothing else.
DROP TRIGGER `moderation_event_keeps_its_entries`;--> statement-breakpoint
CREATE TRIGGER `moderation_event_keeps_its_entries` BEFORE UPDATE ON `moderation_event`
WHEN NEW.`before` IS NOT json_remove(OLD.`before`, '$.text')
  OR NEW.`conversation` IS NOT OLD.`conversation` OR NEW.`id` IS NOT OLD.`id` OR NEW.`act` IS NOT OLD.`act`
  OR NEW.`statement` IS NOT OLD.`statement` OR NEW.`kind` IS NOT OLD.`kind` OR NEW.`time_ms` IS NOT OLD.`time_ms`
  OR NEW.`account` IS NOT OLD.`account` OR NEW.`moderator` IS NOT OLD.`moderator`
  OR NEW.`from_state` IS NOT OLD.`from_state` OR NEW.`to_state` IS NOT OLD.`to_state`
  OR NEW.`reason` IS NOT OLD.`reason` OR NEW.`reason_welsh` IS NOT OLD.`reason_welsh` OR NEW.`note` IS NOT OLD.`note`
  OR NEW.`related` IS NOT OLD.`related` OR NEW.`undoes` IS NOT OLD.`undoes` OR NEW.`mutation` IS NOT OLD.`mutation`
BEGIN SELECT RAISE(ABORT, 'The moderation log is append-only.'); END;
