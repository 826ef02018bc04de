-- Who takes no part in a point of an agenda. While it is open that follows the finalists that still compete: a file that
-- the plenary or the office disqualified takes its recusals with it. A recusal lifted since the opening still counts, and
-- a point that is decided keeps what was fixed when it was opened. The jury itself sees neither files it is recused from
-- nor disqualified ones, so the question is answered here for every role alike.
CREATE FUNCTION item_recused(of_item uuid, of_seat uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM deliberation_item i WHERE i.id = of_item AND CASE WHEN i.state <> 'open' THEN i.recused ? of_seat::text
    ELSE EXISTS (SELECT 1 FROM recusal r JOIN nomination n ON n.id = r.nomination_id
      WHERE r.seat_id = of_seat AND (r.lifted_at IS NULL OR r.lifted_at > i.opened_at)
        AND i.finalists ? n.id::text AND n.state <> 'disqualified') END) $$;
REVOKE EXECUTE ON FUNCTION item_recused FROM PUBLIC;
GRANT EXECUTE ON FUNCTION item_recused TO imtiyaz_office, imtiyaz_jury;
