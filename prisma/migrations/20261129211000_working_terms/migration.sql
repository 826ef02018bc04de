-- A term of working days is counted anew when the calendar of holidays changes (product.md section 4). Nothing else of an
-- appeal changes, and no day that was told is brought forward.
GRANT UPDATE (due_at) ON appeal, category_proposal TO imtiyaz_office;
DROP TRIGGER appeal_frozen ON appeal;
CREATE TRIGGER appeal_frozen BEFORE UPDATE ON appeal FOR EACH ROW
  WHEN (to_jsonb(OLD) - 'due_at' IS DISTINCT FROM to_jsonb(NEW) - 'due_at' OR NEW.due_at < OLD.due_at)
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER appeal_kept BEFORE DELETE ON appeal FOR EACH ROW EXECUTE FUNCTION refuse_change();
